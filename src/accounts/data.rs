//! `/account/data`: everything the board keeps about somebody, for them to take along.

use actix_web::{HttpResponse, http::header};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::{api_token::ApiToken, device, session::Session, visitor::SignedIn};
use crate::{
    audit::{self, Entry},
    db::{Db, text_enum::TextEnum},
    error::Error,
    jobs::{Job, JobFields},
    schema::jobs,
    web::page::Page,
    webhooks::Webhook,
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
    /// What programs sign in with, but for the tokens themselves, which nobody keeps.
    api_tokens: Vec<TokenData<'a>>,
    webhooks: Vec<WebhookData<'a>>,
    jobs: Vec<JobData<'a>>,
    /// The newest entries of the audit log by or about the account.
    actions: Vec<ActionData<'a>>,
}

#[derive(Serialize)]
struct TokenData<'a> {
    name: &'a str,
    scope: &'static str,
    created_at: NaiveDateTime,
    last_used_at: Option<NaiveDateTime>,
}

#[derive(Serialize)]
struct WebhookData<'a> {
    url: &'a str,
    scope: &'static str,
    created_at: NaiveDateTime,
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
    let (sessions, tokens, webhooks, jobs, actions) = page
        .board
        .db
        .read(move |db| {
            let actions = audit::page::load(db, i64::MAX, Some(id), MOST_ACTIONS)?;
            Ok((
                Session::all_of(db, id)?,
                ApiToken::all_of(db, id)?,
                Webhook::all_of(db, id)?,
                jobs_of(db, id)?,
                actions,
            ))
        })
        .await?;
    let data = Data {
        email: &signed_in.email,
        name: &signed_in.name,
        since: signed_in.created_at,
        sessions: sessions.iter().map(SessionData::new).collect(),
        api_tokens: tokens.iter().map(TokenData::new).collect(),
        webhooks: webhooks.iter().map(WebhookData::new).collect(),
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

/// The jobs of an account, whatever their status.
pub fn jobs_of(db: &mut Db, account_id: i64) -> QueryResult<Vec<Job>> {
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

impl<'a> TokenData<'a> {
    fn new(token: &'a ApiToken) -> Self {
        Self {
            name: &token.name,
            scope: token.scope.as_str(),
            created_at: token.created_at,
            last_used_at: token.last_used_at,
        }
    }
}

impl<'a> WebhookData<'a> {
    fn new(webhook: &'a Webhook) -> Self {
        Self {
            url: &webhook.url,
            scope: webhook.scope.as_str(),
            created_at: webhook.created_at,
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
