"""What the figures rest on. bin/judge runs these tests first."""

from __future__ import annotations

import unittest
from typing import Any

import postings
import rule
from board import Cards
from measures import Answer, score
from postings import Posting
from queries import Query


def posting(**more: Any) -> Posting:
    job = {
        "title": "Software Engineer &amp; Lead",
        "url": "https://example.org/1",
        "hiringOrganization": {"name": "Engines"},
        "jobLocation": {"address": "Remote - Germany"},
    }
    return postings.of(job | more)


def answer(good: list[bool], relevant: int) -> Answer:
    query = Query("rust", "skill", rule.read({"title": "rust"}, {}))
    return Answer(query, [posting()] * len(good), good, relevant)


class Judge(unittest.TestCase):
    def test_everything_that_a_rule_names_must_hold(self) -> None:
        words = {"trade": "engineer|developer"}
        stated = {"title": "<trade>", "not_title": "senior", "place": "germany", "remote": True}
        wanted = rule.read(stated, words)
        self.assertTrue(rule.is_relevant(posting(), wanted))
        self.assertFalse(rule.is_relevant(posting(title="Senior Engineer"), wanted))
        elsewhere = {"address": "Remote - Spain"}
        self.assertFalse(rule.is_relevant(posting(jobLocation=elsewhere), wanted))

    def test_a_second_rule_allows_more(self) -> None:
        wanted = rule.read({"title": "nurse", "otherwise": {"title": "lead"}}, {})
        self.assertTrue(rule.is_relevant(posting(), wanted))

    def test_pay_counts_for_a_year_in_its_currency(self) -> None:
        hourly = {"currency": "USD", "value": {"maxValue": 80, "unitText": "HOUR"}}
        wanted = rule.read({"pay_at_least": "150000 USD"}, {})
        self.assertTrue(rule.is_relevant(posting(baseSalary=hourly), wanted))
        self.assertFalse(rule.is_relevant(posting(baseSalary=hourly | {"currency": "EUR"}), wanted))
        self.assertFalse(rule.is_relevant(posting(), wanted))

    def test_a_misspelt_name_in_a_rule_is_an_error(self) -> None:
        with self.assertRaises(ValueError):
            rule.read({"titel": "nurse"}, {})

    def test_empty_rows_are_misses_and_few_relevant_postings_a_smaller_whole(self) -> None:
        self.assertEqual(answer([True, False], 20).precision, 0.1)
        self.assertEqual(answer([True, False, True], 5).precision, 0.4)

    def test_the_first_relevant_row_makes_the_reciprocal_rank(self) -> None:
        self.assertEqual(answer([False, True, True], 3).reciprocal_rank, 0.5)
        self.assertEqual(answer([False], 3).reciprocal_rank, 0)

    def test_with_few_relevant_postings_only_the_rank_counts(self) -> None:
        scored = score([answer([True], 4), answer([], 10), answer([], 0)])
        self.assertEqual((scored.queries, scored.precision_of), (2, 1))
        self.assertEqual((scored.precision, scored.reciprocal_rank), (0, 0.5))

    def test_only_the_headings_of_cards_are_jobs(self) -> None:
        cards = Cards()
        cards.feed(
            '<h2><a href="/about">No</a></h2><ul class="cards"><li class="card"><h2>'
            '<a href="/jobs/7-rust">Rust</a></h2><a href="/tags/rust">rust</a></li>'
            '<li class="card-more"><a href="/companies/acme">4 more</a></li></ul>'
        )
        self.assertEqual(cards.paths, ["/jobs/7-rust"])


if __name__ == "__main__":
    unittest.main()
