//! Searches as feeds: the address of a list with `.atom`, `.rss` or `.json` after it gives the same jobs
//! to a reader of feeds. The newest come first, and the next page follows as in the list (RFC 5005).

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};
use tera::context;

use super::{entries::Feed, ids::Ids};
use crate::{
    companies,
    http::board::Board,
    http::{blocking, error::Error, page_cache::Public},
    jobs::Workplace,
    search::{
        JobQuery,
        formats::Format,
        list, lists,
        meaning::board_words::InUse,
        query::{Sort, Wanted},
        search_entry,
    },
};

fn media_type(format: Format) -> &'static str {
    match format {
        Format::Atom => "application/atom+xml; charset=utf-8",
        Format::Rss => "application/rss+xml; charset=utf-8",
        Format::Json => "application/feed+json; charset=utf-8",
    }
}

fn named(format: &str) -> Result<Format, Error> {
    Format::named(format).ok_or(Error::NotFound)
}

/// `GET /jobs.{format}`
pub async fn index(
    board: Data<Board>,
    request: HttpRequest,
    format: Path<String>,
) -> Result<HttpResponse, Error> {
    let words = InUse::on(&board)?;
    let query = JobQuery::parse(request.query_string(), &words);
    show(&board, &request, query, named(&format)?).await
}

/// `GET /remote.{format}`
pub async fn remote(
    board: Data<Board>,
    request: HttpRequest,
    format: Path<String>,
) -> Result<HttpResponse, Error> {
    let words = InUse::on(&board)?;
    let mut query = JobQuery::parse(request.query_string(), &words);
    query.filters.workplaces = vec![Workplace::Remote];
    show(&board, &request, query, named(&format)?).await
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
    let words = InUse::on(board)?;
    let mut query = list::narrowed_query(request.query_string(), name, slug, &words)?;
    if let Some(company) = query.filters.company.clone() {
        let known = board.read(move |db| Ok::<_, Error>(companies::known(db, &company)?));
        if let Some(known) = known.await? {
            query.filters.company = Some(known.slug);
        }
    }
    show(board, request, query, named(format)?).await
}

/// The feed at its one address; from any other spelling of it, a redirect there.
async fn show(
    board: &Data<Board>,
    request: &HttpRequest,
    mut query: JobQuery,
    format: Format,
) -> Result<HttpResponse, Error> {
    query.sort = Sort::Newest;
    let address = query.address_as(format.extension());
    if request.uri().path_and_query().map(|asked| asked.as_str()) != Some(address.as_str()) {
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((header::LOCATION, address))
            .finish());
    }
    let now = board.clock.moment();
    let (asked, config) = (query.clone(), board.clone());
    let (found, jobs, ids) = lists::read(board, now, move |lists| {
        let found = asked.find(lists, Wanted::default())?;
        let jobs = search_entry::whole(lists.db, &found.jobs)?;
        Ok((found, jobs, Ids::read(lists.db, &config.config)?))
    })
    .await?;
    let feeding = board.clone();
    // Away from the database: descriptions take longer than a search.
    let feed = blocking::run(move || {
        Ok(Feed::new(
            &feeding, &ids, &query, &found, &jobs, format, now,
        ))
    });
    let feed = feed.await?;
    let body = match format {
        Format::Json => serde_json::to_string(&feed.json_feed()).map_err(Error::internal)?,
        Format::Atom => board.templates.render(
            board.config.locale,
            "feeds/atom.xml",
            &context! { feed => &feed },
        )?,
        Format::Rss => board.templates.render(
            board.config.locale,
            "feeds/rss.xml",
            &context! { feed => &feed },
        )?,
    };
    let mut response = HttpResponse::Ok()
        .content_type(media_type(format))
        .body(body);
    response.extensions_mut().insert(Public::at(address));
    Ok(response)
}
