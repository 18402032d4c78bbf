//! Doing the same to many jobs of a table at once.

use actix_web::HttpResponse;
use diesel::prelude::*;
use strum::{EnumString, IntoStaticStr, VariantArray};
use tera::context;

use super::{deleting, table};
use crate::{
    accounts::{Account, SignedIn},
    http::{error::Error, flash::Notice, form::Form, next::local_path, page::Page},
    jobs::{
        editing::{
            form::{self, Completeness},
            publish_check::check_posting,
        },
        error::Error as JobError,
        job::Job,
        notices, ownership,
        status::Status,
    },
    platform::{audit::Origin, db::Db, i18n::Message, schema::jobs},
};

/// What is done to each of the jobs.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
enum Verb {
    Publish,
    Unpublish,
    /// Closes it as filled.
    Filled,
    /// Closes it as withdrawn.
    Withdrawn,
    /// Deletes one's own, and removes what is somebody else's.
    Delete,
}

/// `POST /jobs/bulk` with `job`, as often as there are jobs, `action`, and `back`, the list to return to.
/// What cannot be done with a job, or is not for this account to do, is left out and counted.
pub async fn create(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let back = local_path(form.value("back")).unwrap_or("/dashboard");
    let chosen = form
        .ids("job", table::PAGE_SIZE as usize)
        .ok_or_else(|| Error::BadRequest(Message::new("jobs-bulk-too-many")))?;
    let Some(verb) = form
        .value("action")
        .parse()
        .ok()
        .filter(|_| !chosen.is_empty())
    else {
        return Ok(page.redirect(back, Some(notices::NOTHING_SELECTED)));
    };
    if verb == Verb::Delete && form.value("confirmed").is_empty() {
        return confirm(page, &signed_in, chosen, back).await;
    }
    let ids = match verb {
        Verb::Publish => charged(&page, &signed_in, &chosen).await?,
        _ => chosen.clone(),
    };
    let (origin, account) = (page.origin(), signed_in.account.clone());
    let (changed, removed) = page
        .board
        .write(move |db| {
            let (mut changed, mut removed) = (0, 0);
            for id in ids {
                match apply(db, &account, id, verb, &origin) {
                    Ok(Some(notice)) => {
                        changed += 1;
                        removed += usize::from(notice == Done::Removed);
                    }
                    Err(JobError::Database(error)) => return Err(error.into()),
                    Ok(None) | Err(_) => {}
                }
            }
            Ok((changed, removed))
        })
        .await?;
    let notice = verb.notice(removed > 0);
    Ok(page.redirect(back, Some(notice.of_many(changed, chosen.len() - changed))))
}

/// Those of the jobs that can be published and that the account may still publish now: each counts against
/// its limit.
///
/// # Errors
/// Why none may be published.
async fn charged(page: &Page, account: &Account, ids: &[i64]) -> Result<Vec<i64>, Error> {
    let found = manageable(page, account, ids).await?;
    let mut may = Vec::new();
    for job in found.iter().filter(|job| job.status.can_publish()) {
        match check_posting(page, account, true).await? {
            None => may.push(job.id),
            Some(refusal) if may.is_empty() => return Err(refusal.into()),
            Some(_) => break,
        }
    }
    Ok(may)
}

/// Those of the jobs that the account may change.
async fn manageable(page: &Page, account: &Account, ids: &[i64]) -> Result<Vec<Job>, Error> {
    let (account, ids) = (account.clone(), ids.to_vec());
    page.board
        .read(move |db| {
            let mut found: Vec<Job> = jobs::table
                .filter(jobs::id.eq_any(ids))
                .order(jobs::id.desc())
                .select(Job::as_select())
                .load(db)?;
            found.retain(|job| ownership::manages(&account, job));
            Ok(found)
        })
        .await
}

/// Asks before jobs are deleted and removed.
async fn confirm(
    page: Page,
    account: &Account,
    chosen: Vec<i64>,
    back: &str,
) -> Result<HttpResponse, Error> {
    let mut found = manageable(&page, account, &chosen).await?;
    found.retain(|job| deleting::is_left(account, job));
    if found.is_empty() {
        let nothing = notices::DELETED_MANY.of_many(0, chosen.len());
        return Ok(page.redirect(back, Some(nothing)));
    }
    let (own, others): (Vec<&Job>, Vec<&Job>) = found
        .iter()
        .partition(|job| ownership::is_own(account.id, job));
    let titles = |jobs: &[&Job]| -> Vec<String> {
        jobs.iter().map(|job| job.fields.title.clone()).collect()
    };
    page.show(
        "jobs/bulk_delete.html",
        context! {
            ids => &found.iter().map(|job| job.id).collect::<Vec<_>>(),
            own => &titles(&own),
            others => &titles(&others),
            left => &(chosen.len() - found.len()),
            back => back,
        },
    )
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Done {
    Changed,
    Removed,
}

/// Does it to job `id`; nothing where it is so already, or lacks what a published job must have.
fn apply(
    db: &mut Db,
    account: &Account,
    id: i64,
    verb: Verb,
    origin: &Origin,
) -> Result<Option<Done>, JobError> {
    let job = ownership::find(db, account, id)?;
    match verb {
        Verb::Publish => {
            let form = Form::from(&job.fields);
            if form::read(&form, Completeness::Complete, origin.today()).is_err() {
                return Ok(None);
            }
            job.publish(db, origin)?;
        }
        Verb::Unpublish => job.unpublish(db, origin)?,
        Verb::Filled => job.close(db, Status::Filled, origin)?,
        Verb::Withdrawn => job.close(db, Status::Withdrawn, origin)?,
        Verb::Delete if !deleting::is_left(account, &job) => return Ok(None),
        Verb::Delete if ownership::is_own(account.id, &job) => job.delete(db, origin)?,
        Verb::Delete => {
            job.remove(db, origin)?;
            return Ok(Some(Done::Removed));
        }
    }
    Ok(Some(Done::Changed))
}

impl Verb {
    fn notice(self, removes: bool) -> Notice {
        match self {
            Self::Publish => notices::PUBLISHED_MANY,
            Self::Unpublish => notices::UNPUBLISHED_MANY,
            Self::Filled | Self::Withdrawn => notices::CLOSED_MANY,
            Self::Delete if removes => notices::REMOVED_MANY,
            Self::Delete => notices::DELETED_MANY,
        }
    }
}
