//! Searches as feeds: the address of a list with `.atom`, `.rss` or `.json` after it gives the same jobs
//! to a reader of feeds. The newest come first, and the next page follows as in the list (RFC 5005).

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};
use serde::Serialize;
use tera::context;

use super::entries::Feed;
use crate::{
    app::Board,
    http::{error::Error, page_cache::Public},
    jobs::Workplace,
    search::{JobQuery, list, search_entry},
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

impl Format {
    const ALL: [Self; 3] = [Self::Atom, Self::Rss, Self::Json];

    /// What an address in this format ends in.
    pub fn extension(self) -> &'static str {
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
    board: &Data<Board>,
    request: &HttpRequest,
    name: &str,
    (slug, format): &(String, String),
) -> Result<HttpResponse, Error> {
    let query = list::narrowed_query(request.query_string(), name, slug)?;
    show(board, request, query, Format::named(format)?).await
}

/// The feed at its one address; from any other spelling of it, a redirect there.
async fn show(
    board: &Data<Board>,
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
    let feeding = board.clone();
    let feed = board
        .db
        .read(move |db| {
            let found = query.find(db, now)?;
            let jobs = search_entry::whole(db, &found.jobs)?;
            Ok(Feed::new(&feeding, &query, &found, &jobs, format, now))
        })
        .await?;
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
