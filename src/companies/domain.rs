//! A domain that a company says is its own, and what became of looking for the proof.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::{actions, company::Company, error::Error, events::CompanyChanged};
use crate::platform::{
    audit::{Action, Origin},
    db::{self, Db, version},
    domain_proof::Host,
    i18n::Message,
    schema::company_domains,
    secrets::random_text,
};

/// Most domains of a company.
pub const MOST: i64 = 10;

/// Random bytes in a token.
const TOKEN_BYTES: usize = 18;

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

    /// What is known of its proof: `verified`, `failing` where that is gone again, `waiting` for one, or `paused`.
    pub fn state(&self) -> &'static str {
        match (self.verified_at, self.failing_since, self.due_at) {
            (Some(_), None, _) => "verified",
            (Some(_), Some(_), _) => "failing",
            (None, _, Some(_)) => "waiting",
            (None, _, None) => "paused",
        }
    }

    /// Looks at it at once, and from then on as at a new one.
    fn look_again(&self, db: &mut Db, now: NaiveDateTime) -> QueryResult<()> {
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

    /// The domain with this host.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn domain(&self, db: &mut Db, host: &str) -> Result<Domain, Error> {
        let mut own = Domain::of(db, self.id)?.into_iter();
        own.find(|domain| domain.host == host)
            .ok_or(Error::NotFound)
    }

    /// Has a domain looked at at once.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn look_again(&self, db: &mut Db, id: i64, origin: &Origin) -> Result<(), Error> {
        let domain = Domain::find(db, id)?.filter(|domain| domain.company_id == self.id);
        let domain = domain.ok_or(Error::NotFound)?;
        Ok(domain.look_again(db, origin.at)?)
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

pub(super) fn tell(
    db: &mut Db,
    company: &Company,
    action: Action,
    origin: &Origin,
) -> Result<(), Error> {
    version::raise(db)?;
    let change = CompanyChanged {
        action,
        company: company.clone(),
        slugs: Vec::new(),
    };
    Ok(origin.publish(db, &change)?)
}
