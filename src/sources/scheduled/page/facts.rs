//! A source and its runs, as pages show them.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::{
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        zone::Moment,
    },
    sources::scheduled::{
        fetch::Problem,
        run::{Outcome, Run},
        source::Source,
        tally,
    },
};

/// A source as it is listed.
#[derive(Debug, Serialize)]
pub struct Row {
    id: i64,
    name: String,
    system: String,
    address: String,
    /// Where its jobs are read.
    url: String,
    every: String,
    open: String,
    status: String,
    /// The class of its badge.
    badge: &'static str,
    company: String,
    /// When it was read last without a failure.
    last: Option<String>,
    /// Why it could not be read, where that failed.
    problem: Option<String>,
    next: Option<String>,
    held: i32,
    is_paused: bool,
}

impl Row {
    /// `is_queued` says whether it is being read, or will be in a moment.
    pub fn new(source: &Source, open: i64, is_queued: bool, locale: Locale, now: Moment) -> Self {
        let (status, badge) = status(source, is_queued);
        let problem = Problem::from_text(&source.trouble);
        let is_paused = source.paused_at.is_some();
        Self {
            id: source.id,
            name: source.name(),
            system: locale.text(&source.system.label()),
            address: source.address.clone(),
            url: source.system.address(&source.address),
            every: hours_in_words(source.hours, locale),
            open: locale.number(open),
            status: locale.text(&status),
            badge,
            company: source.company.clone(),
            last: source.read_at.map(|at| since(at, locale, now)),
            problem: problem.map(|problem| locale.text(&problem.message())),
            next: (!is_paused).then(|| next(source, locale, now)),
            held: source.held,
            is_paused,
        }
    }
}

fn status(source: &Source, is_queued: bool) -> (Message, &'static str) {
    if is_queued {
        (Message::new("sources-status-reading"), "paused")
    } else if source.held > 0 {
        (Message::new("sources-status-held"), "draft")
    } else if source.paused_at.is_some() {
        (Message::new("sources-status-paused"), "paused")
    } else if source.failures > 0 {
        (Message::new("sources-status-failing"), "removed")
    } else if source.read_at.is_none() {
        (Message::new("sources-status-waiting"), "paused")
    } else {
        (Message::new("sources-status-ok"), "published")
    }
}

/// How long ago something was: minutes and hours of a day, days after that.
fn since(then: NaiveDateTime, locale: Locale, now: Moment) -> String {
    let minutes = (now.at - then).num_minutes();
    let message = match minutes {
        ..2 => Message::new("sources-ago-now"),
        2..=90 => Message::new("sources-ago-minutes").with("minutes", minutes),
        91..=2_160 => Message::new("sources-ago-hours").with("hours", (minutes + 30) / 60),
        _ => return locale.ago(then, now),
    };
    locale.text(&message)
}

/// When it is read next.
fn next(source: &Source, locale: Locale, now: Moment) -> String {
    let minutes = (source.due_at - now.at).num_minutes().max(0);
    let message = match minutes {
        0 | 1 => Message::new("sources-next-now"),
        2..=90 => Message::new("sources-next-minutes").with("minutes", minutes),
        _ => Message::new("sources-next-hours").with("hours", (minutes + 30) / 60),
    };
    locale.text(&message)
}

/// `Every 6 hours`
pub fn hours_in_words(hours: i32, locale: Locale) -> String {
    locale.text(&Message::new("sources-every").with("hours", hours))
}

/// A run as it is listed.
#[derive(Debug, Serialize)]
pub struct RunRow {
    ago: String,
    /// To the minute, UTC.
    at: String,
    outcome: String,
    badge: &'static str,
    problem: Option<String>,
    found: String,
    /// What it changed: `3 added`.
    changes: Vec<String>,
    notes: Vec<String>,
    seconds: String,
}

impl RunRow {
    pub fn new(run: &Run, locale: Locale, now: Moment) -> Self {
        let changes = [
            (
                run.added,
                Message::new("sources-run-added").with("count", run.added),
            ),
            (
                run.updated,
                Message::new("sources-run-updated").with("count", run.updated),
            ),
            (
                run.reopened,
                Message::new("sources-run-reopened").with("count", run.reopened),
            ),
            (
                run.closed,
                Message::new("sources-run-closed").with("count", run.closed),
            ),
            (
                run.missing,
                match *run.outcome {
                    Outcome::Kept => Message::new("sources-run-kept").with("count", run.missing),
                    _ => Message::new("sources-run-missing").with("count", run.missing),
                },
            ),
            (
                run.own,
                Message::new("sources-run-own").with("count", run.own),
            ),
            (
                run.refused,
                Message::new("sources-run-refused").with("count", run.refused),
            ),
        ];
        let changes = changes.iter().filter(|(count, _)| *count > 0);
        Self {
            ago: since(run.at, locale, now),
            at: run.at.format("%F %R UTC").to_string(),
            outcome: locale.text(&run.outcome.label()),
            badge: match *run.outcome {
                Outcome::Failed | Outcome::Empty => "removed",
                Outcome::Held => "draft",
                Outcome::Closed | Outcome::Kept => "paused",
                Outcome::Done | Outcome::Unchanged | Outcome::Zero => "published",
            },
            problem: Problem::from_text(&run.trouble)
                .map(|problem| locale.text(&problem.message())),
            found: locale.number(i64::from(run.found)),
            changes: changes.map(|(_, message)| locale.text(message)).collect(),
            notes: tally::kept_in_words(&run.notes, locale),
            seconds: locale.hundredths(i64::from(run.milliseconds / 10).max(1)),
        }
    }
}
