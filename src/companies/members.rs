//! The team of a company.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    actions,
    company::{Company, State},
    error::Error,
    events::CompanyChanged,
};
use crate::platform::{
    audit::{Action, Origin},
    db::{
        Db,
        text_enum::{Stored, TextEnum},
        version,
    },
    i18n::Message,
    schema::{accounts, companies, company_invitations, company_members, jobs},
};

/// What a member may do, the most first. Each may do what those after it may.
#[derive(
    Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, Ord, PartialEq, PartialOrd, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// The team and the domains.
    Owner,
    /// The company's page.
    Editor,
    /// Its jobs.
    Recruiter,
}

impl TextEnum for Role {
    fn label(self) -> Message {
        match self {
            Self::Owner => Message::new("companies-role-owner"),
            Self::Editor => Message::new("companies-role-editor"),
            Self::Recruiter => Message::new("companies-role-recruiter"),
        }
    }
}

impl Role {
    /// Whether it may do what `other` may.
    pub fn includes(self, other: Self) -> bool {
        self <= other
    }

    /// What it may do, in a sentence.
    pub fn explained(self) -> Message {
        match self {
            Self::Owner => Message::new("companies-role-owner-about"),
            Self::Editor => Message::new("companies-role-editor-about"),
            Self::Recruiter => Message::new("companies-role-recruiter-about"),
        }
    }
}

/// One of the team.
#[derive(Clone, Debug, Queryable)]
pub struct TeamMember {
    pub account_id: i64,
    pub name: String,
    pub email: String,
    pub role: Stored<Role>,
    pub since: NaiveDateTime,
    /// When they showed that the address is theirs.
    pub verified_at: Option<NaiveDateTime>,
}

/// The team, in the order in which they joined.
pub fn of(db: &mut Db, company_id: i64) -> QueryResult<Vec<TeamMember>> {
    company_members::table
        .inner_join(accounts::table)
        .filter(company_members::company_id.eq(company_id))
        .order((company_members::since, accounts::id))
        .select((
            accounts::id,
            accounts::name,
            accounts::email,
            company_members::role,
            company_members::since,
            accounts::verified_at,
        ))
        .load(db)
}

/// The accounts of the team.
pub fn accounts(db: &mut Db, company_id: i64) -> QueryResult<Vec<i64>> {
    company_members::table
        .filter(company_members::company_id.eq(company_id))
        .order(company_members::account_id)
        .select(company_members::account_id)
        .load(db)
}

/// What an account may do in a company.
pub fn role(db: &mut Db, company_id: i64, account_id: i64) -> QueryResult<Option<Role>> {
    let role: Option<Stored<Role>> = company_members::table
        .find((company_id, account_id))
        .select(company_members::role)
        .first(db)
        .optional()?;
    Ok(role.map(|role| *role))
}

/// The companies whose teams an account is in, in the order of their names.
pub fn companies_of(db: &mut Db, account_id: i64) -> QueryResult<Vec<(Company, Role)>> {
    let found: Vec<(Company, Stored<Role>)> = company_members::table
        .inner_join(companies::table)
        .filter(company_members::account_id.eq(account_id))
        .filter(companies::state.ne(State::Merged.as_str()))
        .order((companies::name, companies::id))
        .select((Company::as_select(), company_members::role))
        .load(db)?;
    let found = found.into_iter();
    Ok(found.map(|(company, role)| (company, *role)).collect())
}

/// The companies that nobody but this account looks after.
pub fn looked_after_alone(db: &mut Db, account_id: i64) -> QueryResult<Vec<i64>> {
    let mut alone = Vec::new();
    for (company, _) in companies_of(db, account_id)? {
        if accounts(db, company.id)? == [account_id] {
            alone.push(company.id);
        }
    }
    Ok(alone)
}

