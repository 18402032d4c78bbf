//! A report, and what becomes of it.

use aws_lc_rs::hmac::{self, HMAC_SHA256};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    http::board::Board,
    platform::{
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::Message,
        schema::reports,
    },
};

/// What is wrong with a job.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Reason {
    /// It wants money, or data that no employer needs.
    Scam,
    /// It is not of the company that it names.
    Impersonation,
    /// The job does not exist, or not any more.
    NotOpen,
    /// Pay, place or work are not what it says.
    Misleading,
    Discriminating,
    /// It breaks the law otherwise.
    Illegal,
    /// It is no job, or the same again and again.
    Spam,
    Other,
}

impl TextEnum for Reason {
    fn label(self) -> Message {
        match self {
            Self::Scam => Message::new("moderation-report-of-scam"),
            Self::Impersonation => Message::new("moderation-report-of-impersonation"),
            Self::NotOpen => Message::new("moderation-report-of-not-open"),
            Self::Misleading => Message::new("moderation-report-of-misleading"),
            Self::Discriminating => Message::new("moderation-report-of-discriminating"),
            Self::Illegal => Message::new("moderation-report-of-illegal"),
            Self::Spam => Message::new("moderation-report-of-spam"),
            Self::Other => Message::new("moderation-report-of-other"),
        }
    }
}

/// What was decided about the reports of a job.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Decision {
    /// The job stays.
    Dismissed,
    /// The job was removed.
    Upheld,
}

impl TextEnum for Decision {
    fn label(self) -> Message {
        match self {
            Self::Dismissed => Message::new("moderation-decision-dismissed"),
            Self::Upheld => Message::new("moderation-decision-upheld"),
        }
    }
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = reports)]
pub struct Report {
    pub id: i64,
    pub job_id: i64,
    pub reason: Stored<Reason>,
    pub text: String,
    /// Where the decision is mailed to. Nobody has shown that it is theirs.
    pub email: Option<String>,
    pub created_at: NaiveDateTime,
}

/// A report that is not stored yet.
#[derive(Clone, Debug, Insertable)]
#[diesel(table_name = reports)]
pub struct NewReport {
    pub job_id: i64,
    pub visitor: String,
    pub network: String,
    pub account_id: Option<i64>,
    pub reason: Stored<Reason>,
    pub text: String,
    pub email: Option<String>,
    pub created_at: NaiveDateTime,
}

/// How a decision ended that somebody else made before.
#[derive(Clone, Debug, Queryable, Serialize)]
pub struct Decided {
    pub by: Option<i64>,
    pub at: Option<NaiveDateTime>,
}

impl NewReport {
    /// Stores it. Returns whether it is the first of this visitor about the job.
    pub fn insert(&self, db: &mut Db) -> QueryResult<bool> {
        let insert = diesel::insert_into(reports::table)
            .values(self)
            .on_conflict_do_nothing();
        // `ON CONFLICT` is spelled by each backend for itself.
        let inserted = match db {
            Db::Postgres(pg) => insert.execute(pg),
            Db::Sqlite(sqlite) => insert.execute(sqlite),
        }?;
        Ok(inserted == 1)
    }
}

impl Report {
    /// The reports of a job about which nothing is decided, the oldest first.
    pub fn open_of(db: &mut Db, job_id: i64) -> QueryResult<Vec<Self>> {
        reports::table
            .filter(reports::job_id.eq(job_id))
            .filter(reports::decision.is_null())
            .order(reports::id)
            .select(Self::as_select())
            .load(db)
    }
}

/// From how many networks the open reports of a job are.
pub fn networks(db: &mut Db, job_id: i64) -> QueryResult<i64> {
    reports::table
        .filter(reports::job_id.eq(job_id))
        .filter(reports::decision.is_null())
        .select(diesel::dsl::count(reports::network).aggregate_distinct())
        .first(db)
}

/// Decides the open reports of a job up to the one with the id `seen`. Returns those, none where somebody else was
/// faster: of many who decide at once, one does.
pub fn decide(
    db: &mut Db,
    job_id: i64,
    seen: i64,
    decision: Decision,
    by: i64,
    now: NaiveDateTime,
) -> QueryResult<Vec<Report>> {
    let seen: Vec<Report> = Report::open_of(db, job_id)?
        .into_iter()
        .filter(|report| report.id <= seen)
        .collect();
    let mut decided = Vec::new();
    for report in seen {
        let still_open = reports::table
            .find(report.id)
            .filter(reports::decision.is_null());
        let changed = diesel::update(still_open)
            .set((
                reports::decision.eq(decision.as_str()),
                reports::decided_at.eq(now),
                reports::decided_by.eq(by),
            ))
            .execute(db)?;
        if changed == 1 {
            decided.push(report);
        }
    }
    Ok(decided)
}

/// Who decided last about a job, and when.
pub fn last_decided(db: &mut Db, job_id: i64) -> QueryResult<Option<Decided>> {
    reports::table
        .filter(reports::job_id.eq(job_id))
        .filter(reports::decision.is_not_null())
        .order(reports::decided_at.desc())
        .select((reports::decided_by, reports::decided_at))
        .first(db)
        .optional()
}

/// A name for `who` that nobody without the board's key can make or read, other for each job.
pub fn alias(board: &Board, job_id: i64, who: &str) -> String {
    let key = hmac::Key::new(HMAC_SHA256, &board.keys.current().alias);
    let tag = hmac::sign(&key, format!("{job_id} {who}").as_bytes());
    URL_SAFE_NO_PAD.encode(&tag.as_ref()[..16])
}
