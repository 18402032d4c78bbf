//! `/account/data`: everything the board keeps about somebody, for them to take along.

use actix_web::{
    HttpResponse,
    http::header::{self, ContentType},
};
use chrono::NaiveDateTime;
use serde::Serialize;

use crate::{
    accounts::{
        account::Account,
        admin::audit_entries::Wanted,
        guards::SignedIn,
        sessions::{device, session::Session},
        tokens::api_token::ApiToken,
    },
    http::{error::Error, feature::Feature, page::Page},
    platform::{
        audit::Entry,
        db::{Db, text_enum::TextEnum},
        personal_data::PersonalData,
    },
};

/// Most entries of the audit log that are handed out.
const MOST_ACTIONS: i64 = 5000;

/// What programs sign in with, but for the tokens themselves, which nobody keeps.
#[derive(Serialize)]
struct TokenData<'a> {
    name: &'a str,
    scope: &'static str,
    created_at: NaiveDateTime,
    last_used_at: Option<NaiveDateTime>,
}

#[derive(Serialize)]
struct ActionData<'a> {
    at: NaiveDateTime,
    action: &'a str,
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

/// `GET /account/data`: a JSON file.
pub async fn download(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let id = signed_in.id;
    tracing::info!(target: "security", event = "data_downloaded", actor = id);
    let account = signed_in.account.clone();
    let (db, features) = (page.board.db.unhurried(), page.board.features);
    let json = db.read(move |db| write(db, &account, features)).await?;
    let attachment = r#"attachment; filename="job-board-data.json""#;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_DISPOSITION, attachment))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .content_type(ContentType::json())
        .body(json))
}

/// The whole file, which is not made on the event loop.
fn write(db: &mut Db, account: &Account, features: &[Feature]) -> Result<Vec<u8>, Error> {
    let id = account.id;
    let actions = Wanted::about(id).load(db, 0, MOST_ACTIONS)?;
    let (sessions, tokens) = (Session::all_of(db, id)?, ApiToken::all_of(db, id)?);
    let sessions: Vec<SessionData> = sessions.iter().map(SessionData::new).collect();
    let tokens: Vec<TokenData> = tokens.iter().map(TokenData::new).collect();
    let actions: Vec<ActionData> = actions
        .iter()
        .map(|(entry, _)| ActionData::new(entry))
        .collect();
    let mut data = PersonalData::new();
    data.add("email", &account.email)?;
    data.add("name", &account.name)?;
    data.add("since", &account.created_at)?;
    data.add("sessions", &sessions)?;
    data.add("api_tokens", &tokens)?;
    for feature in features {
        (feature.export)(db, id, &mut data)?;
    }
    data.add("actions", &actions)?;
    Ok(data.finish())
}

impl<'a> ActionData<'a> {
    /// An administrator's address is the administrator's.
    fn new(entry: &'a Entry) -> Self {
        let is_own = entry.actor_id == Some(entry.subject_id) || entry.subject_kind != "account";
        Self {
            at: entry.at,
            action: &entry.action,
            detail: &entry.detail,
            address: if is_own { &entry.address } else { "" },
        }
    }
}

impl<'a> SessionData<'a> {
    fn new(session: &'a Session) -> Self {
        Self {
            device: device::name(&session.user_agent).to_string(),
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
