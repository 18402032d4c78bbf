//! What the company of a job is called: as the job says, unless that is a name of a company that somebody
//! looks after.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;

use crate::{
    platform::{
        db::Db,
        schema::{companies, company_slugs},
    },
    text::words::slug,
};

/// What lists and pages call a company.
#[derive(Clone, Debug, Eq, Hash, PartialEq, Queryable)]
pub struct Named {
    pub name: String,
    /// Of its page.
    pub slug: String,
    /// The hash of its logo.
    pub logo: Option<String>,
}

impl Named {
    /// As the job says.
    fn stated(name: &str, slug: String) -> Self {
        Self {
            name: name.to_owned(),
            slug,
            logo: None,
        }
    }
}

/// What the company is called that a job calls `stated`.
pub fn named(db: &mut Db, stated: &str) -> QueryResult<Named> {
    let own = slug(stated);
    let kept = company_slugs::table
        .inner_join(companies::table)
        .filter(company_slugs::slug.eq(&own))
        .select((companies::name, companies::slug, companies::logo))
        .first(db)
        .optional()?;
    Ok(kept.unwrap_or_else(|| Named::stated(stated, own)))
}

/// All names at once, for whoever asks for many.
pub struct Names(HashMap<String, Named>);

impl Names {
    pub fn load(db: &mut Db) -> QueryResult<Self> {
        let kept: Vec<(String, Named)> = company_slugs::table
            .inner_join(companies::table)
            .select((
                company_slugs::slug,
                (companies::name, companies::slug, companies::logo),
            ))
            .load(db)?;
        Ok(Self(kept.into_iter().collect()))
    }

    /// Those of the companies that some jobs call so, for whoever shows a page of them.
    pub fn of_these<'a>(
        db: &mut Db,
        stated: impl IntoIterator<Item = &'a str>,
    ) -> QueryResult<Self> {
        let slugs: BTreeSet<String> = stated.into_iter().map(slug).collect();
        let kept: Vec<(String, Named)> = company_slugs::table
            .inner_join(companies::table)
            .filter(company_slugs::slug.eq_any(slugs))
            .select((
                company_slugs::slug,
                (companies::name, companies::slug, companies::logo),
            ))
            .load(db)?;
        Ok(Self(kept.into_iter().collect()))
    }

    /// The same as [`named`].
    pub fn of(&self, stated: &str) -> Named {
        let slug = slug(stated);
        let kept = self.0.get(&slug).cloned();
        kept.unwrap_or_else(|| Named::stated(stated, slug))
    }
}
