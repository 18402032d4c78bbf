//! What a job is compared by.

use crate::{
    jobs::JobFields,
    search::{
        index::{entry_words, likeness::Likeness},
        meaning::{self, board_words::BoardWords},
    },
    text::{
        gazetteer::{self, Kind},
        words::{slug, stems},
    },
};

/// What parts a title: `Engineer, Payments`, `Nurse - Night shift (Berlin)`.
const BETWEEN: [&str; 7] = [", ", " - ", " – ", " — ", " (", " | ", ": "];

/// Words that say how high a job stands, or that are in the title of every other: with nothing else, they are not
/// what it is about.
const LEVELS: &str = "a and associate chief director engineer for global head i ii iii intern iv jr junior lead \
    manager mid of part principal remote senior specialist sr staff the time vice vp analyst";

pub fn of(fields: &JobFields, board: &BoardWords) -> Likeness {
    let (head, rest) = parts(&fields.title);
    let category = fields.category.as_deref().unwrap_or_default();
    let mut labels: Vec<String> = fields
        .tags()
        .map(|tag| entry_words::tag(&slug(tag)))
        .collect();
    if !category.is_empty() {
        labels.push(entry_words::category(&slug(category)));
    }
    let mut likeness = Likeness {
        pairs: pairs(head),
        head: meaning::of(head.split_whitespace(), board),
        rest: meaning::of(rest.split_whitespace(), board),
        labels,
        ..Likeness::default()
    };
    for place in gazetteer::resolve_many(&fields.location) {
        if place.kind == Kind::Town {
            likeness.towns.push(entry_words::in_place(place.id));
        }
        likeness
            .countries
            .push(entry_words::in_country(place.country));
    }
    likeness.countries.dedup();
    likeness
}

/// What the title says first, which is more than a level, and what follows.
fn parts(title: &str) -> (&str, &str) {
    let mut ends: Vec<usize> = BETWEEN
        .iter()
        .flat_map(|between| title.match_indices(between).map(|(at, _)| at))
        .collect();
    ends.sort_unstable();
    let says_something = |head: &&usize| {
        let words = stems(&title[..**head]);
        let is_level = |word: &String| LEVELS.split_whitespace().any(|level| level == word);
        !words.iter().all(is_level)
    };
    let end = ends.iter().find(says_something).copied();
    title.split_at(end.unwrap_or(title.len()))
}

fn pairs(head: &str) -> Vec<[String; 2]> {
    let words = stems(head);
    let pairs = words.windows(2).filter_map(|pair| match pair {
        [one, other] => Some([one.clone(), other.clone()]),
        _ => None,
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn what_a_title_says_first_is_more_than_a_level() {
        for (title, head) in [
            ("Nurse", "Nurse"),
            ("Nurse - Night shift (Berlin)", "Nurse"),
            ("Manager, Visual Design", "Manager, Visual Design"),
            (
                "Senior Engineer, Payments (Remote)",
                "Senior Engineer, Payments",
            ),
            (
                "Account Executive, Product Sales (BaaS)",
                "Account Executive",
            ),
            ("", ""),
        ] {
            assert_eq!(parts(title).0, head, "{title}");
        }
    }
}
