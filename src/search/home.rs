//! `/`: what the board is, how many jobs it has, the newest of them, and where to go on.

use actix_web::HttpResponse;
use serde::Serialize;
use tera::context;

use super::{
    card,
    companies::{self, Company},
    facets::{Way, ways},
    formats::Addresses,
    fragment::{ListFragment, ListFragments},
    lists::{self, Lists},
    query::{Facet, JobQuery, Numbers, Wanted},
    suggestions, total,
};
use crate::{
    accounts::Account,
    http::{error::Error, page::Page},
    platform::i18n::{Locale, Message},
};

/// Companies shown: those with most jobs.
const COMPANIES: usize = 8;

/// Where to go on from the start page.
#[derive(Debug, Serialize)]
struct Browse {
    /// How many jobs are open, in words.
    open: String,
    workplaces: Vec<Way>,
    categories_title: String,
    categories: Vec<Way>,
    companies: Vec<Company>,
}

/// `GET /`
pub async fn show(page: Page) -> Result<HttpResponse, Error> {
    let (now, locale) = (page.board.clock.moment(), page.locale);
    let fragments = page.board.state::<ListFragments>()?;
    let beside = ListFragment::Browse {
        locale,
        edition: page.board.edition(),
        day: now.today(),
    };
    let kept = fragments.get(&beside);
    let is_kept = kept.is_some();
    let (found, browse, needs_setup) = lists::read(&page.board, now, move |lists| {
        let wanted = Wanted {
            folded: true,
            numbers: !is_kept,
        };
        let found = JobQuery::default().find(lists, wanted)?;
        let needs_setup = found.jobs.is_empty() && !Account::any_admin(lists.db)?;
        let numbers = found.numbers.as_ref();
        let browse = numbers.map(|numbers| Browse::read(numbers, lists, locale));
        Ok((found, browse.transpose()?, needs_setup))
    })
    .await?;
    let browse = match (kept, browse) {
        (Some(kept), _) => kept,
        // Without numbers there is nothing to lead on to yet.
        (None, None) => "".into(),
        (None, browse) => {
            let context = context! { browse => &browse };
            let html = page
                .board
                .templates
                .render(locale, "search/browse.html", &context)?;
            fragments.keep(beside, html)
        }
    };
    let cards = card::all(&page.board, &JobQuery::default(), &found, locale, now)?;
    let page = if needs_setup {
        page
    } else {
        page.public("/", None)
    };
    page.show(
        "search/home.html",
        context! {
            cards => &cards,
            browse => browse.as_ref(),
            feeds => &Addresses::of(&JobQuery::default()),
            older => &found.older.map(|page| page.address()),
            needs_setup => &needs_setup,
        },
    )
}

impl Browse {
    fn read(numbers: &Numbers, lists: &mut Lists, locale: Locale) -> Result<Self, Error> {
        let named = suggestions::companies::largest(lists.db, COMPANIES)?;
        Ok(Self {
            open: total(i64::try_from(numbers.total).unwrap_or(i64::MAX), locale),
            workplaces: ways(Facet::Workplace, numbers, locale),
            categories_title: locale.text(&Message::new("search-category")),
            categories: ways(Facet::Category, numbers, locale),
            companies: companies::of(lists.db, &named, locale, lists.now.today())?,
        })
    }
}