impl Company {
    /// Takes an account into the team, or gives it another role there.
    pub fn admit(
        &self,
        db: &mut Db,
        account_id: i64,
        role: Role,
        origin: &Origin,
    ) -> Result<(), Error> {
        let before = self::role(db, self.id, account_id)?;
        if before == Some(role) {
            return Ok(());
        }
        if before.is_some() {
            self.keep_an_owner(db, account_id, Some(role))?;
            diesel::update(company_members::table.find((self.id, account_id)))
                .set(company_members::role.eq(role.as_str()))
                .execute(db)?;
            self.end_invitations_by(db, account_id)?;
            return self.tell_of_team(db, actions::ROLE_CHANGED, origin);
        }
        diesel::insert_into(company_members::table)
            .values((
                company_members::company_id.eq(self.id),
                company_members::account_id.eq(account_id),
                company_members::role.eq(role.as_str()),
                company_members::since.eq(origin.at),
            ))
            .execute(db)?;
        self.tell_of_team(db, actions::MEMBER_JOINED, origin)
    }

    /// Takes an account out of the team.
    ///
    /// # Errors
    /// Where it is nobody of the team, or the last owner.
    pub fn part_with(&self, db: &mut Db, account_id: i64, origin: &Origin) -> Result<(), Error> {
        self.keep_an_owner(db, account_id, None)?;
        self.take_out(db, account_id, origin)
    }

    /// Takes out the last of the team, with which it ends; a claim that waits is withdrawn.
    pub fn give_up(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        self.end_team(db, origin)?;
        if *self.state == State::Waiting {
            diesel::delete(companies::table.find(self.id)).execute(db)?;
        }
        Ok(())
    }

    /// Ends the team, as administrators may. The jobs are those of whoever posted them, and what it says is
    /// seen no more.
    pub fn end_team(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        for account_id in accounts(db, self.id)? {
            self.take_out(db, account_id, origin)?;
        }
        diesel::update(companies::table.find(self.id))
            .set(companies::approved_at.eq(None::<NaiveDateTime>))
            .execute(db)?;
        diesel::update(jobs::table.filter(jobs::company_id.eq(self.id)))
            .set(jobs::company_id.eq(None::<i64>))
            .execute(db)?;
        Ok(())
    }

    fn take_out(&self, db: &mut Db, account_id: i64, origin: &Origin) -> Result<(), Error> {
        self.end_invitations_by(db, account_id)?;
        let left =
            diesel::delete(company_members::table.find((self.id, account_id))).execute(db)?;
        if left == 0 {
            return Err(Error::NotFound);
        }
        self.tell_of_team(db, actions::MEMBER_LEFT, origin)
    }

    /// Whoever leaves, or is no owner any more, invites nobody.
    fn end_invitations_by(&self, db: &mut Db, account_id: i64) -> QueryResult<()> {
        let sent = company_invitations::table
            .filter(company_invitations::company_id.eq(self.id))
            .filter(company_invitations::invited_by.eq(account_id));
        diesel::delete(sent).execute(db)?;
        Ok(())
    }

    /// # Errors
    /// Where nobody would own the company, were `account_id` to become what `role` says.
    fn keep_an_owner(&self, db: &mut Db, account_id: i64, role: Option<Role>) -> Result<(), Error> {
        if role == Some(Role::Owner) {
            return Ok(());
        }
        let owners: Vec<i64> = company_members::table
            .filter(company_members::company_id.eq(self.id))
            .filter(company_members::role.eq(Role::Owner.as_str()))
            .select(company_members::account_id)
            .load(db)?;
        if owners == [account_id] {
            return Err(Error::Refused(Message::new("companies-last-owner")));
        }
        Ok(())
    }

    /// Kept pages name the people who get their own copy, so they are made anew.
    fn tell_of_team(&self, db: &mut Db, action: Action, origin: &Origin) -> Result<(), Error> {
        version::raise(db)?;
        let change = CompanyChanged {
            action,
            company: self.clone(),
            slugs: Vec::new(),
        };
        Ok(origin.publish(db, &change)?)
    }
}
