//! The lists of jobs: the start page, every search, and the pages of a tag, a company, a place and of
//! remote work.

mod answer;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::Path,
};
use tera::context;

use self::answer::{Answer, Instead, range};
use super::{
    card,
    formats::Addresses,
    fragment::{ListFragment, ListFragments},
    heading, lists,
    meaning::board_words::{BoardWords, InUse},
    query::{JobQuery, MOST_RANKED, Places, Sort},
};
use crate::{
    http::{error::Error, page::Page},
    jobs::Workplace,
    platform::i18n::Message,
    text::postcode::is_postcode,
};

/// `GET /jobs`
pub async fn index(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let words = InUse::on(&page.board)?;
    let query = JobQuery::parse(request.query_string(), &words);
    show(page, &request, query).await
}

/// `GET /remote`
pub async fn remote(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let words = InUse::on(&page.board)?;
    let mut query = JobQuery::parse(request.query_string(), &words);
    query.filters.workplaces = vec![Workplace::Remote];
    show(page, &request, query).await
}

/// `GET /tags/{slug}`
pub async fn tag(
    page: Page,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    narrowed(page, request, "tag", &slug).await
}

/// `GET /companies/{slug}`
pub async fn company(
    page: Page,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    narrowed(page, request, "company", &slug).await
}

/// `GET /places/{slug}`
pub async fn place(
    page: Page,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    narrowed(page, request, "place", &slug).await
}

async fn narrowed(
    page: Page,
    request: HttpRequest,
    name: &str,
    value: &str,
) -> Result<HttpResponse, Error> {
    let words = InUse::on(&page.board)?;
    let query = narrowed_query(request.query_string(), name, value, &words)?;
    show(page, &request, query).await
}

/// The search of the page of one tag, company or place.
pub fn narrowed_query(
    query_string: &str,
    name: &str,
    slug: &str,
    words: &BoardWords,
) -> Result<JobQuery, Error> {
    let mut query = JobQuery::parse(query_string, words);
    query.filters.read(name, slug);
    if name == "place" && query.filters.place.unknown().is_some() {
        query.filters.place = Places::default();
        query.filters.read(name, &slug.replace('-', " "));
    }
    query.filters.settle();
    if query.filters.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(query)
}

/// Shows the search at its one address; from any other spelling of it, redirects there.
async fn show(
    page: Page,
    request: &HttpRequest,
    mut query: JobQuery,
) -> Result<HttpResponse, Error> {
    if query.sort == Sort::Relevance {
        // What a list with words does anyway.
        query.sort = Sort::Usual;
    }
    let address = query.address();
    if request.uri().path_and_query().map(|asked| asked.as_str()) != Some(address.as_str()) {
        // What words mean may change; how an address is spelled does not.
        let mut elsewhere = match query.was_read {
            true => HttpResponse::Found(),
            false => HttpResponse::MovedPermanently(),
        };
        return Ok(elsewhere
            .insert_header((header::LOCATION, address))
            .finish());
    }
    let now = page.board.clock.moment();
    let fragments = page.board.state::<ListFragments>()?;
    let (locale, day) = (page.locale, now.today());
    let address_of_first = query.first_page().address();
    let edition = page.board.edition();
    let beside = ListFragment::Facets {
        locale,
        address: address_of_first.clone(),
        edition,
        day,
    };
    let number = ListFragment::Total {
        locale,
        address: address_of_first,
        edition,
        day,
    };
    let kept = fragments.get(&beside).zip(fragments.get(&number));
    let (asked, with_facets) = (query.clone(), kept.is_none());
    let Answer {
        found,
        nearly,
        company,
        facets,
        broader,
        instead,
    } = lists::read(&page.board, now, move |lists| {
        Answer::of(&asked, with_facets, lists, locale)
    })
    .await?;
    if let Some(nearest) = &found.nearest {
        return Ok(HttpResponse::Found()
            .insert_header((header::LOCATION, nearest.address()))
            .finish());
    }
    // What was searched instead has numbers of its own.
    let (facets, total) = match (kept.filter(|_| instead.is_none()), facets) {
        (Some(kept), _) => kept,
        (None, None) => ("".into(), "".into()),
        (None, Some(facets)) => {
            let total = facets.number(locale);
            let templates = &page.board.templates;
            let context = context! { facets => &facets };
            let html = templates.render(locale, "search/facets.html", &context)?;
            match instead {
                Some(_) => (html.into(), total.into()),
                None => (fragments.keep(beside, html), fragments.keep(number, total)),
            }
        }
    };
    if let Some(moved) = company
        .as_ref()
        .filter(|company| query.filters.company.as_ref() != Some(&company.slug))
    {
        query.filters.company = Some(moved.slug.clone());
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((header::LOCATION, query.address()))
            .finish());
    }
    let is_page_of_its_own = !address.starts_with("/jobs");
    let page = if found.jobs.is_empty() && is_page_of_its_own && company.is_none() {
        page.status(StatusCode::NOT_FOUND)
    } else {
        page
    };
    let shown = instead.as_ref().unwrap_or(&query);
    let cards = card::all(&page.board, shown, &found, locale, now)?;
    let nearly = card::cards(&page.board, &nearly, locale, now)?;
    let folded = found.more.iter().map(|more| more.count).sum();
    let range = found
        .range
        .filter(|_| !total.is_empty())
        .map(|(first, last)| range(first, last, &total, folded, locale));
    let unknown_place = query.filters.place.unknown().map(|place| {
        let name = place.name(locale);
        locale.text(&match is_postcode(&name) {
            true => Message::new("search-postcode").with("postcode", name),
            false => Message::new("search-unknown-place").with("place", name),
        })
    });
    let hidden: Vec<(&'static str, String)> = query
        .filters
        .pairs()
        .into_iter()
        .filter(|(name, _)| *name != "place")
        .collect();
    // An empty list may have a suggestion tomorrow that nobody has counted today.
    let page = if found.jobs.is_empty() {
        page
    } else {
        page.public(&address, None)
    };
    page.show(
        "search/list.html",
        context! {
            cards => &cards,
            nearly => &nearly,
            company => &company,
            range => &range,
            unranked_href => &found.unranked.as_ref().map(JobQuery::address),
            most_ranked => &MOST_RANKED,
            heading => &match &company {
                Some(company) if found.jobs.is_empty() => company.name.clone(),
                _ => heading::of(shown, &found, locale),
            },
            q => &query.text,
            place => &query.filters.place.typed(),
            hidden => &hidden,
            is_search => &query.is_search(),
            unknown_place => &unknown_place,
            is_first_page => &query.is_first_page(),
            address => &address,
            feeds => &Addresses::of(&query),
            older => &found.older.map(|page| page.address()),
            newer => &found.newer.map(|page| page.address()),
            facets => facets.as_ref(),
            broader => &broader,
            instead => &instead.map(|meant| Instead::of(&query, &meant)),
        },
    )
}
