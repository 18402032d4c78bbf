//! The mail that reminds somebody of many jobs at once.

use chrono::{Days, NaiveDate};

use super::{due::ANSWERED_WITHIN, reminder::Kind};
use crate::{
    http::board::Board,
    jobs::job::Job,
    platform::{i18n::Message, mail::Letter, zone::Moment},
};

/// Jobs that have a line and a link; the others are counted.
pub const MOST_LISTED: usize = 20;

/// The letter about `count` jobs, of which `shown` are listed, each with its link.
pub fn of_many(
    board: &Board,
    kind: Kind,
    shown: &[(&Job, String)],
    count: usize,
    now: Moment,
) -> Letter {
    let locale = board.config.locale;
    let day = |day: Option<NaiveDate>| day.map(|day| locale.date(day)).unwrap_or_default();
    let answer_by = day(now.today().checked_add_days(Days::new(ANSWERED_WITHIN)));
    let (subject, about) = match kind {
        Kind::Week | Kind::Day => (
            Message::new("jobs-mail-many-ending-subject").with("count", count),
            Message::new("jobs-mail-many-ending").with("zone", now.zone.label(locale)),
        ),
        Kind::Confirm => (
            Message::new("jobs-mail-many-asking-subject").with("count", count),
            Message::new("jobs-mail-many-asking-first").with("day", answer_by),
        ),
        Kind::ConfirmAgain => (
            Message::new("jobs-mail-many-asking-subject").with("count", count),
            Message::new("jobs-mail-many-asking-last").with("day", answer_by),
        ),
    };
    let line = |(job, link): &(&Job, String)| match kind {
        Kind::Week | Kind::Day => Message::new("jobs-mail-many-ending-job")
            .with("title", &job.fields.title)
            .with("company", &job.fields.company)
            .with("day", day(job.fields.valid_through))
            .with("link", link.clone()),
        Kind::Confirm | Kind::ConfirmAgain => Message::new("jobs-mail-many-asking-job")
            .with("title", &job.fields.title)
            .with("company", &job.fields.company)
            .with("day", day(job.known_open_on(now.zone)))
            .with("link", link.clone()),
    };
    let rest = count.saturating_sub(shown.len());
    let rest = (rest > 0).then(|| Message::new("jobs-mail-many-rest").with("count", rest));
    let lines = shown.iter().map(line);
    let dashboard = format!("{}dashboard?tab=open", board.config.base_url);
    Letter {
        locale,
        subject,
        heading: None,
        paragraphs: [about].into_iter().chain(lines).chain(rest).collect(),
        action: Some((Message::new("jobs-mail-many-action"), dashboard)),
        closing: vec![
            Message::new("jobs-mail-many-links"),
            Message::new("jobs-mail-many-close"),
        ],
    }
}
