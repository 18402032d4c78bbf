//! Entries of the audit log: which of them, and how they are shown.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::Serialize;

use crate::{
    accounts::{account::Role, actions, tokens::api_token::Scope},
    http::feature::Feature,
    platform::{
        audit::{
            Action, Entry,
            entry::{COMMAND_LINE, SCHEDULE},
        },
        db::{
            Db,
            contains::{ESCAPE, lower, pattern},
            text_enum::TextEnum,
        },
        i18n::{Locale, Message},
        schema::{accounts, audit_log},
    },
};

/// Most accounts whose entries are shown together.
const MOST_PEOPLE: i64 = 100;

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
    /// Whether the detail is the program's own word, and nothing that somebody typed.
    is_told: bool,
    address: String,
    is_own: bool,
}

/// Which entries are meant.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The name of an action.
    pub action: Option<String>,
    /// The accounts that did it, or that it was done to.
    pub people: Option<Vec<i64>>,
}

type Backend = <Db as Connection>::Backend;

impl Wanted {
    /// What account `id` did, and what was done to it.
    pub fn about(id: i64) -> Self {
        Self {
            people: Some(vec![id]),
            ..Self::default()
        }
    }

    /// The accounts that somebody means by an id, or by part of an address.
    pub fn people(db: &mut Db, typed: &str) -> QueryResult<Vec<i64>> {
        if let Ok(id) = typed.parse() {
            return Ok(vec![id]);
        }
        accounts::table
            .filter(lower(accounts::email).like(pattern(typed)).escape(ESCAPE))
            .order(accounts::id.desc())
            .limit(MOST_PEOPLE)
            .select(accounts::id)
            .load(db)
    }

    fn matching<'a>(&self) -> audit_log::BoxedQuery<'a, Backend> {
        let mut query = audit_log::table.into_boxed();
        if let Some(action) = &self.action {
            query = query.filter(audit_log::action.eq(action.clone()));
        }
        if let Some(people) = &self.people {
            let about = audit_log::subject_kind
                .eq("account")
                .and(audit_log::subject_id.eq_any(people.clone()));
            query = query.filter(audit_log::actor_id.eq_any(people.clone()).or(about));
        }
        query
    }

    pub fn count(&self, db: &mut Db) -> QueryResult<i64> {
        self.matching().count().get_result(db)
    }

    /// The newest entries after the first `offset`, each with the address of whoever did it, if there is one.
    pub fn load(
        &self,
        db: &mut Db,
        offset: i64,
        limit: i64,
    ) -> QueryResult<Vec<(Entry, Option<String>)>> {
        let entries: Vec<Entry> = self
            .matching()
            .order(audit_log::id.desc())
            .offset(offset)
            .limit(limit)
            .select(Entry::as_select())
            .load(db)?;
        let actors: Vec<i64> = entries.iter().filter_map(|entry| entry.actor_id).collect();
        let emails: HashMap<i64, String> = accounts::table
            .filter(accounts::id.eq_any(actors))
            .select((accounts::id, accounts::email))
            .load(db)?
            .into_iter()
            .collect();
        let with_email = |entry: Entry| {
            let email = entry.actor_id.and_then(|id| emails.get(&id).cloned());
            (entry, email)
        };
        Ok(entries.into_iter().map(with_email).collect())
    }
}

impl Row {
    /// `entry` and the address of whoever did it, if there is one.
    pub fn new(
        (entry, email): (Entry, Option<String>),
        locale: Locale,
        features: &[Feature],
    ) -> Self {
        let known = action(features, &entry.action);
        let told = known.and_then(|action| action.detail(&entry.detail));
        let told = told.or_else(|| detail(&entry));
        let told = told.map(|told| locale.text(&told));
        let is_own = entry.subject_kind == "account" && Some(entry.subject_id) == entry.actor_id;
        Self {
            at: entry.at.format("%Y-%m-%d %H:%M:%S").to_string(),
            actor: match (email, entry.actor_id) {
                (Some(email), _) => email,
                (None, id) => locale.text(&no_account(id, &entry)),
            },
            actor_id: entry.actor_id,
            action: known.map_or(entry.action, |action| locale.text(&action.label())),
            subject_kind: entry.subject_kind,
            subject_id: entry.subject_id,
            is_told: told.is_some(),
            detail: told.unwrap_or(entry.detail),
            address: match entry.address {
                address if address == COMMAND_LINE => {
                    locale.text(&Message::new("accounts-audit-command-line"))
                }
                address if address == SCHEDULE => {
                    locale.text(&Message::new("accounts-audit-schedule"))
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
        None if entry.address == SCHEDULE => Message::new("accounts-actor-board"),
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

/// What was done, if a feature still knows it.
fn action(features: &[Feature], name: &str) -> Option<Action> {
    let mut actions = features.iter().flat_map(|feature| feature.actions);
    actions.find(|action| action.name == name).copied()
}
