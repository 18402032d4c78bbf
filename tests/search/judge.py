"""How well the search finds: asks a board every query of queries.toml and judges what it answers.
Run it as bin/judge."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import postings
import queries
import similar
import tables
from board import Board
from measures import JUDGED, Answer
from postings import Posting
from queries import Query
from rule import is_relevant

HERE = Path(__file__).parent
BEST_MATCH = "best match"
SORTS = {BEST_MATCH: "relevance", "newest": "newest"}
# A query that finds less than this is listed as failing.
FAILING = 0.5


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/judge", description=__doc__)
    parser.add_argument("postings", type=Path, help="NDJSON of schema.org JobPostings")
    parser.add_argument("--db", choices=["sqlite", "postgres", "both"], default="both")
    parser.add_argument("--binary", type=Path, default=HERE.parents[1] / "target/debug/jobboard")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--show", metavar="QUERY", help="what is found for one query of the set")
    chosen.add_argument(
        "--failing",
        action="store_true",
        help=f"the queries of the tuning half whose precision, or reciprocal rank where precision "
        f"does not count, is below {FAILING}, and what they find",
    )
    chosen.add_argument(
        "--rules",
        action="store_true",
        help="ask no board: how many postings each rule allows, and some of them",
    )
    chosen.add_argument(
        "--similar",
        action="store_true",
        help="the similar jobs below those of similar.toml, and how many of them are",
    )
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    files = [asked.postings, HERE / "scripts.ndjson"]
    every = queries.read(HERE / "queries.toml")
    if asked.show:
        every = [query for query in every if query.text == asked.show]
        if not every:
            sys.exit(f"{asked.show!r} is no query of tests/search/queries.toml")
    known = postings.read(files)
    relevant = {
        query.text: {job.url for job in known if is_relevant(job, query.rule)} for query in every
    }
    if asked.rules:
        for query in every:
            print_rule(query, known, relevant[query.text])
        return
    if asked.similar:
        print_similar(asked, known, files)
        return
    by_url = {job.url: job for job in known}
    columns: list[tables.Column] = []
    databases = ["sqlite", "postgres"] if asked.db == "both" else [asked.db]
    for database in databases:
        url = os.environ["JUDGE_POSTGRES"] if database == "postgres" else None
        print(f"{database}: importing, then asking {len(every)} queries", file=sys.stderr)
        with (
            tempfile.TemporaryDirectory() as folder,
            Board(asked.binary.resolve(), Path(folder), url, files) as board,
        ):
            for name, sort in SORTS.items():
                answers = [ask(board, query, sort, by_url, relevant) for query in every]
                columns.append((f"{database}, {name}", answers))
    if asked.show:
        for name, answers in columns:
            print(tables.found(name, answers[0]))
    elif asked.failing:
        for name, answers in columns:
            for answer in filter(is_failing, answers if BEST_MATCH in name else []):
                print(tables.found(name, answer), end="\n\n")
    else:
        print(tables.figures(columns) + tables.uncounted(columns[0][1]))


def ask(
    board: Board,
    query: Query,
    sort: str,
    by_url: dict[str, Posting],
    relevant: dict[str, set[str]],
) -> Answer:
    urls = board.find(query.text, sort, JUDGED)
    good = [url in relevant[query.text] for url in urls]
    return Answer(query, [by_url[url] for url in urls], good, len(relevant[query.text]))


def is_failing(answer: Answer) -> bool:
    if answer.query.half != queries.TUNING or not answer.relevant:
        return False
    measured = answer.precision if answer.counts_for_precision else answer.reciprocal_rank
    return measured < FAILING


def print_similar(asked: argparse.Namespace, known: list[Posting], files: list[Path]) -> None:
    rules = similar.read(HERE / "similar.toml", HERE / "queries.toml")
    with (
        tempfile.TemporaryDirectory() as folder,
        Board(asked.binary.resolve(), Path(folder), None, files) as board,
    ):
        answers = [similar.ask(board, title, rule, known) for title, rule in rules.items()]
    print(similar.report(answers))


def print_rule(query: Query, known: list[Posting], relevant: set[str]) -> None:
    allowed = [job for job in known if job.url in relevant]
    print(f"{query.text}   [{query.kind}, {query.half}]: {len(allowed)}")
    for job in allowed[:: max(1, len(allowed) // 6)][:6]:
        print(f"    {tables.shown(job)}")


main()
