//! What owners were reminded of: a row for each reminder, so that none is sent twice.

use chrono::{Days, NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;
use strum::{EnumString, IntoStaticStr};

use crate::platform::{db::Db, schema::reminders};

/// What a reminder is about.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// A week is left until the last day.
    Week,
    /// The last day is tomorrow.
    Day,
    /// Nobody said for a month that the job is open.
    Confirm,
    /// The same, asked once more.
    ConfirmAgain,
}

/// Those that are about the last day.
pub const BEFORE_THE_END: [Kind; 2] = [Kind::Week, Kind::Day];

/// A reminder of a job.
#[derive(Clone, Debug, Queryable, Selectable, Serialize)]
#[diesel(table_name = reminders)]
pub struct Reminder {
    #[serde(skip)]
    pub id: i64,
    pub job_id: i64,
    pub kind: String,
    /// The last day that it names, or the day on which the job was last known to be open.
    pub day: NaiveDate,
    pub sent_at: Option<NaiveDateTime>,
    /// When somebody said that the job is open, in whatever way.
    pub answered_at: Option<NaiveDateTime>,
}

impl Kind {
    /// What the table calls it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// How many days before the day that it names it is sent.
    fn lead(self) -> u64 {
        match self {
            Self::Week => 7,
            Self::Day => 1,
            Self::Confirm | Self::ConfirmAgain => 0,
        }
    }

    /// Whether a reminder that names `day` is still to come on `today`.
    pub fn is_ahead(self, day: NaiveDate, today: NaiveDate) -> bool {
        let due = day.checked_sub_days(Days::new(self.lead()));
        due.is_some_and(|due| today < due)
    }
}

impl Reminder {
    pub fn kind(&self) -> Option<Kind> {
        self.kind.parse().ok()
    }

    pub fn find(db: &mut Db, id: i64) -> QueryResult<Option<Self>> {
        reminders::table
            .find(id)
            .select(Self::as_select())
            .first(db)
            .optional()
    }
}

/// Notes a reminder that is sent, or with `None` one that never will be. Returns its id; nothing where it was
/// noted before.
pub fn note(
    db: &mut Db,
    job_id: i64,
    kind: Kind,
    day: NaiveDate,
    sent_at: Option<NaiveDateTime>,
) -> QueryResult<Option<i64>> {
    let statement = diesel::insert_into(reminders::table)
        .values((
            reminders::job_id.eq(job_id),
            reminders::kind.eq(kind.as_str()),
            reminders::day.eq(day),
            reminders::sent_at.eq(sent_at),
        ))
        .on_conflict_do_nothing()
        .returning(reminders::id);
    // `ON CONFLICT` is spelled by each backend for itself.
    let noted = match db {
        Db::Postgres(pg) => statement.get_result(pg),
        Db::Sqlite(sqlite) => statement.get_result(sqlite),
    };
    noted.optional()
}

/// Notes that what was asked about a job is answered.
pub fn answer(db: &mut Db, job_id: i64, at: NaiveDateTime) -> QueryResult<()> {
    let open = reminders::table
        .filter(reminders::job_id.eq(job_id))
        .filter(reminders::answered_at.is_null());
    diesel::update(open)
        .set(reminders::answered_at.eq(at))
        .execute(db)?;
    Ok(())
}

/// The reminders of these jobs, in their order.
pub fn of(db: &mut Db, job_ids: &[i64]) -> QueryResult<Vec<Reminder>> {
    reminders::table
        .filter(reminders::job_id.eq_any(job_ids))
        .filter(reminders::sent_at.is_not_null())
        .order(reminders::id)
        .select(Reminder::as_select())
        .load(db)
}
