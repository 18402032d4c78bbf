"""What makes a posting a good answer to a query: everything that its rule names must hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from postings import Posting

# The most that somebody pays who is meant by a rule about pay; above it the posting has a slip in it.
MOST_PAY = 5_000_000


@dataclass(frozen=True)
class Rule:
    # Regular expressions, found anywhere and whatever the case.
    title: str = ""
    not_title: str = ""
    # The title, the category or the skills.
    trade: str = ""
    # The title, the skills or the description.
    text: str = ""
    not_text: str = ""
    company: str = ""
    # The place, or a title that names one.
    place: str = ""
    category: str = ""
    employment: str = ""
    remote: bool | None = None
    hybrid: bool | None = None
    # `150000 USD`, in a year.
    pay_at_least: str = ""
    # `2026-01-01`
    posted_since: str = ""
    # Postings that a second rule allows are good answers, too.
    otherwise: Rule | None = None


NAMES = {field.name for field in fields(Rule)}


def read(stated: dict[str, Any], words: dict[str, str]) -> Rule:
    """The rule that a table of queries.toml states. `<name>` stands for an expression of `words`."""
    unknown = stated.keys() - NAMES
    if unknown or not stated:
        raise ValueError(f"no rule: {sorted(unknown) or 'it is empty'}")
    values = {name: expanded(value, words) for name, value in stated.items()}
    if "otherwise" in stated:
        values["otherwise"] = read(stated["otherwise"], words)
    return Rule(**values)


def expanded(value: Any, words: dict[str, str]) -> Any:
    if not isinstance(value, str):
        return value
    return re.sub(r"<([a-z_]+)>", lambda name: f"(?:{expanded(words[name[1]], words)})", value)


def is_relevant(posting: Posting, rule: Rule) -> bool:
    return holds(posting, rule) or (
        rule.otherwise is not None and is_relevant(posting, rule.otherwise)
    )


def holds(posting: Posting, rule: Rule) -> bool:
    return (
        says(posting.title, rule.title)
        and lacks(posting.title, rule.not_title)
        and says(posting.company, rule.company)
        and says(posting.where, rule.place)
        and says(posting.category, rule.category)
        and says(posting.employment, rule.employment)
        and rule.remote in (None, posting.remote)
        and rule.hybrid in (None, posting.hybrid)
        and posting.date >= rule.posted_since
        and pays(posting, rule.pay_at_least)
        and says(posting.trade, rule.trade)
        and says(posting.text, rule.text)
        and lacks(posting.text, rule.not_text)
    )


def says(text: str, expression: str) -> bool:
    return not expression or compiled(expression).search(text) is not None


def lacks(text: str, expression: str) -> bool:
    return not expression or compiled(expression).search(text) is None


@cache
def compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def pays(posting: Posting, least: str) -> bool:
    if not least:
        return True
    amount, currency = least.split()
    return posting.currency == currency and float(amount) <= posting.pay <= MOST_PAY
