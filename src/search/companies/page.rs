//! `/companies`: who is hiring.

use actix_web::{HttpRequest, HttpResponse};
use diesel::QueryResult;
use tera::context;

use super::{Company, asked, of, slugs};
use crate::{
    http::{error::Error, page::Page},
    platform::{db::Db, i18n::Locale, zone::Moment},
    search::suggestions::companies,
    text::words::slug,
};

/// Companies on one page.
const PAGE_SIZE: usize = 60;

/// A page of companies.
struct Found {
    companies: Vec<Company>,
    /// The slug that the next page begins with.
    next: Option<String>,
}

/// `GET /companies`: all in the order of their names, from the slug `from` on, or with `q` those with a word
/// that begins so.
pub async fn show(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let (q, from) = (asked(&request, "q"), slug(&asked(&request, "from")));
    let (locale, now) = (page.locale, page.board.clock.moment());
    let (wanted, first) = (q.clone(), from.clone());
    let found = page
        .board
        .read(move |db| Ok(Found::read(db, &wanted, &first, locale, now)?))
        .await?;
    let next = found.next.map(|slug| address("from", &slug));
    let own = match (q.as_str(), from.as_str()) {
        ("", "") => "/companies".to_owned(),
        ("", from) => address("from", from),
        (q, _) => address("q", q),
    };
    // Which companies have such a word is counted a little later than they come.
    let is_kept = q.is_empty()
        && request
            .uri()
            .path_and_query()
            .is_some_and(|asked| *asked == own);
    let page = if is_kept {
        page.public(&own, None)
    } else {
        page
    };
    page.show(
        "search/companies.html",
        context! {
            companies => &found.companies,
            q => &q,
            is_first => &from.is_empty(),
            next => &next,
            address => &own,
        },
    )
}

fn address(name: &str, value: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    format!("/companies?{}", query.append_pair(name, value).finish())
}

impl Found {
    fn read(db: &mut Db, q: &str, from: &str, locale: Locale, now: Moment) -> QueryResult<Self> {
        let today = now.today();
        if !q.is_empty() {
            let named = companies::with(db, q, PAGE_SIZE)?;
            let slugs: Vec<String> = named.iter().map(|(name, _)| slug(name)).collect();
            return Ok(Self {
                companies: of(db, &slugs, locale, today)?,
                next: None,
            });
        }
        let mut slugs = slugs(db, from, PAGE_SIZE + 1, today)?;
        let next = (slugs.len() > PAGE_SIZE).then(|| slugs.pop()).flatten();
        Ok(Self {
            companies: of(db, &slugs, locale, today)?,
            next,
        })
    }
}
