//! Counting what there is to suggest, from the jobs on the board.

use std::{collections::HashMap, time::Duration};

use actix_web::web::Data;
use diesel::prelude::*;
use tokio::time::{Instant, sleep};

use super::{Kind, Suggestion};
use crate::{
    http::board::Board,
    http::error::Error,
    platform::{
        db::{
            Db,
            text_enum::{Stored, TextEnum},
            version,
        },
        schema::{listings, suggestions},
    },
    text::words::plain,
};

/// Most texts of a kind that are kept: the most frequent.
const MOST: i64 = 5000;

/// How often to look whether the jobs changed.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Counting takes at most this part of the time.
const SHARE: u32 = 50;

/// Counts anew whenever the jobs have changed, but never so often that it would be felt.
pub async fn run(board: Data<Board>) {
    let mut counted = -1;
    loop {
        let started = Instant::now();
        match refresh(&board, counted).await {
            Ok(version) => counted = version,
            Err(error) => tracing::warn!(%error, "suggestions could not be counted"),
        }
        sleep(LOOK_EVERY.max(started.elapsed() * SHARE)).await;
    }
}

/// Counts, unless that was done for the board as it stands. Returns the version that was counted.
async fn refresh(board: &Board, counted: i64) -> Result<i64, Error> {
    let db = board.db.unhurried();
    let found = db
        .read::<_, Error, _>(move |db| {
            let version = version::read(db)?;
            if version == counted {
                return Ok((version, None));
            }
            Ok((version, Some(count(db)?)))
        })
        .await?;
    let (version, Some(counts)) = found else {
        return Ok(counted);
    };
    db.write::<_, Error, _>(move |db| {
        diesel::delete(suggestions::table).execute(db)?;
        for suggestion in counts {
            insert(db, &suggestion)?;
        }
        Ok(())
    })
    .await?;
    Ok(version)
}

/// Counts now, and waits for it.
pub async fn count_now(board: &Board) -> Result<(), Error> {
    refresh(board, -1).await.map(|_| ())
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
    let places: Vec<(String, i64)> = listings::table
        .group_by(listings::place)
        .select((listings::place, count_star()))
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
    let mut counts = Counts::default();
    for (kind, texts) in [
        (Kind::Title, titles),
        (Kind::Company, companies),
        (Kind::Place, places),
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
