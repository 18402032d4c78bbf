//! What several formats state in words of their own, in the words that a posting is read from.

use chrono::{DateTime, SecondsFormat, Utc};
use regex::regex;

use crate::jobs::Workplace;
use crate::platform::db::text_enum::TextEnum;
use crate::text::calendar::numbers::{Numbers, Order};

/// The board's word for where the work is done. Nothing where `text` says none.
pub fn workplace(text: &str) -> String {
    let letters: String = text
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    let says = |words: &[&str]| words.iter().any(|word| letters.contains(word));
    let found = if says(&["hybrid", "temporary"]) {
        Some(Workplace::Hybrid)
    } else if says(&["remote", "telecommute", "fully"]) {
        Some(Workplace::Remote)
    } else if says(&["onsite", "inoffice"]) {
        Some(Workplace::OnSite)
    } else {
        None
    };
    found
        .map(|workplace| workplace.as_str().to_owned())
        .unwrap_or_default()
}

/// A moment or a day as ISO 8601 has it: of seconds or milliseconds since 1970, of mail's dates (RFC 2822), of
/// `2026-08-05 09:41:37 UTC`, `31.12.2026` and `12/31/2026`. Anything else stays as it is.
pub fn moment(text: &str) -> String {
    let text = text.trim();
    read_moment(text).unwrap_or_else(|| text.to_owned())
}

fn read_moment(text: &str) -> Option<String> {
    let iso = |moment: DateTime<Utc>| moment.to_rfc3339_opts(SecondsFormat::Secs, true);
    if let Ok(number) = text.parse::<f64>() {
        let seconds = match number {
            // From 1973 on, in milliseconds and in seconds.
            1e11..1e14 => number / 1000.0,
            1e8..1e11 => number,
            _ => return None,
        };
        return DateTime::from_timestamp(seconds as i64, 0).map(iso);
    }
    if let Some(moment) = text.strip_suffix(" UTC") {
        return Some(format!("{moment}+0000"));
    }
    if let Some(found) = regex!(r"^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$").captures(text) {
        let part = |number: usize| found.get(number).map(|part| part.as_str());
        return iso_day(part(3)?, part(2)?, part(1)?);
    }
    if let Some(numbers) = Numbers::read(text) {
        return numbers.day(None).map(|day| day.to_string());
    }
    // The name of the day is often another day's.
    let mail = text.split_once(", ").map_or(text, |(_, rest)| rest);
    DateTime::parse_from_rfc2822(mail)
        .ok()
        .map(|moment| moment.to_rfc3339())
}

fn iso_day(year: &str, month: &str, day: &str) -> Option<String> {
    Some(format!("{year}-{month:0>2}-{day:0>2}"))
}

/// A date of three numbers as ISO 8601 has it, where it or `order` says which of them is the day. Anything else
/// stays as it is.
pub fn day(text: &str, order: Option<Order>) -> String {
    let day = Numbers::read(text).and_then(|numbers| numbers.day(order));
    day.map_or_else(|| text.to_owned(), |day| day.to_string())
}

/// What there is of `parts`, each once, with `separator` between.
pub fn joined(parts: &[String], separator: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for part in parts.iter().map(|part| part.trim()) {
        if !part.is_empty() && !kept.contains(&part) {
            kept.push(part);
        }
    }
    kept.join(separator)
}

/// `html` below a heading; nothing where it is empty.
pub fn section(heading: &str, html: &str) -> String {
    if html.trim().is_empty() {
        return String::new();
    }
    // A line of text beside HTML is a paragraph.
    let is_line = !html.contains(['<', '\n']);
    let html = if is_line {
        format!("<p>{html}</p>")
    } else {
        html.to_owned()
    };
    if heading.trim().is_empty() {
        return format!("{html}\n");
    }
    let heading = htmlize::escape_text(heading.trim());
    format!("<h3>{heading}</h3>\n{html}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_they_are_found() {
        for (text, iso) in [
            ("1764205361939", "2025-11-27T01:02:41Z"),
            ("1713397508000.0", "2024-04-17T23:45:08Z"),
            ("1790265606", "2026-09-24T16:00:06Z"),
            ("2026-08-05 09:41:37 UTC", "2026-08-05 09:41:37+0000"),
            ("Tue, 29 Jun 2021 22:49:39 GMT", "2021-06-29T22:49:39+00:00"),
            (
                "Mon, 29 Jun 2021 22:49:39 +0200",
                "2021-06-29T22:49:39+02:00",
            ),
            ("1.9.2026", "2026-09-01"),
            ("12/31/2026", "2026-12-31"),
            ("31/12/2026", "2026-12-31"),
            ("01/02/2026", "01/02/2026"),
            ("2026-09-01", "2026-09-01"),
            ("2026", "2026"),
            ("soon", "soon"),
        ] {
            assert_eq!(moment(text), iso);
        }
    }

    #[test]
    fn words_of_other_programs_are_understood() {
        for (text, word) in [
            ("Remote", "remote"),
            ("On-site", "on_site"),
            ("onsite", "on_site"),
            ("Hybrid remote", "hybrid"),
            ("unspecified", ""),
        ] {
            assert_eq!(workplace(text), word, "{text}");
        }
    }
}
