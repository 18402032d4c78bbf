//! `/jobs/{id}-{slug}`: one job.

use actix_web::{
    HttpResponse,
    http::header::{self, HeaderName},
};
use chrono::Days;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tera::context;

use super::{
    error,
    fragment::{JobFragment, JobFragments},
    job::{self, Job},
    markup, ownership,
    path::JobPath,
    status::Status,
    view::{Detail, description_aside},
    views,
};
use crate::{
    accounts::{Account, Visitor},
    http::{board::Board, error::Error, page::Page, page_cache::Shown},
    platform::{
        db::{self, Db},
        i18n::{Locale, Message},
        zone::Moment,
    },
    text::markdown::Top,
};

/// Days that the page of a closed or expired job stays, to say so.
const DAYS_SHOWN_CLOSED: u64 = 30;

/// Gives the cards of open jobs like another. Owned by whoever knows how to find jobs.
pub struct Similar(pub fn(&Board, &mut Db, &Job, Locale, Moment) -> Result<String, Error>);

/// Name and value of an identifier.
pub type Identifier = (String, String);

/// Gives the identifier that the employer of an imported job gave it. Owned by whoever knows where jobs are from.
pub struct EmployerIdentifier(pub fn(&mut Db, i64) -> Result<Option<Identifier>, db::Error>);

/// `GET /jobs/{job}`; a wrong or missing slug redirects for good to the right one.
pub async fn show(page: Page, visitor: Visitor, path: JobPath) -> Result<HttpResponse, Error> {
    let (asking, board) = (visitor.clone(), page.board.clone());
    let locale = page.locale;
    let now = page.board.clock.moment();
    let (job, owner, similar, identifier) = page
        .board
        .read(move |db| {
            let (job, owner) = find_visible(db, &asking, path.id, now)?;
            let similar = match board.state::<Similar>() {
                Ok(Similar(cards)) if job.status.is_public() => {
                    cards(&board, db, &job, locale, now)?
                }
                _ => String::new(),
            };
            let EmployerIdentifier(of_employer) = board.state()?;
            let identifier = of_employer(db, job.id)?;
            Ok((job, owner, similar, identifier))
        })
        .await?;
    let canonical = job.path();
    let asked = path.slug.map(|slug| format!("/jobs/{}-{slug}", path.id));
    if asked.as_deref() != Some(&canonical) {
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((header::LOCATION, canonical))
            .finish());
    }
    let manages = visitor
        .account
        .as_ref()
        .is_some_and(|account| ownership::manages(account, &job));
    let is_own = visitor
        .account
        .as_ref()
        .is_some_and(|account| ownership::is_own(account.id, &job));
    if visitor.account.is_some() && !manages {
        views::seen(&page.board.states, job.id);
    }
    let is_open = job.is_open(now.today());
    let fragment = JobFragment::Description {
        job_id: job.id,
        version: job.version,
    };
    let fragments = page.board.state::<JobFragments>()?;
    let description = match fragments.get(&fragment) {
        Some(kept) => kept,
        None => fragments.keep(fragment, description_aside(&job, Top::H2).await?),
    };
    let markup = JobFragment::Markup {
        job_id: job.id,
        version: job.version,
    };
    let markup = fragments.get_or(markup, || {
        let markup = markup::markup(&page.board, &job, &description, identifier);
        Ok(markup.unwrap_or_default())
    })?;
    let shown = Shown {
        id: job.id,
        own_copies: ownership::owners(&job).collect(),
        seen: views::seen,
    };
    let context = context! {
        markup => &markup,
        heading => &heading(&job, locale),
        picture => &format!("{}&brand={}", job.picture_path(), page.board.brand().mark()),
        similar => &similar,
        share => &share(&heading(&job, locale), &page.board.config.whole_url(&job.path())),
        job => &Detail::new(&job, description, locale, now),
        manages => &manages,
        is_own => &is_own,
        is_admin => &visitor.is_admin(),
        owner => &owner.as_ref().map(|owner| format!("{} <{}>", owner.name, owner.email)),
        can_publish => &job.status.can_publish(),
        can_unpublish => &job.status.can_unpublish(),
        can_close => &job.status.can_close(),
        can_restore => &job.status.can_restore(),
    };
    let mut response = page
        .public(&job.path(), Some(shown))
        .show("jobs/show.html", context)?;
    if !is_open {
        response.headers_mut().insert(
            HeaderName::from_static("x-robots-tag"),
            header::HeaderValue::from_static("noindex"),
        );
    }
    Ok(response)
}

/// A link that begins a mail about the job.
fn share(heading: &str, url: &str) -> String {
    let [subject, body] = [heading, url].map(|text| utf8_percent_encode(text, NON_ALPHANUMERIC));
    format!("mailto:?subject={subject}&body={body}")
}

/// What titles and previews of links call a job.
fn heading(job: &Job, locale: Locale) -> String {
    let message = Message::new("jobs-heading")
        .with("title", &job.fields.title)
        .with("company", &job.fields.company);
    locale.text(&message)
}

/// The job, if `visitor` may see it, and for an administrator its owner.
///
/// # Errors
/// 404 for what nobody ever saw; 410 for what was taken down, or closed long ago.
pub fn find_visible(
    db: &mut Db,
    visitor: &Visitor,
    id: i64,
    now: Moment,
) -> Result<(Job, Option<Account>), Error> {
    let job = match Job::find(db, id) {
        Err(error::Error::NotFound) if job::is_gone(db, id)? => return Err(Error::Gone),
        found => found?,
    };
    let manages = visitor
        .account
        .as_ref()
        .is_some_and(|account| ownership::manages(account, &job));
    if !manages {
        if *job.status == Status::Removed {
            return Err(Error::Gone);
        }
        if !job.status.is_public() {
            return Err(Error::NotFound);
        }
        let closed = job.closed_since(now);
        if closed.is_some_and(|day| day + Days::new(DAYS_SHOWN_CLOSED) < now.today()) {
            return Err(Error::Gone);
        }
    }
    let owner = match job.owner_id {
        Some(owner) if visitor.is_admin() => Account::find(db, owner)?,
        _ => None,
    };
    Ok((job, owner))
}
