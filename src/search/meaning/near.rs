//! A distance that is said in words: `within 25 miles of boston`, `25km from Bristol`, `near Berlin`.

use super::{
    filters::{length, readable},
    place::{self, Said},
};
use crate::{
    search::query::{Distance, Location, Unit},
    text::gazetteer::Kind,
};

/// How far it is at most to what is near, in the unit of the country.
const NEAR: u32 = 25;

/// What is said before a place that work should be near, as the search reads words.
const NEAR_TO: [&[&str]; 15] = [
    &["in", "der", "nahe", "von"],
    &["in", "de", "buurt", "van"],
    &["close", "to"],
    &["near", "to"],
    &["next", "to"],
    &["pres", "de"],
    &["proche", "de"],
    &["autour", "de"],
    &["cerca", "de"],
    &["alrededor", "de"],
    &["vicino", "a"],
    &["perto", "de"],
    &["near"],
    &["nearby"],
    &["around"],
];

/// Words before a distance that belong to it.
const BEFORE: &str = "within in a an the up to max less than under about im umkreis von bis zu dans un rayon de en radio raggio binnen";

/// Words between a distance and the place, and behind both.
const AFTER: &str =
    "radius umkreis of from around away near the um von rund autour de du a di da van rond";

/// The first distance with the place that it is around; a place that work should be near.
pub fn said(typed: &[&str]) -> Option<Said> {
    let words: Vec<Vec<String>> = typed.iter().map(|typed| readable(typed)).collect();
    let mut places = (0..typed.len()).filter_map(|at| around(typed, &words, at));
    places
        .next()
        .or_else(|| (0..typed.len()).find_map(|at| near(typed, &words, at)))
}

/// The first distance, with the words that say it: it is meant around the town that is stated elsewhere.
pub fn alone(typed: &[&str]) -> Option<(std::ops::Range<usize>, Distance)> {
    let words: Vec<Vec<String>> = typed.iter().map(|typed| readable(typed)).collect();
    (0..typed.len()).find_map(|at| {
        let (count, distance) = distance(&words[at..])?;
        let begin = at - before(&words[..at]);
        Some((begin..at + count + after(&words[at + count..]), distance))
    })
}

/// Whether a distance is among these words, or may follow them.
pub fn has_distance(typed: &[&str]) -> bool {
    let last: Vec<Vec<String>> = typed
        .last()
        .map(|typed| readable(typed))
        .into_iter()
        .collect();
    alone(typed).is_some() || before(&last) > 0
}

/// The words before `at` that say how far it may be to a place there: where they begin, and the distance.
pub fn before_place(typed: &[&str], at: usize, place: &Location) -> Option<(usize, Distance)> {
    if let Some((words, distance)) = alone(&typed[..at])
        && words.end == at
    {
        return Some((words.start, distance));
    }
    let words: Vec<Vec<String>> = typed[..at].iter().map(|typed| readable(typed)).collect();
    let is_said = |begin: &usize| {
        let mut said = NEAR_TO.iter();
        said.any(|said| length(&words[*begin..], said) == Some(at - begin))
    };
    Some(((0..at).find(is_said)?, usual(place)?))
}

fn around(typed: &[&str], words: &[Vec<String>], at: usize) -> Option<Said> {
    let (count, distance) = distance(&words[at..])?;
    let end = at + count;
    let begin = at - before(&words[..at]);
    let between = after(&words[end..]);
    let mut gaps = (0..=between).rev();
    let behind = gaps.find_map(|gap| {
        let (length, place) = place::beginning(&typed[end + gap..])?;
        Some((begin..end + gap + length, place))
    });
    let (words, mut place) = match behind {
        Some(behind) => behind,
        None => {
            let Said { words, place } = place::ending(&typed[..begin])?;
            (words.start..end + between, place)
        }
    };
    place.set_within(Some(distance));
    Some(Said { words, place })
}

fn near(typed: &[&str], words: &[Vec<String>], at: usize) -> Option<Said> {
    let said = NEAR_TO.iter().find_map(|said| length(&words[at..], said))?;
    let (length, mut place) = place::beginning(&typed[at + said..])?;
    place.set_within(usual(&place));
    Some(Said {
        words: at..at + said + length,
        place,
    })
}

/// The distance that is meant where something is near a town.
fn usual(place: &Location) -> Option<Distance> {
    let town = place.place().filter(|place| place.kind == Kind::Town)?;
    Some(Distance {
        length: NEAR,
        unit: Unit::usual_in(&town),
    })
}

/// The distance that these words begin with, and how many of them say it: `25 miles`, `25km`, `25-mile`.
fn distance(words: &[Vec<String>]) -> Option<(usize, Distance)> {
    let (number, unit, count) = match words {
        [first, rest @ ..] => match (first.as_slice(), rest.first().map(Vec::as_slice)) {
            ([number, unit], _) => (number.as_str(), unit.as_str(), 1),
            ([one], next) => {
                let digits = one.bytes().take_while(u8::is_ascii_digit).count();
                match (one.split_at(digits), next) {
                    ((number, ""), Some([unit])) => (number, unit.as_str(), 2),
                    ((number, unit), _) => (number, unit, 1),
                }
            }
            _ => return None,
        },
        [] => return None,
    };
    let unit = match unit {
        "km" | "kms" | "kilometer" | "kilometers" | "kilometre" | "kilometres" | "kilometern"
        | "kilometro" | "kilometros" | "quilometros" | "chilometri" => "km",
        "mi" | "mile" | "miles" | "meile" | "meilen" => "mi",
        _ => return None,
    };
    Some((count, Distance::parse(&format!("{number}{unit}"))?))
}

fn before(words: &[Vec<String>]) -> usize {
    words
        .iter()
        .rev()
        .take_while(|word| is_one_of(BEFORE, word))
        .count()
}

fn after(words: &[Vec<String>]) -> usize {
    words
        .iter()
        .take_while(|word| is_one_of(AFTER, word))
        .count()
}

fn is_one_of(list: &str, word: &[String]) -> bool {
    matches!(word, [word] if list.split(' ').any(|known| known == word))
}
