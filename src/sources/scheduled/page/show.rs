//! `/admin/sources/{source}`: a source, what waits for a decision, and its runs.

use actix_web::{HttpRequest, HttpResponse, web::Path};
use tera::context;

use super::{
    PATH, choices_of_hours,
    facts::{Row, RunRow},
};
use crate::{
    accounts::Admin,
    http::{error::Error, listing::Listing, page::Page},
    platform::{db::Db, zone::Moment},
    sources::scheduled::{
        clockwork,
        picture::{self, Picture},
        posting,
        run::Run,
        source::Source,
    },
};

/// Runs on one page.
const PAGE_SIZE: i64 = 25;

/// Missing jobs that are named.
const MOST_NAMED: i64 = 10;

/// What the page of a source shows.
struct Loaded {
    source: Source,
    open: i64,
    /// How many runs there are, those that are drawn, and those of this page.
    count: i64,
    drawn: Vec<Run>,
    runs: Vec<Run>,
    /// Some of the missing jobs that wait for a decision.
    missing: Vec<(i64, String)>,
    is_queued: bool,
}

/// `GET /admin/sources/{source}`
pub async fn show(
    page: Page,
    _: Admin,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let (id, now) = (parse(&id)?, page.board.clock.moment());
    let listing = Listing::of(&request, format!("{PATH}/{id}"), &[], PAGE_SIZE);
    let asked = listing.clone();
    let loaded = page
        .board
        .read(move |db| Loaded::of(db, id, &asked, now))
        .await?;
    let Loaded { source, open, .. } = &loaded;
    let locale = page.locale;
    let runs = loaded.runs.iter();
    let rows: Vec<RunRow> = runs.map(|run| RunRow::new(run, locale, now)).collect();
    let held = usize::try_from(source.held).unwrap_or_default();
    let hours = choices_of_hours(locale);
    page.show(
        "sources/show.html",
        context! {
            area => "sources",
            source => &Row::new(source, *open, loaded.is_queued, locale, now),
            missing => &loaded.missing,
            more => &held.saturating_sub(loaded.missing.len()),
            picture => &Picture::of(&loaded.drawn, locale, now),
            runs => &rows,
            pages => &listing.pages(loaded.count, locale),
            hours => &hours,
        },
    )
}

impl Loaded {
    fn of(db: &mut Db, id: i64, asked: &Listing, now: Moment) -> Result<Self, Error> {
        let source = Source::find(db, id)?.ok_or(Error::NotFound)?;
        let count = Run::count_of(db, id)?;
        let window = asked.window(count);
        Ok(Self {
            open: open_jobs(db, id, now)?,
            count,
            drawn: Run::newest_of(db, id, 0, picture::MOST as i64)?,
            runs: Run::newest_of(db, id, window.offset, window.limit)?,
            missing: match source.held {
                0 => Vec::new(),
                _ => posting::missing(db, id, MOST_NAMED)?,
            },
            is_queued: clockwork::queued(db, now.at)?.contains(&id),
            source,
        })
    }
}

/// `GET /admin/sources/{source}/delete`
pub async fn ask_delete(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    let (id, now) = (parse(&id)?, page.board.clock.moment());
    let (source, open) = page
        .board
        .read(move |db| {
            let source = Source::find(db, id)?.ok_or(Error::NotFound)?;
            Ok((source, open_jobs(db, id, now)?))
        })
        .await?;
    let locale = page.locale;
    page.show(
        "sources/delete.html",
        context! {
            area => "sources",
            source => &Row::new(&source, open, false, locale, now),
            open => &open,
        },
    )
}

fn open_jobs(db: &mut Db, id: i64, now: Moment) -> Result<i64, Error> {
    let all = posting::count_open(db, now.today())?;
    Ok(all.get(&id).copied().unwrap_or_default())
}

pub fn parse(id: &str) -> Result<i64, Error> {
    id.parse().map_err(|_| Error::NotFound)
}
