//! Counting what there is to suggest, from the jobs on the board.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use actix_web::web::Data;
use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;

use super::{Kind, Suggestion};
use crate::{
    http::board::Board,
    jobs::events::{JobChanged, JobsExpired},
    platform::{
        audit::Origin,
        clock::Clock,
        db::{
            self, Db,
            text_enum::{Stored, TextEnum},
        },
        schema::{listings, suggestions},
        tasks::{self, Attempt, Lane, NewTask, Outcome, Retry, Task, UPKEEP},
    },
    text::words::plain,
};

/// Most texts of a kind that are kept: the most frequent.
const MOST: i64 = 5000;

/// Seconds between a change of the jobs and counting them, in which more changes may come.
const GATHER_SECONDS: i64 = 5;

/// Counting takes at most this part of the time.
const SHARE: u32 = 50;

/// Only one waits.
const KEY: &str = "suggestions";

/// Counts anew after the jobs have changed, but never so often that it would be felt.
pub struct Counting(pub Data<Board>);

impl Task for Counting {
    const KIND: &'static str = "suggestions";
    const LANE: Lane = UPKEEP;
    const RETRY: Retry = Retry::FOR_EVER;
    const PATIENCE: Duration = Duration::from_secs(60 * 60);
    type Payload = ();

    async fn run(&self, (): (), _: Attempt) -> Outcome {
        let Self(board) = self;
        let started = Instant::now();
        if let Err(error) = refresh(board).await {
            return Outcome::failed(error.to_string());
        }
        let pause = TimeDelta::from_std(started.elapsed() * SHARE).unwrap_or_default();
        let next = board.clock.now() + pause;
        Outcome::done().recording(move |db| Ok(tasks::postpone(db, KEY, next)?))
    }
}

/// Has the suggestions counted soon, because a job has changed.
///
/// # Errors
/// Those of the database.
pub fn follow(db: &mut Db, _: &JobChanged, origin: &Origin) -> Result<(), db::Error> {
    count_soon(db, origin.at)
}

/// The same where jobs expired.
///
/// # Errors
/// Those of the database.
pub fn follow_expired(db: &mut Db, _: &JobsExpired, origin: &Origin) -> Result<(), db::Error> {
    count_soon(db, origin.at)
}

/// Has them counted where jobs are listed and nothing is suggested: so after an upgrade that brought the
/// suggestions.
///
/// # Errors
/// Those of the database.
pub fn count_if_missing(db: &mut Db) -> Result<(), db::Error> {
    use diesel::{dsl::exists, select};
    let any_listed: bool =
        select(exists(listings::table.select(listings::job_id))).get_result(db)?;
    let any_suggested: bool =
        select(exists(suggestions::table.select(suggestions::key))).get_result(db)?;
    if any_listed && !any_suggested {
        count_soon(db, Clock::default().now())?;
    }
    Ok(())
}

fn count_soon(db: &mut Db, now: NaiveDateTime) -> Result<(), db::Error> {
    let due = now + TimeDelta::seconds(GATHER_SECONDS);
    let task = NewTask::of::<Counting>(&(), now)?
        .key(KEY.into())
        .due(Some(due));
    task.store(db)?;
    Ok(())
}

async fn refresh(board: &Board) -> Result<(), db::Error> {
    let db = board.db.unhurried();
    let counts = db.read::<_, db::Error, _>(|db| Ok(count(db)?)).await?;
    db.write::<_, db::Error, _>(move |db| {
        diesel::delete(suggestions::table).execute(db)?;
        for suggestion in counts {
            insert(db, &suggestion)?;
        }
        Ok(())
    })
    .await
}

fn count(db: &mut Db) -> QueryResult<Vec<Suggestion>> {
    use diesel::dsl::count_star;
    let titles: Vec<(String, i64)> = listings::table
        .group_by(listings::title)
        .select((listings::title, count_star()))
        .order(count_star().desc())
        .limit(MOST)
        .load(db)?;
    let companies: Vec<(String, i64)> = listings::table
        .group_by(listings::company)
        .select((listings::company, count_star()))
        .order(count_star().desc())
        .limit(MOST)
        .load(db)?;
    let places: Vec<(Option<String>, i64)> = listings::table
        .group_by(listings::location)
        .select((listings::location, count_star()))
        .order(count_star().desc())
        .limit(MOST)
        .load(db)?;
    let tags: Vec<(String, i64)> = listings::table
        .group_by(listings::tags)
        .select((listings::tags, count_star()))
        .order(count_star().desc())
        .limit(MOST)
        .load(db)?;
    let skills = tags.iter().flat_map(|(tags, jobs)| {
        let each = tags.split(',').filter(|tag| !tag.is_empty());
        each.map(|tag| (tag.to_owned(), *jobs))
    });
    let places = places
        .into_iter()
        .filter_map(|(place, jobs)| Some((place?, jobs)));
    let mut counts = Counts::default();
    for (kind, texts) in [
        (Kind::Title, titles),
        (Kind::Company, companies),
        (Kind::Place, places.collect()),
        (Kind::Skill, skills.collect()),
    ] {
        for (text, jobs) in texts {
            counts.add(kind, &text, jobs);
        }
    }
    Ok(counts.into_suggestions())
}

/// Texts that read the same to a search, counted together.
#[derive(Default)]
struct Counts(HashMap<(&'static str, String), Suggestion>);

impl Counts {
    fn add(&mut self, kind: Kind, text: &str, jobs: i64) {
        let words = plain(text);
        for word in words.iter().filter(|word| word.len() > 2) {
            self.count(Kind::Word, word.clone(), word, jobs);
        }
        if !words.is_empty() {
            self.count(kind, words.join(" "), text, jobs);
        }
    }

    fn count(&mut self, kind: Kind, key: String, text: &str, jobs: i64) {
        let known = self
            .0
            .entry((kind.as_str(), key))
            .or_insert_with_key(|(_, key)| Suggestion {
                kind: Stored(kind),
                key: key.clone(),
                text: text.to_owned(),
                jobs: 0,
            });
        known.jobs += jobs;
    }

    fn into_suggestions(self) -> Vec<Suggestion> {
        self.0.into_values().collect()
    }
}

fn insert(db: &mut Db, suggestion: &Suggestion) -> QueryResult<()> {
    let insert = diesel::insert_into(suggestions::table)
        .values(suggestion)
        .on_conflict_do_nothing();
    // `ON CONFLICT` is spelled by each backend for itself.
    match db {
        Db::Postgres(pg) => insert.execute(pg),
        Db::Sqlite(sqlite) => insert.execute(sqlite),
    }?;
    Ok(())
}
