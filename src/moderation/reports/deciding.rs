//! Deciding about the reports of a job: it stays, or it is removed for a reason that its owner is told.

use std::slice;

use actix_web::{HttpResponse, web::Path};

use super::{
    letters, queue,
    report::{self, Decision},
};
use crate::{
    accounts::{Account, Admin},
    http::{
        board::Board,
        error::Error,
        form::{Form, Messages},
        page::Page,
    },
    jobs::{self, Job, removal},
    moderation::{actions, notices},
    platform::{
        audit::{Origin, Subject},
        db::{Db, text_enum::TextEnum},
        i18n::{Locale, Message},
        zone::Moment,
    },
};

/// `POST /admin/reports/{report}/decision` with `decision`, `seen` (the id of the newest report that was read) and,
/// where the job is removed, `reason`. Reports that came since wait for a decision of their own.
///
/// # Errors
/// 409 where somebody else has decided, saying who and when.
pub async fn create(
    page: Page,
    admin: Admin,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let job_id = queue::parse(&id)?;
    let decision = Decision::from_text(form.value("decision"))
        .ok_or_else(|| Error::BadRequest(Message::new("moderation-no-decision")))?;
    let seen: i64 = form.value("seen").parse().unwrap_or_default();
    let reason = match (decision, removal::read_reason(form.value("reason"))) {
        (Decision::Upheld, Err(wrong)) => {
            let messages = Messages::of("reason", wrong);
            return queue::render(page, job_id, form.value("reason"), messages).await;
        }
        (_, reason) => reason.unwrap_or_default(),
    };
    let (board, origin, by) = (page.board.clone(), page.origin(), admin.id);
    let (locale, now) = (page.locale, page.board.clock.moment());
    let job = page
        .board
        .write(move |db| {
            let job = Job::find(db, job_id)?;
            let decided = report::decide(db, job_id, seen, decision, by, origin.at)?;
            if decided.is_empty() {
                return Err(decided_before(db, job_id, locale, now)?);
            }
            carry_out(&board, db, &job, decision, &reason, &origin)?;
            letters::tell_reporters(&board, db, &decided, decision)?;
            let action = match decision {
                Decision::Dismissed => actions::REPORTS_DISMISSED,
                Decision::Upheld => actions::REPORTS_UPHELD,
            };
            origin.record(db, action, Subject::Job(job_id), "")?;
            Ok(job)
        })
        .await?;
    let notice = match decision {
        Decision::Dismissed => notices::DISMISSED,
        Decision::Upheld => notices::UPHELD.about(job.id, &job.fields.title),
    };
    Ok(page.redirect(queue::PATH, Some(notice)))
}

fn carry_out(
    board: &Board,
    db: &mut Db,
    job: &Job,
    decision: Decision,
    reason: &str,
    origin: &Origin,
) -> Result<(), Error> {
    match decision {
        Decision::Dismissed if job.is_held() => {
            job.release(db, origin)?;
            letters::tell_released(board, db, job)
        }
        Decision::Dismissed => Ok(()),
        Decision::Upheld => {
            job.remove(db, reason, origin)?;
            jobs::letters::tell_owners(board, db, slice::from_ref(job), reason)
        }
    }
}

/// Says who has decided, and when.
fn decided_before(db: &mut Db, job_id: i64, locale: Locale, now: Moment) -> Result<Error, Error> {
    let Some(decided) = report::last_decided(db, job_id)? else {
        return Ok(Error::Conflict(Message::new("moderation-none-open")));
    };
    let who = match decided.by {
        Some(id) => Account::find(db, id)?.map(|account| account.name),
        None => None,
    };
    let ago = decided.at.map(|at| locale.ago(at, now)).unwrap_or_default();
    Ok(Error::Conflict(
        Message::new("moderation-decided-before")
            .with("who", who.unwrap_or_default())
            .with("ago", ago),
    ))
}
