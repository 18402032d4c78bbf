//! What is suggested for what somebody has typed so far. Each suggestion is a search that finds jobs now.

use std::cmp::Reverse;

use diesel::prelude::*;
use serde::Serialize;

use super::{Kind, LAST, Suggestion, abbreviations};
use crate::{
    http::error::Error,
    platform::{db::text_enum::TextEnum, i18n::Locale, schema::suggestions},
    search::{
        index::entry_words,
        lists::Lists,
        query::{JobQuery, Known, Location, words_of},
    },
    text::{
        gazetteer::{self, Completed, Kind as PlaceKind, Place, areas},
        words::{plain, slug},
    },
};

/// Completions shown.
const SHOWN: usize = 8;

/// Fewer letters are not looked for in the middle of a text.
const FEWEST_OF_A_LATER_WORD: usize = 3;

/// Places that are weighed against each other, for the search box and for the field of a place.
const PLACES_WEIGHED: usize = 40;

/// A completion, as the search box takes it.
#[derive(Debug, Serialize)]
pub struct Completion {
    pub text: String,
    /// Another name, by which a place was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    pub kind: String,
    pub href: String,
}

/// A place, with about how many jobs it has.
struct Offered {
    jobs: i64,
    name: &'static str,
    completion: Completion,
}

/// Titles, skills, companies and places, those with most jobs first.
///
/// # Errors
/// Those of the database.
pub fn all(
    lists: &mut Lists,
    typed: &str,
    key: &str,
    locale: Locale,
) -> Result<Vec<Completion>, Error> {
    let mut stated = beginning_with(lists, key)?;
    if stated.len() < SHOWN && key.len() >= FEWEST_OF_A_LATER_WORD {
        stated.extend(with_a_word(lists, key)?);
    }
    // A place that has a name in the gazetteer is suggested by that, and so is each of several.
    let is_other = |suggestion: &Suggestion| {
        let text = &suggestion.text;
        *suggestion.kind != Kind::Place
            || gazetteer::resolve_many(text).is_empty() && areas::named(text).is_none()
    };
    stated.retain(is_other);
    let mut found = Vec::new();
    for suggestion in stated {
        let jobs = suggestion.jobs;
        let completion = Completion::new(suggestion, lists, locale);
        found.extend(completion.map(|completion| (jobs, completion)));
    }
    for (jobs, completion) in abbreviations::spelled_out(lists, key, locale)? {
        let is_new = |(_, known): &(i64, Completion)| known.href != completion.href;
        if found.iter().all(is_new) {
            found.push((jobs, completion));
        }
    }
    // No place is written like C++.
    let is_of_the_trade = typed.contains(['+', '#']);
    if !is_of_the_trade {
        let places = weighed(lists, typed, locale).into_iter();
        let places = places.filter(|place| place.jobs > 0);
        found.extend(places.map(|place| (place.jobs, place.completion)));
    }
    found.sort_by_key(|(jobs, _)| Reverse(*jobs));
    let shown = found.into_iter().take(SHOWN);
    Ok(shown.map(|(_, completion)| completion).collect())
}

/// Places, those with jobs first.
pub fn places(lists: &mut Lists, typed: &str, locale: Locale) -> Vec<Completion> {
    let found = weighed(lists, typed, locale).into_iter().take(SHOWN);
    found.map(|place| place.completion).collect()
}

/// What begins as was typed.
fn beginning_with(lists: &mut Lists, key: &str) -> QueryResult<Vec<Suggestion>> {
    suggestions::table
        .filter(suggestions::key.ge(key.to_owned()))
        .filter(suggestions::key.lt(format!("{key}{LAST}")))
        .filter(suggestions::kind.ne(Kind::Word.as_str()))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(SHOWN as i64)
        .select(Suggestion::as_select())
        .load(lists.db)
}

/// What has a later word that begins so: `Senior C++ Engineer`.
fn with_a_word(lists: &mut Lists, key: &str) -> QueryResult<Vec<Suggestion>> {
    suggestions::table
        .filter(suggestions::key.like(format!("% {key}%")))
        .filter(
            suggestions::key
                .lt(key)
                .or(suggestions::key.ge(format!("{key}{LAST}"))),
        )
        .filter(suggestions::kind.ne(Kind::Word.as_str()))
        .order((suggestions::jobs.desc(), suggestions::key))
        .limit(SHOWN as i64)
        .select(Suggestion::as_select())
        .load(lists.db)
}

