//! Taking one's data along, and deleting the account.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use tera::context;

use super::{
    account::Account,
    device, profile,
    session::{self, Session},
    visitor::SignedIn,
};
use crate::{
    db::{Db, text_enum::TextEnum},
    error::Error,
    jobs::{Job, JobFields},
    schema::jobs,
    web::{
        flash::Notice,
        form::{Form, FormView, Messages},
        page::Page,
    },
};

/// Everything the board keeps about an account, but its password's hash.
#[derive(Serialize)]
struct Data<'a> {
    email: &'a str,
    name: &'a str,
    since: NaiveDateTime,
    sessions: Vec<SessionData<'a>>,
    jobs: Vec<JobData<'a>>,
}

#[derive(Serialize)]
struct SessionData<'a> {
    device: String,
    user_agent: &'a str,
    address: &'a str,
    created_at: NaiveDateTime,
    last_seen_at: NaiveDateTime,
}

#[derive(Serialize)]
struct JobData<'a> {
    id: i64,
    status: &'static str,
    date_posted: Option<NaiveDateTime>,
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
    #[serde(flatten)]
    fields: &'a JobFields,
}

/// `GET /account/data`: a JSON file.
pub async fn download(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let id = signed_in.id;
    let (sessions, jobs) = page
        .board
        .db
        .read(move |db| Ok((Session::all_of(db, id)?, jobs_of(db, id)?)))
        .await?;
    let data = Data {
        email: &signed_in.email,
        name: &signed_in.name,
        since: signed_in.created_at,
        sessions: sessions.iter().map(SessionData::new).collect(),
        jobs: jobs.iter().map(JobData::new).collect(),
    };
    let attachment = r#"attachment; filename="job-board-data.json""#;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_DISPOSITION, attachment))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(data))
}

/// `GET /account/removal`: says what goes, and asks.
pub async fn ask(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    show(page, &signed_in.account, Messages::default()).await
}

/// `POST /account/removal`: needs the current password.
pub async fn create(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    if !profile::is_current(&page, &signed_in, form.value("current_password")).await? {
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        let wrong = Messages::of("current_password", "This is not your password.");
        return show(page, &signed_in.account, wrong).await;
    }
    let account = signed_in.account.clone();
    page.board
        .db
        .write(move |db| {
            if account.is_last_admin(db)? {
                return Err(Error::Conflict(
                    "The only administrator cannot leave. Make somebody else one first.",
                ));
            }
            Ok(account.delete(db)?)
        })
        .await?;
    tracing::info!(target: "security", event = "account deleted", account = signed_in.id);
    let removal = session::removal_cookie(&page.board.config);
    Ok(page
        .cookie(removal)
        .redirect("/", Some(Notice::AccountDeleted)))
}

async fn show(page: Page, account: &Account, messages: Messages) -> Result<HttpResponse, Error> {
    let asker = account.clone();
    let (jobs, is_last_admin) = page
        .board
        .db
        .read(move |db| Ok((jobs_of(db, asker.id)?.len(), asker.is_last_admin(db)?)))
        .await?;
    page.show(
        "accounts/delete.html",
        context! {
            form => &FormView::new([], messages, &["current_password"]),
            jobs => &jobs,
            is_last_admin => &is_last_admin,
        },
    )
}

fn jobs_of(db: &mut Db, account_id: i64) -> QueryResult<Vec<Job>> {
    jobs::table
        .filter(jobs::owner_id.eq(account_id))
        .order(jobs::id)
        .select(Job::as_select())
        .load(db)
}

impl<'a> SessionData<'a> {
    fn new(session: &'a Session) -> Self {
        Self {
            device: device::in_words(&session.user_agent),
            user_agent: &session.user_agent,
            address: &session.address,
            created_at: session.created_at,
            last_seen_at: session.last_seen_at,
        }
    }
}

impl<'a> JobData<'a> {
    fn new(job: &'a Job) -> Self {
        Self {
            id: job.id,
            status: job.status.as_str(),
            date_posted: job.date_posted,
            created_at: job.created_at,
            updated_at: job.updated_at,
            fields: &job.fields,
        }
    }
}
