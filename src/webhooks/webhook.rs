//! A webhook: where to, about which jobs, and the secret that signs.

use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    accounts::Role,
    platform::{
        db::{
            self, Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::Message,
        personal_data::PersonalData,
        schema::{accounts, webhooks},
        secrets::{Keys, KeysError, Seal, random_bytes},
    },
};

/// Most webhooks of an account.
pub const MOST: usize = 5;

/// Random bytes in a secret.
const SECRET_BYTES: usize = 32;

/// Which jobs it is about.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Scope {
    /// Its owner's.
    Own,
    /// Every job on the board; for administrators.
    Every,
}

impl TextEnum for Scope {
    fn label(self) -> Message {
        match self {
            Self::Own => Message::new("webhooks-scope-own"),
            Self::Every => Message::new("webhooks-scope-every"),
        }
    }
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = webhooks)]
pub struct Webhook {
    pub id: i64,
    pub account_id: i64,
    pub url: String,
    sealed_secret: String,
    pub scope: Stored<Scope>,
    pub created_at: NaiveDateTime,
}

#[derive(Insertable)]
#[diesel(table_name = webhooks)]
pub struct NewWebhook {
    account_id: i64,
    url: String,
    sealed_secret: String,
    scope: Stored<Scope>,
    created_at: NaiveDateTime,
}

impl NewWebhook {
    /// A webhook, and its secret as its owner is shown it this once.
    pub fn new(
        keys: &Keys,
        account_id: i64,
        url: String,
        scope: Scope,
        now: NaiveDateTime,
    ) -> Result<(Self, String), KeysError> {
        let secret = STANDARD.encode(random_bytes::<SECRET_BYTES>()?);
        let webhook = Self {
            account_id,
            url,
            sealed_secret: keys.seal(Seal::Webhook(account_id), &secret)?,
            scope: Stored(scope),
            created_at: now,
        };
        Ok((webhook, format!("whsec_{secret}")))
    }

    pub fn insert(&self, db: &mut Db) -> QueryResult<()> {
        diesel::insert_into(webhooks::table)
            .values(self)
            .execute(db)?;
        Ok(())
    }
}

impl Webhook {
    /// The webhooks of an account, the newest first.
    pub fn all_of(db: &mut Db, account_id: i64) -> QueryResult<Vec<Self>> {
        webhooks::table
            .filter(webhooks::account_id.eq(account_id))
            .order(webhooks::id.desc())
            .select(Self::as_select())
            .load(db)
    }

    /// The webhook, if it is the account's.
    pub fn find(db: &mut Db, account_id: i64, id: i64) -> QueryResult<Option<Self>> {
        webhooks::table
            .find(id)
            .filter(webhooks::account_id.eq(account_id))
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// Those that are told of a job that belongs to `owners`.
    pub fn about(db: &mut Db, owners: &[i64]) -> QueryResult<Vec<Self>> {
        let of_owner = webhooks::account_id.eq_any(owners);
        let of_board = webhooks::scope
            .eq(Scope::Every.as_str())
            .and(accounts::role.eq(Role::Admin.as_str()));
        webhooks::table
            .inner_join(accounts::table)
            .filter(accounts::disabled_at.is_null())
            .filter(of_owner.or(of_board))
            .select(Self::as_select())
            .load(db)
    }

    /// The webhook that a delivery is for, wherever it belongs.
    pub fn of_delivery(db: &mut Db, id: i64) -> QueryResult<Option<Self>> {
        webhooks::table
            .find(id)
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    pub fn delete(&self, db: &mut Db) -> QueryResult<()> {
        diesel::delete(webhooks::table.find(self.id)).execute(db)?;
        Ok(())
    }

    /// What `webhook-signature` says of a body; `None` where the key its secret was sealed with is
    /// gone.
    pub fn sign(&self, keys: &Keys, message_id: &str, at: i64, body: &str) -> Option<String> {
        let secret = keys.open(Seal::Webhook(self.account_id), &self.sealed_secret)?;
        let key = hmac::Key::new(hmac::HMAC_SHA256, &STANDARD.decode(secret).ok()?);
        let signed = format!("{message_id}.{at}.{body}");
        let signature = hmac::sign(&key, signed.as_bytes());
        Some(format!("v1,{}", STANDARD.encode(signature)))
    }
}

/// A webhook as its owner takes it along.
#[derive(Serialize)]
struct Exported {
    url: String,
    scope: &'static str,
    created_at: NaiveDateTime,
}

/// Adds the webhooks of an account to what its owner takes along.
///
/// # Errors
/// Those of the database.
pub fn export(db: &mut Db, account_id: i64, data: &mut PersonalData) -> Result<(), db::Error> {
    let webhooks = Webhook::all_of(db, account_id)?.into_iter();
    let webhooks: Vec<Exported> = webhooks
        .map(|webhook| Exported {
            url: webhook.url,
            scope: webhook.scope.as_str(),
            created_at: webhook.created_at,
        })
        .collect();
    data.add("webhooks", &webhooks)
}
