"""The jobs that a board shows as similar to another, and how many of them are."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import rule
from board import Board
from postings import Posting
from rule import Rule, is_relevant

# As many as a job's page shows.
SHOWN = 5


@dataclass(frozen=True)
class Similar:
    """What is shown below one job."""

    posting: Posting
    shown: list[Posting]
    good: list[bool]
    # How many other postings are similar.
    relevant: int

    @property
    def precision(self) -> float:
        return sum(self.good) / min(SHOWN, self.relevant)


def read(file: Path, queries: Path) -> dict[str, Rule]:
    """The rule of each title."""
    words = tomllib.loads(queries.read_text(encoding="utf-8"))["words"]
    stated = tomllib.loads(file.read_text(encoding="utf-8"))
    return {title: rule.read(table, words) for title, table in stated.items()}


def ask(board: Board, title: str, of_title: Rule, known: list[Posting]) -> Similar:
    by_url = {posting.url: posting for posting in known}
    posting = next(posting for posting in known if posting.title == title)
    shown = [by_url[url] for url in board.similar(posting.url, title, SHOWN)]
    others = [other for other in known if other.url != posting.url]
    relevant = sum(is_relevant(other, of_title) for other in others)
    return Similar(posting, shown, [is_relevant(other, of_title) for other in shown], relevant)


def report(answers: list[Similar]) -> str:
    lines = []
    for answer in answers:
        lines.append(f"{answer.precision:.2f}  {answer.posting.title}  [{answer.relevant} similar]")
        for good, other in zip(answer.good, answer.shown):
            mark = "+" if good else "-"
            lines.append(f"      {mark} {other.title} | {other.company} | {other.place}")
    mean = sum(answer.precision for answer in answers) / len(answers)
    lines.append(f"\nP@{SHOWN} of {len(answers)} jobs: {mean:.2f}")
    return "\n".join(lines)
