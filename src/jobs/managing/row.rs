//! A job in the tables of whoever looks after it.

use serde::Serialize;

use super::rows::JobRow;
use crate::{
    jobs::status::Status,
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        zone::Moment,
    },
};

#[derive(Debug, Serialize)]
pub struct Row<'a> {
    id: i64,
    path: String,
    title: &'a str,
    company: &'a str,
    /// `expired` for a published one that is past its last day, `unconfirmed` for one that is off the lists for
    /// want of a confirmation, `scheduled` for a draft with a day.
    status: &'static str,
    status_label: String,
    /// When it was posted; nothing for a draft.
    posted: Option<String>,
    changed: String,
    /// The last day that it takes applications.
    expires: Option<String>,
    can_publish: bool,
    can_unpublish: bool,
    can_close: bool,
    can_restore: bool,
    /// The last day that a renewal gives it.
    renews_until: Option<String>,
    can_confirm: bool,
    can_repost: bool,
    /// The day on which it is published by itself.
    publish_at: Option<String>,
    /// What came of it.
    outcome: Option<String>,
    /// The owner's address.
    owner: Option<&'a str>,
    /// How often its page was opened.
    views: String,
    /// Why an administrator removed it.
    reason: Option<&'a str>,
}

impl<'a> Row<'a> {
    pub fn new(row: &'a JobRow, locale: Locale, now: Moment) -> Self {
        let job = &row.job;
        Self {
            id: job.id,
            path: job.path(),
            title: &job.fields.title,
            company: &job.fields.company,
            status: match *job.status {
                Status::Published if job.is_unconfirmed() => "unconfirmed",
                Status::Published if !job.is_open(now.today()) => "expired",
                Status::Draft if row.publish_at.is_some() => "scheduled",
                status => status.as_str(),
            },
            status_label: locale.text(&match row.publish_at {
                Some(_) => Message::new("jobs-status-scheduled"),
                None => job.status_label(now.today()),
            }),
            posted: job.date_posted.map(|then| locale.ago(then, now)),
            changed: locale.ago(job.updated_at, now),
            expires: job.fields.valid_through.map(|day| locale.date(day)),
            can_publish: job.status.can_publish(),
            can_unpublish: job.status.can_unpublish(),
            can_close: job.status.can_close(),
            can_restore: job.status.can_restore(),
            renews_until: job.renewed_until(now.today()).map(|day| locale.date(day)),
            can_confirm: job.wants_confirmation(now),
            can_repost: job.can_repost(now.today()),
            publish_at: row.publish_at.map(|day| locale.date(day)),
            outcome: row.outcome.map(|outcome| locale.text(&outcome.label())),
            owner: row.owner.as_deref(),
            views: locale.number(row.views),
            reason: row.reason.as_deref(),
        }
    }
}
