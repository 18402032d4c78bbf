"""What is printed: figures by kind, and single queries with what they found."""

from __future__ import annotations

from collections.abc import Iterable

from measures import JUDGED, Answer, score
from postings import Posting
from queries import KEPT_ASIDE, TUNING

# One for each database and order: its name, and all its answers.
Column = tuple[str, list[Answer]]

ALL = "all"


def figures(columns: list[Column]) -> str:
    """Precision at 10 and mean reciprocal rank, in all, by half and by kind."""
    kinds = dict.fromkeys(answer.query.kind for answer in columns[0][1])
    heads = [name for name, _ in columns]
    precise = [[f"P@{JUDGED}", "queries", *heads]]
    ranked = [["MRR", "queries", *heads]]
    for name in (ALL, TUNING, KEPT_ASIDE, *kinds):
        scores = [score(only(name, answers)) for _, answers in columns]
        precisions = [figure(of_column.precision) for of_column in scores]
        ranks = [figure(of_column.reciprocal_rank) for of_column in scores]
        precise.append([name, str(scores[0].precision_of), *precisions])
        ranked.append([name, str(scores[0].queries), *ranks])
    return f"{table(precise)}\n\n{table(ranked)}"


def only(name: str, answers: list[Answer]) -> list[Answer]:
    """The answers of a half or of a kind."""
    return [answer for answer in answers if name in (ALL, answer.query.half, answer.query.kind)]


def figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def table(lines: list[list[str]]) -> str:
    """In Markdown, which is as readable in a terminal."""
    widths = [max(map(len, cells)) for cells in zip(*lines)]
    ruler = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    rows = [row(lines[0], widths), "|" + "|".join(f" {part} " for part in ruler) + "|"]
    return "\n".join(rows + [row(line, widths) for line in lines[1:]])


def row(cells: list[str], widths: list[int]) -> str:
    numbers = [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:])]
    return "| " + " | ".join([cells[0].ljust(widths[0]), *numbers]) + " |"


def found(where: str, answer: Answer) -> str:
    """A query and what was found, each marked as relevant or not."""
    query = answer.query
    head = f"{query.text}   [{query.kind}, {query.half}] {where}: {answer.relevant} relevant"
    if answer.relevant:
        head += f", P@{JUDGED} {answer.precision:.2f}, reciprocal rank {answer.reciprocal_rank:.2f}"
    jobs = zip(answer.good, answer.found)
    lines = [f"  {'+' if good else '-'} {shown(job)}" for good, job in jobs] or ["  nothing found"]
    return "\n".join([head, *lines])


def shown(job: Posting) -> str:
    said = [job.title, job.company, job.place, job.employment, "remote" if job.remote else ""]
    if job.pay:
        said.append(f"{job.pay:.0f} {job.currency}")
    return " | ".join(part for part in said if part)


def uncounted(answers: Iterable[Answer]) -> str:
    """The queries that no posting answers: nothing can be found, so they are in no mean."""
    texts = [answer.query.text for answer in answers if not answer.relevant]
    return f"\n\nIn no figure, because no posting answers: {', '.join(texts)}" if texts else ""
