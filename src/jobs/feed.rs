//! Searches as feeds: the address of a list with `.atom`, `.rss` or `.json` after it gives the same jobs
//! to a reader of feeds. The newest come first, and the next page follows as in the list (RFC 5005).

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};
use chrono::NaiveDateTime;
use serde::Serialize;
use serde_json::json;
use tera::context;

use super::{
    heading,
    job::Job,
    list, listed,
    listing::description,
    place,
    search::{Found, JobQuery},
    vocabulary::Workplace,
};
use crate::{
    app::Board,
    error::Error,
    web::{markdown::Top, page_cache::Public},
};

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// RFC 4287.
    Atom,
    /// RSS 2.0.
    Rss,
    /// JSON Feed 1.1.
    Json,
}

/// The addresses of a list as feeds.
#[derive(Debug, Serialize)]
pub struct Addresses {
    atom: String,
    rss: String,
    json: String,
}

/// A feed, as its template shows it.
#[derive(Serialize)]
struct Feed {
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
    /// Stays the same whatever the title becomes.
    id: String,
    url: String,
    title: String,
    company: String,
    published: String,
    published_rfc2822: String,
    updated: String,
    /// Where, what kind, and what it pays.
    summary: String,
    html: String,
    tags: Vec<String>,
}

impl Format {
    const ALL: [Self; 3] = [Self::Atom, Self::Rss, Self::Json];

    /// What an address in this format ends in.
    fn extension(self) -> &'static str {
        match self {
            Self::Atom => ".atom",
            Self::Rss => ".rss",
            Self::Json => ".json",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml; charset=utf-8",
            Self::Rss => "application/rss+xml; charset=utf-8",
            Self::Json => "application/feed+json; charset=utf-8",
        }
    }

    fn named(name: &str) -> Result<Self, Error> {
        let known = Self::ALL.into_iter();
        let mut known = known.filter(|format| format.extension().strip_prefix('.') == Some(name));
        known.next().ok_or(Error::NotFound)
    }
}

impl Addresses {
    pub fn of(query: &JobQuery) -> Self {
        let address = |format: Format| query.first_page().address_as(format.extension());
        Self {
            atom: address(Format::Atom),
            rss: address(Format::Rss),
            json: address(Format::Json),
        }
    }
}

/// `GET /jobs.{format}`
pub async fn index(
    board: Data<Board>,
    request: HttpRequest,
    format: Path<String>,
) -> Result<HttpResponse, Error> {
    let query = JobQuery::parse(request.query_string());
    show(&board, &request, query, Format::named(&format)?).await
}

/// `GET /remote.{format}`
pub async fn remote(
    board: Data<Board>,
    request: HttpRequest,
    format: Path<String>,
) -> Result<HttpResponse, Error> {
    let mut query = JobQuery::parse(request.query_string());
    query.filters.workplaces = vec![Workplace::Remote];
    show(&board, &request, query, Format::named(&format)?).await
}

/// `GET /tags/{slug}.{format}`
pub async fn tag(
    board: Data<Board>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    narrowed(&board, &request, "tag", &path).await
}

/// `GET /companies/{slug}.{format}`
pub async fn company(
    board: Data<Board>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    narrowed(&board, &request, "company", &path).await
}

/// `GET /places/{slug}.{format}`
pub async fn place(
    board: Data<Board>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    narrowed(&board, &request, "place", &path).await
}

async fn narrowed(
    board: &Board,
    request: &HttpRequest,
    name: &str,
    (slug, format): &(String, String),
) -> Result<HttpResponse, Error> {
    let query = list::narrowed_query(request.query_string(), name, slug)?;
    show(board, request, query, Format::named(format)?).await
}

/// The feed at its one address; from any other spelling of it, a redirect there.
async fn show(
    board: &Board,
    request: &HttpRequest,
    query: JobQuery,
    format: Format,
) -> Result<HttpResponse, Error> {
    let address = query.address_as(format.extension());
    if request.uri().path_and_query().map(|asked| asked.as_str()) != Some(address.as_str()) {
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((header::LOCATION, address))
            .finish());
    }
    let now = board.clock.now();
    let asked = query.clone();
    let (found, jobs) = board
        .db
        .read(move |db| {
            let found = asked.find(db, now)?;
            let jobs = listed::whole(db, &found.jobs)?;
            Ok((found, jobs))
        })
        .await?;
    let feed = Feed::new(board, &query, &found, &jobs, format, now)?;
    let body = match format {
        Format::Json => serde_json::to_string(&feed.json_feed()).map_err(Error::internal)?,
        Format::Atom => board
            .templates
            .render("feeds/atom.xml", &context! { feed => &feed })?,
        Format::Rss => board
            .templates
            .render("feeds/rss.xml", &context! { feed => &feed })?,
    };
    let mut response = HttpResponse::Ok()
        .content_type(format.media_type())
        .body(body);
    let public = Public { address, job: None };
    response.extensions_mut().insert(public);
    Ok(response)
}

impl Feed {
    fn new(
        board: &Board,
        query: &JobQuery,
        found: &Found,
        jobs: &[Job],
        format: Format,
        now: NaiveDateTime,
    ) -> Result<Self, Error> {
        let whole = |address: String| board.config.whole_url(&address);
        let next = found.older.as_ref();
        let newest = jobs.iter().map(|job| job.updated_at).max();
        let updated = newest.unwrap_or(now.date().into());
        let site = &board.config.site_name;
        Ok(Self {
            title: xml_text(&format!("{} – {site}", heading::of(query, found))),
            page: whole(query.address()),
            address: whole(query.address_as(format.extension())),
            next: next.map(|next| whole(next.address_as(format.extension()))),
            updated: updated.and_utc().to_rfc3339(),
            updated_rfc2822: updated.and_utc().to_rfc2822(),
            entries: jobs.iter().map(|job| Entry::new(board, job)).collect(),
        })
    }

    /// https://www.jsonfeed.org/version/1.1/
    fn json_feed(&self) -> serde_json::Value {
        let item = |entry: &Entry| {
            json!({
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "summary": entry.summary,
                "content_html": entry.html,
                "date_published": entry.published,
                "date_modified": entry.updated,
                "authors": [{"name": entry.company}],
                "tags": entry.tags,
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

impl Entry {
    fn new(board: &Board, job: &Job) -> Self {
        let fields = &job.fields;
        let published = job.date_posted.unwrap_or(job.created_at).and_utc();
        let kind = fields.employment_type.map(|kind| {
            use crate::db::text_enum::TextEnum;
            kind.label().to_owned()
        });
        let facts = [
            Some(place::in_words(fields)),
            kind,
            fields.pay().map(|pay| pay.to_string()),
        ];
        let facts: Vec<String> = facts
            .into_iter()
            .flatten()
            .filter(|fact| !fact.is_empty())
            .collect();
        Self {
            id: board.config.whole_url(&format!("/jobs/{}", job.id)),
            url: board.config.whole_url(&job.path()),
            title: xml_text(&format!("{} – {}", fields.title, fields.company)),
            company: xml_text(&fields.company),
            published: published.to_rfc3339(),
            published_rfc2822: published.to_rfc2822(),
            updated: job.updated_at.and_utc().to_rfc3339(),
            summary: xml_text(&facts.join(" · ")),
            html: xml_text(&description(job, Top::H2)),
            tags: fields.tags().map(xml_text).collect(),
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
