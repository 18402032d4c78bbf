//! Becoming the team of a company: at once where nobody else has jobs under its name, otherwise when the
//! claim is granted.

use diesel::prelude::*;

use super::{
    actions,
    company::{Company, NewCompany, Profile, State},
    error::Error,
    events::CompanyChanged,
    members::{self, Role},
    refusals::Refusal,
    slugs,
};
use crate::{
    platform::{
        audit::{Action, Origin},
        db::{
            Db,
            text_enum::{Stored, TextEnum},
            version,
        },
        i18n::Message,
        schema::{companies, company_members, jobs, listings},
    },
    text::words::slug,
};

/// Most claims of an account that wait.
const MOST_WAITING: i64 = 3;

/// Most companies that an account may make.
const MOST: usize = 50;

/// Jobs read at a time.
const BATCH: i64 = 500;

/// What becomes of a claim.
#[derive(Debug)]
pub enum Claimed {
    /// It is theirs.
    Granted(Company),
    /// An administrator decides, or a proof.
    Waits(Company),
}

/// Makes `account_id` the owner of a company of this name, or claims the page that it has.
///
/// # Errors
/// [`Error::Wrong`] at `name`, where a team looks after the company already.
pub fn claim(
    db: &mut Db,
    account_id: i64,
    name: &str,
    website: Option<&str>,
    note: &str,
    origin: &Origin,
) -> Result<Claimed, Error> {
    let own = members::companies_of(db, account_id)?;
    if own.len() >= MOST {
        let most = Message::new("companies-most").with("most", MOST);
        return Err(Error::Wrong("name", most));
    }
    let slug = slug(name);
    let existing = Company::with_slug(db, &slug)?;
    if let Some((company, _)) = with_team(db, &slug)?
        && company.is_established(db)?
    {
        let taken = Message::new("companies-has-team").with("name", &company.profile.name);
        return Err(Error::Wrong("name", taken));
    }
    let is_known = existing.is_some() || slugs::is_of_others(db, &slug, Some(account_id))?;
    if is_known {
        refuse_more(db, account_id, &slug)?;
    }
    // An approval does not change how the company is spelled.
    let shown = slugs::stated_name(db, &slug)?.filter(|_| is_known);
    let company = NewCompany {
        slug: slug.clone(),
        profile: Profile {
            website: website.map(str::to_owned),
            ..Profile::named(shown.as_deref().unwrap_or(name))
        },
        state: Stored(State::Waiting),
        note: note.to_owned(),
        version: 1,
        created_at: origin.at,
        updated_at: origin.at,
    };
    let company = company.insert(db)?;
    diesel::insert_into(company_members::table)
        .values((
            company_members::company_id.eq(company.id),
            company_members::account_id.eq(account_id),
            company_members::role.eq(Role::Owner.as_str()),
            company_members::since.eq(origin.at),
        ))
        .execute(db)?;
    if is_known {
        let change = CompanyChanged {
            action: actions::COMPANY_CLAIMED,
            company: company.clone(),
            slugs: Vec::new(),
        };
        origin.publish(db, &change)?;
        return Ok(Claimed::Waits(company));
    }
    company.open(db, actions::COMPANY_MADE, origin)?;
    Ok(Claimed::Granted(Company::find(db, company.id)?))
}

/// # Errors
/// Where the account has claimed this company already, or too many.
fn refuse_more(db: &mut Db, account_id: i64, slug: &str) -> Result<(), Error> {
    let waiting: Vec<String> = company_members::table
        .inner_join(companies::table)
        .filter(company_members::account_id.eq(account_id))
        .filter(companies::state.eq(State::Waiting.as_str()))
        .select(companies::slug)
        .load(db)?;
    if waiting.iter().any(|waiting| waiting == slug) {
        return Err(Error::Wrong(
            "name",
            Message::new("companies-claimed-already"),
        ));
    }
    if waiting.len() as i64 >= MOST_WAITING {
        let most = Message::new("companies-most-waiting").with("most", MOST_WAITING);
        return Err(Error::Wrong("name", most));
    }
    Ok(())
}

impl Company {
    /// Makes a claim good, because somebody looked at it or it was proved.
    ///
    /// # Errors
    /// Where it does not wait, or another team came first.
    pub(super) fn grant(&self, db: &mut Db, action: Action, origin: &Origin) -> Result<(), Error> {
        diesel::update(companies::table.find(self.id))
            .set(companies::approved_at.eq(origin.at))
            .execute(db)?;
        self.open(db, action, origin)
    }

