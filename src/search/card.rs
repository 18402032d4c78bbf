//! The cards of a list, made once a day for each job.

use chrono::NaiveDateTime;
use tera::context;

use super::search_entry::Listed;
use crate::{
    app::Board,
    http::{error::Error, fragments::Fragment},
    jobs::view::Card,
};

/// The cards of these jobs, one after the other, as HTML.
pub fn all(board: &Board, jobs: &[Listed], now: NaiveDateTime) -> Result<String, Error> {
    let mut html = String::with_capacity(jobs.len() * 700);
    for job in jobs {
        let fragment = Fragment::Card {
            position: job.position,
            content: job.content(),
            day: now.date(),
        };
        let card = board.fragments.get_or(fragment, || {
            let context = context! { job => &Card::listed(job, now) };
            Ok(board.templates.render("search/card.html", &context)?)
        })?;
        html.push_str(&card);
    }
    Ok(html)
}
