//! Folding: where one employer has many jobs on a page, a few of them are shown, and the rest is one
//! line that leads to them.

use std::collections::HashMap;

use super::{index::document, search_entry::SearchEntry};

/// Jobs of one company on a page before the rest of them is folded.
const EACH: usize = 3;

/// Jobs that a page is chosen from where one company would fill it.
pub const SCANNED: usize = 200;

/// What is known of a job to decide whether a page has a row for it.
#[derive(Clone, Copy, Debug)]
pub struct Scanned {
    pub position: i64,
    /// A number for its company.
    pub company: u64,
}

/// How many jobs of one company a page has no rows for, and the position of the last that has one.
#[derive(Clone, Copy, Debug)]
pub struct Folded {
    company: u64,
    count: usize,
    after: i64,
}

/// The jobs of one company that a page has no rows for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct More {
    pub company_slug: String,
    pub count: usize,
    /// The position of the last job of theirs that is shown.
    pub after: i64,
}

/// The jobs that a page stands for, in the order of the list, and how many rows each company may have.
#[derive(Debug, Default)]
pub struct Share {
    pub jobs: Vec<Scanned>,
    each: usize,
}

/// Whether a page of these jobs would have more of one company than it should.
pub fn is_flooded(jobs: &[Scanned]) -> bool {
    counts(jobs).values().any(|count| *count > EACH)
}

/// Takes from the front of `jobs` what a page of `rows` rows stands for. A company may have as many rows
/// as it takes to fill the page where the others do not: a board of one company shows its jobs.
pub fn share(mut jobs: Vec<Scanned>, rows: usize) -> (Share, Vec<Scanned>) {
    let counts = counts(&jobs);
    let filled = |each: usize| counts.values().map(|count| each.min(*count)).sum::<usize>();
    let wanted = rows.min(jobs.len());
    let each = (EACH..rows)
        .find(|each| filled(*each) >= wanted)
        .unwrap_or(rows);
    let mut shown: HashMap<u64, usize> = HashMap::new();
    let mut left = wanted;
    let mut taken = 0;
    for job in &jobs {
        if left == 0 && each == rows {
            break;
        }
        let of_company = shown.entry(job.company).or_default();
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
    pub fn fold(&self) -> (Vec<i64>, Vec<Folded>) {
        let mut shown: HashMap<u64, (usize, i64)> = HashMap::new();
        let mut folded: Vec<Folded> = Vec::new();
        let mut rows = Vec::new();
        for job in &self.jobs {
            let (count, last) = shown.entry(job.company).or_default();
            if *count < self.each {
                (*count, *last) = (*count + 1, job.position);
                rows.push(job.position);
                continue;
            }
            match folded.iter_mut().find(|known| known.company == job.company) {
                Some(known) => known.count += 1,
                None => folded.push(Folded {
                    company: job.company,
                    count: 1,
                    after: *last,
                }),
            }
        }
        (rows, folded)
    }

    pub fn reversed(mut self) -> Self {
        self.jobs.reverse();
        self
    }
}

impl More {
    /// What is folded on a page that shows `jobs`.
    pub fn of(folded: &[Folded], jobs: &[SearchEntry]) -> Vec<Self> {
        let more = folded.iter().filter_map(|folded| {
            let mut shown = jobs.iter().map(|job| &job.company_slug);
            let slug = shown.find(|slug| document::company(slug) == folded.company)?;
            Some(Self {
                company_slug: slug.clone(),
                count: folded.count,
                after: folded.after,
            })
        });
        more.collect()
    }
}

fn counts(jobs: &[Scanned]) -> HashMap<u64, usize> {
    let mut counts = HashMap::new();
    for job in jobs {
        *counts.entry(job.company).or_default() += 1;
    }
    counts
}
