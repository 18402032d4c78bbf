//! What becomes of a domain when its proof was looked for.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::{dsl::exists, prelude::*};

use super::{
    actions,
    company::{Company, State},
    domain::{Domain, tell},
    error::Error,
};
use crate::platform::{
    audit::Origin,
    db::Db,
    schema::{company_domains, jobs, listings},
};

/// Days for which a domain stays verified after its proof is gone.
pub const GRACE_DAYS: i64 = 7;

/// How often a verified domain is looked at.
const VERIFIED: TimeDelta = TimeDelta::days(7);

/// How often one is looked at whose proof is gone.
const FAILING: TimeDelta = TimeDelta::hours(12);

/// After this a missing proof is looked for once more, before anybody is told: servers fail.
const SECOND_LOOK: TimeDelta = TimeDelta::hours(1);

/// How often a new domain is looked at: so many times with so long between. Then it waits to be asked.
const LADDER: [(i32, TimeDelta); 4] = [
    (15, TimeDelta::minutes(1)),
    (12, TimeDelta::minutes(10)),
    (24, TimeDelta::hours(1)),
    (14, TimeDelta::days(1)),
];

/// What a look changes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Change {
    None,
    Verified,
    /// Verified, and with that a claim is proved.
    Granted,
    /// The proof is gone, and the company is told.
    Failing,
    /// It was gone for too long.
    Lost,
    /// Another company has proved this host.
    Taken,
}

impl Domain {
    /// Until when a domain stays verified whose proof is gone.
    pub fn verified_until(&self) -> Option<NaiveDateTime> {
        let since = self.failing_since?;
        Some(since + TimeDelta::days(GRACE_DAYS))
    }

    /// When it is looked at next, after a look that found no proof.
    fn next_look(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        if self.verified_at.is_some() {
            let wait = match self.checks {
                0 => SECOND_LOOK,
                _ => FAILING,
            };
            return Some(now + wait);
        }
        let mut before = 0;
        for (times, wait) in LADDER {
            before += times;
            if self.checks < before {
                return Some(now + wait);
            }
        }
        None
    }

    /// Writes down what a look found. Returns what that changes.
    ///
    /// # Errors
    /// Those of the database and of the listeners.
    pub fn settle(
        &self,
        db: &mut Db,
        is_proven: bool,
        found: &str,
        origin: &Origin,
    ) -> Result<Change, Error> {
        let now = origin.at;
        let mut change = self.change(db, is_proven, now)?;
        let (verified_at, failing_since) = match change {
            Change::Verified | Change::Granted => (Some(now), None),
            Change::Lost => (None, None),
            Change::Failing => (self.verified_at, Some(now)),
            Change::None if is_proven => (self.verified_at, None),
            Change::None | Change::Taken => (self.verified_at, self.failing_since),
        };
        let is_fine = is_proven && change != Change::Taken;
        let (checks, due) = match is_fine {
            true => (0, Some(now + VERIFIED)),
            false => (self.checks.saturating_add(1), self.next_look(now)),
        };
        diesel::update(company_domains::table.find(self.id))
            .set((
                company_domains::verified_at.eq(verified_at),
                company_domains::failing_since.eq(failing_since),
                company_domains::checked_at.eq(now),
                company_domains::due_at.eq(due),
                company_domains::checks.eq(checks),
                company_domains::found.eq(found),
            ))
            .execute(db)?;
        let company = Company::find(db, self.company_id)?;
        match change {
            Change::Verified => {
                tell(db, &company, actions::DOMAIN_VERIFIED, origin)?;
                if *company.state == State::Waiting && is_stated(db, &company.slug, &self.host)? {
                    company.grant(db, actions::CLAIM_PROVED, origin)?;
                    change = Change::Granted;
                }
            }
            Change::Lost => tell(db, &company, actions::DOMAIN_LOST, origin)?,
            Change::None | Change::Granted | Change::Failing | Change::Taken => {}
        }
        Ok(change)
    }

    fn change(&self, db: &mut Db, is_proven: bool, now: NaiveDateTime) -> QueryResult<Change> {
        Ok(match (self.verified_at, is_proven) {
            (None, true) if self.is_anothers(db)? => Change::Taken,
            (None, true) => Change::Verified,
            (Some(_), true) | (None, false) => Change::None,
            (Some(_), false) => match self.failing_since {
                None if self.checks == 0 => Change::None,
                None => Change::Failing,
                Some(since) if now - since >= TimeDelta::days(GRACE_DAYS) => Change::Lost,
                Some(_) => Change::None,
            },
        })
    }

    fn is_anothers(&self, db: &mut Db) -> QueryResult<bool> {
        let verified = company_domains::table
            .filter(company_domains::host.eq(&self.host))
            .filter(company_domains::verified_at.is_not_null());
        diesel::select(exists(verified)).get_result(db)
    }
}

/// Whether the jobs on the board that have a company of this slug all state a website on `host`: whoever
/// proves that host is that company.
fn is_stated(db: &mut Db, slug: &str, host: &str) -> QueryResult<bool> {
    let stated: Vec<Option<String>> = listings::table
        .inner_join(jobs::table)
        .filter(listings::company_slug.eq(slug))
        .filter(jobs::company_url.is_not_null())
        .select(jobs::company_url)
        .distinct()
        .load(db)?;
    let without_www = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
    let hosts: Vec<Option<String>> = stated
        .iter()
        .flatten()
        .map(|url| Some(without_www(url::Url::parse(url).ok()?.host_str()?)))
        .collect();
    let wanted = Some(without_www(host));
    Ok(!hosts.is_empty() && hosts.iter().all(|host| *host == wanted))
}
