//! Putting a job on the board, taking it off, closing it, saying that it is still open.

use actix_web::HttpResponse;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    input::at_their_places,
    posting::{ApiJob, answer, answer_to},
};
use crate::{
    accounts::{Sent, Writer},
    http::{
        error::Error,
        form::Form,
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Problem, Trouble, Wrong},
    },
    jobs::{
        editing::{
            form::{self, Completeness},
            publish_check::{check_change, check_posting},
        },
        error::Error as JobError,
        job::Job,
        life::outcome::Outcome,
        ownership,
        path::JobPath,
        pay_rules::Policy,
        status::Status,
    },
    platform::{
        audit::Origin,
        db::{Db, text_enum::TextEnum},
        i18n::Message,
    },
};

/// Why the job is closed.
#[derive(Deserialize, ToSchema)]
pub struct Closure {
    /// `filled` or `withdrawn`.
    #[schema(pattern = "^(filled|withdrawn)$", example = "filled")]
    reason: String,
    /// What came of it, for its owner alone: `hired_here` or `hired_elsewhere` of a filled job, `not_hiring` of
    /// a withdrawn one.
    #[schema(
        pattern = "^(hired_here|hired_elsewhere|not_hiring)$",
        example = "hired_here"
    )]
    outcome: Option<String>,
}

/// Publish a job
#[utoipa::path(
    post,
    path = "/api/v1/jobs/{job}/publication",
    operation_id = "publishJob",
    tag = "Jobs",
    params(("job" = i64, Path, description = "The job's ID", minimum = 1)),
    responses(
        (status = 200, body = ApiJob, description = "The job"),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "The draft is incomplete, or lacks the pay that a law asks for and this board insists on. `errors` lists what is missing"),
        ChangeRefusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn publish(page: Page, writer: Writer, path: JobPath) -> Result<HttpResponse, Error> {
    if let Some(refusal) = check_posting(&page, &writer, true).await? {
        return Err(refusal.into());
    }
    let origin = page.origin();
    let (rules, locale) = (Policy::of(&page.board), page.locale);
    let published = page
        .board
        .write(move |db| {
            let job = ownership::find(db, &writer, path.id)?;
            let form = Form::from(&job.fields);
            let today = origin.today();
            form::read(&form, Completeness::Complete, today)
                .and_then(|fields| rules.check(fields, today, locale))
                .map_err(|missing| Error::Invalid(at_their_places(&missing)))?;
            job.publish(db, &origin)?;
            Ok(Job::find(db, job.id)?)
        })
        .await?;
    answer_to(HttpResponse::Ok(), &page.board, published, Vec::new()).await
}

/// Unpublish a job
///
/// Turns it into a draft.
#[utoipa::path(
    delete,
    path = "/api/v1/jobs/{job}/publication",
    operation_id = "unpublishJob",
    tag = "Jobs",
    params(("job" = i64, Path, description = "The job's ID", minimum = 1)),
    responses((status = 200, body = ApiJob, description = "The job"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn unpublish(page: Page, writer: Writer, path: JobPath) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let draft = page
        .board
        .write(move |db| {
            let job = ownership::find(db, &writer, path.id)?;
            job.unpublish(db, &origin)?;
            Ok(Job::find(db, job.id)?)
        })
        .await?;
    answer(HttpResponse::Ok(), &page.board, draft).await
}

/// Close a job
#[utoipa::path(
    post,
    path = "/api/v1/jobs/{job}/closure",
    operation_id = "closeJob",
    tag = "Jobs",
    params(("job" = i64, Path, description = "The job's ID", minimum = 1)),
    request_body = Closure,
    responses((status = 200, body = ApiJob, description = "The job"), JsonRefusals, ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn close(page: Page, path: JobPath, sent: Sent) -> Result<HttpResponse, Error> {
    let Sent { writer, json } = sent;
    let closure: Closure = json.read()?;
    let reason = Status::from_text(&closure.reason).filter(|status| status.is_closed());
    let reason = reason.ok_or_else(|| {
        Error::Invalid(vec![Wrong::at("/reason", Message::new("jobs-api-reason"))])
    })?;
    let outcome = outcome(&closure, reason)?;
    let origin = page.origin();
    let closed = page
        .board
        .write(move |db| {
            let job = ownership::find(db, &writer, path.id)?;
            match outcome {
                Some(outcome) => job.end(db, outcome, &origin)?,
                None => job.close(db, reason, &origin)?,
            }
            Ok(Job::find(db, job.id)?)
        })
        .await?;
    answer(HttpResponse::Ok(), &page.board, closed).await
}

/// The outcome that is stated, which goes with the reason.
fn outcome(closure: &Closure, reason: Status) -> Result<Option<Outcome>, Error> {
    let Some(stated) = &closure.outcome else {
        return Ok(None);
    };
    match Outcome::from_text(stated).filter(|outcome| outcome.status() == reason) {
        Some(outcome) => Ok(Some(outcome)),
        None => Err(Error::Invalid(vec![Wrong::at(
            "/outcome",
            Message::new("jobs-api-outcome"),
        )])),
    }
}

/// Renew a job
///
/// Adds 30 days to its last day, or to today where that is over. The date of publication stays.
#[utoipa::path(
    post,
    path = "/api/v1/jobs/{job}/renewal",
    operation_id = "renewJob",
    tag = "Jobs",
    params(("job" = i64, Path, description = "The job's ID", minimum = 1)),
    responses((status = 200, body = ApiJob, description = "The job"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn renew(page: Page, writer: Writer, path: JobPath) -> Result<HttpResponse, Error> {
    change(page, writer, path, Job::renew).await
}

/// Confirm a job
///
/// Says that it is still open. A job that left the lists because nobody did is put back on them.
#[utoipa::path(
    post,
    path = "/api/v1/jobs/{job}/confirmation",
    operation_id = "confirmJob",
    tag = "Jobs",
    params(("job" = i64, Path, description = "The job's ID", minimum = 1)),
    responses((status = 200, body = ApiJob, description = "The job"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn confirm(page: Page, writer: Writer, path: JobPath) -> Result<HttpResponse, Error> {
    change(page, writer, path, Job::confirm).await
}

/// Cancel the publication of a draft
///
/// It is not published by itself any more.
#[utoipa::path(
    delete,
    path = "/api/v1/jobs/{job}/schedule",
    operation_id = "unscheduleJob",
    tag = "Jobs",
    params(("job" = i64, Path, description = "The job's ID", minimum = 1)),
    responses((status = 200, body = ApiJob, description = "The job"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn unschedule(page: Page, writer: Writer, path: JobPath) -> Result<HttpResponse, Error> {
    change(page, writer, path, |job, db, origin| {
        job.schedule(db, None, origin)
    })
    .await
}

async fn change(
    page: Page,
    writer: Writer,
    path: JobPath,
    verb: fn(&Job, &mut Db, &Origin) -> Result<(), JobError>,
) -> Result<HttpResponse, Error> {
    if let Some(refusal) = check_change(&page, &writer).await? {
        return Err(refusal.into());
    }
    let origin = page.origin();
    let changed = page
        .board
        .write(move |db| {
            let job = ownership::find(db, &writer, path.id)?;
            verb(&job, db, &origin)?;
            Ok(Job::find(db, job.id)?)
        })
        .await?;
    answer(HttpResponse::Ok(), &page.board, changed).await
}
