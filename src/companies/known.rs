//! What everybody sees of a company that somebody looks after.

use std::hash::{DefaultHasher, Hash, Hasher};

use diesel::prelude::*;
use serde::Serialize;

use super::{company::Company, members};
use crate::platform::{db::Db, schema::company_domains};

#[derive(Clone, Debug, Default, Serialize)]
pub struct Known {
    /// Whether its page is shown though it has no open job.
    #[serde(skip)]
    pub is_established: bool,
    pub name: String,
    pub slug: String,
    pub website: Option<String>,
    pub logo: Option<Addresses>,
    /// Markdown.
    pub about: String,
    pub links: Vec<String>,
    /// The domains that the company has proved to be its own.
    pub domains: Vec<String>,
    /// Whether somebody looks after it.
    pub has_team: bool,
}

/// The addresses of a logo.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Addresses {
    pub small: String,
    pub large: String,
}

/// What is known of the company with a name of this slug. Of one whose team has shown nothing of it yet, that
/// is where its page is.
pub fn known(db: &mut Db, slug: &str) -> QueryResult<Option<Known>> {
    let Some(company) = Company::with_slug(db, slug)? else {
        return Ok(None);
    };
    if !company.is_established(db)? {
        return Ok(Some(Known {
            name: company.profile.name,
            slug: company.slug,
            ..Known::default()
        }));
    }
    let domains = company_domains::table
        .filter(company_domains::company_id.eq(company.id))
        .filter(company_domains::verified_at.is_not_null())
        .order(company_domains::host)
        .select(company_domains::host)
        .load(db)?;
    Ok(Some(Known {
        is_established: true,
        links: company.profile.links().map(str::to_owned).collect(),
        name: company.profile.name,
        slug: company.slug,
        website: company.profile.website,
        logo: company
            .logo
            .addresses()
            .map(|(small, large)| Addresses { small, large }),
        about: company.profile.about,
        domains,
        has_team: !members::accounts(db, company.id)?.is_empty(),
    }))
}

impl Known {
    /// A number that changes with what a job's page says of it.
    pub fn edition(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.name, &self.website, &self.logo).hash(&mut hasher);
        hasher.finish()
    }
}
