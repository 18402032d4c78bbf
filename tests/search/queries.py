"""The queries of queries.toml, and the half of the set that each belongs to."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

import rule
from rule import Rule

TUNING = "tuning"
KEPT_ASIDE = "kept aside"


@dataclass(frozen=True)
class Query:
    text: str
    kind: str
    rule: Rule

    @property
    def half(self) -> str:
        """Fixed by the text alone, so that a query never changes sides."""
        first = hashlib.sha256(self.text.encode()).digest()[0]
        return TUNING if first % 2 == 0 else KEPT_ASIDE


def read(file: Path) -> list[Query]:
    stated = tomllib.loads(file.read_text(encoding="utf-8"))
    words = stated.pop("words")
    queries = []
    for kind, of_kind in stated.items():
        for text, table in of_kind.items():
            try:
                queries.append(Query(text, kind, rule.read(table, words)))
            except (KeyError, TypeError, ValueError) as problem:
                raise ValueError(f"{file.name}: {kind}: {text}: {problem}") from problem
    texts = [query.text for query in queries]
    twice = sorted({text for text in texts if texts.count(text) > 1})
    if twice:
        raise ValueError(f"{file.name}: twice: {', '.join(twice)}")
    return queries
