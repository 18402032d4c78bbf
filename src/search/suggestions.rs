//! What people may be typing: completions for the fields of a search.

pub mod companies;
pub mod correction;
pub mod counting;

use std::cmp::Reverse;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{CacheControl, CacheDirective},
    web::Data,
};
use diesel::prelude::*;
use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    index::{SearchIndex, entry_words},
    query::{JobQuery, Location},
};
use crate::{
    http::board::Board,
    http::{blocking, error::Error, query},
    platform::{
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::{Locale, Message},
        schema::suggestions,
    },
    text::{
        gazetteer::{self, Kind as PlaceKind, Place},
        words::{path_segment, plain, slug},
    },
};

/// Completions shown.
const SHOWN: usize = 8;

/// Fewer letters complete to anything.
const FEWEST_LETTERS: usize = 2;

/// What is typed beyond these completes to nothing else.
const MOST_LETTERS: usize = 200;

/// Behind every letter.
const LAST: char = char::MAX;

/// Places that are weighed against each other, for the search box and for the field of a place.
const PLACES_WEIGHED: usize = 40;

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

/// `GET /suggestions?q=…`: JSON, the most frequent first; with `kind=place` only places, also those without
/// jobs; with `as=opensearch` in the form that browsers take (OpenSearch Suggestions).
pub async fn index(board: Data<Board>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let asked = query::value(&request, "q");
    let typed: String = asked.chars().take(MOST_LETTERS).collect();
    let key = plain(&typed).join(" ");
    let index = board.state::<SearchIndex>()?.clone();
    let locale = board.config.locale;
    let found = if key.len() < FEWEST_LETTERS {
        Vec::new()
    } else if query::value(&request, "kind") == "place" {
        blocking::run(move || Ok(places(&index, &typed, locale))).await?
    } else {
        board
            .read(move |db| Ok(complete(db, &index, &typed, &key, locale)?))
            .await?
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
    Ok(response.json(found))
}

/// Titles, skills, companies and places, those with most jobs first.
fn complete(
    db: &mut Db,
    index: &SearchIndex,
    typed: &str,
    key: &str,
    locale: Locale,
) -> QueryResult<Vec<Completion>> {
    let stated: Vec<Suggestion> = suggestions::table
        .filter(suggestions::key.ge(key.to_owned()))
        .filter(suggestions::key.lt(format!("{key}{LAST}")))
        .filter(suggestions::kind.ne(Kind::Word.as_str()))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(SHOWN as i64)
        .select(Suggestion::as_select())
        .load(db)?;
    // A place that has a name in the gazetteer is suggested by that.
    let is_other = |suggestion: &Suggestion| {
        *suggestion.kind != Kind::Place || gazetteer::resolve(&suggestion.text).is_none()
    };
    let stated = stated.into_iter().filter(is_other);
    let mut found: Vec<(i64, Completion)> = stated
        .map(|suggestion| (suggestion.jobs, Completion::new(suggestion, locale)))
        .collect();
    let places = weighed(index, typed).into_iter();
    let places = places.filter(|(jobs, _)| *jobs > 0);
    found.extend(places.map(|(jobs, place)| (jobs, Completion::place(&place, locale))));
    found.sort_by_key(|(jobs, _)| Reverse(*jobs));
    let shown = found.into_iter().take(SHOWN);
    Ok(shown.map(|(_, completion)| completion).collect())
}

/// Places, those with jobs first.
fn places(index: &SearchIndex, typed: &str, locale: Locale) -> Vec<Completion> {
    let found = weighed(index, typed).into_iter().take(SHOWN);
    found
        .map(|(_, place)| Completion::place(&place, locale))
        .collect()
}

/// The most prominent places with a name that begins as was typed, with about how many jobs they have: those
/// that are shown by such a name first, then those with most jobs.
fn weighed(index: &SearchIndex, typed: &str) -> Vec<(i64, Place)> {
    let mut found: Vec<(i64, Place)> = gazetteer::complete(typed, PLACES_WEIGHED)
        .into_iter()
        .map(|place| {
            let word = match place.kind {
                PlaceKind::Country => entry_words::in_country(place.country),
                PlaceKind::Region | PlaceKind::Town => entry_words::in_place(place.id),
            };
            (index.frequency(&word), place)
        })
        .collect();
    // A place that is found by a name which is not shown looks like a mistake: it comes after the others.
    let beginning = plain(typed).join(" ");
    let is_other = |place: &Place| !plain(place.name).join(" ").starts_with(&beginning);
    found.sort_by_key(|(jobs, place)| (is_other(place), Reverse(*jobs)));
    found
}

impl Completion {
    fn place(place: &Place, locale: Locale) -> Self {
        let mut query = JobQuery::default();
        query.filters.place = Location::at(place);
        Self {
            text: gazetteer::full_name(place),
            kind: locale.text(&Kind::Place.label()),
            href: query.address(),
        }
    }

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
