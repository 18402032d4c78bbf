//! Jobs that employers posted here themselves. Theirs wins over the copy that a source has.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::{
    companies::naming::Names,
    platform::{
        db::Db,
        schema::{job_sources, jobs, listings},
    },
    sources::import::Posting,
    text::words::slug,
};

/// The open jobs of some companies that were posted here.
pub struct OwnJobs {
    /// By company and title, as slugs.
    by_title: HashMap<(String, String), Vec<OwnJob>>,
    names: Names,
}

#[derive(Queryable)]
struct OwnJob {
    id: i64,
    title: String,
    company_slug: String,
    location: String,
    apply_to: String,
}

impl OwnJobs {
    /// Those of the companies that `postings` are of.
    pub fn of(db: &mut Db, postings: &[Posting]) -> QueryResult<Self> {
        let names = Names::load(db)?;
        let mut companies: Vec<String> = postings
            .iter()
            .map(|posting| names.of(&posting.fields.company).slug)
            .collect();
        companies.sort_unstable();
        companies.dedup();
        let imported = job_sources::table.select(job_sources::job_id);
        let found: Vec<OwnJob> = listings::table
            .inner_join(jobs::table)
            .filter(listings::company_slug.eq_any(companies))
            .filter(jobs::owner_id.is_not_null())
            .filter(jobs::id.ne_all(imported))
            .select((
                jobs::id,
                jobs::title,
                listings::company_slug,
                jobs::location,
                jobs::apply_to,
            ))
            .load(db)?;
        let mut by_title: HashMap<(String, String), Vec<OwnJob>> = HashMap::new();
        for job in found {
            let key = (job.company_slug.clone(), slug(&job.title));
            by_title.entry(key).or_default().push(job);
        }
        Ok(Self { by_title, names })
    }

    /// The job that `posting` is a copy of: of the same company and title, and in the same place or applied for at
    /// the same address.
    pub fn original(&self, posting: &Posting) -> Option<i64> {
        let fields = &posting.fields;
        let company = self.names.of(&fields.company).slug;
        let alike = self.by_title.get(&(company, slug(&fields.title)))?;
        let is_original = |job: &&OwnJob| {
            slug(&job.location) == slug(&fields.location) || job.apply_to == fields.apply_to
        };
        alike.iter().find(is_original).map(|job| job.id)
    }
}
