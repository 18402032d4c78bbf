//! `/jobs/{id}-{slug}`: one job.

use actix_web::{
    HttpResponse,
    http::header::{self, HeaderName},
};
use chrono::Days;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tera::context;

use super::{
    aside::Aside,
    error,
    fragment::{JobFragment, JobFragments},
    job::{self, Job},
    markup, ownership,
    path::JobPath,
    status::Status,
    view::{Detail, description_aside},
    visits,
};
use crate::{
    accounts::{Account, Visitor},
    companies::{self, Known, naming},
    http::{board::Board, error::Error, page::Page, page_cache::Shown},
    platform::{
        db::{self, Db, text_enum::TextEnum},
        i18n::{Locale, Message},
        zone::Moment,
    },
    text::{markdown::Top, words::slug},
};

/// Days that the page of a closed or expired job stays, to say so.
const DAYS_SHOWN_CLOSED: u64 = 30;

/// Gives the cards of open jobs like another. Owned by whoever knows how to find jobs.
pub struct Similar(pub fn(&Board, &mut Db, &Job, Locale, Moment) -> Result<String, Error>);

/// Name and value of an identifier.
pub type Identifier = (String, String);

/// Gives the identifier that the employer of an imported job gave it. Owned by whoever knows where jobs are from.
pub struct EmployerIdentifier(pub fn(&mut Db, i64) -> Result<Option<Identifier>, db::Error>);

/// What a job's page asks of the database.
struct Read {
    job: Job,
    owner: Option<Account>,
    owners: Vec<i64>,
    company: Known,
    aside: Aside,
    similar: String,
    identifier: Option<Identifier>,
}

/// `GET /jobs/{job}`; a wrong or missing slug redirects for good to the right one.
pub async fn show(page: Page, visitor: Visitor, path: JobPath) -> Result<HttpResponse, Error> {
    let (asking, board) = (visitor.clone(), page.board.clone());
    let locale = page.locale;
    let now = page.board.clock.moment();
    let Read {
        job,
        owner,
        owners,
        company,
        aside,
        similar,
        identifier,
    } = page
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
            Ok(Read {
                owners: ownership::owners(db, &job)?,
                company: match job.company_id {
                    Some(_) => companies::known(db, &slug(&job.fields.company))?,
                    None => None,
                }
                .unwrap_or_default(),
                identifier: of_employer(db, job.id)?,
                aside: Aside::read(&board, db, asking.account.as_ref(), &job, locale, now)?,
                job,
                owner,
                similar,
            })
        })
        .await?;
    let canonical = job.path();
    let asked = path.slug.map(|slug| format!("/jobs/{}-{slug}", path.id));
    if asked.as_deref() != Some(&canonical) {
        return Ok(HttpResponse::MovedPermanently()
            .insert_header((header::LOCATION, canonical))
            .finish());
    }
    if visitor.account.is_some() && !aside.manages {
        visits::seen(page.request(), job.id);
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
        company: company.edition(),
    };
    let markup = fragments.get_or(markup, || {
        let markup = markup::markup(&page.board, &job, &description, identifier, &company);
        Ok(markup.unwrap_or_default())
    })?;
    let shown = Shown {
        id: job.id,
        own_copies: owners.into(),
        seen: visits::seen,
    };
    let context = context! {
        markup => &markup,
        heading => &heading(&job, locale),
        picture => &picture(&page.board, &job, &company),
        similar => &similar,
        share => &share(&heading(&job, locale), &page.board.config.whole_url(&job.path())),
        job => &Detail::new(&job, description, locale, now).with_company(&company),
        manages => &aside.manages,
        is_own => &aside.is_own,
        is_admin => &visitor.is_admin(),
        owner => &owner.as_ref().map(|owner| format!("{} <{}>", owner.name, owner.email)),
        can_publish => &job.status.can_publish(),
        can_unpublish => &job.status.can_unpublish(),
        can_close => &job.status.can_close(),
        can_restore => &job.status.can_restore(),
        renews_until => &job.renewed_until(now.today()).map(|day| locale.date(day)),
        can_confirm => &job.wants_confirmation(now),
        can_repost => &job.can_repost(now.today()),
        publish_at => &aside.publish_at.map(|day| locale.date(day)),
        outcome => &aside.outcome.map(|outcome| locale.text(&outcome.label())),
        pay_rules => &aside.rules,
        pay_left_out => &aside.pay_left_out,
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

/// The address of the job's picture, which changes with all that it shows.
fn picture(board: &Board, job: &Job, company: &Known) -> String {
    let mark = board.brand().mark();
    let path = format!("{}&brand={mark}", job.picture_path());
    match company.logo {
        Some(_) => format!("{path}&company={:x}", company.edition()),
        None => path,
    }
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

/// The job with its company called as lists call it, if `visitor` may see it, and for an administrator its owner.
///
/// # Errors
/// 404 for what nobody ever saw; 410 for what was taken down, or closed long ago.
pub fn find_visible(
    db: &mut Db,
    visitor: &Visitor,
    id: i64,
    now: Moment,
) -> Result<(Job, Option<Account>), Error> {
    let mut job = match Job::find(db, id) {
        Err(error::Error::NotFound) if job::is_gone(db, id)? => return Err(Error::Gone),
        found => found?,
    };
    let manages = match &visitor.account {
        Some(account) => ownership::manages(db, account, &job)?,
        None => false,
    };
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
    job.fields.company = naming::named(db, &job.fields.company)?.name;
    Ok((job, owner))
}
