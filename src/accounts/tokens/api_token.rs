//! What a program signs in with for an account: made on the account page, shown there once, kept as a
//! hash, and revoked with a press.

use aws_lc_rs::digest::{SHA256, digest};
use chrono::{Duration, NaiveDateTime};
use data_encoding::HEXLOWER;
use diesel::prelude::*;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    accounts::account::Account,
    platform::{
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::Message,
        schema::{accounts, api_tokens},
        secrets::{KeysError, random_text},
    },
};

/// How a token begins, for people and for scanners that look for secrets in code.
pub const PREFIX: &str = "jobboard_";

/// Random bytes in a token.
const BYTES: usize = 32;

/// Most tokens of an account.
pub const MOST: usize = 20;

/// `last_used_at` is written at most this often, in minutes.
const USED_EVERY_MINUTES: i64 = 5;

/// What a token may do.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Scope {
    Read,
    /// Read, too.
    Write,
}

impl TextEnum for Scope {
    fn label(self) -> Message {
        match self {
            Self::Read => Message::new("accounts-scope-read"),
            Self::Write => Message::new("accounts-scope-write"),
        }
    }
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = api_tokens)]
pub struct ApiToken {
    pub id: i64,
    pub name: String,
    pub scope: Stored<Scope>,
    pub created_at: NaiveDateTime,
    pub last_used_at: Option<NaiveDateTime>,
}

/// A token before it is stored, the only time that anybody sees it whole.
pub struct NewToken {
    pub text: String,
    row: NewRow,
}

#[derive(Insertable)]
#[diesel(table_name = api_tokens)]
struct NewRow {
    account_id: i64,
    name: String,
    hash: String,
    scope: Stored<Scope>,
    created_at: NaiveDateTime,
}

impl NewToken {
    pub fn new(
        account_id: i64,
        name: String,
        scope: Scope,
        now: NaiveDateTime,
    ) -> Result<Self, KeysError> {
        let text = format!("{PREFIX}{}", random_text(BYTES)?);
        let row = NewRow {
            account_id,
            name,
            hash: hash(&text),
            scope: Stored(scope),
            created_at: now,
        };
        Ok(Self { text, row })
    }

    pub fn insert(&self, db: &mut Db) -> QueryResult<()> {
        diesel::insert_into(api_tokens::table)
            .values(&self.row)
            .execute(db)?;
        Ok(())
    }
}

impl ApiToken {
    /// Whose token `text` is, and what it may do; nobody's where the account is disabled.
    pub fn find(db: &mut Db, text: &str) -> QueryResult<Option<(Self, Account)>> {
        api_tokens::table
            .inner_join(accounts::table)
            .filter(api_tokens::hash.eq(hash(text)))
            .filter(accounts::disabled_at.is_null())
            .select((Self::as_select(), Account::as_select()))
            .first(db)
            .optional()
    }

    /// Notes that it is in use, if that was not noted lately.
    pub fn touch(&self, db: &mut Db, now: NaiveDateTime) -> QueryResult<()> {
        let noted = self.last_used_at.unwrap_or_default();
        if now >= noted + Duration::minutes(USED_EVERY_MINUTES) {
            diesel::update(api_tokens::table.find(self.id))
                .set(api_tokens::last_used_at.eq(now))
                .execute(db)?;
        }
        Ok(())
    }

    /// The tokens of an account, the newest first.
    pub fn all_of(db: &mut Db, account_id: i64) -> QueryResult<Vec<Self>> {
        api_tokens::table
            .filter(api_tokens::account_id.eq(account_id))
            .order(api_tokens::id.desc())
            .select(Self::as_select())
            .load(db)
    }

    /// Revokes every token of an account.
    pub fn revoke_all(db: &mut Db, account_id: i64) -> QueryResult<()> {
        diesel::delete(api_tokens::table.filter(api_tokens::account_id.eq(account_id)))
            .execute(db)?;
        Ok(())
    }

    /// Revokes token `id` of an account, and returns its name.
    pub fn revoke(db: &mut Db, account_id: i64, id: i64) -> QueryResult<Option<String>> {
        let own = api_tokens::table
            .find(id)
            .filter(api_tokens::account_id.eq(account_id));
        let name = own.select(api_tokens::name).first(db).optional()?;
        diesel::delete(own).execute(db)?;
        Ok(name)
    }
}

/// A token is random and long: a plain hash is enough, and can be looked up.
fn hash(text: &str) -> String {
    HEXLOWER.encode(digest(&SHA256, text.as_bytes()).as_ref())
}
