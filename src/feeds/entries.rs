//! What a feed holds, whatever its format.

use serde::Serialize;
use serde_json::json;

use super::ids::Ids;
use crate::{
    http::{board::Board, picture},
    jobs::{Job, location, view::description},
    platform::{db::text_enum::TextEnum, i18n::Message, zone::Moment},
    search::{JobQuery, formats::Format, heading, query::Found},
    text::markdown::Top,
};

/// A feed, as its template shows it.
#[derive(Serialize)]
pub struct Feed {
    id: String,
    title: String,
    /// The list.
    page: String,
    address: String,
    next: Option<String>,
    updated: String,
    updated_rfc2822: String,
    entries: Vec<Entry>,
}

/// A job in a feed.
#[derive(Serialize)]
struct Entry {
    id: String,
    url: String,
    title: String,
    company: String,
    published: String,
    published_rfc2822: String,
    updated: String,
    location: String,
    job_type: String,
    pay: String,
    /// The three of them.
    summary: String,
    html: String,
    tags: Vec<String>,
    /// The address of the company's logo.
    logo: Option<String>,
}

impl Feed {
    pub fn new(
        board: &Board,
        ids: &Ids,
        query: &JobQuery,
        found: &Found,
        jobs: &[Job],
        format: Format,
        now: Moment,
    ) -> Self {
        let whole = |address: String| board.config.whole_url(&address);
        let next = found.older.as_ref();
        let newest = jobs.iter().map(|job| job.updated_at).max();
        let updated = newest.unwrap_or(now.today().into());
        let title = Message::new("feeds-title")
            .with("heading", heading::of(query, found, board.config.locale))
            .with("site", &board.brand().site_name);
        Self {
            title: xml_text(&board.config.locale.text(&title)),
            id: ids.of(&query.address_as(format.extension())),
            page: whole(query.address()),
            address: whole(query.address_as(format.extension())),
            next: next.map(|next| whole(next.address_as(format.extension()))),
            updated: updated.and_utc().to_rfc3339(),
            updated_rfc2822: updated.and_utc().to_rfc2822(),
            entries: jobs
                .iter()
                .map(|job| {
                    let mut listed = found.jobs.iter();
                    let listed = listed.find(|listed| listed.job_id == job.id);
                    Entry::new(board, ids, job, listed.and_then(|of| of.logo.as_deref()))
                })
                .collect(),
        }
    }

    /// https://www.jsonfeed.org/version/1.1/
    pub fn json_feed(&self) -> serde_json::Value {
        let item = |entry: &Entry| {
            json!({
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "summary": entry.summary,
                "content_html": entry.html,
                "date_published": entry.published,
                "date_modified": entry.updated,
                "authors": [author(entry)],
                "tags": entry.tags,
                "_job": {
                    "company": entry.company,
                    "location": entry.location,
                    "type": entry.job_type,
                    "pay": entry.pay,
                },
            })
        };
        let mut feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "home_page_url": self.page,
            "feed_url": self.address,
            "items": self.entries.iter().map(item).collect::<Vec<_>>(),
        });
        if let Some(next) = &self.next {
            feed["next_url"] = next.clone().into();
        }
        feed
    }
}

/// The company, with its logo where it has one.
fn author(entry: &Entry) -> serde_json::Value {
    match &entry.logo {
        Some(logo) => json!({"name": entry.company, "avatar": logo}),
        None => json!({"name": entry.company}),
    }
}

impl Entry {
    /// `logo` is the hash of the company's.
    fn new(board: &Board, ids: &Ids, job: &Job, logo: Option<&str>) -> Self {
        let fields = &job.fields;
        let published = job.date_posted.unwrap_or(job.created_at).and_utc();
        let locale = board.config.locale;
        let kind = fields
            .employment_type
            .map(|kind| locale.text(&kind.label()));
        let facts = [
            Some(location::of(fields, locale)),
            kind,
            fields.pay().map(|pay| pay.in_words(locale)),
        ]
        .map(|fact| xml_text(&fact.unwrap_or_default()));
        let stated = facts.iter().filter(|fact| !fact.is_empty());
        let summary = stated.map(String::as_str).collect::<Vec<_>>().join(" · ");
        let [location, job_type, pay] = facts;
        Self {
            id: ids.of(&format!("/jobs/{}", job.id)),
            url: board.config.whole_url(&job.path()),
            title: xml_text(&format!("{} – {}", fields.title, fields.company)),
            company: xml_text(&fields.company),
            published: published.to_rfc3339(),
            published_rfc2822: published.to_rfc2822(),
            updated: job.updated_at.and_utc().to_rfc3339(),
            location,
            job_type,
            pay,
            summary,
            html: xml_text(&description(job, Top::H2)),
            tags: fields.tags().map(xml_text).collect(),
            logo: logo.map(|hash| board.config.whole_url(&picture::path(hash))),
        }
    }
}

/// `text` without the characters that XML cannot hold in any spelling (XML 1.0, section 2.2).
pub fn xml_text(text: &str) -> String {
    text.chars()
        .filter(|c| {
            matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
        })
        .collect()
}
