//! Sessions: rows that a signed-in browser's cookie points to. Deleting the row signs the browser
//! out, whoever holds a copy of the cookie.

use std::{borrow::Cow, net::IpAddr};

use actix_web::{HttpRequest, cookie::Cookie, http::header};
use aws_lc_rs::digest::{SHA256, digest};
use chrono::{Duration, NaiveDateTime};
use data_encoding::HEXLOWER;
use diesel::prelude::*;

use super::{cookie, token::Claims};
use crate::accounts::state::State;
use crate::{
    accounts::account::Account,
    http::board::Board,
    http::error::Error,
    platform::{
        db::Db,
        schema::{accounts, sessions},
        secrets::random_text,
    },
};

/// A session that is not used for this many days ends.
pub const IDLE_DAYS: i64 = 14;

/// A session ends this many days after signing in, used or not.
pub const ABSOLUTE_DAYS: i64 = 30;

/// `last_seen_at` is written at most this often, in minutes.
const SEEN_EVERY_MINUTES: i64 = 5;

/// Longest user agent kept, in characters.
const USER_AGENT_LENGTH: usize = 300;

#[derive(Clone, Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct Session {
    pub id: String,
    pub account_id: i64,
    pub created_at: NaiveDateTime,
    pub last_seen_at: NaiveDateTime,
    pub user_agent: String,
    pub address: String,
}

impl Session {
    /// A new session with an id nobody can guess. It counts once [`Session::start`] stored it.
    pub fn new(
        account_id: i64,
        request: &HttpRequest,
        address: Option<IpAddr>,
        now: NaiveDateTime,
    ) -> Result<Self, Error> {
        let user_agent = request
            .headers()
            .get(header::USER_AGENT)
            .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
            .unwrap_or_default();
        Ok(Self {
            id: random_text(24).map_err(Error::internal)?,
            account_id,
            created_at: now,
            last_seen_at: now,
            user_agent: user_agent
                .chars()
                .filter(|c| !c.is_control())
                .take(USER_AGENT_LENGTH)
                .collect(),
            address: address
                .map(|address| address.to_string())
                .unwrap_or_default(),
        })
    }

    /// Stores the session.
    pub fn start(&self, db: &mut Db) -> QueryResult<()> {
        diesel::insert_into(sessions::table)
            .values(self)
            .execute(db)?;
        Ok(())
    }

    /// The session and account that `claims` point to, if both still count.
    pub fn find(
        db: &mut Db,
        claims: &Claims,
        now: NaiveDateTime,
    ) -> QueryResult<Option<(Self, Account)>> {
        let Ok(account_id) = claims.sub.parse::<i64>() else {
            return Ok(None);
        };
        if !claims.sid.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Ok(None);
        }
        let found = sessions::table
            .inner_join(accounts::table)
            .filter(sessions::id.eq(&claims.sid))
            .filter(sessions::account_id.eq(account_id))
            .filter(accounts::disabled_at.is_null())
            .select((Self::as_select(), Account::as_select()))
            .first::<(Self, Account)>(db)
            .optional()?;
        Ok(found.filter(|(session, _)| session.is_alive(now)))
    }

    /// Whether it was used lately enough, and began lately enough.
    pub fn is_alive(&self, now: NaiveDateTime) -> bool {
        now < self.last_seen_at + Duration::days(IDLE_DAYS)
            && now < self.created_at + Duration::days(ABSOLUTE_DAYS)
    }

    /// Notes that the session is in use, if that was not noted lately.
    pub fn touch(&self, db: &mut Db, now: NaiveDateTime) -> QueryResult<()> {
        if now >= self.last_seen_at + Duration::minutes(SEEN_EVERY_MINUTES) {
            diesel::update(sessions::table.find(&self.id))
                .set(sessions::last_seen_at.eq(now))
                .execute(db)?;
        }
        Ok(())
    }

    /// The sessions of an account, the last used first.
    pub fn all_of(db: &mut Db, account_id: i64) -> QueryResult<Vec<Self>> {
        sessions::table
            .filter(sessions::account_id.eq(account_id))
            .order(sessions::last_seen_at.desc())
            .select(Self::as_select())
            .load(db)
    }

    /// A name for the session that pages may show; the id itself stays in the cookie.
    pub fn label(&self) -> String {
        HEXLOWER.encode(&digest(&SHA256, self.id.as_bytes()).as_ref()[..8])
    }

    /// Ends every session of an account.
    pub fn end_all(db: &mut Db, account_id: i64) -> QueryResult<()> {
        diesel::delete(sessions::table.filter(sessions::account_id.eq(account_id))).execute(db)?;
        Ok(())
    }

    /// Forgets the sessions that no longer count.
    pub fn sweep(db: &mut Db, now: NaiveDateTime) -> QueryResult<usize> {
        let idle = sessions::last_seen_at.le(now - Duration::days(IDLE_DAYS));
        let old = sessions::created_at.le(now - Duration::days(ABSOLUTE_DAYS));
        diesel::delete(sessions::table.filter(idle.or(old))).execute(db)
    }

    /// Ends every session of this account but this one.
    pub fn end_others(&self, db: &mut Db) -> QueryResult<()> {
        diesel::delete(sessions::table)
            .filter(sessions::account_id.eq(self.account_id))
            .filter(sessions::id.ne(&self.id))
            .execute(db)?;
        Ok(())
    }

    /// Ends the session of an account that pages call `label`.
    pub fn end_labelled(db: &mut Db, account_id: i64, label: &str) -> Result<(), Error> {
        let session = Self::all_of(db, account_id)?
            .into_iter()
            .find(|session| session.label() == label)
            .ok_or(Error::NotFound)?;
        Ok(Self::end(db, &session.id)?)
    }

    /// Ends the session with this id.
    pub fn end(db: &mut Db, id: &str) -> QueryResult<()> {
        diesel::delete(sessions::table.find(id)).execute(db)?;
        Ok(())
    }

    /// The cookie called `name` that makes a browser this session's.
    pub fn cookie(
        &self,
        board: &Board,
        name: Cow<'static, str>,
        now: NaiveDateTime,
    ) -> Result<Cookie<'static>, Error> {
        let token = State::of(board)?
            .tokens
            .issue(self.account_id, &self.id, now)?;
        let left = self.created_at + Duration::days(ABSOLUTE_DAYS) - now;
        Ok(cookie::make(&board.config, name, token, left.num_seconds()))
    }
}
