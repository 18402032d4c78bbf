//! What would become of a board's jobs if each were opened in its form and saved as it stands: nothing is
//! stored.
//!
//!     DATABASE_URL=sqlite:board.db cargo run --release --example edits
//!
//! Prints how many jobs read the same afterwards, and of the others which fields differ or what is wrong.

use std::{collections::BTreeMap, env, error::Error};

use diesel::prelude::*;
use jobboard::{
    app::features::read_settings,
    http::form::Form,
    jobs::{Job, JobFields, editing::edit},
    platform::{db::Database, schema::jobs},
};

/// Jobs read at a time.
const BATCH: i64 = 500;

fn main() -> Result<(), Box<dyn Error>> {
    let config = read_settings(|name| env::var(name).ok())?;
    let database = Database::open_existing(&config)?;
    let mut db = database.connection()?;
    let today = chrono::Utc::now().date_naive();
    let (mut same, mut after) = (0, 0);
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
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
            // As a browser sends it.
            let form = Form::decode(&Form::from(&job.fields).encode());
            match edit::read(&form, job, today) {
                Ok(fields) if fields == job.fields => same += 1,
                Ok(fields) => {
                    for name in differences(&job.fields, &fields)? {
                        *others.entry(name).or_default() += 1;
                    }
                }
                Err(messages) => *others.entry(messages.to_string()).or_default() += 1,
            }
        }
    }
    println!("{same} jobs read the same");
    for (what, count) in others {
        println!("{count}: {what}");
    }
    Ok(())
}

/// The fields that differ.
fn differences(before: &JobFields, after: &JobFields) -> Result<Vec<String>, serde_json::Error> {
    let (before, after) = (serde_json::to_value(before)?, serde_json::to_value(after)?);
    let fields = before.as_object().into_iter().flatten();
    let differ = fields.filter(|(name, value)| after.get(name) != Some(value));
    Ok(differ.map(|(name, _)| name.clone()).collect())
}
