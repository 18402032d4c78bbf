//! Views by day as bars, with those who went on to apply as the lower part of each.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::figures::{DaySums, Figures, Sums};
use crate::platform::i18n::{Locale, Message};

/// Most bars; of more days a bar is a week.
const MOST: u64 = 92;

/// The size of the drawing, in its own units.
const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 140.0;

/// The part of a bar's place that is left between two bars.
const GAP: f64 = 0.2;

/// Widest bar.
const WIDEST: f64 = 24.0;

/// A day, or seven of them.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub sums: DaySums,
}

/// A drawing.
#[derive(Debug, Serialize)]
pub struct Chart {
    width: f64,
    height: f64,
    bars: Vec<Bar>,
    /// The most views of a bar.
    most: String,
    first: String,
    last: String,
}

#[derive(Debug, Serialize)]
struct Bar {
    x: f64,
    width: f64,
    /// Tops and heights.
    views: (f64, f64),
    applies: (f64, f64),
    /// What it shows, in words.
    label: String,
}

/// The days from `first` to `last`, those without visits too, or the weeks where there are many.
pub fn spans(figures: &Figures, first: NaiveDate, last: NaiveDate) -> Vec<Span> {
    let days = u64::try_from((last - first).num_days() + 1).unwrap_or(1);
    let step = if days > MOST { 7 } else { 1 };
    // The last one is whole.
    let mut end = last;
    let mut spans = Vec::new();
    while end >= first {
        let begin = (end - Days::new(step - 1)).max(first);
        let mut sums = DaySums::default();
        for day in figures.days.range(begin..=end).map(|(_, sums)| sums) {
            sums.people += day.people;
            sums.bots += day.bots;
        }
        spans.push(Span {
            first: begin,
            last: end,
            sums,
        });
        end = begin - Days::new(1);
    }
    spans.reverse();
    spans
}

impl Span {
    pub fn label(&self, locale: Locale) -> String {
        let first = locale.date(self.first);
        if self.first == self.last {
            return first;
        }
        let last = locale.date(self.last);
        let days = Message::new("statistics-span")
            .with("first", first)
            .with("last", last);
        locale.text(&days)
    }
}

impl Chart {
    /// Nothing where nobody came.
    pub fn of(spans: &[Span], locale: Locale) -> Option<Self> {
        let (first, last) = (spans.first()?, spans.last()?);
        let highest = |sums: &Sums| sums.views.max(sums.applies);
        let most = spans.iter().map(|span| highest(&span.sums.people)).max()?;
        if most == 0 {
            return None;
        }
        let step = WIDTH / spans.len() as f64;
        let width = (step * (1.0 - GAP)).min(WIDEST);
        let up = |visits: i64| {
            let height = visits as f64 * HEIGHT / most as f64;
            (HEIGHT - height, height)
        };
        let bars = spans.iter().enumerate().map(|(place, span)| {
            let people = span.sums.people;
            let label = Message::new("statistics-bar")
                .with("when", span.label(locale))
                .with("views", people.views)
                .with("applies", people.applies);
            Bar {
                x: place as f64 * step,
                width,
                views: up(people.views),
                applies: up(people.applies),
                label: locale.text(&label),
            }
        });
        Some(Self {
            width: WIDTH,
            height: HEIGHT + 1.0,
            bars: bars.collect(),
            most: locale.number(most),
            first: locale.date(first.first),
            last: locale.date(last.last),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_day_is_in_one_span_and_many_days_are_weeks() {
        let last = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap_or_default();
        let sums = |views| DaySums {
            people: Sums { views, applies: 0 },
            bots: Sums::default(),
        };
        let days: BTreeMap<NaiveDate, DaySums> = (0..200)
            .map(|ago| (last - Days::new(ago), sums(1)))
            .collect();
        let figures = Figures {
            since: None,
            days,
            sources: Vec::new(),
            bots: Vec::new(),
            jobs: Vec::new(),
        };
        for (count, bars) in [(28, 28), (90, 90), (200, 29)] {
            let spans = spans(&figures, last - Days::new(count - 1), last);
            assert_eq!(spans.len(), bars);
            let views: i64 = spans.iter().map(|span| span.sums.people.views).sum();
            assert_eq!(views, i64::try_from(count).unwrap_or_default());
            assert_eq!(spans.last().map(|span| span.last), Some(last));
        }
    }
}
