//! The text of an invented job. The parts come in different orders, lengths and shapes, so that no
//! two jobs read alike.

use super::{
    catalogue::{Employer, Role},
    chance::Chance,
};

const DUTIES: &[&str] = &[
    "What you will do",
    "The work",
    "Your day",
    "What the job is",
    "Your part in it",
];
const NEEDS: &[&str] = &[
    "What you bring",
    "What we hope for",
    "You",
    "What matters to us",
    "Who we are looking for",
];
const OFFERS: &[&str] = &["What you get", "In return", "What we offer", "Good to know"];
const ABOUT: &[&str] = &["Who we are", "About us", "Where you would be"];

/// The description in Markdown.
pub fn compose(employer: &Employer, role: &Role, chance: Chance) -> String {
    let duties = list(
        chance.one_of("duties", DUTIES),
        &some(&role.duties, 3, "which duties", chance),
    );
    let needs = list(
        chance.one_of("needs", NEEDS),
        &some(&role.needs, 2, "which needs", chance),
    );
    let offers = some(&employer.offers, 2, "which offers", chance);
    let offers = match chance.below("shape of offers", 3) {
        0 => format!("You also get: {}.", in_a_row(&offers)),
        _ => list(chance.one_of("offers", OFFERS), &offers),
    };
    let about = format!("## {}\n\n{}", chance.one_of("about", ABOUT), employer.about);
    let (summary, opening) = (role.summary.clone(), employer.about.clone());
    let mut parts = match chance.below("order", 5) {
        0 => vec![summary, duties, needs, offers, about],
        1 => vec![opening, summary, duties, needs, offers],
        2 => vec![format!("{summary}\n\n{opening}"), needs, duties, offers],
        3 => vec![summary, needs, offers, duties, about],
        _ => vec![summary, about, duties, offers, needs],
    };
    parts.push(employer.closing.clone());
    parts.join("\n\n")
}

/// At least `least` of `lines`, beginning somewhere among them.
fn some<'a>(lines: &'a [String], least: usize, what: &str, chance: Chance) -> Vec<&'a str> {
    let spare = lines.len().saturating_sub(least) + 1;
    let count = least + chance.below(what, spare);
    let first = chance.below(&format!("{what} first"), lines.len());
    let around = lines.iter().cycle().skip(first);
    around
        .take(count.min(lines.len()))
        .map(String::as_str)
        .collect()
}

fn list(heading: &str, lines: &[&str]) -> String {
    format!("## {heading}\n\n- {}", lines.join("\n- "))
}

/// The lines in one sentence, with semicolons, since they may have commas.
fn in_a_row(lines: &[&str]) -> String {
    lines
        .iter()
        .map(|line| {
            let mut chars = line.chars();
            let first = chars.next().map(|first| first.to_lowercase().to_string());
            first.unwrap_or_default() + chars.as_str()
        })
        .collect::<Vec<_>>()
        .join("; ")
}
