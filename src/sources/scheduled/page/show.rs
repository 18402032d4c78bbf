//! `/admin/sources/{source}`: a source, what waits for a decision, and its runs.

use actix_web::{HttpRequest, HttpResponse, web::Path};
use tera::context;

use super::{
    PATH, choices_of_hours,
    facts::{Row, RunRow, State},
};
use crate::{
    accounts::Admin,
    http::{error::Error, listing::Listing, page::Page},
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

/// `GET /admin/sources/{source}`
pub async fn show(
    page: Page,
    _: Admin,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let (id, today) = (parse(&id)?, page.board.clock.today());
    let listing = Listing::of(&request, format!("{PATH}/{id}"), &[], PAGE_SIZE);
    let asked = listing.clone();
    let now = page.board.clock.moment();
    let (source, open, count, drawn, runs, missing, last, read_at, is_queued) = page
        .board
        .read(move |db| {
            let source = Source::find(db, id)?.ok_or(Error::NotFound)?;
            let open = source.count_open(db, today)?;
            let count = Run::count_of(db, id)?;
            let drawn = Run::newest_of(db, id, 0, picture::MOST as i64)?;
            let window = asked.window(count);
            let runs = Run::newest_of(db, id, window.offset, window.limit)?;
            let missing = match source.held {
                0 => Vec::new(),
                _ => posting::missing(db, id, MOST_NAMED)?,
            };
            let last = Run::last_of_each(db)?;
            let last = last.into_iter().find(|run| run.source_id == id);
            let read_at = Run::last_success_of_each(db)?.get(&id).copied();
            let is_queued = clockwork::queued(db, now.at)?.contains(&id);
            Ok((
                source, open, count, drawn, runs, missing, last, read_at, is_queued,
            ))
        })
        .await?;
    let locale = page.locale;
    let state = State {
        last: last.as_ref(),
        read_at,
        is_queued,
    };
    let rows: Vec<RunRow> = runs
        .iter()
        .map(|run| RunRow::new(run, locale, now))
        .collect();
    let held = usize::try_from(source.held).unwrap_or_default();
    let more = held.saturating_sub(missing.len());
    let hours = choices_of_hours(locale);
    page.show(
        "sources/show.html",
        context! {
            area => "sources",
            source => &Row::new(&source, open, &state, locale, now),
            missing => &missing,
            more => &more,
            picture => &Picture::of(&drawn, locale, now),
            runs => &rows,
            pages => &listing.pages(count, locale),
            hours => &hours,
        },
    )
}

/// `GET /admin/sources/{source}/delete`
pub async fn ask_delete(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    let (id, today) = (parse(&id)?, page.board.clock.today());
    let (source, open) = page
        .board
        .read(move |db| {
            let source = Source::find(db, id)?.ok_or(Error::NotFound)?;
            let open = source.count_open(db, today)?;
            Ok((source, open))
        })
        .await?;
    let (locale, now) = (page.locale, page.board.clock.moment());
    page.show(
        "sources/delete.html",
        context! {
            area => "sources",
            source => &Row::new(&source, open, &State::default(), locale, now),
            open => &open,
        },
    )
}

pub fn parse(id: &str) -> Result<i64, Error> {
    id.parse().map_err(|_| Error::NotFound)
}
