//! `/account/data`: everything the board keeps about somebody, for them to take along.

use std::cell::RefCell;

use actix_web::{
    HttpResponse,
    http::header::{self, ContentType},
};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{
    Serialize, Serializer,
    ser::{Error as _, SerializeSeq},
};

use crate::{
    accounts::{
        account::Account,
        admin::audit_log,
        guards::SignedIn,
        sessions::{device, session::Session},
        tokens::api_token::ApiToken,
    },
    http::{error::Error, page::Page},
    jobs::{Job, JobFields},
    platform::{
        audit::Entry,
        db::{Db, text_enum::TextEnum},
        schema::jobs,
    },
    webhooks::Webhook,
};

/// Most entries of the audit log that are handed out.
const MOST_ACTIONS: usize = 5000;

/// Jobs read at a time.
const BATCH: i64 = 200;

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
    jobs: JobsData<'a>,
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
    let account = signed_in.account.clone();
    let db = page.board.db.unhurried();
    let json = db.read(move |db| write(db, &account)).await?;
    let attachment = r#"attachment; filename="job-board-data.json""#;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_DISPOSITION, attachment))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .content_type(ContentType::json())
        .body(json))
}

/// The whole file. Somebody may have thousands of jobs: they are read a few at a time, and not on the
/// event loop.
fn write(db: &mut Db, account: &Account) -> Result<Vec<u8>, Error> {
    let id = account.id;
    let actions = audit_log::load(db, i64::MAX, Some(id), MOST_ACTIONS)?;
    let (sessions, tokens) = (Session::all_of(db, id)?, ApiToken::all_of(db, id)?);
    let webhooks = Webhook::all_of(db, id)?;
    let data = Data {
        email: &account.email,
        name: &account.name,
        since: account.created_at,
        sessions: sessions.iter().map(SessionData::new).collect(),
        api_tokens: tokens.iter().map(TokenData::new).collect(),
        webhooks: webhooks.iter().map(WebhookData::new).collect(),
        jobs: JobsData {
            db: RefCell::new(db),
            owner_id: id,
        },
        actions: actions
            .iter()
            .map(|(entry, _)| ActionData::new(entry))
            .collect(),
    };
    serde_json::to_vec(&data).map_err(Error::internal)
}

/// The jobs of an account, read from the database while they are written.
struct JobsData<'a> {
    db: RefCell<&'a mut Db>,
    owner_id: i64,
}

impl Serialize for JobsData<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        let mut after = 0;
        loop {
            let batch = jobs_after(&mut self.db.borrow_mut(), self.owner_id, after);
            let batch = batch.map_err(S::Error::custom)?;
            let Some(last) = batch.last() else { break };
            after = last.id;
            for job in &batch {
                sequence.serialize_element(&JobData::new(job))?;
            }
        }
        sequence.end()
    }
}

fn jobs_after(db: &mut Db, owner_id: i64, after: i64) -> QueryResult<Vec<Job>> {
    jobs::table
        .filter(jobs::owner_id.eq(owner_id))
        .filter(jobs::id.gt(after))
        .order(jobs::id)
        .limit(BATCH)
        .select(Job::as_select())
        .load(db)
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
