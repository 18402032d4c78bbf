//! `/admin/audit`: the audit log, for an administrator.

use actix_web::{HttpRequest, HttpResponse};
use diesel::prelude::*;
use serde::Serialize;
use tera::context;

use crate::{
    accounts::{account::Role, actions, guards::Admin, tokens::api_token::Scope},
    http::{error::Error, feature::Feature, page::Page, query},
    platform::{
        audit::{Action, Entry, entry::COMMAND_LINE},
        db::{Db, text_enum::TextEnum},
        i18n::{Locale, Message},
        schema::{accounts, audit_log},
    },
};

/// Entries on one page.
const PAGE_SIZE: usize = 100;

/// An entry as it is shown.
#[derive(Debug, Serialize)]
pub struct Row {
    at: String,
    actor_id: Option<i64>,
    actor: String,
    action: String,
    subject_kind: String,
    subject_id: i64,
    detail: String,
    address: String,
    is_own: bool,
}

/// `GET /admin/audit`; `before` is the entry to go on from, `account` the one whose entries to show.
pub async fn show(page: Page, _: Admin, request: HttpRequest) -> Result<HttpResponse, Error> {
    let before = query::value(&request, "before").parse().unwrap_or(i64::MAX);
    let account = query::value(&request, "account").parse::<i64>().ok();
    let mut found = page
        .board
        .read(move |db| Ok(load(db, before, account, PAGE_SIZE + 1)?))
        .await?;
    let older = (found.len() > PAGE_SIZE).then(|| found[PAGE_SIZE - 1].0.id);
    found.truncate(PAGE_SIZE);
    let rows: Vec<Row> = found
        .into_iter()
        .map(|entry| Row::new(entry, page.locale, page.board.features))
        .collect();
    page.show(
        "accounts/audit_log.html",
        context! { area => "audit", entries => &rows, older => &older, account => &account },
    )
}

/// The newest entries older than `before`: all, or those by or about `account`.
pub fn load(
    db: &mut Db,
    before: i64,
    account: Option<i64>,
    most: usize,
) -> QueryResult<Vec<(Entry, Option<String>)>> {
    let mut query = audit_log::table
        .left_join(accounts::table)
        .filter(audit_log::id.lt(before))
        .order(audit_log::id.desc())
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select((Entry::as_select(), accounts::email.nullable()))
        .into_boxed();
    if let Some(account) = account {
        let about = audit_log::subject_kind
            .eq("account")
            .and(audit_log::subject_id.eq(account));
        query = query.filter(audit_log::actor_id.eq(account).or(about));
    }
    query.load(db)
}

impl Row {
    /// `entry` and the address of whoever did it, if there is one.
    pub fn new(
        (entry, email): (Entry, Option<String>),
        locale: Locale,
        features: &[Feature],
    ) -> Self {
        let told = detail(&entry).map(|told| locale.text(&told));
        let is_own = entry.subject_kind == "account" && Some(entry.subject_id) == entry.actor_id;
        Self {
            at: entry.at.format("%Y-%m-%d %H:%M:%S").to_string(),
            actor: match (email, entry.actor_id) {
                (Some(email), _) => email,
                (None, id) => locale.text(&no_account(id, &entry)),
            },
            actor_id: entry.actor_id,
            action: label(features, &entry.action, locale),
            subject_kind: entry.subject_kind,
            subject_id: entry.subject_id,
            detail: told.unwrap_or(entry.detail),
            address: match entry.address {
                address if address == COMMAND_LINE => {
                    locale.text(&Message::new("accounts-audit-command-line"))
                }
                address => address,
            },
            is_own,
        }
    }
}

/// Who did it, where there is no account to name.
fn no_account(id: Option<i64>, entry: &Entry) -> Message {
    match id {
        Some(id) => Message::new("accounts-actor-deleted").with("id", id.to_string()),
        None if entry.address == COMMAND_LINE => Message::new("accounts-actor-operator"),
        None => Message::new("accounts-actor-unknown"),
    }
}

/// What an entry says besides, where it is the program's own word and nothing that somebody typed.
fn detail(entry: &Entry) -> Option<Message> {
    let detail = entry.detail.as_str();
    let is = |action: Action| entry.action == action.name;
    if is(actions::SIGNED_UP) {
        match detail {
            "first administrator" => Some(Message::new("accounts-audit-first-admin")),
            "administrator" => Some(Message::new("accounts-audit-admin")),
            _ => None,
        }
    } else if is(actions::ROLE_CHANGED) {
        Some(match Role::from_text(detail)? {
            Role::Admin => Message::new("accounts-audit-role-admin"),
            Role::Member => Message::new("accounts-audit-role-member"),
        })
    } else if is(actions::API_TOKEN_MADE) {
        Some(Scope::from_text(detail)?.label())
    } else if is(actions::ACCOUNT_DISABLED) && !detail.is_empty() {
        Some(Message::new("accounts-audit-jobs-removed"))
    } else if is(actions::RECOVERY_CODE_USED) {
        let left = detail.split_once(' ')?.0.parse::<i64>().ok()?;
        Some(Message::new("accounts-audit-codes-left").with("left", left))
    } else {
        None
    }
}

/// What was done, in words; the name itself where no feature knows it any more.
fn label(features: &[Feature], name: &str, locale: Locale) -> String {
    let mut actions = features.iter().flat_map(|feature| feature.actions);
    let known = actions.find(|action| action.name == name);
    known.map_or_else(|| name.to_owned(), |action| locale.text(&action.label()))
}
