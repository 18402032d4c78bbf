//! `/`: what the board is, how many jobs it has, the newest of them, and where to go on.

use std::sync::atomic::Ordering;

use actix_web::HttpResponse;
use diesel::prelude::*;
use serde::Serialize;
use tera::context;

use super::{
    card,
    companies::{self, Company},
    facets::{Group, groups},
    formats::Addresses,
    fragment::{ListFragment, ListFragments},
    query::{Facet, JobQuery},
    suggestions, total,
};
use crate::{
    accounts::Account,
    http::{error::Error, page::Page},
    platform::{db::Db, i18n::Locale, schema::listings, zone::Moment},
};

/// Companies shown: those with most jobs.
const COMPANIES: usize = 8;

/// Where to go on from the start page.
#[derive(Debug, Serialize)]
struct Browse {
    /// How many jobs are open, in words.
    open: String,
    workplaces: Group,
    categories: Group,
    companies: Vec<Company>,
}

/// `GET /`
pub async fn show(page: Page) -> Result<HttpResponse, Error> {
    let (now, locale) = (page.board.clock.moment(), page.locale);
    let fragments = page.board.state::<ListFragments>()?;
    let beside = ListFragment::Browse {
        locale,
        board_version: page.board.db.version().load(Ordering::Acquire),
        day: now.today(),
    };
    let kept = fragments.get(&beside);
    let is_kept = kept.is_some();
    let (found, browse, needs_setup) = page
        .board
        .read(move |db| {
            let found = JobQuery::default().find_folded(db, now)?;
            let needs_setup = found.jobs.is_empty() && !Account::any_admin(db)?;
            let browse = (!is_kept).then(|| Browse::read(db, locale, now));
            Ok((found, browse.transpose()?, needs_setup))
        })
        .await?;
    let browse = match (kept, browse) {
        (Some(kept), _) => kept,
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
    fn read(db: &mut Db, locale: Locale, now: Moment) -> QueryResult<Self> {
        let [workplaces, categories] =
            groups([Facet::Workplace, Facet::Category], db, locale, now)?;
        let named = suggestions::largest_companies(db, COMPANIES)?;
        Ok(Self {
            open: total(open(db, now)?, locale),
            workplaces,
            categories,
            companies: companies::of(db, &named, locale, now.today())?,
        })
    }
}

/// How many jobs take applications today: all that are listed without the few that are over and not swept
/// yet, each of which an index counts.
fn open(db: &mut Db, now: Moment) -> QueryResult<i64> {
    let listed: i64 = listings::table.count().get_result(db)?;
    let over: i64 = listings::table
        .filter(listings::valid_through.lt(now.today()))
        .count()
        .get_result(db)?;
    Ok(listed - over)
}
