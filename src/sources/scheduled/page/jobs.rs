//! `/admin/sources/{source}/jobs`: what became of each posting of a source.

use actix_web::{HttpRequest, HttpResponse, web::Path};
use serde::Serialize;
use tera::context;

use super::{PATH, facts::Row, show::parse};
use crate::{
    accounts::Admin,
    http::{error::Error, listing::Listing, page::Page},
    jobs::{Job, job},
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        zone::Moment,
    },
    sources::scheduled::{
        posting::{self, Remembered, State},
        source::Source,
    },
};

/// Jobs on one page.
const PAGE_SIZE: i64 = 50;

/// A posting, and the job that it became.
#[derive(Debug, Serialize)]
struct JobRow {
    /// Nothing where the job was deleted.
    href: Option<String>,
    title: String,
    identifier: String,
    status: String,
    badge: &'static str,
}

/// `GET /admin/sources/{source}/jobs`
pub async fn jobs(
    page: Page,
    _: Admin,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let (id, now) = (parse(&id)?, page.board.clock.moment());
    let listing = Listing::of(&request, format!("{PATH}/{id}/jobs"), &[], PAGE_SIZE);
    let asked = listing.clone();
    let (source, count, postings) = page
        .board
        .read(move |db| {
            let source = Source::find(db, id)?.ok_or(Error::NotFound)?;
            let count = posting::count(db, id)?;
            let window = asked.window(count);
            let postings = posting::newest_of(db, id, window.offset, window.limit)?;
            Ok((source, count, postings))
        })
        .await?;
    let locale = page.locale;
    let rows: Vec<JobRow> = postings
        .iter()
        .map(|(posting, job)| JobRow::new(posting, job.as_ref(), locale, now))
        .collect();
    page.show(
        "sources/jobs.html",
        context! {
            area => "sources",
            source => &Row::new(&source, 0, false, locale, now),
            jobs => &rows,
            pages => &listing.pages(count, locale),
        },
    )
}

impl JobRow {
    fn new(posting: &Remembered, job: Option<&Job>, locale: Locale, now: Moment) -> Self {
        let (status, badge) = match job {
            None => (Message::new("sources-state-deleted"), "removed"),
            Some(_) if *posting.state != State::Open => (posting.state.label(), "paused"),
            Some(job) if job.is_open(now.today()) && posting.missing > 0 => {
                (Message::new("sources-state-missing"), "draft")
            }
            Some(job) if job.is_open(now.today()) => (posting.state.label(), "published"),
            Some(job) => (job.status_label(now.today()), "paused"),
        };
        Self {
            href: job.map(|job| job::path(job.id, &job.fields.title)),
            title: job.map(|job| job.fields.title.clone()).unwrap_or_default(),
            identifier: posting.value.clone(),
            status: locale.text(&status),
            badge,
        }
    }
}
