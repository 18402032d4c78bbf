//! The links in mails: a random token that is stored hashed, works once, for one purpose, and not
//! for long (OWASP forgot password cheat sheet).

use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{Duration, NaiveDateTime};
use diesel::{dsl::exists, prelude::*};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::account::Account;
use crate::platform::{
    db::{
        Db,
        text_enum::{Stored, TextEnum},
    },
    i18n::Message,
    schema::mail_tokens,
    secrets::{KeysError, random_text},
};

/// What a link in a mail lets its reader do.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Purpose {
    /// Confirm the address an account was made with.
    Confirm,
    /// Set a new password.
    Reset,
    /// Move the account to the address the mail was sent to.
    ChangeEmail,
    /// Let in a guest, who has no password; see [`guest`](super::guest). Works more than once.
    Manage,
}

impl TextEnum for Purpose {
    fn label(self) -> Message {
        match self {
            Self::Confirm => Message::new("accounts-purpose-confirm"),
            Self::Reset => Message::new("accounts-purpose-reset"),
            Self::ChangeEmail => Message::new("accounts-purpose-change-email"),
            Self::Manage => Message::new("accounts-purpose-manage"),
        }
    }
}

impl Purpose {
    fn lifetime(self) -> Duration {
        match self {
            Self::Reset => Duration::hours(1),
            Self::Confirm | Self::ChangeEmail => Duration::hours(48),
            // Longer than from one question whether a job is open to the next.
            Self::Manage => Duration::days(60),
        }
    }
}

/// A token as the mail holds it.
pub struct MailToken(String);

/// What a token stands for.
#[derive(Clone, Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = mail_tokens)]
pub struct Grant {
    hash: String,
    purpose: Stored<Purpose>,
    /// Nobody's, where the mail was only written to take as long as another.
    pub account_id: Option<i64>,
    /// The address the mail went to.
    pub email: String,
    expires_at: NaiveDateTime,
}

impl MailToken {
    /// 192 random bits.
    pub fn new() -> Result<Self, KeysError> {
        random_text(24).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Stores what the token stands for, in place of an earlier one of the same account and purpose.
    pub fn grant(
        &self,
        db: &mut Db,
        purpose: Purpose,
        account_id: Option<i64>,
        email: &str,
        now: NaiveDateTime,
    ) -> QueryResult<()> {
        Grant::withdraw(db, purpose, account_id)?;
        self.add(db, purpose, account_id, email, now)
    }

    /// The same beside earlier ones.
    pub fn add(
        &self,
        db: &mut Db,
        purpose: Purpose,
        account_id: Option<i64>,
        email: &str,
        now: NaiveDateTime,
    ) -> QueryResult<()> {
        diesel::insert_into(mail_tokens::table)
            .values(Grant {
                hash: hash(&self.0),
                purpose: Stored(purpose),
                account_id,
                email: email.to_owned(),
                expires_at: now + purpose.lifetime(),
            })
            .execute(db)?;
        Ok(())
    }
}

impl Grant {
    /// What `token` stands for, if it still counts.
    pub fn find(
        db: &mut Db,
        purpose: Purpose,
        token: &str,
        now: NaiveDateTime,
    ) -> QueryResult<Option<(Self, i64)>> {
        let found = mail_tokens::table
            .find(hash(token))
            .filter(mail_tokens::purpose.eq(purpose.as_str()))
            .filter(mail_tokens::expires_at.gt(now))
            .select(Self::as_select())
            .first::<Self>(db)
            .optional()?;
        Ok(found.and_then(|grant| grant.account_id.map(|account_id| (grant, account_id))))
    }

    /// The same, and from now on it does not count: of two who come with one token, one succeeds. What is
    /// left of it, until it expires, says that it was used.
    pub fn redeem(
        db: &mut Db,
        purpose: Purpose,
        token: &str,
        now: NaiveDateTime,
    ) -> QueryResult<Option<(Self, i64)>> {
        let Some(found) = Self::find(db, purpose, token, now)? else {
            return Ok(None);
        };
        let unused = mail_tokens::table
            .find(&found.0.hash)
            .filter(mail_tokens::account_id.is_not_null());
        let used = diesel::update(unused)
            .set((
                mail_tokens::account_id.eq(None::<i64>),
                mail_tokens::email.eq(""),
            ))
            .execute(db)?;
        Ok((used == 1).then_some(found))
    }

    /// Whether `token` was used for this, as far as that is still known.
    pub fn was_used(db: &mut Db, purpose: Purpose, token: &str) -> QueryResult<bool> {
        let used = mail_tokens::table
            .find(hash(token))
            .filter(mail_tokens::purpose.eq(purpose.as_str()))
            .filter(mail_tokens::account_id.is_null())
            .filter(mail_tokens::email.eq(""));
        diesel::select(exists(used)).get_result(db)
    }

    /// Takes back the links for `purpose` that were mailed for an account.
    pub fn withdraw(db: &mut Db, purpose: Purpose, account_id: Option<i64>) -> QueryResult<()> {
        diesel::delete(mail_tokens::table)
            .filter(mail_tokens::account_id.eq(account_id))
            .filter(mail_tokens::purpose.eq(purpose.as_str()))
            .execute(db)?;
        Ok(())
    }

    /// Takes back every link that was mailed for an account. Only the one that confirms the address it
    /// has stays, while that is not confirmed: it takes the password, too.
    pub fn withdraw_all(db: &mut Db, account: &Account) -> QueryResult<()> {
        let kept = match account.verified_at {
            Some(_) => "",
            None => Purpose::Confirm.as_str(),
        };
        diesel::delete(mail_tokens::table)
            .filter(mail_tokens::account_id.eq(account.id))
            .filter(mail_tokens::purpose.ne(kept))
            .execute(db)?;
        Ok(())
    }

    /// Forgets what has expired.
    pub fn sweep(db: &mut Db, now: NaiveDateTime) -> QueryResult<usize> {
        diesel::delete(mail_tokens::table.filter(mail_tokens::expires_at.le(now))).execute(db)
    }
}

/// What is stored of a token. A plain hash is enough: nobody guesses 192 random bits.
pub fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, token.as_bytes()))
}
