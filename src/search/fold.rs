//! Folding: where one employer has many jobs on a page, a few of them are shown, and the rest is one
//! line that leads to them.

use std::collections::HashMap;

use super::index::find::Scanned;

/// Jobs of one company on a page before the rest of them is folded.
const EACH: usize = 3;

/// Jobs that a page is chosen from where one company would fill it.
pub const SCANNED: usize = 200;

/// The jobs of one company that a page has no rows for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct More {
    pub company_slug: String,
    pub count: usize,
    /// The position of the last job of theirs that is shown.
    pub after: i64,
}

/// The jobs that a page stands for, in the order of the list, and how many rows each company may have.
#[derive(Debug)]
pub struct Share {
    pub jobs: Vec<Scanned>,
    each: usize,
}

/// Whether a page of companies with these slugs would have more of one than it should.
pub fn is_flooded<'a>(companies: impl Iterator<Item = &'a str>) -> bool {
    counts(companies).values().any(|count| *count > EACH)
}

/// Takes from the front of `jobs` what a page of `rows` rows stands for. A company may have as many rows
/// as it takes to fill the page where the others do not: a board of one company shows its jobs.
pub fn share(mut jobs: Vec<Scanned>, rows: usize) -> (Share, Vec<Scanned>) {
    let counts = counts(jobs.iter().map(|job| job.company_slug.as_str()));
    let filled = |each: usize| counts.values().map(|count| each.min(*count)).sum::<usize>();
    let wanted = rows.min(jobs.len());
    let each = (EACH..rows)
        .find(|each| filled(*each) >= wanted)
        .unwrap_or(rows);
    let mut shown: HashMap<&str, usize> = HashMap::new();
    let mut left = wanted;
    let mut taken = 0;
    for job in &jobs {
        if left == 0 && each == rows {
            break;
        }
        let of_company = shown.entry(&job.company_slug).or_default();
        if *of_company < each {
            if left == 0 {
                break;
            }
            *of_company += 1;
            left -= 1;
        }
        taken += 1;
    }
    let rest = jobs.split_off(taken);
    (Share { jobs, each }, rest)
}

/// Takes the first `rows` of `jobs`, each with a row of its own.
pub fn whole(mut jobs: Vec<Scanned>, rows: usize) -> (Share, Vec<Scanned>) {
    let rest = jobs.split_off(rows.min(jobs.len()));
    (Share { jobs, each: rows }, rest)
}

impl Share {
    /// The positions of the jobs that have a row, and what is folded.
    pub fn fold(&self) -> (Vec<i64>, Vec<More>) {
        let mut shown: HashMap<&str, (usize, i64)> = HashMap::new();
        let mut more: Vec<More> = Vec::new();
        let mut rows = Vec::new();
        for job in &self.jobs {
            let slug = job.company_slug.as_str();
            let (count, last) = shown.entry(slug).or_default();
            if *count < self.each {
                (*count, *last) = (*count + 1, job.position);
                rows.push(job.position);
                continue;
            }
            match more.iter_mut().find(|known| known.company_slug == slug) {
                Some(known) => known.count += 1,
                None => more.push(More {
                    company_slug: slug.to_owned(),
                    count: 1,
                    after: *last,
                }),
            }
        }
        (rows, more)
    }

    pub fn reversed(mut self) -> Self {
        self.jobs.reverse();
        self
    }
}

fn counts<'a>(companies: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for company in companies {
        *counts.entry(company).or_default() += 1;
    }
    counts
}
