//! Two names of one company: their jobs stand on one page, and either address leads there.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    actions,
    claim::set_state,
    company::{Company, NewCompany, Profile, State},
    error::Error,
    events::CompanyChanged,
    members::{self, Role},
    slugs,
};
use crate::{
    accounts::Account,
    platform::{
        audit::Origin,
        db::{
            self, Db,
            text_enum::{Stored, TextEnum},
            version,
        },
        i18n::Message,
        schema::{company_members, company_merges, company_slugs, jobs},
    },
};

/// What a merge moved.
#[derive(Debug, Default, Deserialize, Serialize)]
struct Moved {
    /// The company that has none of its names any more; none, where the name was nobody's.
    company_id: Option<i64>,
    slugs: Vec<String>,
    jobs: Vec<i64>,
    /// Nobody's jobs, which became the team's.
    taken: Vec<i64>,
    /// Who joined the team.
    members: Vec<i64>,
    /// The team as it was before, and the role of each.
    team: Vec<(i64, String)>,
}

/// A merge that can be undone.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = company_merges)]
pub struct Merge {
    pub id: i64,
    pub into_id: i64,
    /// What the other company was called.
    pub name: String,
    moved: String,
    pub at: NaiveDateTime,
}

/// The company of this slug, which is made where jobs on the board have a company of that name.
///
/// # Errors
/// [`Error::NotFound`], where neither is.
fn find_or_make(db: &mut Db, slug: &str, origin: &Origin) -> Result<Company, Error> {
    if let Some(company) = Company::with_slug(db, slug)? {
        return Ok(company);
    }
    let name = slugs::stated_name(db, slug)?.ok_or(Error::NotFound)?;
    let company = NewCompany {
        slug: slug.to_owned(),
        profile: Profile::named(&name),
        state: Stored(State::Active),
        note: String::new(),
        version: 1,
        created_at: origin.at,
        updated_at: origin.at,
    };
    let company = company.insert(db)?;
    slugs::add(db, company.id, slug)?;
    Ok(company)
}

/// Merges the company of the slug `from` into that of `into`: names, jobs and team. Returns both names.
///
/// # Errors
/// [`Error::Wrong`] at the field of a slug that no company has, or where both are one.
pub fn merge(
    db: &mut Db,
    from: &str,
    into: &str,
    origin: &Origin,
) -> Result<(String, Company), Error> {
    let unknown = |field| {
        move |error| match error {
            Error::NotFound => Error::Wrong(field, Message::new("companies-merge-unknown")),
            other => other,
        }
    };
    let into = find_or_make(db, into, origin).map_err(unknown("into"))?;
    let before = Company::with_slug(db, from)?;
    let (name, mut moved) = match &before {
        Some(before) if before.id == into.id => {
            return Err(Error::Wrong("from", Message::new("companies-merge-same")));
        }
        Some(before) => (
            before.profile.name.clone(),
            move_all(db, before, &into, origin)?,
        ),
        None => {
            let name = slugs::stated_name(db, from)?;
            let name = name.ok_or(Error::NotFound).map_err(unknown("from"))?;
            slugs::add(db, into.id, from)?;
            let slugs = vec![from.to_owned()];
            let moved = Moved {
                slugs,
                ..Moved::default()
            };
            (name, moved)
        }
    };
    if !members::accounts(db, into.id)?.is_empty() {
        moved.taken = into.take_over_jobs(db)?;
    }
    let moved_slugs = moved.slugs.clone();
    diesel::insert_into(company_merges::table)
        .values((
            company_merges::into_id.eq(into.id),
            company_merges::name.eq(&name),
            company_merges::moved.eq(serde_json::to_string(&moved).map_err(db::Error::internal)?),
            company_merges::at.eq(origin.at),
        ))
        .execute(db)?;
    tell(db, &into, actions::COMPANIES_MERGED, moved_slugs, origin)?;
    Ok((name, into))
}

