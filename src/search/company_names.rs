//! Listed jobs whose company is called otherwise from now on.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::{
    companies::{
        events::CompanyChanged,
        naming::{Named, Names},
    },
    platform::{
        audit::Origin,
        db::{self, Db},
        schema::{jobs, listings},
    },
};

/// Listed jobs whose company is renamed by one statement.
const AT_ONCE: usize = 500;

/// Calls the company of listed jobs what it is called now.
///
/// # Errors
/// Those of the database.
pub fn follow(db: &mut Db, change: &CompanyChanged, _: &Origin) -> Result<(), db::Error> {
    let listed: Vec<(i64, Named, String, Option<i64>)> = listings::table
        .inner_join(jobs::table)
        .filter(listings::company_slug.eq_any(&change.slugs))
        .select((
            listings::position,
            (listings::company, listings::company_slug, listings::logo),
            jobs::company,
            jobs::company_id,
        ))
        .load(db)?;
    let names = Names::load(db)?;
    let mut renamed: HashMap<Named, Vec<i64>> = HashMap::new();
    for (position, before, stated, team) in listed {
        let mut named = names.of(&stated);
        named.logo = named.logo.filter(|_| team.is_some());
        if named != before {
            renamed.entry(named).or_default().push(position);
        }
    }
    for (named, positions) in renamed {
        for some in positions.chunks(AT_ONCE) {
            diesel::update(listings::table.filter(listings::position.eq_any(some)))
                .set((
                    listings::company.eq(&named.name),
                    listings::company_slug.eq(&named.slug),
                    listings::logo.eq(&named.logo),
                ))
                .execute(db)?;
        }
    }
    Ok(())
}
