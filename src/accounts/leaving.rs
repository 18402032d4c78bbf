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
    audit::{self, Action, Entry, Subject},
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

/// Most entries of the audit log that are handed out.
const MOST_ACTIONS: usize = 5000;

/// Everything the board keeps about an account, but its password's hash.
#[derive(Serialize)]
struct Data<'a> {
    email: &'a str,
    name: &'a str,
    since: NaiveDateTime,
    sessions: Vec<SessionData<'a>>,
    jobs: Vec<JobData<'a>>,
    /// The newest entries of the audit log by or about the account.
    actions: Vec<ActionData<'a>>,
}

#[derive(Serialize)]
struct ActionData<'a> {
    at: NaiveDateTime,
    action: &'static str,
    detail: &'a str,
    address: &'a str,
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
    tracing::info!(target: "security", event = "data_downloaded", actor = id);
    let (sessions, jobs, actions) = page
        .board
        .db
        .read(move |db| {
            let actions = audit::page::load(db, i64::MAX, Some(id), MOST_ACTIONS)?;
            Ok((Session::all_of(db, id)?, jobs_of(db, id)?, actions))
        })
        .await?;
    let data = Data {
        email: &signed_in.email,
        name: &signed_in.name,
        since: signed_in.created_at,
        sessions: sessions.iter().map(SessionData::new).collect(),
        jobs: jobs.iter().map(JobData::new).collect(),
        actions: actions
            .iter()
            .map(|(entry, _)| ActionData::new(entry))
            .collect(),
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
    let origin = page.origin();
    page.board
        .db
        .write(move |db| {
            if account.is_last_admin(db)? {
                return Err(Error::Conflict(
                    "The only administrator cannot leave. Make somebody else one first.",
                ));
            }
            account.delete(db)?;
            let about = Subject::Account(account.id);
            Ok(origin.record(db, Action::AccountDeleted, about, "")?)
        })
        .await?;
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

impl<'a> ActionData<'a> {
    /// An administrator's address is the administrator's.
    fn new(entry: &'a Entry) -> Self {
        let is_own = entry.actor_id == Some(entry.subject_id) || entry.subject_kind != "account";
        Self {
            at: entry.at,
            action: entry.action.as_str(),
            detail: &entry.detail,
            address: if is_own { &entry.address } else { "" },
        }
    }
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
