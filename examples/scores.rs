//! How a board's jobs would be judged if each waited for review: nothing is stored.
//!
//!     DATABASE_URL=sqlite:board.db cargo run --release --example scores
//!
//! Prints how many are over the line, the reasons of all jobs with the first few of each, and what the longest took.

use std::{
    collections::{BTreeMap, HashMap},
    env,
    error::Error,
    time::{Duration, Instant},
};

use diesel::prelude::*;
use jobboard::{
    app::features::read_settings,
    jobs::Job,
    moderation::score::{Copied, Employer, Posting, Score, Surroundings},
    platform::{db::Database, schema::jobs},
    text::fingerprint::Fingerprint,
};

/// Jobs read at a time.
const BATCH: i64 = 500;

/// Jobs shown of each reason.
const SHOWN: usize = 8;

fn main() -> Result<(), Box<dyn Error>> {
    let config = read_settings(|name| env::var(name).ok())?;
    let database = Database::open_existing(&config)?;
    let mut db = database.connection()?;
    let (mut all, mut over, mut after, mut copies) = (0, 0, 0, 0);
    let mut reasons: BTreeMap<&'static str, (usize, Vec<String>)> = BTreeMap::new();
    let mut longest = Duration::ZERO;
    let mut texts: HashMap<i64, (i64, String)> = HashMap::new();
    loop {
        let batch: Vec<Job> = jobs::table
            .filter(jobs::id.gt(after))
            .order(jobs::id)
            .limit(BATCH)
            .select(Job::as_select())
            .load(&mut *db)?;
        let Some(last) = batch.last() else { break };
        after = last.id;
        for job in &batch {
            let begun = Instant::now();
            let score = Score::of(
                &Posting::of(job, &[]),
                &Employer::default(),
                &Surroundings::default(),
            );
            longest = longest.max(begun.elapsed());
            all += 1;
            over += usize::from(score.is_over_the_line());
            if score.is_over_the_line() {
                println!("{}", line(job, &score));
            }
            for reason in &score.reasons {
                let (count, shown) = reasons.entry(reason.kind()).or_default();
                *count += 1;
                if shown.len() < SHOWN {
                    let message = reason.message();
                    shown.push(format!(
                        "  {} {message} ({}, {})",
                        reason.points, job.id, job.fields.company
                    ));
                }
            }
            if let Some(copied) = copied(job, &mut texts) {
                copies += usize::from(copied.is_exact);
            }
        }
    }
    println!("{over} of {all} jobs are over the line");
    println!("{copies} have the text of another company's job; not counted above");
    println!("the longest took {longest:?}");
    for (kind, (count, shown)) in reasons {
        println!("{count} {kind}\n{}", shown.join("\n"));
    }
    Ok(())
}

fn line(job: &Job, score: &Score) -> String {
    let reasons = score
        .reasons
        .iter()
        .map(|reason| reason.message().to_string());
    let reasons: Vec<String> = reasons.collect();
    let (title, company) = (&job.fields.title, &job.fields.company);
    format!(
        "{} {} {title} ({company}): {}",
        score.points,
        job.id,
        reasons.join("; ")
    )
}

/// Whether an earlier job of another company has the same text.
fn copied(job: &Job, texts: &mut HashMap<i64, (i64, String)>) -> Option<Copied> {
    let print = Fingerprint::of(&job.fields.description)?;
    let own = (job.id, job.fields.company.clone());
    let (first, company) = texts.entry(print.whole).or_insert(own).clone();
    (company != job.fields.company).then_some(Copied {
        job: first,
        is_exact: true,
    })
}
