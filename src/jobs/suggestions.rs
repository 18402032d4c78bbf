//! What people may be typing: completions for the search box, and the word that was meant where one
//! has a slip of the finger in it.

use std::{collections::HashMap, time::Duration};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{CacheControl, CacheDirective},
    web::Data,
};
use diesel::prelude::*;
use serde::Serialize;
use tokio::time::{Instant, sleep};

use super::search::{
    slips,
    words::{plain, slug},
};
use crate::{
    app::Board,
    db::{
        Db,
        text_enum::{Stored, TextEnum},
        version,
    },
    error::Error,
    schema::{listings, suggestions},
    web::query,
};

/// Most texts of a kind that are kept: the most frequent.
const MOST: i64 = 5000;

/// Completions shown.
const SHOWN: i64 = 8;

/// Fewer letters complete to anything.
const FEWEST_LETTERS: usize = 2;

/// Seconds a browser may keep completions.
const FRESH: u32 = 300;

/// How often to look whether the jobs changed.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Counting takes at most this part of the time.
const SHARE: u32 = 50;

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Title,
    Skill,
    Company,
    Place,
    /// A single word of any of these, to tell slips by.
    Word,
}

impl TextEnum for Kind {
    const ALL: &'static [Self] = &[
        Self::Title,
        Self::Skill,
        Self::Company,
        Self::Place,
        Self::Word,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Skill => "skill",
            Self::Company => "company",
            Self::Place => "place",
            Self::Word => "word",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Title => "Job",
            Self::Skill => "Skill",
            Self::Company => "Company",
            Self::Place => "Place",
            Self::Word => "Word",
        }
    }
}

#[derive(Clone, Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = suggestions)]
struct Suggestion {
    kind: Stored<Kind>,
    key: String,
    text: String,
    jobs: i64,
}

/// A completion, as the search box takes it.
#[derive(Debug, Serialize)]
struct Completion {
    text: String,
    kind: &'static str,
    href: String,
}

/// `GET /suggestions?q=…`: JSON, the most frequent first.
pub async fn index(board: Data<Board>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let typed = plain(&query::value(&request, "q")).join(" ");
    let found = if typed.len() < FEWEST_LETTERS {
        Vec::new()
    } else {
        board.db.read(move |db| Ok(complete(db, &typed)?)).await?
    };
    let completions: Vec<Completion> = found.into_iter().map(Completion::from).collect();
    Ok(HttpResponse::Ok()
        .insert_header(CacheControl(vec![
            CacheDirective::Public,
            CacheDirective::MaxAge(FRESH),
        ]))
        .json(completions))
}

fn complete(db: &mut Db, typed: &str) -> QueryResult<Vec<Suggestion>> {
    suggestions::table
        .filter(suggestions::key.ge(typed.to_owned()))
        .filter(suggestions::key.lt(format!("{typed}~")))
        .filter(suggestions::kind.ne(Kind::Word.as_str()))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(SHOWN)
        .select(Suggestion::as_select())
        .load(db)
}

impl From<Suggestion> for Completion {
    fn from(suggestion: Suggestion) -> Self {
        let slug = slug(&suggestion.text);
        let href = match *suggestion.kind {
            Kind::Company => format!("/companies/{slug}"),
            Kind::Place => format!("/places/{slug}"),
            Kind::Skill => format!("/tags/{slug}"),
            Kind::Title | Kind::Word => {
                let mut query = form_urlencoded::Serializer::new(String::new());
                format!(
                    "/jobs?{}",
                    query.append_pair("q", &suggestion.text).finish()
                )
            }
        };
        Self {
            kind: suggestion.kind.label(),
            text: suggestion.text,
            href,
        }
    }
}

/// `text` with each word that no job has replaced by a frequent one that is one slip away; `None`
/// where there is nothing to replace.
pub fn correct(db: &mut Db, text: &str) -> QueryResult<Option<String>> {
    let mut corrected = Vec::new();
    let mut changed = false;
    for typed in text.split_whitespace() {
        let words = plain(typed);
        let meant = match words.as_slice() {
            [word] if !typed.starts_with('-') => meant_by(db, word)?,
            _ => None,
        };
        changed |= meant.is_some();
        corrected.push(meant.unwrap_or_else(|| typed.to_owned()));
    }
    Ok(changed.then(|| corrected.join(" ")))
}

/// The most frequent known word that is one slip away from `word`, if `word` itself is unknown.
fn meant_by(db: &mut Db, word: &str) -> QueryResult<Option<String>> {
    let mut candidates = slips::of(word);
    candidates.push(word.to_owned());
    let known: Vec<Suggestion> = suggestions::table
        .filter(suggestions::kind.eq(Kind::Word.as_str()))
        .filter(suggestions::key.eq_any(candidates))
        .order(suggestions::jobs.desc())
        .limit(20)
        .select(Suggestion::as_select())
        .load(db)?;
    if known.iter().any(|suggestion| suggestion.key == word) {
        return Ok(None);
    }
    Ok(known.into_iter().next().map(|best| best.key))
}

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
    let found = board
        .db
        .read(move |db| {
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
    board
        .db
        .write(move |db| {
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
