//! `/jobs/{job}/reports`: saying what is wrong with a job.

use actix_web::{HttpResponse, http::StatusCode};
use tera::context;

use super::{
    letters,
    report::{self, NewReport, Reason},
};
use crate::{
    accounts::{Try, Visitor},
    http::{
        board::Board,
        error::Error,
        form::{Fields, Form, FormView, Messages},
        page::Page,
    },
    jobs::{Job, Status, ownership, path::JobPath, show::find_visible},
    moderation::{actions, notices},
    platform::{
        audit::{Origin, Subject},
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::{Locale, Message},
        limits::network,
        typed,
    },
};

/// Reports from so many networks hide a job until somebody has looked at it.
const HIDES_AT: i64 = 3;

/// Longest text, in characters.
const LONGEST: usize = 2_000;

const ORDER: &[&str] = &["reason", "text", "email"];

/// What a visitor says.
struct Said {
    reason: Reason,
    text: String,
    email: Option<String>,
}

/// `GET /jobs/{job}/reports`
pub async fn new(page: Page, visitor: Visitor, path: JobPath) -> Result<HttpResponse, Error> {
    let job = match find(&page, &visitor, path.id).await? {
        (job, true) => job,
        (job, false) => return Ok(page.redirect(&job.path(), None)),
    };
    show(page, &job, &Form::default(), Messages::default())
}

/// `POST /jobs/{job}/reports` with `reason`, `text` and, for whoever wants to hear of it, `email`. The same visitor
/// again changes nothing, and is told the same.
pub async fn create(
    page: Page,
    visitor: Visitor,
    path: JobPath,
    form: Form,
) -> Result<HttpResponse, Error> {
    let job = match find(&page, &visitor, path.id).await? {
        (job, true) => job,
        (job, false) => return Ok(page.redirect(&job.path(), None)),
    };
    let said = match read(&form) {
        Ok(said) => said,
        Err(messages) => {
            let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
            return show(page, &job, &form, messages);
        }
    };
    if let Err(wait) = page.board.throttle.mail(page.address) {
        page.origin().refused("report_throttled");
        let slow = Messages::of("reason", wait.message());
        return show(page.too_many(wait), &job, &form, slow);
    }
    let network = page.address.map(network).map(|address| address.to_string());
    let network = network.unwrap_or_default();
    let account_id = visitor.account.as_ref().map(|account| account.id);
    let who = account_id.map_or_else(|| network.clone(), |id| format!("account {id}"));
    let new = NewReport {
        job_id: job.id,
        visitor: report::alias(&page.board, job.id, &who),
        network: report::alias(&page.board, job.id, &network),
        account_id,
        reason: Stored(said.reason),
        text: said.text,
        email: said.email,
        created_at: page.board.clock.now(),
    };
    let receipt = new
        .email
        .as_ref()
        .map(|email| Try::mail_about("report", &page.board.config.limits, email, page.address));
    let (board, origin) = (page.board.clone(), page.origin());
    page.board
        .write(move |db| {
            if !new.insert(db)? {
                return Ok(());
            }
            let subject = Subject::Job(new.job_id);
            origin.record(db, actions::JOB_REPORTED, subject, new.reason.as_str())?;
            if let (Some(email), Some(receipt)) = (&new.email, receipt) {
                match receipt.charge(db, origin.at) {
                    // Somebody has many mails sent there: the report counts without a receipt.
                    Err(Error::TooMany { .. }) => {}
                    charged => {
                        charged?;
                        let letter = letters::received(&board, new.job_id);
                        board.mail.write(Some(email.clone()), &letter)?.queue(db)?;
                    }
                }
            }
            hide_if_many(&board, db, new.job_id, &origin)
        })
        .await?;
    Ok(page.redirect("/jobs", Some(notices::REPORTED)))
}

/// Takes a job off the lists that visitors of several networks reported, and tells whoever it belongs to.
fn hide_if_many(board: &Board, db: &mut Db, job_id: i64, origin: &Origin) -> Result<(), Error> {
    if report::networks(db, job_id)? < HIDES_AT {
        return Ok(());
    }
    let job = Job::find(db, job_id)?;
    if *job.status == Status::Published {
        job.hold(db, origin)?;
        letters::tell_held(board, db, &job)?;
    }
    Ok(())
}

/// The job, if the visitor sees it, and whether they may report it: it is open, and somebody else's.
///
/// # Errors
/// Those of a job's page.
async fn find(page: &Page, visitor: &Visitor, id: i64) -> Result<(Job, bool), Error> {
    let (visitor, now) = (visitor.clone(), page.board.clock.moment());
    page.board
        .read(move |db| {
            let (job, _) = find_visible(db, &visitor, id, now)?;
            let is_own = match &visitor.account {
                Some(account) => ownership::is_own(db, account.id, &job)?,
                None => false,
            };
            let may_report = job.is_open(now.today()) && !is_own;
            Ok((job, may_report))
        })
        .await
}

fn read(form: &Form) -> Result<Said, Messages> {
    let mut fields = Fields::new(form);
    let reason = fields.choice::<Reason>("reason");
    if reason.is_none() {
        fields.messages = Messages::of("reason", Message::new("moderation-field-reason"));
    }
    let text = fields.parse("text", |typed| typed::text(typed, LONGEST));
    let text = text.unwrap_or_default();
    if reason == Some(Reason::Other) && text.is_empty() {
        let empty = Message::new("moderation-field-text");
        fields.messages.add("text", empty);
    }
    let email = match form.value("email").trim() {
        "" => None,
        _ => Some(fields.email("email")),
    };
    match reason {
        Some(reason) if fields.messages.is_empty() => Ok(Said {
            reason,
            text,
            email,
        }),
        _ => Err(fields.messages),
    }
}

/// The reasons as radio buttons.
fn reasons(locale: Locale) -> Vec<(&'static str, String)> {
    let reason = |reason: &Reason| (reason.as_str(), locale.text(&reason.label()));
    Reason::ALL.iter().map(reason).collect()
}

fn show(page: Page, job: &Job, form: &Form, messages: Messages) -> Result<HttpResponse, Error> {
    let values = ORDER
        .iter()
        .map(|name| (*name, form.value(name).to_owned()));
    let locale = page.locale;
    page.show(
        "moderation/report.html",
        context! {
            form => &FormView::new(locale, values, messages, ORDER),
            job_id => &job.id,
            job_path => &job.path(),
            job_title => &job.fields.title,
            company => &job.fields.company,
            reasons => &reasons(locale),
        },
    )
}
