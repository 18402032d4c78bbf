//! Fields of an imported job that somebody changed here. What a person wrote stays when the source changes
//! something else.

use std::collections::BTreeSet;

use diesel::prelude::*;
use serde_json::{Map, Value};

use crate::{
    jobs::{JobFields, events::JobChanged},
    platform::{
        audit::Origin,
        db::{self, Db},
        schema::job_sources,
    },
};

/// Fields that mean something only together.
const GROUPS: [&[&str]; 3] = [
    &["location", "locality", "region", "country"],
    &["pay_min", "pay_max", "pay_currency", "pay_period"],
    &["apply_method", "apply_to"],
];

/// Notes which fields of an imported job a change touches.
///
/// # Errors
/// Those of the database.
pub fn follow(db: &mut Db, change: &JobChanged, _: &Origin) -> Result<(), db::Error> {
    let (Some(before), Some(after)) = (&change.before, &change.after) else {
        return Ok(());
    };
    if before.fields == after.fields {
        return Ok(());
    }
    let Some(mut edited) = read(db, after.id)? else {
        return Ok(());
    };
    edited.extend(differences(&before.fields, &after.fields)?);
    Ok(write(db, after.id, &edited)?)
}

/// The names of the fields that were changed here; nothing where the job is not imported.
pub fn read(db: &mut Db, job_id: i64) -> QueryResult<Option<BTreeSet<String>>> {
    let names: Option<String> = job_sources::table
        .find(job_id)
        .select(job_sources::edited)
        .first(db)
        .optional()?;
    Ok(names.map(|names| {
        let names = names.split(',').filter(|name| !name.is_empty());
        names.map(ToOwned::to_owned).collect()
    }))
}

pub fn write(db: &mut Db, job_id: i64, edited: &BTreeSet<String>) -> QueryResult<()> {
    let names: Vec<&str> = edited.iter().map(String::as_str).collect();
    diesel::update(job_sources::table.find(job_id))
        .set(job_sources::edited.eq(names.join(",")))
        .execute(db)?;
    Ok(())
}

/// What the source says, but for the fields that were changed here.
///
/// # Errors
/// When fields cannot be told apart by name, which is a mistake of the program.
pub fn merge(
    stated: &JobFields,
    current: &JobFields,
    edited: &BTreeSet<String>,
) -> Result<JobFields, db::Error> {
    if edited.is_empty() {
        return Ok(stated.clone());
    }
    let (mut merged, mut current) = (by_name(stated)?, by_name(current)?);
    for name in edited {
        if let Some(value) = current.remove(name) {
            merged.insert(name.clone(), value);
        }
    }
    serde_json::from_value(Value::Object(merged)).map_err(db::Error::internal)
}

fn differences(before: &JobFields, after: &JobFields) -> Result<BTreeSet<String>, db::Error> {
    let (before, after) = (by_name(before)?, by_name(after)?);
    let differ = |name: &str| before.get(name) != after.get(name);
    let mut names: BTreeSet<String> = after.keys().filter(|name| differ(name)).cloned().collect();
    for group in GROUPS {
        if group.iter().any(|name| differ(name)) {
            names.extend(group.iter().map(|name| (*name).to_owned()));
        }
    }
    Ok(names)
}

fn by_name(fields: &JobFields) -> Result<Map<String, Value>, db::Error> {
    match serde_json::to_value(fields) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Ok(Map::new()),
        Err(error) => Err(db::Error::internal(error)),
    }
}
