//! What only those see of a job who look after it.

use chrono::NaiveDate;

use super::{
    job::Job,
    life::outcome::{self, Outcome},
    ownership,
    pay_rules::{FindingView, Policy},
    status::Status,
};
use crate::{
    accounts::Account,
    http::{board::Board, error::Error},
    platform::{
        db::{self, Db},
        i18n::Locale,
        zone::Moment,
    },
};

/// Gives the pay of an imported job that was left out, in the words of its source. Owned by whoever knows
/// where jobs are from.
pub struct PayLeftOut(pub fn(&mut Db, i64) -> Result<Option<String>, db::Error>);

/// Nothing, to those who do not look after it.
#[derive(Default)]
pub struct Aside {
    pub manages: bool,
    pub is_own: bool,
    /// What laws about pay in ads ask for.
    pub rules: Vec<FindingView>,
    pub pay_left_out: Option<String>,
    /// When it is to be published.
    pub publish_at: Option<NaiveDate>,
    /// How it was closed.
    pub outcome: Option<Outcome>,
}

impl Aside {
    pub fn read(
        board: &Board,
        db: &mut Db,
        account: Option<&Account>,
        job: &Job,
        locale: Locale,
        now: Moment,
    ) -> Result<Self, Error> {
        let Some(account) = account else {
            return Ok(Self::default());
        };
        if !ownership::manages(db, account, job)? {
            return Ok(Self::default());
        }
        let is_over = job.closed_since(now).is_some();
        let rules = match *job.status {
            Status::Draft | Status::Published if !is_over => {
                Policy::of(board).views(&job.fields, now.today(), locale)
            }
            _ => Vec::new(),
        };
        let PayLeftOut(left_out) = board.state()?;
        let pay_left_out = match job.fields.pay() {
            Some(_) => None,
            None => left_out(db, job.id)?,
        };
        Ok(Self {
            manages: true,
            is_own: ownership::is_own(db, account.id, job)?,
            rules,
            pay_left_out,
            publish_at: job.publish_at(db)?,
            outcome: outcome::of(db, &[job.id])?.remove(&job.id),
        })
    }
}
