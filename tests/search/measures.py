"""Precision at 10 and the reciprocal rank of one answer, and their means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from postings import Posting
from queries import Query

JUDGED = 10

# With fewer relevant postings than this, precision is more luck than quality.
FEWEST_RELEVANT = 5


@dataclass(frozen=True)
class Answer:
    """What a board found for a query, at most the first ten, and which of it is relevant."""

    query: Query
    found: list[Posting]
    good: list[bool]
    relevant: int

    @property
    def counts_for_precision(self) -> bool:
        return self.relevant >= FEWEST_RELEVANT

    @property
    def precision(self) -> float:
        """Of ten places, or of as many as there are relevant postings."""
        return sum(self.good) / min(JUDGED, self.relevant)

    @property
    def reciprocal_rank(self) -> float:
        return 1 / (self.good.index(True) + 1) if any(self.good) else 0.0


@dataclass(frozen=True)
class Score:
    queries: int
    precision: float | None
    precision_of: int
    reciprocal_rank: float | None


def score(answers: Iterable[Answer]) -> Score:
    answered = [answer for answer in answers if answer.relevant]
    precise = [answer for answer in answered if answer.counts_for_precision]
    return Score(
        queries=len(answered),
        precision=mean(precise, lambda answer: answer.precision),
        precision_of=len(precise),
        reciprocal_rank=mean(answered, lambda answer: answer.reciprocal_rank),
    )


def mean(answers: list[Answer], measure: Callable[[Answer], float]) -> float | None:
    return sum(map(measure, answers)) / len(answers) if answers else None
