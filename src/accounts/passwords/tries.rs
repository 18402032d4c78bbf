//! Limits that belong to an account or to an address, used up in the database: they hold on every
//! replica, and a restart forgives nothing.
//!
//! A try is charged before its outcome is known, so that guesses sent at once cannot all pass, and
//! refunded when it was right: only failures use a limit up. What was used comes back evenly, so that
//! nobody is locked out for good.

use std::{net::IpAddr, num::NonZeroU32};

use aws_lc_rs::digest::{SHA256, digest};
use chrono::NaiveDateTime;
use data_encoding::HEXLOWER;
use diesel::{
    prelude::*,
    sql_query,
    sql_types::{BigInt, Text},
};

use crate::{
    accounts::account::normalize_email,
    http::board::Board,
    http::{error::Error, page::Page},
    platform::{
        db::{Database, Db},
        limits::{Limits, Wait, network},
        schema::tries,
    },
};

const HOUR: i64 = 60 * 60 * 1000;
const DAY: i64 = 24 * HOUR;

/// Where a try comes from, as far as it matters to a limit.
#[derive(Clone, Debug)]
pub enum Source {
    /// A browser that nobody signed in to this account with before.
    Network(Option<IpAddr>),
    /// A browser that somebody did sign in with, by the id in its cookie. It has limits of its own:
    /// what strangers try must not lock it out.
    Device(String),
}

/// What a try was charged to.
#[derive(Clone, Debug)]
pub struct Try(Vec<Charge>);

/// A part of one limit. Times are in milliseconds.
#[derive(Clone, Debug)]
struct Charge {
    subject: String,
    source: String,
    /// What one try uses.
    cost: i64,
    /// The time in which a limit that was used up comes back.
    period: i64,
}

impl Try {
    /// A password, for the account of `email`, whether there is one or not.
    pub fn password(limits: &Limits, email: &str, source: &Source) -> Self {
        let mut charges = secret(limits, password_subject(email), source);
        if let Source::Network(Some(address)) = source {
            let network = format!("network {}", network(*address));
            let of_network = limits.wrong_passwords_per_network;
            charges.push(Charge::new("password".into(), network, of_network, HOUR));
        }
        Self(charges)
    }

    /// A code of two-factor authentication.
    pub fn code(limits: &Limits, account_id: i64, source: &Source) -> Self {
        Self(secret(limits, code_subject(account_id), source))
    }

    /// A mail with a link to `email`, that somebody at `address` asks for.
    pub fn mail(limits: &Limits, email: &str, address: Option<IpAddr>) -> Self {
        Self::mail_about("mail", limits, email, address)
    }

    /// A mail to `email` because somebody at `address` typed it into a form for `what`. It is counted by itself:
    /// what strangers do with an address must not keep its owner from a new password.
    pub fn mail_about(what: &str, limits: &Limits, email: &str, address: Option<IpAddr>) -> Self {
        let subject = format!("{what} {}", fixed_size(email));
        let network = Source::Network(address).name();
        let of_pair = limits.mails_per_recipient_and_network;
        let of_recipient = limits.mails_per_recipient;
        Self(vec![
            Charge::new(subject.clone(), network, of_pair, DAY),
            Charge::new(subject, String::new(), of_recipient, DAY),
        ])
    }

    /// A job that is posted or published.
    pub fn posting(limits: &Limits, account_id: i64) -> Self {
        let subject = format!("posting {account_id}");
        let limit = limits.postings_per_account;
        Self(vec![Charge::new(subject, String::new(), limit, HOUR)])
    }

    /// A job that is changed.
    pub fn change(limits: &Limits, account_id: i64) -> Self {
        let subject = format!("change {account_id}");
        let limit = limits.changes_per_account;
        Self(vec![Charge::new(subject, String::new(), limit, HOUR)])
    }

    /// Counts one more change of something that everybody sees, against the limits of the account and of the
    /// network that `page` is asked from. Inside, how long to wait where it is one too many.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn count_change(page: &Page, account_id: i64) -> Result<Result<(), Wait>, Error> {
        let board = &page.board;
        match board.throttle.change(page.address) {
            Ok(()) => {
                let change = Self::change(&board.config.limits, account_id);
                change.charge_at_once(board).await
            }
            Err(wait) => Ok(Err(wait)),
        }
    }

    /// Charges the try, unless one of its limits is used up.
    ///
    /// # Errors
    /// 429, and nothing is charged.
    pub fn charge(&self, db: &mut Db, now: NaiveDateTime) -> Result<(), Error> {
        let now = now.and_utc().timestamp_millis();
        for charge in &self.0 {
            charge.add(db, now)?;
        }
        Ok(())
    }

    /// The same in a transaction of its own. `Err` inside says how long to wait.
    pub async fn charge_at_once(&self, board: &Board) -> Result<Result<(), Wait>, Error> {
        let (charges, now) = (self.clone(), board.clock.now());
        as_wait(&board.db, move |db| charges.charge(db, now)).await
    }

    /// Gives back what the try used: it was right.
    pub fn refund(&self, db: &mut Db) -> QueryResult<()> {
        for Charge {
            subject,
            source,
            cost,
            ..
        } in &self.0
        {
            diesel::update(tries::table.find((subject, source)))
                .set(tries::used_until.eq(tries::used_until - cost))
                .execute(db)?;
        }
        Ok(())
    }
}

