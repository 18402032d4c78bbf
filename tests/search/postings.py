"""The postings that the board holds, as the rules of relevance read them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

REMOTE = re.compile(r"remote|anywhere|distributed", re.IGNORECASE)
REMOTE_TITLE = re.compile(r"\bremote\b", re.IGNORECASE)
HYBRID = re.compile(r"hybrid", re.IGNORECASE)
YEARLY = {"HOUR": 2080, "DAY": 260, "WEEK": 52, "MONTH": 12, "YEAR": 1}


@dataclass(frozen=True)
class Posting:
    url: str
    title: str
    company: str
    place: str
    category: str
    skills: str
    description: str
    employment: str
    remote: bool
    hybrid: bool
    date: str
    # The upper end of the pay in a year, and its currency; 0 where none is stated.
    pay: float
    currency: str

    @cached_property
    def trade(self) -> str:
        return f"{self.title}\n{self.category}\n{self.skills}"

    @cached_property
    def where(self) -> str:
        return f"{self.place}\n{self.title}"

    @cached_property
    def text(self) -> str:
        return f"{self.title}\n{self.skills}\n{self.description}"


def read(files: Iterable[Path]) -> list[Posting]:
    lines = (line for file in files for line in file.read_text(encoding="utf-8").split("\n"))
    return [of(json.loads(line)) for line in lines if line.strip()]


def of(job: dict[str, Any]) -> Posting:
    title, place = text(job.get("title")), address(job.get("jobLocation"))
    pay, currency = stated_pay(job.get("baseSalary") or {})
    remote = job.get("jobLocationType") == "TELECOMMUTE"
    categories = (job.get("industry"), job.get("occupationalCategory"))
    return Posting(
        url=job["url"],
        title=title,
        company=text(job["hiringOrganization"].get("name")),
        place=place,
        category=" ".join(text(category) for category in categories),
        skills=text(job.get("skills")),
        description=text(job.get("description")),
        employment=text(job.get("employmentType")),
        remote=remote or bool(REMOTE.search(place) or REMOTE_TITLE.search(title)),
        hybrid=bool(HYBRID.search(place) or HYBRID.search(title)),
        date=text(job.get("datePosted"))[:10],
        pay=pay,
        currency=currency,
    )


def text(value: Any) -> str:
    """Strings and lists of them as one text, without HTML's entities."""
    if isinstance(value, list):
        return " ".join(text(part) for part in value)
    return html.unescape(str(value or "")).strip()


def address(location: Any) -> str:
    places = location if isinstance(location, list) else [location or {}]
    addresses = (place.get("address") for place in places)
    return " / ".join(
        ", ".join(text(part) for key, part in address.items() if key != "@type")
        if isinstance(address, dict)
        else text(address)
        for address in addresses
    )


def stated_pay(salary: dict[str, Any]) -> tuple[float, str]:
    value = salary.get("value") or {}
    highest = value.get("maxValue") or value.get("minValue") or value.get("value") or 0
    return float(highest) * YEARLY.get(text(value.get("unitText")), 1), text(salary.get("currency"))
