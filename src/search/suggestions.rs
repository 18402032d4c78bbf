//! What people may be typing: completions for the search box, and the word that was meant where one
//! has a slip of the finger in it.

pub mod counting;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{CacheControl, CacheDirective},
    web::Data,
};
use diesel::prelude::*;
use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::index::slips;
use crate::{
    http::board::Board,
    http::{error::Error, query},
    platform::{
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::{Locale, Message},
        schema::suggestions,
    },
    text::words::{path_segment, plain, slug},
};

/// Completions shown.
const SHOWN: i64 = 8;

/// Fewer letters complete to anything.
const FEWEST_LETTERS: usize = 2;

/// What is typed beyond these completes to nothing else.
const MOST_LETTERS: usize = 200;

/// Behind every letter.
const LAST: char = char::MAX;

/// Words that a misspelt one is compared with.
const MOST_WORDS_COMPARED: i64 = 4_000;

const COMPANIES_ON_A_PAGE: usize = 100;

/// Seconds a browser may keep completions.
const FRESH: u32 = 300;

#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
enum Kind {
    Title,
    Skill,
    Company,
    Place,
    /// A single word of any of these, to tell slips by.
    Word,
}

impl TextEnum for Kind {
    fn label(self) -> Message {
        match self {
            Self::Title => Message::new("search-kind-title"),
            Self::Skill => Message::new("search-kind-skill"),
            Self::Company => Message::new("search-kind-company"),
            Self::Place => Message::new("search-kind-place"),
            Self::Word => Message::new("search-kind-word"),
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
    kind: String,
    href: String,
}

/// `GET /suggestions?q=…`: JSON, the most frequent first; with `as=opensearch` in the form that browsers
/// take (OpenSearch Suggestions).
pub async fn index(board: Data<Board>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let asked = query::value(&request, "q");
    let typed: String = asked.chars().take(MOST_LETTERS).collect();
    let typed = plain(&typed).join(" ");
    let found = if typed.len() < FEWEST_LETTERS {
        Vec::new()
    } else {
        board.read(move |db| Ok(complete(db, &typed)?)).await?
    };
    let mut response = HttpResponse::Ok();
    response.insert_header(CacheControl(vec![
        CacheDirective::Public,
        CacheDirective::MaxAge(FRESH),
    ]));
    if query::value(&request, "as") == "opensearch" {
        let texts: Vec<String> = found.into_iter().map(|found| found.text).collect();
        return Ok(response
            .content_type("application/x-suggestions+json")
            .json((asked, texts)));
    }
    let locale = board.config.locale;
    let completions: Vec<Completion> = found
        .into_iter()
        .map(|found| Completion::new(found, locale))
        .collect();
    Ok(response.json(completions))
}

fn complete(db: &mut Db, typed: &str) -> QueryResult<Vec<Suggestion>> {
    suggestions::table
        .filter(suggestions::key.ge(typed.to_owned()))
        .filter(suggestions::key.lt(format!("{typed}{LAST}")))
        .filter(suggestions::kind.ne(Kind::Word.as_str()))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(SHOWN)
        .select(Suggestion::as_select())
        .load(db)
}

/// Companies in the order of their names.
#[derive(Debug)]
pub struct Companies {
    /// Each name, and how many jobs it has.
    pub named: Vec<(String, i64)>,
    /// The key to go on after.
    pub next: Option<String>,
}

/// A page of companies after the one whose key is `after`.
pub fn companies(db: &mut Db, after: &str) -> QueryResult<Companies> {
    let mut found: Vec<Suggestion> = suggestions::table
        .filter(suggestions::kind.eq(Kind::Company.as_str()))
        .filter(suggestions::key.gt(after.replace('\0', "")))
        .order(suggestions::key)
        .limit(COMPANIES_ON_A_PAGE as i64 + 1)
        .select(Suggestion::as_select())
        .load(db)?;
    let more = found.len() > COMPANIES_ON_A_PAGE;
    found.truncate(COMPANIES_ON_A_PAGE);
    let last = found.last().map(|last| last.key.clone());
    Ok(Companies {
        next: last.filter(|_| more),
        named: found
            .into_iter()
            .map(|company| (company.text, company.jobs))
            .collect(),
    })
}

/// The slugs of the companies that had most jobs when they were last counted.
pub fn largest_companies(db: &mut Db, most: usize) -> QueryResult<Vec<String>> {
    let names: Vec<String> = suggestions::table
        .filter(suggestions::kind.eq(Kind::Company.as_str()))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select(suggestions::text)
        .load(db)?;
    Ok(names.iter().map(|name| slug(name)).collect())
}

/// The names of companies with a word that begins like `typed`, those with most jobs first.
pub fn companies_with(db: &mut Db, typed: &str, most: usize) -> QueryResult<Vec<String>> {
    let beginning = plain(typed).join(" ");
    if beginning.is_empty() {
        return Ok(Vec::new());
    }
    let pattern = beginning.replace(['%', '_', '\\'], "");
    suggestions::table
        .filter(suggestions::kind.eq(Kind::Company.as_str()))
        .filter(
            suggestions::key
                .like(format!("{pattern}%"))
                .or(suggestions::key.like(format!("% {pattern}%"))),
        )
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(i64::try_from(most).unwrap_or(i64::MAX))
        .select(suggestions::text)
        .load(db)
}

impl Completion {
    fn new(suggestion: Suggestion, locale: Locale) -> Self {
        let slug = path_segment(&slug(&suggestion.text));
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
            kind: locale.text(&suggestion.kind.label()),
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

/// The most frequent known word that is one slip away from `word`, else one that is two away, if `word`
/// itself is unknown.
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
    match known.into_iter().next() {
        Some(best) => Ok(Some(best.key)),
        None => {
            let known = words_like(db, word)?;
            Ok(slips::two_slips_away(word, known))
        }
    }
}

/// The known words that begin with the same letter as `word` and are about as long, the most frequent
/// first.
fn words_like(db: &mut Db, word: &str) -> QueryResult<Vec<String>> {
    let Some(first) = word.chars().next() else {
        return Ok(Vec::new());
    };
    let known: Vec<String> = suggestions::table
        .filter(suggestions::kind.eq(Kind::Word.as_str()))
        .filter(suggestions::key.ge(first.to_string()))
        .filter(suggestions::key.lt(format!("{first}{LAST}")))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(MOST_WORDS_COMPARED)
        .select(suggestions::key)
        .load(db)?;
    let about_as_long = |known: &String| known.len().abs_diff(word.len()) <= 2;
    Ok(known.into_iter().filter(about_as_long).collect())
}
