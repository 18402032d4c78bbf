//! The cards of a list, made once a day for each job.

use std::sync::Arc;

use tera::context;

use super::{
    fragment::{ListFragment, ListFragments},
    query::{Found, JobQuery},
    search_entry::SearchEntry,
};
use crate::{
    http::{board::Board, error::Error, picture},
    jobs::location,
    jobs::view::{Card, Tag, hue, initial, is_new},
    platform::{db::text_enum::TextEnum, i18n::Locale, zone::Moment},
    text::words::path_segment,
};

/// Tags that a card shows: they are on the job's page, all of them.
const MOST_TAGS: usize = 5;

/// The rows of a page of `query`, as HTML: its cards, and a line where more of a company's are folded.
pub fn all(
    board: &Board,
    query: &JobQuery,
    found: &Found,
    locale: Locale,
    now: Moment,
) -> Result<String, Error> {
    let fragments = board.state::<ListFragments>()?;
    let first_among = query.filters.place.first_among();
    let mut html = String::with_capacity(found.jobs.len() * 700);
    for job in &found.jobs {
        let stated = job.location.as_deref().unwrap_or_default();
        let place = match location::is_shortened(stated) {
            true => first_among(stated),
            false => 0,
        };
        html.push_str(&kept(board, fragments, job, place, locale, now)?);
        for more in found.more.iter().filter(|more| more.after == job.position) {
            let mut filters = query.filters.clone();
            filters.company = Some(more.company_slug.clone());
            let context = context! {
                href => &query.with(filters).address(),
                count => &more.count,
                company => &job.company,
            };
            html.push_str(
                &board
                    .templates
                    .render(locale, "search/more.html", &context)?,
            );
        }
    }
    Ok(html)
}

/// The cards of these jobs, one after the other, as HTML.
pub fn cards(
    board: &Board,
    jobs: &[SearchEntry],
    locale: Locale,
    now: Moment,
) -> Result<String, Error> {
    let fragments = board.state::<ListFragments>()?;
    let mut html = String::new();
    for job in jobs {
        html.push_str(&kept(board, fragments, job, 0, locale, now)?);
    }
    Ok(html)
}

/// The card of `job`, which shows this one of its places.
fn kept(
    board: &Board,
    fragments: &ListFragments,
    job: &SearchEntry,
    place: usize,
    locale: Locale,
    now: Moment,
) -> Result<Arc<str>, Error> {
    let fragment = ListFragment::Card {
        locale,
        position: job.position,
        content: job.content(),
        place,
        day: now.today(),
    };
    fragments.get_or(fragment, || {
        let context = context! { job => &card(job, place, locale, now) };
        Ok(board
            .templates
            .render(locale, "search/card.html", &context)?)
    })
}

/// A job on the board as its card shows it.
fn card(listed: &SearchEntry, place: usize, locale: Locale, now: Moment) -> Card<'_> {
    let posted = listed.date_posted();
    Card {
        path: listed.path(),
        title: &listed.title,
        company: &listed.company,
        company_slug: path_segment(&listed.company_slug),
        initial: initial(&listed.company),
        hue: hue(&listed.company),
        logo: listed.logo.as_deref().map(picture::path),
        place: listed.place_in_short(place, locale),
        employment_type: listed
            .employment_type
            .map(|kind| locale.text(&kind.label())),
        pay: listed.pay().map(|pay| pay.in_words(locale)),
        posted_on: Some(now.zone.day_of(posted).to_string()),
        posted: Some(locale.ago(posted, now)),
        is_new: is_new(posted, now),
        tags: listed.tags().take(MOST_TAGS).map(Tag::new).collect(),
    }
}
