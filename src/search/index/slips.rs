//! Slips of the finger.

use diesel::{
    OptionalExtension, QueryResult, QueryableByName, RunQueryDsl, sql_query,
    sql_types::{Bool, Text},
};

use crate::platform::db::Db;

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";

/// A shorter word is too easily another.
const SHORTEST: usize = 4;

/// Everything that is one slip away from `word`: a letter too many, too few, another, or two swapped.
pub fn of(word: &str) -> Vec<String> {
    let letters = word.as_bytes();
    if letters.len() < SHORTEST || !letters.iter().all(u8::is_ascii_alphanumeric) {
        return Vec::new();
    }
    let mut slips: Vec<Vec<u8>> = Vec::new();
    for place in 0..=letters.len() {
        let (before, after) = letters.split_at(place);
        if let [_, rest @ ..] = after {
            slips.push([before, rest].concat());
            for letter in LETTERS {
                slips.push([before, &[*letter], rest].concat());
            }
        }
        if let [first, second, rest @ ..] = after {
            slips.push([before, &[*second, *first], rest].concat());
        }
        for letter in LETTERS {
            slips.push([before, &[*letter], after].concat());
        }
    }
    let mut slips: Vec<String> = slips
        .into_iter()
        .filter_map(|slip| String::from_utf8(slip).ok())
        .filter(|slip| slip != word)
        .collect();
    slips.sort_unstable();
    slips.dedup();
    slips
}

#[derive(QueryableByName)]
struct Known {
    #[diesel(sql_type = Text)]
    key: String,
}

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Bool)]
    yes: bool,
}

/// The counted word that shares most of its letters' threes with `word`, where the database can tell:
/// PostgreSQL with `pg_trgm`. It forgives more than one slip.
pub fn most_alike(db: &mut Db, word: &str) -> QueryResult<Option<String>> {
    let Db::Postgres(pg) = db else {
        return Ok(None);
    };
    let extension = "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') AS yes";
    if word.len() < SHORTEST || !sql_query(extension).get_result::<Answer>(pg)?.yes {
        return Ok(None);
    }
    let alike = "SELECT key FROM suggestions WHERE kind = 'word' AND key % $1 \
        ORDER BY similarity(key, $1) DESC, jobs DESC LIMIT 1";
    let found: Option<Known> = sql_query(alike)
        .bind::<Text, _>(word)
        .get_result(pg)
        .optional()?;
    Ok(found.map(|known| known.key))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn one_slip_is_a_letter_more_less_other_or_swapped() {
        for (typed, meant) in [
            ("enginer", "engineer"),
            ("javascipt", "javascript"),
            ("devleoper", "developer"),
            ("nursse", "nurse"),
            ("pythen", "python"),
        ] {
            assert!(of(typed).contains(&meant.to_owned()), "{typed}");
        }
        assert!(of("go").is_empty());
    }
}
