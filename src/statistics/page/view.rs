//! Figures as pages show them.

use serde::Serialize;

use crate::{
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        zone::Moment,
    },
    statistics::{
        agent::Rule,
        chart::{self, Chart, Span},
        counter::WRITE_EVERY,
        figures::{Figures, Sums},
        period::{DAYS, Period},
        source,
    },
};

/// Most sources and jobs that have a row.
const MOST_ROWS: usize = 50;

#[derive(Debug, Serialize)]
pub struct View {
    periods: Vec<Choice>,
    people: Row,
    bots: Row,
    chart: Option<Chart>,
    /// Days, or weeks, the newest first.
    days: Vec<DayRow>,
    sources: Vec<Row>,
    /// By the rules that make them bots.
    rules: Vec<Row>,
    jobs: Vec<JobRow>,
    /// How old the numbers may be.
    age: String,
    /// Where the same is as a file.
    csv: String,
}

/// A period to choose.
#[derive(Debug, Serialize)]
struct Choice {
    label: String,
    href: String,
    is_current: bool,
}

#[derive(Debug, Serialize)]
struct Row {
    label: String,
    views: String,
    applies: String,
    /// How many of a hundred who view go on to apply.
    rate: String,
}

#[derive(Debug, Serialize)]
struct DayRow {
    #[serde(flatten)]
    people: Row,
    bots: String,
}

#[derive(Debug, Serialize)]
struct JobRow {
    #[serde(flatten)]
    row: Row,
    id: i64,
    company: String,
}

impl View {
    pub fn new(
        figures: &Figures,
        period: Period,
        now: Moment,
        address: &str,
        locale: Locale,
    ) -> Self {
        let today = now.today();
        let first = match (period, figures.days.keys().next()) {
            (Period::All, Some(first)) => *first,
            (Period::All, None) => today,
            _ => period.first(today),
        };
        // No day before there was anything to count.
        let since = figures.since.map(|since| now.zone.day_of(since));
        let since = since.min(figures.days.keys().next().copied()).or(since);
        let first = since.map_or(first, |since| first.max(since).min(today));
        let spans = chart::spans(figures, first, today);
        let total = figures.total();
        let choice = |choice: &Period| Choice {
            label: locale.text(&choice.label()),
            href: match choice {
                Period::Weeks => address.to_owned(),
                other => format!("{address}?{DAYS}={}", other.as_str()),
            },
            is_current: *choice == period,
        };
        let rule = |name: &str| {
            Rule::from_text(name).map_or_else(|| name.to_owned(), |rule| locale.text(&rule.label()))
        };
        Self {
            periods: Period::ALL.iter().map(choice).collect(),
            people: Row::new(String::new(), total.people, locale),
            bots: Row::new(String::new(), total.bots, locale),
            chart: Chart::of(&spans, locale),
            days: spans
                .iter()
                .rev()
                .map(|span| DayRow::new(span, locale))
                .collect(),
            sources: rows(&figures.sources, locale, |name| {
                source::in_words(name, locale)
            }),
            rules: rows(&figures.bots, locale, rule),
            jobs: figures
                .jobs
                .iter()
                .take(MOST_ROWS)
                .map(|job| JobRow {
                    row: Row::new(job.title.clone(), job.sums, locale),
                    id: job.id,
                    company: job.company.clone(),
                })
                .collect(),
            age: locale
                .text(&Message::new("statistics-age").with("seconds", WRITE_EVERY.as_secs())),
            csv: format!("{address}.csv?{DAYS}={}", period.as_str()),
        }
    }
}

/// A row for each of the first, and one for the rest.
fn rows(all: &[(String, Sums)], locale: Locale, name: impl Fn(&str) -> String) -> Vec<Row> {
    let (shown, rest) = all.split_at(all.len().min(MOST_ROWS));
    let mut rows: Vec<Row> = shown
        .iter()
        .map(|(label, sums)| Row::new(name(label), *sums, locale))
        .collect();
    if !rest.is_empty() {
        let mut sums = Sums::default();
        for (_, more) in rest {
            sums += *more;
        }
        let label = Message::new("statistics-rest").with("count", rest.len());
        rows.push(Row::new(locale.text(&label), sums, locale));
    }
    rows
}

impl Row {
    fn new(label: String, sums: Sums, locale: Locale) -> Self {
        let Sums { views, applies } = sums;
        let rate = match views {
            // Somebody may apply by a link from elsewhere: more clicks than views are no share of them.
            views if views < applies || views == 0 => "–".to_owned(),
            views => {
                let percent = Message::new("statistics-percent").with(
                    "number",
                    locale.hundredths((applies * 10_000 + views / 2) / views),
                );
                locale.text(&percent)
            }
        };
        Self {
            label,
            views: locale.number(views),
            applies: locale.number(applies),
            rate,
        }
    }
}

impl DayRow {
    fn new(span: &Span, locale: Locale) -> Self {
        Self {
            people: Row::new(span.label(locale), span.sums.people, locale),
            bots: locale.number(span.sums.bots.views),
        }
    }
}
