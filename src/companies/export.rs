//! What companies mean to the accounts of their teams.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;

use super::{
    actions,
    company::{Company, Profile},
    error::Error,
    events::CompanyChanged,
    members::{self, Role},
    refusals::Refusal,
};
use crate::platform::{
    audit::Origin,
    db::{self, Db, text_enum::TextEnum, version},
    personal_data::PersonalData,
    schema::{companies, jobs},
};

/// A company as one of its team takes it along.
#[derive(Serialize)]
struct Exported {
    id: i64,
    role: &'static str,
    state: &'static str,
    created_at: NaiveDateTime,
    #[serde(flatten)]
    profile: Profile,
}

/// Adds the companies of an account to what its owner takes along.
pub fn export(db: &mut Db, account_id: i64, data: &mut PersonalData) -> Result<(), db::Error> {
    let own = members::companies_of(db, account_id)?;
    let exported: Vec<Exported> = own
        .into_iter()
        .map(|(company, role)| Exported {
            id: company.id,
            role: role.as_str(),
            state: company.state.as_str(),
            created_at: company.created_at,
            profile: company.profile,
        })
        .collect();
    data.add("companies", &exported)?;
    data.add("refused_companies", &Refusal::of(db, account_id)?)
}

/// The companies that nobody else looks after.
pub fn count(db: &mut Db, account_id: i64) -> QueryResult<i64> {
    let alone = members::looked_after_alone(db, account_id)?;
    Ok(alone.len() as i64)
}

/// The companies that others look after, too, and how many of these only this account owns.
pub fn shared(db: &mut Db, account_id: i64) -> QueryResult<(i64, i64)> {
    let (mut shared, mut handed_over) = (0, 0);
    for (company, role) in members::companies_of(db, account_id)? {
        let team = members::of(db, company.id)?;
        if team.len() < 2 {
            continue;
        }
        shared += 1;
        let owners = team.iter().filter(|member| *member.role == Role::Owner);
        if role == Role::Owner && owners.count() == 1 {
            handed_over += 1;
        }
    }
    Ok((shared, handed_over))
}

/// Ends what an account that is about to be deleted does in its teams. Where it was the last owner, whoever
/// has the next role the longest becomes one; what nobody else looks after goes.
pub fn forget(db: &mut Db, account_id: i64, origin: &Origin) -> Result<(), Error> {
    for id in members::looked_after_alone(db, account_id)? {
        let company = Company::find(db, id)?;
        diesel::update(jobs::table.filter(jobs::company_id.eq(id)))
            .set(jobs::company_id.eq(None::<i64>))
            .execute(db)?;
        diesel::delete(companies::table.find(company.id)).execute(db)?;
        version::raise(db)?;
        let change = CompanyChanged {
            action: actions::COMPANY_DELETED,
            slugs: vec![company.slug.clone()],
            company,
        };
        origin.publish(db, &change)?;
    }
    for (company, role) in members::companies_of(db, account_id)? {
        let team = members::of(db, company.id)?;
        let others = team.iter().filter(|member| member.account_id != account_id);
        let is_owned = others.clone().any(|member| *member.role == Role::Owner);
        if role == Role::Owner
            && !is_owned
            && let Some(next) = others.min_by_key(|member| (*member.role, member.since))
        {
            company.admit(db, next.account_id, Role::Owner, origin)?;
        }
        company.part_with(db, account_id, origin)?;
    }
    Ok(())
}
