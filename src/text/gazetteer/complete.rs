//! Places that begin with what somebody has typed so far.

use super::{
    Kind, Place,
    fold::folded,
    names::{Named, beginning_with},
    prominence::{is_seat, prominence},
    table::{Rank, table},
};

/// What another name than the one shown counts for, besides what it counts for elsewhere.
const OTHER_NAME: f64 = 0.2;

/// More are weighed than are asked for, since a place may be found by many names.
const WEIGHED: usize = 1000;

/// At most `most` places that have a name beginning with `prefix`, the most prominent first. Accents and case make
/// no difference.
pub fn complete(prefix: &str, most: usize) -> Vec<Place> {
    let folded = folded(prefix);
    if folded.is_empty() || most == 0 {
        return Vec::new();
    }
    let mut best: Vec<(f64, Rank)> = Vec::new();
    beginning_with(&folded, |_, places| {
        best.extend(places.map(|named| (weight(named), named.rank)));
        if best.len() > 16 * WEIGHED {
            shorten(&mut best);
        }
    });
    shorten(&mut best);
    let mut found: Vec<Rank> = Vec::new();
    for (_, rank) in best {
        if found.len() == most {
            break;
        }
        if !found
            .iter()
            .any(|other| *other == rank || is_one_to_people(*other, rank))
        {
            found.push(rank);
        }
    }
    found.into_iter().map(|rank| table().place(rank)).collect()
}

fn weight(named: Named) -> f64 {
    let weight = prominence(named);
    if named.is_shown {
        weight
    } else {
        OTHER_NAME * weight
    }
}

fn shorten(best: &mut Vec<(f64, Rank)>) {
    best.sort_unstable_by(|one, other| other.0.total_cmp(&one.0));
    best.truncate(WEIGHED);
}

/// Whether one is a city and the other the region that has its name: `Berlin` is listed once.
fn is_one_to_people(rank: Rank, other: Rank) -> bool {
    let table = table();
    let is_town = |rank| table.kind(rank) == Kind::Town;
    table.name(rank) == table.name(other) && is_town(rank) != is_town(other) && is_seat(rank, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_completed_with_the_most_prominent_first() {
        let names = |prefix| {
            complete(prefix, 3)
                .iter()
                .map(|place| place.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("berli")[0], "Berlin");
        assert_eq!(names("MÜNCH")[0], "Munich");
        assert_eq!(names("san f")[0], "San Francisco");
        assert_eq!(names("моск")[0], "Moscow");
        assert_eq!(names("s").len(), 3);
        assert!(names("").is_empty());
    }
}