/// The most prominent places with a name that begins as was typed, with about how many jobs they have: what is
/// called just so first (`uk`, `ny`), then those that are shown by such a name, then those with most jobs.
fn weighed(lists: &Lists, typed: &str, locale: Locale) -> Vec<Offered> {
    let jobs_with =
        |words: &[String]| -> i64 { words.iter().map(|word| lists.index.frequency(word)).sum() };
    // What means two places is offered as each of them.
    let areas = areas::beginning_with(typed).filter(|(area, _)| !area.is_ambiguous);
    let areas = areas.map(|(area, called)| Offered {
        jobs: jobs_with(&words_of(area)),
        name: area.name,
        completion: Completion {
            called: (called != area.name).then(|| called.to_owned()),
            ..Completion::place(
                area.name.to_owned(),
                &Location::of(Known::Area(area)),
                locale,
            )
        },
    });
    let exact = Known::named(typed.trim()).map(Location::of);
    let mut completed = gazetteer::complete(typed, PLACES_WEIGHED);
    if let Some(place) = exact.as_ref().and_then(Location::place)
        && completed.iter().all(|found| found.place.id != place.id)
    {
        let called = Some(typed.trim().to_uppercase());
        completed.push(Completed { place, called });
    }
    let places = completed.into_iter().map(|found| Offered {
        jobs: jobs_with(&[word_of(&found.place)]),
        name: found.place.name,
        completion: Completion {
            called: found.called,
            ..Completion::place(
                gazetteer::full_name(&found.place),
                &Location::at(&found.place),
                locale,
            )
        },
    });
    let mut found: Vec<Offered> = areas.chain(places).collect();
    // What is found by another name comes after what is called so.
    let beginning = plain(typed).join(" ");
    let is_other = |place: &Offered| !plain(place.name).join(" ").starts_with(&beginning);
    let exact = exact.map(|exact| narrowed("place", exact.text()).address());
    let is_exact = |place: &Offered| exact.as_ref() == Some(&place.completion.href);
    found.sort_by_key(|place| (!is_exact(place), is_other(place), Reverse(place.jobs)));
    found
}

fn word_of(place: &Place) -> String {
    match place.kind {
        PlaceKind::Country => entry_words::in_country(place.country),
        PlaceKind::Region | PlaceKind::Town => entry_words::in_place(place.id),
    }
}

impl Completion {
    fn place(text: String, place: &Location, locale: Locale) -> Self {
        let mut query = JobQuery::default();
        query.filters.place = place.clone().into();
        Self {
            text,
            called: None,
            kind: locale.text(&Kind::Place.label()),
            href: query.address(),
        }
    }

    /// A suggestion as it was counted, if it still leads to jobs.
    fn new(suggestion: Suggestion, lists: &mut Lists, locale: Locale) -> Option<Self> {
        let searches = match *suggestion.kind {
            Kind::Company => vec![narrowed("company", &slug(&suggestion.text))],
            Kind::Place => vec![narrowed("place", &suggestion.text)],
            Kind::Skill => vec![narrowed("tag", &slug(&suggestion.text))],
            Kind::Title | Kind::Word => titled(&suggestion.text, lists),
        };
        // While the index is being built nobody can tell.
        let mut searches = searches.into_iter();
        let query = searches.find(|query| {
            query.count(lists).is_ok_and(|jobs| jobs > 0) || !lists.index.is_complete()
        })?;
        Some(Self {
            kind: locale.text(&suggestion.kind.label()),
            text: suggestion.text,
            called: None,
            href: query.address(),
        })
    }
}

fn narrowed(name: &str, value: &str) -> JobQuery {
    let mut query = JobQuery::default();
    query.filters.read(name, value);
    query
}

/// Searches for a title: as if somebody typed it, and, where that is read as something else, for the phrase.
pub fn titled(title: &str, lists: &Lists) -> Vec<JobQuery> {
    let phrase = format!("\"{}\"", title.replace('"', " "));
    let search = |text: &str| {
        let pair = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", text)
            .finish();
        JobQuery::parse(&pair, lists.words)
    };
    vec![search(title), search(&phrase)]
}
