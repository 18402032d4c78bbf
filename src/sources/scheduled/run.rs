//! The log of runs: what each found, and what it changed.

use chrono::{Days, NaiveDateTime};
use diesel::prelude::*;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::platform::{
    db::{
        Db,
        text_enum::{Stored, TextEnum},
    },
    i18n::Message,
    schema::source_runs,
};

/// Days for which runs are kept.
const DAYS_KEPT: u64 = 90;

/// How a run ended.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// All jobs were read.
    Done,
    /// The source says that nothing changed.
    Unchanged,
    /// The source says that it has no jobs.
    Zero,
    /// There was nothing, and nothing that says so.
    Empty,
    /// Most jobs are gone: they stay until somebody decides.
    Held,
    Failed,
    /// No run: an administrator closed the jobs that were missing.
    Closed,
    /// No run: an administrator kept the jobs that were missing.
    Kept,
}

impl TextEnum for Outcome {
    fn label(self) -> Message {
        match self {
            Self::Done => Message::new("sources-outcome-done"),
            Self::Unchanged => Message::new("sources-outcome-unchanged"),
            Self::Zero => Message::new("sources-outcome-zero"),
            Self::Empty => Message::new("sources-outcome-empty"),
            Self::Held => Message::new("sources-outcome-held"),
            Self::Failed => Message::new("sources-outcome-failed"),
            Self::Closed => Message::new("sources-outcome-closed"),
            Self::Kept => Message::new("sources-outcome-kept"),
        }
    }
}

impl Outcome {
    /// Whether the source told what it has.
    pub fn is_success(self) -> bool {
        !matches!(self, Self::Empty | Self::Failed)
    }
}

/// A run.
#[derive(Clone, Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = source_runs)]
pub struct Run {
    pub source_id: i64,
    pub at: NaiveDateTime,
    pub milliseconds: i32,
    pub outcome: Stored<Outcome>,
    /// The stored text of a [`Problem`](super::fetch::Problem); empty where there was none.
    pub trouble: String,
    /// Jobs that the source had.
    pub found: i32,
    pub added: i32,
    pub updated: i32,
    pub reopened: i32,
    pub closed: i32,
    /// Open jobs that it lacked and that were not closed; those that an administrator kept.
    pub missing: i32,
    /// Jobs that employers posted here themselves.
    pub own: i32,
    pub refused: i32,
    /// Why records became no jobs, as [`Tally`](super::tally::Tally) writes it.
    pub notes: String,
}

impl Run {
    pub fn new(source_id: i64, at: NaiveDateTime, outcome: Outcome) -> Self {
        Self {
            source_id,
            at,
            milliseconds: 0,
            outcome: Stored(outcome),
            trouble: String::new(),
            found: 0,
            added: 0,
            updated: 0,
            reopened: 0,
            closed: 0,
            missing: 0,
            own: 0,
            refused: 0,
            notes: String::new(),
        }
    }

    pub fn record(&self, db: &mut Db) -> QueryResult<()> {
        diesel::insert_into(source_runs::table)
            .values(self)
            .execute(db)?;
        Ok(())
    }

    /// Some of a source's, the newest first.
    pub fn newest_of(
        db: &mut Db,
        source_id: i64,
        offset: i64,
        most: i64,
    ) -> QueryResult<Vec<Self>> {
        source_runs::table
            .filter(source_runs::source_id.eq(source_id))
            .order(source_runs::id.desc())
            .offset(offset)
            .limit(most)
            .select(Self::as_select())
            .load(db)
    }

    pub fn count_of(db: &mut Db, source_id: i64) -> QueryResult<i64> {
        source_runs::table
            .filter(source_runs::source_id.eq(source_id))
            .count()
            .get_result(db)
    }

    /// Forgets old ones.
    pub fn sweep(db: &mut Db, now: NaiveDateTime) -> QueryResult<usize> {
        let old = source_runs::at.lt(now - Days::new(DAYS_KEPT));
        diesel::delete(source_runs::table.filter(old)).execute(db)
    }
}
