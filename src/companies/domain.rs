//! A domain that a company says is its own, and what became of looking for the proof.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::{
    actions,
    company::{Company, State},
    error::Error,
    events::CompanyChanged,
};
use crate::platform::{
    audit::{Action, Origin},
    db::{self, Db, version},
    domain_proof::Host,
    i18n::Message,
    schema::{company_domains, jobs, listings},
    secrets::random_text,
};

/// Most domains of a company.
pub const MOST: i64 = 10;

/// Days for which a domain stays verified after its proof is gone.
pub const GRACE_DAYS: i64 = 7;

/// Random bytes in a token.
const TOKEN_BYTES: usize = 18;

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

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = company_domains)]
pub struct Domain {
    pub id: i64,
    pub company_id: i64,
    pub host: String,
    /// What is to be shown there.
    pub token: String,
    pub verified_at: Option<NaiveDateTime>,
    /// Since when the proof of a verified domain is gone.
    pub failing_since: Option<NaiveDateTime>,
    pub checked_at: Option<NaiveDateTime>,
    pub due_at: Option<NaiveDateTime>,
    /// Looks in a row that found no proof.
    pub checks: i32,
    /// What the last look found, a line for each place.
    pub found: String,
}

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
    /// The domains of a company, in their order.
    pub fn of(db: &mut Db, company_id: i64) -> QueryResult<Vec<Self>> {
        company_domains::table
            .filter(company_domains::company_id.eq(company_id))
            .order(company_domains::host)
            .select(Self::as_select())
            .load(db)
    }

    pub fn find(db: &mut Db, id: i64) -> QueryResult<Option<Self>> {
        company_domains::table
            .find(id)
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// The domains that are to be looked at.
    pub fn due(db: &mut Db, now: NaiveDateTime, most: i64) -> QueryResult<Vec<Self>> {
        company_domains::table
            .filter(company_domains::due_at.le(now))
            .order(company_domains::due_at)
            .limit(most)
            .select(Self::as_select())
            .load(db)
    }

    /// Says when it is looked at next.
    pub fn wait(&self, db: &mut Db, due: Option<NaiveDateTime>) -> QueryResult<()> {
        diesel::update(company_domains::table.find(self.id))
            .set(company_domains::due_at.eq(due))
            .execute(db)?;
        Ok(())
    }

    /// Looks at it at once, and from then on as at a new one.
    pub fn look_again(&self, db: &mut Db, now: NaiveDateTime) -> QueryResult<()> {
        diesel::update(company_domains::table.find(self.id))
            .set((
                company_domains::due_at.eq(now),
                company_domains::checks.eq(0),
            ))
            .execute(db)?;
        Ok(())
    }

    /// Writes down something else that is to be said of the last look.
    pub fn note(&self, db: &mut Db, note: &str) -> QueryResult<()> {
        diesel::update(company_domains::table.find(self.id))
            .set(company_domains::found.eq(note))
            .execute(db)?;
        Ok(())
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
        diesel::select(diesel::dsl::exists(verified)).get_result(db)
    }
}

impl Company {
    /// Notes that the company says that `host` is its own. It is looked at at once.
    ///
    /// # Errors
    /// [`Error::Wrong`] at `host`, where it has that already, or too many.
    pub fn add_domain(&self, db: &mut Db, host: &Host, origin: &Origin) -> Result<(), Error> {
        let own = Domain::of(db, self.id)?;
        let host = host.to_string();
        if own.iter().any(|domain| domain.host == host) {
            let already = Message::new("companies-domain-already");
            return Err(Error::Wrong("host", already));
        }
        if own.len() as i64 >= MOST {
            let most = Message::new("companies-most-domains").with("most", MOST);
            return Err(Error::Wrong("host", most));
        }
        let token = random_text(TOKEN_BYTES).map_err(db::Error::internal)?;
        diesel::insert_into(company_domains::table)
            .values((
                company_domains::company_id.eq(self.id),
                company_domains::host.eq(host),
                company_domains::token.eq(format!("jobboard-verification={token}")),
                company_domains::created_at.eq(origin.at),
                company_domains::due_at.eq(origin.at),
                company_domains::checks.eq(0),
                company_domains::found.eq(""),
            ))
            .execute(db)?;
        tell(db, self, actions::DOMAIN_ADDED, origin)
    }

    /// Forgets a domain, proved or not.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_domain(&self, db: &mut Db, id: i64, origin: &Origin) -> Result<(), Error> {
        let own = company_domains::table
            .find(id)
            .filter(company_domains::company_id.eq(self.id));
        if diesel::delete(own).execute(db)? == 0 {
            return Err(Error::NotFound);
        }
        tell(db, self, actions::DOMAIN_REMOVED, origin)
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

fn tell(db: &mut Db, company: &Company, action: Action, origin: &Origin) -> Result<(), Error> {
    version::raise(db)?;
    let change = CompanyChanged {
        action,
        company: company.clone(),
        slugs: Vec::new(),
    };
    Ok(origin.publish(db, &change)?)
}