/// Moves what `from` has to `into`.
fn move_all(db: &mut Db, from: &Company, into: &Company, origin: &Origin) -> Result<Moved, Error> {
    let slugs = slugs::of(db, from.id)?;
    slugs::move_to(db, &slugs, into.id)?;
    let jobs: Vec<i64> = diesel::update(jobs::table.filter(jobs::company_id.eq(from.id)))
        .set(jobs::company_id.eq(into.id))
        .returning(jobs::id)
        .get_results(db)?;
    let before = members::of(db, into.id)?;
    let team: Vec<(i64, String)> = before
        .into_iter()
        .map(|member| (member.account_id, member.role.as_str().to_owned()))
        .collect();
    let mut members = Vec::new();
    for member in members::of(db, from.id)? {
        if team.iter().all(|(id, _)| *id != member.account_id) {
            // Who owns the company that stays goes on owning it alone.
            let role = match team.is_empty() {
                true => *member.role,
                false => (*member.role).max(Role::Editor),
            };
            into.admit(db, member.account_id, role, origin)?;
            members.push(member.account_id);
        }
    }
    set_state(db, from.id, State::Merged, origin)?;
    Ok(Moved {
        company_id: Some(from.id),
        slugs,
        jobs,
        taken: Vec::new(),
        members,
        team,
    })
}

impl Company {
    /// Where nobody owns the company that others own again, those who owned it before do.
    fn restore_owner(
        &self,
        db: &mut Db,
        team: &[(i64, String)],
        origin: &Origin,
    ) -> Result<(), Error> {
        let now = members::of(db, self.id)?;
        if now.iter().any(|member| *member.role == Role::Owner) {
            return Ok(());
        }
        let owners = team.iter().filter(|(_, role)| role == Role::Owner.as_str());
        for (account_id, _) in owners {
            if Account::find(db, *account_id)?.is_some() {
                self.admit(db, *account_id, Role::Owner, origin)?;
            }
        }
        Ok(())
    }
}

impl Merge {
    /// The newest merges.
    pub fn newest(db: &mut Db, most: i64) -> QueryResult<Vec<Self>> {
        company_merges::table
            .order(company_merges::id.desc())
            .limit(most)
            .select(Self::as_select())
            .load(db)
    }

    /// Gives back what the merge moved, as far as it is still there.
    ///
    /// # Errors
    /// [`Error::NotFound`], where it was undone already.
    pub fn undo(db: &mut Db, id: i64, origin: &Origin) -> Result<(String, Company), Error> {
        let merge: Self = company_merges::table
            .find(id)
            .select(Self::as_select())
            .first(db)
            .optional()?
            .ok_or(Error::NotFound)?;
        diesel::delete(company_merges::table.find(id)).execute(db)?;
        let moved: Moved = serde_json::from_str(&merge.moved).map_err(db::Error::internal)?;
        let into = Company::find(db, merge.into_id)?;
        let there = company_slugs::table
            .filter(company_slugs::slug.eq_any(&moved.slugs))
            .filter(company_slugs::company_id.eq(into.id))
            .filter(company_slugs::slug.ne(&into.slug));
        let still = jobs::table.filter(jobs::company_id.eq(into.id));
        for some in moved.taken.chunks(500) {
            diesel::update(still.filter(jobs::id.eq_any(some)))
                .set(jobs::company_id.eq(None::<i64>))
                .execute(db)?;
        }
        match moved.company_id {
            None => {
                diesel::delete(there).execute(db)?;
            }
            Some(from) => {
                diesel::update(there)
                    .set(company_slugs::company_id.eq(from))
                    .execute(db)?;
                for some in moved.jobs.chunks(500) {
                    diesel::update(still.filter(jobs::id.eq_any(some)))
                        .set(jobs::company_id.eq(from))
                        .execute(db)?;
                }
                let joined = company_members::table
                    .filter(company_members::company_id.eq(into.id))
                    .filter(company_members::account_id.eq_any(&moved.members));
                diesel::delete(joined).execute(db)?;
                into.restore_owner(db, &moved.team, origin)?;
                set_state(db, from, State::Active, origin)?;
            }
        }
        let mut slugs = moved.slugs;
        slugs.push(into.slug.clone());
        tell(db, &into, actions::MERGE_UNDONE, slugs, origin)?;
        Ok((merge.name, into))
    }
}

fn tell(
    db: &mut Db,
    company: &Company,
    action: crate::platform::audit::Action,
    slugs: Vec<String>,
    origin: &Origin,
) -> Result<(), Error> {
    version::raise(db)?;
    let change = CompanyChanged {
        action,
        company: company.clone(),
        slugs,
    };
    Ok(origin.publish(db, &change)?)
}
