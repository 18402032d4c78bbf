//! Which of several places a name means, where nothing else is said.

use super::{
    Kind,
    geohash::distance_km,
    names::Named,
    table::{Rank, table},
};

/// A place must be as many times as prominent as any other of its name.
pub const CLEARLY: f64 = 3.0;

/// The same between a town and a region, or a region and a country, which are hard to compare.
const CLEARLY_OF_ANOTHER_KIND: f64 = 6.0;

/// What counts as known of a region or country; a town has a name in about as many languages.
const FAME_OF_A_REGION: f64 = 60.0;
const FAME_OF_A_COUNTRY: f64 = 200.0;

/// What another name than the one shown counts for: some are out of use, as `Salem` is for Jerusalem.
const OTHER_NAME: f64 = 0.1;

/// A city that is not in the region that is called after it is no further from it: Buenos Aires is a province, whose
/// largest town is at the other end.
const NEAR_KM: f64 = 400.0;

/// What part of a region's people live in a city that is meant rather than the region: of Quebec it is less.
const LEAST_SHARE: f64 = 0.1;

/// Fewer inhabitants make no town clear: another of its name may be too small to be listed.
const LEAST_POPULATION: u32 = 15_000;

/// How likely it is that somebody means this place by this name: more for inhabitants and for names in many
/// languages, less for a name that is not its first.
pub fn prominence(named: Named) -> f64 {
    let table = table();
    let people = f64::from(table.population(named.rank));
    let fame = match table.kind(named.rank) {
        Kind::Country => FAME_OF_A_COUNTRY,
        Kind::Region => FAME_OF_A_REGION,
        Kind::Town => f64::from(table.fame(named.rank)) + 10.0,
    };
    let known = if named.is_shown { 1.0 } else { OTHER_NAME };
    let capital = if table.place(named.rank).is_capital {
        3.0
    } else {
        1.0
    };
    people * fame * known * capital
}

/// The one place that is clearly meant, of those that have a name.
pub fn clear(all: &[Named]) -> Option<Rank> {
    let first = most_prominent(all)?;
    let table = table();
    let kind = table.kind(first.rank);
    if kind == Kind::Town && table.population(first.rank) < LEAST_POPULATION {
        return None;
    }
    let score = prominence(first);
    let is_clear = all
        .iter()
        .filter(|other| other.rank != first.rank && !is_seat(first.rank, other.rank))
        .all(|other| {
            if kind == Kind::Region && !is_known_abroad(first.rank) && is_town_abroad(*other, first)
            {
                return false;
            }
            let times = if table.kind(other.rank) == kind {
                CLEARLY
            } else {
                CLEARLY_OF_ANOTHER_KIND
            };
            score >= times * prominence(*other)
        });
    is_clear.then_some(first.rank)
}

/// Whether people write its regions' names, and codes, without the country.
pub fn is_known_abroad(rank: Rank) -> bool {
    ["US", "CA", "AU", "GB"].contains(&table().country(rank))
}

/// Whether `town` is a town that has the name of a region in another country.
fn is_town_abroad(town: Named, region: Named) -> bool {
    let table = table();
    let is_town = town.is_shown && table.kind(town.rank) == Kind::Town;
    let is_large = table.population(town.rank) >= LEAST_POPULATION;
    is_town && is_large && table.country(town.rank) != table.country(region.rank)
}

/// The most prominent, but a city rather than the region around it that is called after it.
fn most_prominent(all: &[Named]) -> Option<Named> {
    let most = |named: &&Named, other: &&Named| prominence(**named).total_cmp(&prominence(**other));
    let first = all.iter().max_by(most)?;
    let table = table();
    if table.kind(first.rank) != Kind::Region {
        return Some(*first);
    }
    let city = all
        .iter()
        .filter(|other| table.kind(other.rank) == Kind::Town && is_seat(other.rank, first.rank))
        .filter(|other| share(other.rank, first.rank) >= LEAST_SHARE)
        // Oklahoma is not Oklahoma City, but Wien is Vienna.
        .filter(|other| other.is_shown || !first.is_shown || share(other.rank, first.rank) > 0.3)
        .max_by(most);
    Some(*city.unwrap_or(first))
}

/// Whether one of two places of a name is the city that the other, a region or its country, is called after.
pub fn is_seat(rank: Rank, other: Rank) -> bool {
    let table = table();
    if table.country(rank) != table.country(other) {
        return false;
    }
    let (narrow, wide) = match (table.kind(rank), table.kind(other)) {
        (Kind::Town, Kind::Region) => (rank, other),
        (Kind::Region, Kind::Town) => (other, rank),
        (Kind::Country, _) | (_, Kind::Country) => return true,
        _ => return false,
    };
    table.region(narrow) == Some(wide)
        || distance_km(&table.place(narrow), &table.place(wide)) <= NEAR_KM
}

/// How many of a region's inhabitants live in a town of it.
fn share(town: Rank, region: Rank) -> f64 {
    f64::from(table().population(town)) / f64::from(table().population(region).max(1))
}
