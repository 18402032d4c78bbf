//! A company that an account may want to claim, because its address is at the company's domain. It is a suggestion
//! and no more: a mailbox at a domain does not speak for its owner.

use diesel::prelude::*;
use url::Url;

use super::company::Company;
use crate::{
    accounts::Account,
    platform::{
        db::Db,
        schema::{jobs, listings},
    },
    text::words::slug,
};

/// The company with jobs on the board whose website is at the domain of the account's confirmed address, by what
/// its newest job calls it. One that a team looks after is none.
pub fn for_account(db: &mut Db, account: &Account) -> QueryResult<Option<String>> {
    let Some((_, host)) = account
        .email
        .rsplit_once('@')
        .filter(|_| account.verified_at.is_some())
    else {
        return Ok(None);
    };
    let Some(domain) = psl::domain_str(host) else {
        return Ok(None);
    };
    // Companies are called like their domain, with its end or without: Acme, Booking.com.
    let label = domain.split('.').next().unwrap_or_default();
    for name in [label, domain] {
        let slug = slug(name);
        let newest: Option<(String, Option<String>)> = listings::table
            .inner_join(jobs::table)
            .filter(listings::company_slug.eq(&slug))
            .order(listings::position.desc())
            .select((jobs::company, jobs::company_url))
            .first(db)
            .optional()?;
        let Some((stated, Some(website))) = newest else {
            continue;
        };
        let has_page = match Company::with_slug(db, &slug)? {
            Some(company) => company.is_established(db)?,
            None => false,
        };
        if !has_page && is_at(&website, domain) {
            return Ok(Some(stated));
        }
    }
    Ok(None)
}

/// Whether a web address is at `domain` or below it.
fn is_at(website: &str, domain: &str) -> bool {
    let url = Url::parse(website).ok();
    let host = url.as_ref().and_then(Url::host_str);
    host.and_then(psl::domain_str) == Some(domain)
}
