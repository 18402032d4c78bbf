//! Closing a job, and what came of it.

use actix_web::{HttpResponse, http::StatusCode};
use tera::context;

use crate::{
    accounts::SignedIn,
    http::{error::Error, flash::Notice, form::Form, listing::back_to, page::Page},
    jobs::{
        error::Error as JobError,
        job::Job,
        life::outcome::Outcome,
        notices,
        ownership::{self, Manages},
        path::JobPath,
        status::Status,
    },
    platform::{
        audit::Origin,
        db::{Db, text_enum::TextEnum},
        i18n::{Locale, Message},
    },
};

/// How a job is closed.
#[derive(Clone, Copy)]
enum Ending {
    With(Outcome),
    /// With no more than visitors see.
    As(Status),
}

impl Ending {
    fn parse(typed: &str) -> Option<Self> {
        let closed = Status::from_text(typed).filter(|status| status.is_closed());
        let outcome = Outcome::from_text(typed).map(Self::With);
        outcome.or(closed.map(Self::As))
    }

    fn close(self, job: &Job, db: &mut Db, origin: &Origin) -> Result<(), JobError> {
        match self {
            Self::With(outcome) => job.end(db, outcome, origin),
            Self::As(status) => job.close(db, status, origin),
        }
    }

    fn notice(self) -> Notice {
        match self {
            Self::With(Outcome::Paused) => notices::PAUSED,
            _ => notices::CLOSED,
        }
    }
}

/// `GET /jobs/{job}/closure`: asks what came of it.
pub async fn ask(page: Page, manages: Manages) -> Result<HttpResponse, Error> {
    let back = page.back();
    show(page, &manages.job, back, None)
}

/// `POST /jobs/{job}/closure` with `reason`, an outcome, or `filled` or `withdrawn`, leading to `back`.
pub async fn create(
    page: Page,
    signed_in: SignedIn,
    path: JobPath,
    form: Form,
) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let account = signed_in.account.clone();
    let ending = Ending::parse(form.value("reason"));
    let job = page
        .board
        .write(move |db| {
            let job = ownership::find(db, &account, path.id)?;
            if let Some(ending) = ending {
                ending.close(&job, db, &origin)?;
            }
            Ok(job)
        })
        .await?;
    let back = page.back();
    if let Some(ending) = ending {
        let back = back.as_deref().unwrap_or("/dashboard");
        let notice = ending.notice().about(path.id, &job.fields.title);
        return Ok(page.redirect(back, Some(notice)));
    }
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    show(page, &job, back, Some(&Message::new("jobs-close-choose")))
}

fn show(
    page: Page,
    job: &Job,
    back: Option<String>,
    message: Option<&Message>,
) -> Result<HttpResponse, Error> {
    let locale = page.locale;
    page.show(
        "jobs/close.html",
        context! {
            id => &job.id,
            job_path => &job.path(),
            job_title => &job.fields.title,
            back => &back,
            back_query => &back.as_deref().map(back_to),
            can_close => &job.status.can_close(),
            outcomes => &outcomes(locale),
            message => &message.map(|message| locale.text(message)),
        },
    )
}

/// What there is to choose, each with its words.
pub fn outcomes(locale: Locale) -> Vec<(&'static str, String)> {
    let outcomes = Outcome::ALL.iter();
    outcomes
        .map(|outcome| (outcome.as_str(), locale.text(&outcome.label())))
        .collect()
}
