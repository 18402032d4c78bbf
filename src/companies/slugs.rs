//! The slugs of a company's names, and of names that nobody has claimed.

use diesel::{dsl::exists, prelude::*};

use super::company::Company;
use crate::platform::{
    db::Db,
    schema::{company_slugs, jobs, listings},
};

/// Gives `company` this slug besides those that it has.
pub fn add(db: &mut Db, company_id: i64, slug: &str) -> QueryResult<()> {
    diesel::insert_into(company_slugs::table)
        .values((
            company_slugs::slug.eq(slug),
            company_slugs::company_id.eq(company_id),
        ))
        .execute(db)?;
    Ok(())
}

/// All slugs of a company, in their order.
pub fn of(db: &mut Db, company_id: i64) -> QueryResult<Vec<String>> {
    company_slugs::table
        .filter(company_slugs::company_id.eq(company_id))
        .order(company_slugs::slug)
        .select(company_slugs::slug)
        .load(db)
}

/// Moves these slugs to another company.
pub fn move_to(db: &mut Db, slugs: &[String], company_id: i64) -> QueryResult<()> {
    diesel::update(company_slugs::table.filter(company_slugs::slug.eq_any(slugs)))
        .set(company_slugs::company_id.eq(company_id))
        .execute(db)?;
    Ok(())
}

/// Whether jobs on the board make a page with this slug that is none of `company`'s, or of an account's
/// alone.
pub fn is_of_others(db: &mut Db, slug: &str, account_id: Option<i64>) -> QueryResult<bool> {
    let listed = listings::table
        .inner_join(jobs::table)
        .filter(listings::company_slug.eq(slug));
    match account_id {
        Some(id) => {
            let others = listed.filter(jobs::owner_id.is_null().or(jobs::owner_id.ne(id)));
            diesel::select(exists(others)).get_result(db)
        }
        None => diesel::select(exists(listed)).get_result(db),
    }
}

/// What the newest job on the board calls the company of this slug.
pub fn stated_name(db: &mut Db, slug: &str) -> QueryResult<Option<String>> {
    listings::table
        .filter(listings::company_slug.eq(slug))
        .order(listings::position.desc())
        .select(listings::company)
        .first(db)
        .optional()
}

/// Whether another company than `company` has this slug.
pub fn is_taken(db: &mut Db, slug: &str, company: Option<i64>) -> QueryResult<bool> {
    let with = Company::with_slug(db, slug)?;
    Ok(with.is_some_and(|with| Some(with.id) != company))
}
