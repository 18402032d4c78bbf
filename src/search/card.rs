//! The cards of a list, made once a day for each job.

use tera::context;

use super::{
    fragment::{ListFragment, ListFragments},
    search_entry::SearchEntry,
};
use crate::{
    http::{board::Board, error::Error},
    jobs::view::{Card, Tag, hue, initial},
    platform::{db::text_enum::TextEnum, i18n::Locale, zone::Moment},
    text::words::path_segment,
};

/// The cards of these jobs, one after the other, as HTML.
pub fn all(
    board: &Board,
    jobs: &[SearchEntry],
    locale: Locale,
    now: Moment,
) -> Result<String, Error> {
    let fragments = board.state::<ListFragments>()?;
    let mut html = String::with_capacity(jobs.len() * 700);
    for job in jobs {
        let fragment = ListFragment::Card {
            locale,
            position: job.position,
            content: job.content(),
            day: now.today(),
        };
        let card = fragments.get_or(fragment, || {
            let context = context! { job => &card(job, locale, now) };
            Ok(board
                .templates
                .render(locale, "search/card.html", &context)?)
        })?;
        html.push_str(&card);
    }
    Ok(html)
}

/// A job on the board as its card shows it.
fn card(listed: &SearchEntry, locale: Locale, now: Moment) -> Card<'_> {
    let posted = listed.date_posted();
    Card {
        path: listed.path(),
        title: &listed.title,
        company: &listed.company,
        company_slug: path_segment(&listed.company_slug),
        initial: initial(&listed.company),
        hue: hue(&listed.company),
        place: listed.place(locale),
        employment_type: listed
            .employment_type
            .map(|kind| locale.text(&kind.label())),
        pay: listed.pay().map(|pay| pay.in_words(locale)),
        posted_on: Some(now.zone.day_of(posted).to_string()),
        posted: Some(locale.ago(posted, now)),
        tags: listed.tags().map(Tag::new).collect(),
    }
}
