//! What a job lacks for a law.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    places::Where,
    rule::{self, Rule},
};
use crate::{
    jobs::{
        fields::JobFields,
        pay::{Pay, money},
        vocabulary::PayPeriod,
    },
    platform::i18n::{Locale, Message},
    text::gazetteer::Place,
};

/// A law, and what a job lacks for it.
#[derive(Clone, Copy, Debug)]
pub struct Finding {
    pub rule: &'static Rule,
    missing: Missing,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Missing {
    Pay,
    Minimum,
    Maximum,
    /// The range is too wide.
    Narrowness,
}

/// A finding as pages show it.
#[derive(Debug, Serialize)]
pub struct FindingView {
    /// Nothing where it is said already.
    text: String,
    source: &'static str,
    checked: String,
}

/// What the job lacks for the laws that hold on `day` where it is.
pub fn of(fields: &JobFields, day: NaiveDate) -> Vec<Finding> {
    let pay = fields.pay();
    let is_complete = pay.is_some_and(|pay| pay.min.is_some() && pay.max.is_some());
    if is_complete && rule::all().iter().all(|rule| rule.widest.is_none()) {
        return Vec::new();
    }
    let Where { places, areas } = Where::of(fields);
    let of_areas = rules_of(day).filter(|rule| areas.iter().any(|area| rule.holds_in_area(area)));
    let of_places = places.iter().flat_map(|place| holding_in(place, day));
    let mut findings: Vec<Finding> = Vec::new();
    for rule in of_places.chain(of_areas) {
        let is_known = findings.iter().any(|known| std::ptr::eq(known.rule, rule));
        if let Some(missing) = lacking(rule, pay.as_ref()).filter(|_| !is_known) {
            findings.push(Finding { rule, missing });
        }
    }
    findings
}

fn rules_of(day: NaiveDate) -> impl Iterator<Item = &'static Rule> {
    rule::all().iter().filter(move |rule| rule.since <= day)
}

/// The laws of a place: its own, or else those of the area that it is in.
fn holding_in(place: &Place, day: NaiveDate) -> Vec<&'static Rule> {
    let mut holding: Vec<&Rule> = rules_of(day).filter(|rule| rule.holds_in(place)).collect();
    if holding.iter().any(|rule| !rule.is_of_area()) {
        holding.retain(|rule| !rule.is_of_area());
    }
    holding
}

fn lacking(rule: &Rule, pay: Option<&Pay>) -> Option<Missing> {
    let Some(pay) = pay else {
        return Some(Missing::Pay);
    };
    if let (Some(exempt), Some(most)) = (
        rule.exempt,
        pay.max.or(pay.min).and_then(|end| yearly(end, pay.period)),
    ) && pay.currency == exempt.currency
        && most > exempt.hundredths
    {
        return None;
    }
    match (pay.min, pay.max) {
        (None, _) if rule.asks_range => Some(Missing::Minimum),
        (_, None) if rule.asks_range => Some(Missing::Maximum),
        (Some(min), Some(max)) => {
            let widest = rule
                .widest
                .filter(|widest| widest.currency == pay.currency)?;
            let width = yearly(max, pay.period)? - yearly(min, pay.period)?;
            (width > widest.hundredths).then_some(Missing::Narrowness)
        }
        _ => None,
    }
}

/// What it is in a year, where that needs no guess of how many hours or days somebody works.
fn yearly(hundredths: i64, period: PayPeriod) -> Option<i64> {
    match period {
        PayPeriod::Year => Some(hundredths),
        PayPeriod::Month => hundredths.checked_mul(12),
        PayPeriod::Week | PayPeriod::Day | PayPeriod::Hour => None,
    }
}

impl FindingView {
    /// The same with no more than the source.
    pub fn said(self) -> Self {
        Self {
            text: String::new(),
            ..self
        }
    }
}

impl Finding {
    /// The field of the form in which something is missing.
    pub fn field(self) -> &'static str {
        match self.missing {
            Missing::Pay | Missing::Minimum => "pay_min",
            Missing::Maximum | Missing::Narrowness => "pay_max",
        }
    }

    /// Which law it is, what it asks for and what is missing.
    pub fn message(self, locale: Locale) -> Message {
        let rule = self.rule;
        let (place, law, since) = (rule.place(), rule.law, locale.date(rule.since));
        if rule.is_met_by_interview {
            return Message::new("jobs-pay-rule-interview")
                .with("law", law)
                .with("since", since);
        }
        let asked = if rule.asks_range {
            Message::new("jobs-pay-rule-range")
                .with("place", place)
                .with("law", law)
                .with("since", since)
        } else {
            Message::new("jobs-pay-rule-pay")
                .with("place", place)
                .with("law", law)
                .with("since", since)
        };
        let missing = match self.missing {
            Missing::Pay => Message::new("jobs-pay-rule-none"),
            Missing::Minimum => Message::new("jobs-pay-rule-minimum"),
            Missing::Maximum => Message::new("jobs-pay-rule-maximum"),
            Missing::Narrowness => {
                let widest = rule
                    .widest
                    .map(|widest| money(widest.currency, widest.hundredths, locale));
                Message::new("jobs-pay-rule-wide").with("widest", widest.unwrap_or_default())
            }
        };
        match rule.employees {
            Some(employees) => Message::new("jobs-pay-rule-employers")
                .with("asked", asked)
                .with("missing", missing)
                .with("employees", employees),
            None => Message::new("jobs-pay-rule")
                .with("asked", asked)
                .with("missing", missing),
        }
    }

    pub fn view(self, locale: Locale) -> FindingView {
        FindingView {
            text: locale.text(&self.message(locale)),
            source: self.rule.source,
            checked: locale.date(self.rule.checked),
        }
    }
}
