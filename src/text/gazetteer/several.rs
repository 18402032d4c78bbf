//! The places that a text names.

use super::{
    Kind, Place,
    candidates::{Candidates, candidates},
    geohash::distance_km,
    names::Named,
    parts::{parts, places},
    pieces::expanded,
    prominence::prominence,
    reading::{Reading, read},
    table::{Rank, table},
};

/// Most parts of one place: a district, a town, its region and its country.
const MOST_PARTS: usize = 4;

/// Parts of a text that is still read as one place, and places of a list that are read: each costs some
/// microseconds, and whoever posts a job writes the text.
const MOST_OF_ONE: usize = 8;
const MOST_LISTED: usize = 100;

/// A town among others, without its region, is at least as prominent as this (a city of 400,000), or near another of
/// them: `Newbury, Boston` is a street.
const FAMOUS: f64 = 20_000_000.0;
const NEAR_KM: f64 = 100.0;

/// The one place that `text` means: `Munich`, `Berlin, DE`, `New York, NY`, `Remote - Germany`. Nothing where it
/// names several, where it can mean several, or where it contradicts itself (`Vienna, Texas`).
pub fn resolve(text: &str) -> Option<Place> {
    let alternatives = places(text).into_iter().flat_map(alternatives);
    let mut named = alternatives.map(parts).filter(|parts| !parts.is_empty());
    let (parts, None) = (named.next()?, named.next()) else {
        return None;
    };
    if parts.len() > MOST_OF_ONE {
        return None;
    }
    match read(&expanded(&parts), true) {
        Reading::Place(rank) => Some(table().place(rank)),
        _ => None,
    }
}

/// The one place that somebody asks for. Every part of what they typed must be a place, so `Starbase, TX` and
/// `engineer Austin, TX` mean none; and codes may be in small letters, so `boston ma` is one.
pub fn resolve_asked(text: &str) -> Option<Place> {
    let whole = |text: &str| {
        if parts(text).len() > MOST_OF_ONE {
            return None;
        }
        let are_named = expanded(&parts(text))
            .iter()
            .all(|part| !part.all.is_empty());
        resolve(text).filter(|_| are_named)
    };
    whole(text).or_else(|| {
        let (town, code) = text.trim_end().rsplit_once([' ', ','])?;
        let is_code = matches!(code.len(), 2 | 3);
        let spelled = format!("{town}, {}", code.to_ascii_uppercase());
        let place = whole(&spelled).filter(|_| is_code)?;
        (place.kind == Kind::Town).then_some(place)
    })
}

/// The places that `text` lists, in its order, each once: `London; Paris`, `NYC or SF`, `Remote (US, Canada)`. What
/// is not clearly a place is left out.
pub fn resolve_many(text: &str) -> Vec<Place> {
    let mut found: Vec<Rank> = Vec::new();
    let listed = places(text).into_iter().flat_map(alternatives);
    for part in listed.take(MOST_LISTED) {
        for rank in sequence(&expanded(&parts(part))) {
            if !found.contains(&rank) {
                found.push(rank);
            }
        }
    }
    found.into_iter().map(|rank| table().place(rank)).collect()
}

/// What `or` and `and` part, unless that is one name, like `Trinidad and Tobago`.
fn alternatives(listed: &str) -> Vec<&str> {
    let is_name = listed
        .split([',', '(', ')'])
        .any(|part| part.contains(" and ") && !candidates(part.trim()).all.is_empty());
    if is_name {
        return vec![listed];
    }
    let parted = [" or ", " and ", " & ", " OR ", " AND ", " + "];
    parted.iter().fold(vec![listed], |parts, word| {
        parts
            .into_iter()
            .flat_map(|part| part.split(word))
            .collect()
    })
}

/// Reads places that only commas part: each is as many parts as agree with each other.
fn sequence(parts: &[Candidates]) -> Vec<Rank> {
    let mut found: Vec<(Rank, bool)> = Vec::new();
    let mut rest = parts;
    while let Some((_, after)) = rest.split_first() {
        let longest = (1..=rest.len().min(MOST_PARTS)).rev().find_map(|length| {
            match read(&rest[..length], false) {
                Reading::Place(rank) => Some((length, rank)),
                _ => None,
            }
        });
        let is_pair = rest.len() > 1 && read(&rest[..2], false) == Reading::Several;
        match longest {
            // Two parts that belong together, and say one thing as well as another.
            Some((1, _)) | None if is_pair => rest = &rest[2..],
            Some((1, rank)) if contradicts(rank, after) => rest = &after[1..],
            Some((length, rank)) => {
                let is_bare = length == 1 && parts.len() > 1;
                found.push((rank, is_bare && !is_famous(rank)));
                rest = &rest[length..];
            }
            None => rest = after,
        }
    }
    let is_near = |rank| {
        found
            .iter()
            .any(|(other, _)| *other != rank && are_near(*other, rank))
    };
    let kept = found
        .iter()
        .filter(|(rank, is_doubtful)| !is_doubtful || is_near(*rank));
    kept.map(|(rank, _)| *rank).collect()
}

/// Whether a town stands before a region or country that it is not in.
fn contradicts(rank: Rank, after: &[Candidates]) -> bool {
    let Some(next) = after.first() else {
        return false;
    };
    if next.is_shown_town() {
        // `Bengaluru, Singapore` are two.
        return false;
    }
    let is_wide = match read(std::slice::from_ref(next), false) {
        Reading::Place(next) => table().kind(next) != Kind::Town,
        _ => next.is_code(),
    };
    table().kind(rank) == Kind::Town && is_wide
}

fn is_famous(rank: Rank) -> bool {
    let named = Named {
        rank,
        is_shown: true,
    };
    table().kind(rank) != Kind::Town || prominence(named) >= FAMOUS
}

fn are_near(rank: Rank, other: Rank) -> bool {
    let (place, other) = (table().place(rank), table().place(other));
    other.kind == Kind::Town && distance_km(&place, &other) <= NEAR_KM
}
