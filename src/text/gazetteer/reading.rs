//! What place the parts of a location mean together.

use super::{
    Kind,
    candidates::Candidates,
    geohash::distance_km,
    names::Named,
    prominence::{CLEARLY, clear, prominence},
    table::{Rank, table},
};

/// Towns that are parts of a larger one are not further from its middle.
const FAR_KM: f64 = 25.0;

/// Somebody who names a place of so many inhabitants means that, and not a village of its name.
const UNMISTAKABLE: f64 = 100_000.0 * 20.0;

/// Countries whose places are said to be in another, too.
const TERRITORIES: [(&str, &str); 22] = [
    ("PR", "US"),
    ("GU", "US"),
    ("VI", "US"),
    ("AS", "US"),
    ("MP", "US"),
    ("HK", "CN"),
    ("MO", "CN"),
    ("GP", "FR"),
    ("MQ", "FR"),
    ("GF", "FR"),
    ("RE", "FR"),
    ("YT", "FR"),
    ("NC", "FR"),
    ("PF", "FR"),
    ("IM", "GB"),
    ("JE", "GB"),
    ("GG", "GB"),
    ("GI", "GB"),
    ("GL", "DK"),
    ("FO", "DK"),
    ("AW", "NL"),
    ("CW", "NL"),
];

/// What parts that follow each other say together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reading {
    Place(Rank),
    /// More than one place, and none of them clearly.
    Several,
    /// Places that are not in each other.
    Contradiction,
    /// No place that is known.
    Nothing,
}

/// Reads `parts`, from a town to its country or the other way round. `may_nest` lets a town be in another town, as
/// `Brooklyn` is in `New York`.
pub fn read(parts: &[Candidates], may_nest: bool) -> Reading {
    let known: Vec<&Candidates> = parts.iter().filter(|part| !part.all.is_empty()).collect();
    if let [only] = known.as_slice() {
        let alone = only.alone();
        return match clear(&alone) {
            Some(rank) => Reading::Place(rank),
            None if alone.is_empty() => Reading::Nothing,
            None => Reading::Several,
        };
    }
    if known.is_empty() {
        return Reading::Nothing;
    }
    let mut anchors = anchors(&known, |anchor, part, _| is_in(anchor, part, may_nest));
    if anchors.is_empty() {
        anchors = self::anchors(&known, |anchor, part, is_before| {
            is_in(anchor, part, may_nest) || is_before && may_be_unlisted(anchor, part)
        });
    }
    let Some(country) = country(&anchors, known.iter().any(|part| part.is_code())) else {
        return if anchors.is_empty() {
            Reading::Contradiction
        } else {
            Reading::Several
        };
    };
    anchors.retain(|anchor| table().country(anchor.rank) == country);
    // `Luxembourg, Luxembourg` is a town there.
    let has_narrow = anchors
        .iter()
        .any(|anchor| table().kind(anchor.rank) != Kind::Country);
    anchors.retain(|anchor| !has_narrow || table().kind(anchor.rank) != Kind::Country);
    let said = clear_of(&anchors).or_else(|| around(&known, &anchors));
    said.map_or(Reading::Several, Reading::Place)
}

/// The country that is meant, where the anchors are in several: `Ontario, CA` is in California or in Canada, but
/// `Florida, United States` is not the town in Puerto Rico.
fn country(anchors: &[Named], has_code: bool) -> Option<&'static str> {
    let most = anchors
        .iter()
        .max_by(|one, other| prominence(**one).total_cmp(&prominence(**other)))?;
    let country = table().country(most.rank);
    let mut elsewhere = anchors
        .iter()
        .filter(|other| table().country(other.rank) != country);
    let is_clear = |other: &Named| !has_code && prominence(*most) >= CLEARLY * prominence(*other);
    elsewhere.all(is_clear).then_some(country)
}

/// The places that all parts agree with. Of parts that are towns the first counts. `agrees` is told a place, another
/// part, and whether that stands before.
fn anchors(known: &[&Candidates], agrees: impl Fn(Rank, &Candidates, bool) -> bool) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for (at, part) in known.iter().enumerate() {
        let has_town = found
            .iter()
            .any(|named| table().kind(named.rank) == Kind::Town);
        let fitting = part.all.iter().filter(|named| {
            let is_another_town = has_town && table().kind(named.rank) == Kind::Town;
            let mut others = known.iter().enumerate().filter(|(other, _)| *other != at);
            !is_another_town && others.all(|(other, part)| agrees(named.rank, part, other < at))
        });
        found.extend(fitting);
    }
    found
}

/// Whether `part` may name what `anchor` is in.
fn is_in(anchor: Rank, part: &Candidates, may_nest: bool) -> bool {
    part.all
        .iter()
        .any(|named| is_around(named.rank, anchor, may_nest))
}

/// Whether `part` may be a village in a region or country: one that is not listed may share its name with a small
/// town elsewhere.
fn may_be_unlisted(anchor: Rank, part: &Candidates) -> bool {
    let most = part
        .all
        .iter()
        .map(|named| prominence(*named))
        .fold(0.0, f64::max);
    table().kind(anchor) != Kind::Town && part.is_town() && most < UNMISTAKABLE
}

/// Whether `wide` is `anchor`, or what that is in.
fn is_around(wide: Rank, anchor: Rank, may_nest: bool) -> bool {
    let table = table();
    match table.kind(wide) {
        _ if wide == anchor => true,
        Kind::Country => is_country_of(table.country(wide), table.country(anchor)),
        Kind::Region => table.region(anchor) == Some(wide),
        Kind::Town => {
            may_nest
                && table.kind(anchor) == Kind::Town
                && table.country(wide) == table.country(anchor)
                && table.population(wide) > table.population(anchor)
                && distance_km(&table.place(wide), &table.place(anchor)) <= FAR_KM
        }
    }
}

fn is_country_of(country: &str, of: &str) -> bool {
    country == of || TERRITORIES.contains(&(of, country))
}

fn clear_of(anchors: &[Named]) -> Option<Rank> {
    match anchors {
        [only] => Some(only.rank),
        several if several.iter().all(|named| named.rank == several[0].rank) => {
            Some(several[0].rank)
        }
        several => clear(several),
    }
}

/// What is named around all the anchors: of `Springfield, US` the country.
fn around(known: &[&Candidates], anchors: &[Named]) -> Option<Rank> {
    let is_around_all = |named: &Named| {
        anchors
            .iter()
            .all(|anchor| named.rank != anchor.rank && is_around(named.rank, anchor.rank, false))
    };
    let wide = known
        .iter()
        .flat_map(|part| &part.all)
        .filter(|named| is_around_all(named));
    // The narrower it is, the fewer live there.
    wide.map(|named| named.rank).max()
}
