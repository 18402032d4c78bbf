//! `/previews/{preview}`: a job as readers will see it, above its form. What was typed is kept for some
//! time, so that the page can be reloaded and gone back to.

use actix_web::{HttpResponse, web::Path};
use tera::context;

use super::{
    edit,
    form::{self, Completeness},
    new, posted,
    previewed::Preview,
};
use crate::{
    accounts::SignedIn,
    http::{
        error::Error,
        form::{Form, Messages},
        page::Page,
    },
    jobs::{
        fields::JobFields, job::Job, new_job::NewJob, ownership, pay_rules::Policy, view::Detail,
    },
    platform::zone::Moment,
};

/// `GET /previews/{preview}`
pub async fn show(
    page: Page,
    signed_in: SignedIn,
    key: Path<String>,
) -> Result<HttpResponse, Error> {
    let account_id = signed_in.id;
    let preview = page
        .board
        .read(move |db| Ok(Preview::find(db, account_id, &key)?))
        .await?;
    let preview = preview.ok_or(Error::NotFound)?;
    let form = Form::decode(&preview.form);
    let job = match preview.job_id {
        Some(id) => Some(ownership::find_for(&page, &signed_in, id).await?),
        None => {
            let key = form.value("submission_key");
            if let Some(job) = posted::find(&page, account_id, key).await? {
                return posted::show_again(page, &job, &form);
            }
            None
        }
    };
    let now = page.board.clock.moment();
    let (owner_id, version) = match &job {
        Some(job) => (job.owner_id, edit::version(&form)?),
        None => (Some(account_id), 0),
    };
    let read = match &job {
        Some(job) => edit::read(&form, job, now.today()),
        None => form::read(&form, Completeness::Complete, now.today()),
    };
    match (read, job) {
        (Ok(fields), job) => {
            let rules = Policy::of(&page.board).views(&fields, now.today(), page.locale);
            let unsaved = unsaved(owner_id, fields, now);
            let view = form::view(page.locale, &form, Messages::default());
            let detail = Detail::preview(&unsaved, page.locale, now).await?;
            let context = context! { preview => &detail, pay_rules => &rules };
            match job {
                Some(job) => edit::show_edit(page, &job, version, &view, context),
                None => new::show_new(page, &view, form.value("submission_key"), context),
            }
        }
        (Err(messages), Some(job)) => edit::show_again(page, &job, version, &form, messages),
        (Err(messages), None) => new::show_again(page, &form, messages),
    }
}

/// A job that is not stored, for a preview.
fn unsaved(owner_id: Option<i64>, fields: JobFields, now: Moment) -> Job {
    NewJob::new(owner_id, fields, true, now.at).into_job(0)
}