    /// Makes a claim good, also over a team that has shown nothing yet: the company has the page of its name, with what was known of it before, and the
    /// jobs under this name that were nobody's or its owners' become the team's.
    ///
    /// # Errors
    /// Where it does not wait, or another team came first.
    fn open(&self, db: &mut Db, action: Action, origin: &Origin) -> Result<(), Error> {
        if *self.state != State::Waiting {
            return Err(Error::Refused(Message::new("companies-not-waiting")));
        }
        if let Some(before) = Self::with_slug(db, &self.slug)? {
            let has_team = !members::accounts(db, before.id)?.is_empty();
            if has_team && before.is_established(db)? {
                let taken = Message::new("companies-has-team").with("name", &before.profile.name);
                return Err(Error::Refused(taken));
            }
            let all = slugs::of(db, before.id)?;
            slugs::move_to(db, &all, self.id)?;
            set_state(db, before.id, State::Merged, origin)?;
        } else {
            slugs::add(db, self.id, &self.slug)?;
        }
        set_state(db, self.id, State::Active, origin)?;
        self.take_over_jobs(db)?;
        version::raise(db)?;
        let change = CompanyChanged {
            action,
            company: Self::find(db, self.id)?,
            slugs: slugs::of(db, self.id)?,
        };
        Ok(origin.publish(db, &change)?)
    }

    /// Refuses a claim. What its owner wrote goes; the reason is remembered.
    ///
    /// # Errors
    /// Where it does not wait.
    pub(super) fn refuse(&self, db: &mut Db, reason: &str, origin: &Origin) -> Result<(), Error> {
        if *self.state != State::Waiting {
            return Err(Error::Refused(Message::new("companies-not-waiting")));
        }
        Refusal::note(db, self, reason, origin)?;
        diesel::delete(companies::table.find(self.id)).execute(db)?;
        let change = CompanyChanged {
            action: actions::CLAIM_REFUSED,
            company: self.clone(),
            slugs: Vec::new(),
        };
        Ok(origin.publish(db, &change)?)
    }

    /// The jobs under the company's names become its team's: those on the board that are nobody's, and all
    /// of its members.
    ///
    /// Returns which they were.
    pub(super) fn take_over_jobs(&self, db: &mut Db) -> QueryResult<Vec<i64>> {
        let slugs = slugs::of(db, self.id)?;
        let team = members::accounts(db, self.id)?;
        let mut taken: Vec<i64> = listings::table
            .inner_join(jobs::table)
            .filter(listings::company_slug.eq_any(&slugs))
            .filter(jobs::owner_id.is_null())
            .filter(jobs::company_id.is_null())
            .select(jobs::id)
            .load(db)?;
        let mut after = 0;
        loop {
            let batch: Vec<(i64, String)> = jobs::table
                .filter(jobs::owner_id.eq_any(&team))
                .filter(jobs::company_id.is_null())
                .filter(jobs::id.gt(after))
                .order(jobs::id)
                .limit(BATCH)
                .select((jobs::id, jobs::company))
                .load(db)?;
            let Some((last, _)) = batch.last() else { break };
            after = *last;
            let under_its_name = batch
                .into_iter()
                .filter(|(_, company)| slugs.contains(&slug(company)));
            taken.extend(under_its_name.map(|(id, _)| id));
        }
        for some in taken.chunks(BATCH as usize) {
            diesel::update(jobs::table.filter(jobs::id.eq_any(some)))
                .set(jobs::company_id.eq(self.id))
                .execute(db)?;
        }
        Ok(taken)
    }
}

pub(super) fn set_state(db: &mut Db, id: i64, state: State, origin: &Origin) -> QueryResult<()> {
    diesel::update(companies::table.find(id))
        .set((
            companies::state.eq(state.as_str()),
            companies::updated_at.eq(origin.at),
        ))
        .execute(db)?;
    Ok(())
}

/// The company whose team looks after a job of `owner_id` that states this name, if a team does: the owner's
/// own, or one that is known to be what it says.
pub fn team_of(db: &mut Db, stated: &str, owner_id: Option<i64>) -> QueryResult<Option<i64>> {
    let Some((company, team)) = with_team(db, &slug(stated))? else {
        return Ok(None);
    };
    let is_own = owner_id.is_some_and(|owner| team.contains(&owner));
    Ok((is_own || company.is_established(db)?).then_some(company.id))
}

/// The team, by its accounts, that alone may post under this name.
pub fn keepers_of(db: &mut Db, stated: &str) -> QueryResult<Option<Vec<i64>>> {
    let Some((company, team)) = with_team(db, &slug(stated))? else {
        return Ok(None);
    };
    Ok(company.is_established(db)?.then_some(team))
}

/// The active company that has a name of this slug, and its team, if it has one.
fn with_team(db: &mut Db, slug: &str) -> QueryResult<Option<(Company, Vec<i64>)>> {
    let Some(company) = Company::with_slug(db, slug)?.filter(Company::is_active) else {
        return Ok(None);
    };
    let team = members::accounts(db, company.id)?;
    Ok((!team.is_empty()).then_some((company, team)))
}