/// Counts a mail with a link to `email` that the asker of `page` wants sent, whether it will be sent or
/// not.
pub async fn ask_for_mail(page: &Page, email: &str) -> Result<Result<(), Wait>, Error> {
    let board = &page.board;
    if let Err(wait) = board.throttle.mail(page.address) {
        return Ok(Err(wait));
    }
    let mail = Try::mail(&board.config.limits, email, page.address);
    mail.charge_at_once(board).await
}

async fn as_wait(
    db: &Database,
    work: impl FnOnce(&mut Db) -> Result<(), Error> + Send + 'static,
) -> Result<Result<(), Wait>, Error> {
    match db.write(work).await {
        Err(Error::TooMany { retry_after }) => Ok(Err(Wait::of_seconds(retry_after))),
        charged => Ok(Ok(charged?)),
    }
}

/// Forgets the wrong passwords and codes of an account: its owner has shown otherwise who they are.
pub fn forgive(db: &mut Db, account_id: i64, email: &str) -> QueryResult<()> {
    let subjects = [password_subject(email), code_subject(account_id)];
    diesel::delete(tries::table.filter(tries::subject.eq_any(subjects))).execute(db)?;
    Ok(())
}

/// Forgets what has been forgiven by time.
pub fn sweep(db: &mut Db, now: NaiveDateTime) -> QueryResult<usize> {
    let now = now.and_utc().timestamp_millis();
    diesel::delete(tries::table.filter(tries::used_until.le(now))).execute(db)
}

/// The limits on guessing a secret of one account. A known device has its own; everybody else shares
/// one limit a network, and one in all.
fn secret(limits: &Limits, subject: String, source: &Source) -> Vec<Charge> {
    let of_pair = limits.wrong_guesses_per_account_and_network;
    let mut charges = vec![Charge::new(subject.clone(), source.name(), of_pair, DAY)];
    if matches!(source, Source::Network(_)) {
        let of_account = limits.wrong_guesses_per_account;
        charges.push(Charge::new(subject, String::new(), of_account, DAY));
    }
    charges
}

impl Source {
    /// The name under which what was tried is counted.
    pub fn name(&self) -> String {
        match self {
            Self::Network(Some(address)) => format!("network {}", network(*address)),
            Self::Network(None) => "network unknown".into(),
            Self::Device(id) => format!("device {id}"),
        }
    }
}

impl Charge {
    fn new(subject: String, source: String, limit: NonZeroU32, period: i64) -> Self {
        let cost = (period / i64::from(limit.get())).max(1);
        Self {
            subject,
            source,
            cost,
            period,
        }
    }

    /// One statement, so that of several replicas each sees what the others charged. More than a whole
    /// period cannot be used up: then the clock was set back, and counting begins anew.
    fn add(&self, db: &mut Db, now: i64) -> Result<(), Error> {
        let added = sql_query(
            "INSERT INTO tries (subject, source, used_until) VALUES ($1, $2, $3 + $4) \
             ON CONFLICT (subject, source) DO UPDATE SET used_until = $4 + \
             CASE WHEN tries.used_until BETWEEN $3 AND $3 + $5 THEN tries.used_until ELSE $3 END \
             WHERE tries.used_until + $4 <= $3 + $5 OR tries.used_until > $3 + $5",
        )
        .bind::<Text, _>(&self.subject)
        .bind::<Text, _>(&self.source)
        .bind::<BigInt, _>(now)
        .bind::<BigInt, _>(self.cost)
        .bind::<BigInt, _>(self.period)
        .execute(db)?;
        if added == 1 {
            return Ok(());
        }
        let used_until: i64 = tries::table
            .find((&self.subject, &self.source))
            .select(tries::used_until)
            .first(db)?;
        let wait = (used_until + self.cost - self.period - now).max(0);
        Err(Error::TooMany {
            retry_after: wait.unsigned_abs() / 1000 + 1,
        })
    }
}

fn password_subject(email: &str) -> String {
    format!("password {}", fixed_size(email))
}

fn code_subject(account_id: i64) -> String {
    format!("code {account_id}")
}

/// An email address as text of fixed size: however long, it takes no more room.
fn fixed_size(email: &str) -> String {
    HEXLOWER.encode(&digest(&SHA256, normalize_email(email).as_bytes()).as_ref()[..16])
}
