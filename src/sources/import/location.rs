//! A place as it is found, and what is left of it to show: without "undefined", without the words
//! that say how the work is done, which become the workplace.

use regex::{Regex, regex};

use crate::{jobs::Workplace, text::imported::line};

/// Words in capitals that are names, not shouting.
const ACRONYMS: &[&str] = &[
    "EMEA", "APAC", "LATAM", "NAMER", "AMER", "CABA", "CDMX", "MENA", "ANZ",
];

/// What stands for "no place given".
const NOTHING: &[&str] = &["n/a", "undefined", "null", "none", "tbd", "-"];

/// `US-CA-Menlo Park`: country, region and town in one word, the other way round.
fn coded() -> &'static Regex {
    regex!(r"^([A-Z]{2})-(?:([A-Z]{2})-)?([A-Z][\p{L} .']+?)(?:-Remote)?$")
}

/// `Remote`, `(remote)`, `Remote -`, `- Hybrid`, with the punctuation that ties it to its neighbours.
fn manner() -> &'static Regex {
    regex!(
        r"(?i)\(?\b(?:100% )?(?:remote[- ]friendly|remote|hybrid)\b(?: or (?:remote|hybrid))?\)?"
    )
}

/// Separators left over at an end, or doubled.
fn loose_ends() -> &'static Regex {
    regex!(r"^[\s,;:|/–-]+|[\s,;:|/–-]+$")
}

/// A dash that lost its right side to [`manner`]: `Canada - (ON only)`.
fn loose_dash() -> &'static Regex {
    regex!(r"\s+[-–]\s+\(")
}

fn space_before() -> &'static Regex {
    regex!(r"\s+([,;])|\(\s*\)")
}

fn comma_without_space() -> &'static Regex {
    regex!(r",(\p{L})")
}

#[derive(Debug, PartialEq, Eq)]
pub struct Location {
    pub text: String,
    pub workplace: Workplace,
}

impl Location {
    /// Reads `raw`. `telecommute` is schema.org's `jobLocationType`; the title counts as well, where
    /// it says `(Remote)` or `(Hybrid)`.
    pub fn read(raw: &str, telecommute: bool, title: &str) -> Self {
        let whole = line(raw);
        // Some sources add this to whatever the place already says.
        let stated = whole.strip_suffix(" - Remote").unwrap_or(&whole);
        let says = |word: &str| stated.to_lowercase().contains(word);
        let remote = telecommute
            || whole.len() != stated.len()
            || says("remote")
            || is_titled(title, "remote");
        let is_hybrid = says("hybrid") || !remote && is_titled(title, "hybrid");
        let workplace = if is_hybrid && !says("remote") {
            Workplace::Hybrid
        } else if remote {
            Workplace::Remote
        } else {
            Workplace::OnSite
        };
        Self {
            text: tidy(stated),
            workplace,
        }
    }
}

/// Whether a title says how the work is done: in brackets, or behind a dash or a comma.
fn is_titled(title: &str, manner: &str) -> bool {
    let title = title.to_lowercase();
    let ends = |mark: &str| title.ends_with(&format!("{mark} {manner}"));
    title.contains(&format!("({manner}")) || ends("-") || ends(",")
}

fn tidy(stated: &str) -> String {
    let mut places: Vec<String> = Vec::new();
    for place in stated
        .split([';', '|', '•'])
        .flat_map(|part| part.split(" / "))
    {
        let place = tidy_place(place);
        if !place.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    places.join("; ")
}

fn tidy_place(place: &str) -> String {
    let place = decoded(place.trim());
    let place = manner().replace_all(&place, "");
    let kept: Vec<String> = place
        .split(',')
        .map(trim)
        .filter(|part| !part.is_empty() && !NOTHING.contains(&part.to_lowercase().as_str()))
        .map(|part| part.split(' ').map(calm).collect::<Vec<_>>().join(" "))
        .collect();
    let joined = kept.join(", ");
    let joined = space_before().replace_all(&joined, "$1");
    let joined = comma_without_space().replace_all(&joined, ", $1");
    let joined = loose_dash().replace_all(&joined, " (");
    line(&unwrapped(trim(&joined)))
}

/// `US-CA-Menlo Park` as `Menlo Park, CA, US`.
fn decoded(place: &str) -> String {
    let Some(found) = coded().captures(place) else {
        return place.to_owned();
    };
    ["3", "2", "1"]
        .iter()
        .filter_map(|group| found.get(group.parse().ok()?))
        .map(|part| part.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

/// `CALIFORNIA` as `California`; `NY`, `USA` and `EMEA` stay.
fn calm(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = letters > 3 && word.chars().all(|c| !c.is_alphabetic() || c.is_uppercase());
    if !shouted && word != "NEW" || ACRONYMS.contains(&word) {
        return word.to_owned();
    }
    let mut chars = word.chars();
    let first = chars.next().map(String::from).unwrap_or_default();
    first + &chars.as_str().to_lowercase()
}

/// Without brackets around the whole, and without one that has no partner.
fn unwrapped(place: String) -> String {
    let inner = place
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .filter(|inner| !inner.contains(['(', ')']));
    if let Some(inner) = inner {
        return inner.trim().to_owned();
    }
    let (open, closed) = (place.matches('(').count(), place.matches(')').count());
    match open.cmp(&closed) {
        std::cmp::Ordering::Greater => place.replacen('(', "", open - closed),
        std::cmp::Ordering::Less => place.trim_end_matches(')').to_owned(),
        std::cmp::Ordering::Equal => place,
    }
}

fn trim(text: &str) -> String {
    loose_ends()
        .replace_all(text, "")
        .into_owned()
        .trim_end_matches('.')
        .to_owned()
        + abbreviation_dot(text)
}

/// `Washington, D.C.` keeps its last full stop.
fn abbreviation_dot(text: &str) -> &'static str {
    let text = text.trim();
    let is_abbreviation = text.ends_with('.') && text.trim_end_matches('.').contains('.');
    if is_abbreviation { "." } else { "" }
}

#[cfg(test)]
mod tests;
