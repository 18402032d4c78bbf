//! The place that a misspelt word means.

use super::{
    Kind, Place,
    fold::folded,
    names::{Named, beginning_with, find},
    parts::is_wide,
    prominence::prominence,
    table::table,
};

/// Inhabitants of a place that one slip may lead to, and two.
const ONE_SLIP: u32 = 20_000;
const TWO_SLIPS: u32 = 500_000;

/// The place that `word` is a slip from (`Berln`): one letter of four to six, two of more. Nothing for a word that is
/// the name of a place itself. The first letter must be right.
pub fn correct(word: &str) -> Option<Place> {
    if is_wide(word) {
        return None;
    }
    let word = folded(word);
    let length = word.chars().count();
    let most = match length {
        0..=3 => return None,
        4..=6 => 1,
        _ => 2,
    };
    if !find(&word).is_empty() {
        return None;
    }
    let first = word.chars().next()?.to_string();
    let mut best: Option<(usize, f64, Named)> = None;
    beginning_with(&first, |name, places| {
        if name.chars().count().abs_diff(length) > most {
            return;
        }
        let slips = strsim::osa_distance(name, &word);
        if slips > most {
            return;
        }
        let least = if slips == 1 { ONE_SLIP } else { TWO_SLIPS };
        for named in places.filter(|named| is_known(*named, least)) {
            let score = prominence(named);
            if best.is_none_or(|(other, most, _)| (slips, -score) < (other, -most)) {
                best = Some((slips, score, named));
            }
        }
    });
    best.map(|(_, _, named)| table().place(named.rank))
}

/// Whether it is known to many by this name.
fn is_known(named: Named, least: u32) -> bool {
    let is_wide = table().kind(named.rank) != Kind::Town;
    table().population(named.rank) >= least
        && (named.is_shown || is_wide || table().population(named.rank) >= TWO_SLIPS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_corrected_and_a_place_is_not() {
        for (slip, name) in [
            ("Berln", "Berlin"),
            ("Lodnon", "London"),
            ("Amsterdm", "Amsterdam"),
            ("Munchn", "Munich"),
            ("Seatle", "Seattle"),
        ] {
            assert_eq!(correct(slip).map(|place| place.name), Some(name), "{slip}");
        }
        for word in [
            "Berlin",
            "developer",
            "engineer",
            "python",
            "nurse",
            "Oslo",
            "South America",
            "DACH",
        ] {
            assert_eq!(correct(word), None, "{word}");
        }
    }
}
