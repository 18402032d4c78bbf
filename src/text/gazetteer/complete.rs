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

/// Words that are written small within a name.
const SMALL: &str = "am an da de del der di do du el la le of sur the upon";

/// A place with a name that begins as was typed.
#[derive(Clone, Debug)]
pub struct Completed {
    pub place: Place,
    /// That name, where it is another than the one shown: `Bombay` of Mumbai.
    pub called: Option<String>,
}

/// At most `most` places that have a name beginning with `prefix`, the most prominent first. Accents and case make
/// no difference.
pub fn complete(prefix: &str, most: usize) -> Vec<Completed> {
    let beginning = folded(prefix);
    if beginning.is_empty() || most == 0 {
        return Vec::new();
    }
    let mut best: Vec<(f64, Rank, Option<String>)> = Vec::new();
    beginning_with(&beginning, |name, places| {
        let other = |named: Named| (!named.is_shown).then(|| name.to_owned());
        best.extend(places.map(|named| (weight(named), named.rank, other(named))));
        if best.len() > 16 * WEIGHED {
            shorten(&mut best);
        }
    });
    shorten(&mut best);
    let mut found: Vec<(Rank, Option<String>)> = Vec::new();
    for (_, rank, other) in best {
        if found.len() == most {
            break;
        }
        let is_found = |(known, _): &(Rank, _)| *known == rank || is_one_to_people(*known, rank);
        if !found.iter().any(is_found) {
            found.push((rank, other));
        }
    }
    let completed = found.into_iter().map(|(rank, other)| Completed {
        place: table().place(rank),
        called: other.map(|name| spelled(prefix.trim(), &beginning, &name)),
    });
    completed.collect()
}

/// A folded name as it is written: as it was typed as far as that goes, and with capital letters.
fn spelled(typed: &str, beginning: &str, name: &str) -> String {
    let is_name = |c: char| c.is_alphanumeric() || c == ' ';
    let name = match name.strip_prefix(beginning) {
        Some(rest) if typed.chars().all(is_name) => format!("{}{rest}", typed.to_lowercase()),
        _ => name.to_owned(),
    };
    if name.len() <= 3 {
        return name.to_uppercase();
    }
    let words = name.split(' ').enumerate().map(|(at, word)| {
        let mut letters = word.chars();
        match letters
            .next()
            .filter(|_| at == 0 || !SMALL.split(' ').any(|small| small == word))
        {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => word.to_owned(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

fn weight(named: Named) -> f64 {
    let weight = prominence(named);
    if named.is_shown {
        weight
    } else {
        OTHER_NAME * weight
    }
}

fn shorten(best: &mut Vec<(f64, Rank, Option<String>)>) {
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
                .map(|found| found.place.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names("berli")[0], "Berlin");
        assert_eq!(names("MÜNCH")[0], "Munich");
        assert_eq!(names("san f")[0], "San Francisco");
        assert_eq!(names("моск")[0], "Moscow");
        assert_eq!(names("s").len(), 3);
        assert!(names("").is_empty());
    }

    #[test]
    fn a_place_that_is_found_by_another_name_says_which() {
        for (typed, name, called) in [
            ("bombay", "Mumbai", Some("Bombay")),
            ("Münch", "Munich", Some("München")),
            ("nyc", "New York", Some("NYC")),
            (
                "san francisco de q",
                "Quito",
                Some("San Francisco de Quito"),
            ),
            ("munich", "Munich", None),
            ("berli", "Berlin", None),
        ] {
            let found = &complete(typed, 1)[0];
            assert_eq!(found.place.name, name, "{typed}");
            assert_eq!(found.called.as_deref(), called, "{typed}");
        }
    }
}
