//! What ends when an account gets a new password: everything that somebody who knew the old one, or
//! held a session, may have begun.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::tries;
use crate::{
    accounts::{
        account::Account, mail_token::Grant, sessions::session::Session,
        tokens::api_token::ApiToken, two_factor::TwoFactor,
    },
    platform::{db::Db, schema::webhooks},
};

/// How an account gets its new password.
#[derive(Clone, Copy, Debug)]
pub enum How<'a> {
    /// Its owner knew the old one, and stays signed in where they are.
    Changed {
        session: &'a Session,
        keep_api_tokens: bool,
    },
    /// Its owner proved who they are by mail, or the operator says so.
    Reset,
}

/// Stores `hash`, signs every other browser out, revokes the API tokens, takes back every link that was
/// mailed, and forgets the wrong passwords so far. A reset deletes the webhooks, too: somebody else may have
/// made them. Setting up two-factor authentication, or owing its code, is
/// bound to the old hash and ends with it.
pub fn set(db: &mut Db, account: &Account, hash: &str, how: How<'_>) -> QueryResult<()> {
    account.set_password_hash(db, hash)?;
    match how {
        How::Changed { session, .. } => session.end_others(db)?,
        How::Reset => {
            Session::end_all(db, account.id)?;
            let own = webhooks::table.filter(webhooks::account_id.eq(account.id));
            diesel::delete(own).execute(db)?;
        }
    }
    if !matches!(
        how,
        How::Changed {
            keep_api_tokens: true,
            ..
        }
    ) {
        ApiToken::revoke_all(db, account.id)?;
    }
    Grant::withdraw_all(db, account)?;
    tries::forgive(db, account.id, &account.email)
}

impl Account {
    /// Takes the account from whoever has it now, for the operator: besides what a new password ends,
    /// its two-factor authentication goes, and its address counts as confirmed.
    pub fn give_to_operator(&self, db: &mut Db, hash: &str, now: NaiveDateTime) -> QueryResult<()> {
        self.confirm_address(db, now)?;
        set(db, self, hash, How::Reset)?;
        TwoFactor::remove(db, self.id)
    }
}
