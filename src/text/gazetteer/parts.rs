//! A location as parts that may each name a place, without the words that say how the work is done.

use std::{collections::HashSet, sync::LazyLock};

use super::{fold::folded, names::find};

/// What stands between places, not between the parts of one.
const BETWEEN_PLACES: [char; 6] = [';', '|', '•', '\n', '·', '；'];

const BETWEEN_PARTS: [char; 7] = [',', '(', ')', '[', ']', '，', '、'];

/// Words that say nothing of where, in folded form.
const NOISE: &str = "remote remotely fully hybrid onsite on site in of office offices based hq headquarters headquarter \
    undefined null none na n a tbd tba various multiple several location locations flexible anywhere any only \
    home work from wfh telecommute virtual distributed optional preferred or and the within near around first friendly \
    eligible timezone timezones time zone hours hub campus main full part wide across country nationwide \
    other all others more plus us-based days day week per is at for to hiring travel required available field";

/// What is wider than a country, in folded form.
const WIDE: [&str; 42] = [
    "emea",
    "apac",
    "latam",
    "namer",
    "amer",
    "amers",
    "americas",
    "mena",
    "anz",
    "dach",
    "eu",
    "europe",
    "eea",
    "asia",
    "africa",
    "north america",
    "south america",
    "latin america",
    "middle east",
    "worldwide",
    "global",
    "globally",
    "international",
    "world",
    "asia pacific",
    "european union",
    "central europe",
    "eastern europe",
    "western europe",
    "nordics",
    "scandinavia",
    "benelux",
    "baltics",
    "balkans",
    "caribbean",
    "oceania",
    "iberia",
    "central america",
    "central asia",
    "south asia",
    "east asia",
    "southeast asia",
];

/// Parts of a country that nobody can find on a map, in folded form.
const VAGUE: &str = "north south east west central northeast northwest southeast southwest midwest northern southern \
    eastern western coast pacific metro regional";

static NOISE_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| NOISE.split_whitespace().collect());
static VAGUE_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| VAGUE.split_whitespace().collect());

/// The texts of the places that `text` lists.
pub fn places(text: &str) -> Vec<&str> {
    text.split(BETWEEN_PLACES)
        .flat_map(|text| text.split(" / "))
        .flat_map(|text| text.split("//"))
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .collect()
}

/// The parts of one place or of a list with commas, without those that name none.
pub fn parts(text: &str) -> Vec<&str> {
    text.split(BETWEEN_PARTS)
        .flat_map(|text| text.split(" - "))
        .flat_map(|text| text.split([':', '–', '—']))
        .map(bare)
        .filter(|part| !part.is_empty() && !is_wide(part))
        .collect()
}

/// Whether `text` names a continent or a market, or no more than a direction.
pub fn is_wide(text: &str) -> bool {
    let text = folded(text);
    let is_vague = |word| VAGUE_WORDS.contains(word);
    WIDE.contains(&text.as_str()) || text.split(' ').all(is_vague)
}

/// A part without noise, and without words with digits, at its ends.
pub fn bare(part: &str) -> &str {
    let mut part = part.trim_matches(is_edge);
    if part.contains(' ') && !find(&folded(part)).is_empty() {
        // Frankfurt am Main.
        return part;
    }
    loop {
        let first = part.split_whitespace().next().unwrap_or_default();
        let last = part.split_whitespace().next_back().unwrap_or_default();
        let shorter = if is_noise(first) {
            part.strip_prefix(first)
        } else if is_noise(last) {
            part.strip_suffix(last)
        } else {
            return part;
        };
        match shorter.map(|shorter| shorter.trim_matches(is_edge)) {
            Some(shorter) if !part.is_empty() => part = shorter,
            _ => return part,
        }
    }
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || "-/&+*\"“”?!_~".contains(c)
}

fn is_noise(word: &str) -> bool {
    if word.chars().any(|c| c.is_ascii_digit()) {
        return true;
    }
    // In capitals they are states.
    if ["IN", "OR", "ON"].contains(&word) {
        return false;
    }
    let word = folded(word);
    NOISE_WORDS.contains(word.as_str())
}
