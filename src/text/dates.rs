//! Small texts that several pages share.

use chrono::{NaiveDate, NaiveDateTime};

/// Longest slug, in characters.
const SLUG_LENGTH: usize = 80;

/// Days for which a date is told as "… days ago".
const RECENT_DAYS: i64 = 30;

/// `title` as the readable part of an address: ASCII letters, digits and dashes.
pub fn slug(title: &str) -> String {
    let ascii = deunicode::deunicode(title).to_lowercase();
    let mut slug = String::with_capacity(ascii.len());
    for word in ascii.split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
        if slug.len() >= SLUG_LENGTH {
            break;
        }
    }
    slug.truncate(SLUG_LENGTH);
    if slug.is_empty() { "job".into() } else { slug }
}

/// How long ago, for what is recent; else the date.
pub fn ago(then: NaiveDateTime, now: NaiveDateTime) -> String {
    match (now.date() - then.date()).num_days() {
        ..=0 => "today".into(),
        1 => "yesterday".into(),
        days @ 2..=RECENT_DAYS => format!("{days} days ago"),
        _ => date(then.date()),
    }
}

/// For example `10 January 2026`.
pub fn date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(
            slug("Senior C++ Engineer (m/w/d)"),
            "senior-c-engineer-m-w-d"
        );
        assert_eq!(slug("Ingénieur à São Paulo"), "ingenieur-a-sao-paulo");
        assert_eq!(slug("東京"), "dong-jing");
        assert_eq!(slug("!!!"), "job");
        assert!(slug(&"long ".repeat(100)).len() <= SLUG_LENGTH);
    }
}
