//! Making Markdown of lines that ran together: paragraphs, lists, headings.

mod titles;

use regex::regex;

use super::{escape::escape, runs::Piece};

/// Longest segment that may be an item of a list, in characters.
const ITEM_LENGTH: usize = 260;

/// Fewer short segments beside a long one, with no heading, may be sentences, each of which has so many characters.
const FEWEST_ITEMS: usize = 3;
const SHORTEST_SENTENCE: usize = 50;

/// Longest line with a colon at its end that is a heading, in characters.
const HEADING_LENGTH: usize = 70;

/// A paragraph longer than this, in characters, is a wall of text.
const WALL_LENGTH: usize = 900;

/// Where a wall of text is cut, a paragraph has at least this many characters.
const PARAGRAPH_LENGTH: usize = 420;

/// Lines that head a section in most advertisements, in lower case.
const TITLES: &[&str] = &[
    "about the company",
    "about the job",
    "about the position",
    "about the role",
    "about us",
    "about you",
    "additional information",
    "benefits",
    "compensation",
    "company overview",
    "duties",
    "education",
    "essential functions",
    "experience",
    "how to apply",
    "job description",
    "job details",
    "job purpose",
    "job requirements",
    "job responsibilities",
    "job summary",
    "key responsibilities",
    "location",
    "minimum qualifications",
    "minimum requirements",
    "nice to have",
    "our offer",
    "overview",
    "perks",
    "perks and benefits",
    "position",
    "position description",
    "position summary",
    "preferred qualifications",
    "preferred skills",
    "qualifications",
    "required experience",
    "required qualifications",
    "required skills",
    "requirements",
    "responsibilities",
    "role",
    "salary",
    "skills",
    "summary",
    "the company",
    "the position",
    "the role",
    "the team",
    "what we offer",
    "what you will do",
    "what you'll do",
    "what you’ll do",
    "who you are",
    "working conditions",
    "your profile",
    "your role",
    "your tasks",
];

/// One run of text that had no line breaks. Where three or more pieces ran together they were a list
/// once, save for an opening sentence and headings. Neighbouring blocks get different bullets, or
/// Markdown would join their lists and space them like paragraphs.
pub fn markdown(segments: &[Piece], bullet: char) -> String {
    let segments = &with_titles_apart(segments);
    let items = items(segments);
    let mut markdown = String::new();
    for (place, segment) in segments.iter().enumerate() {
        let item = items[place];
        if place > 0 {
            markdown.push_str(if item && items[place - 1] {
                "\n"
            } else {
                "\n\n"
            });
        }
        let segment = segment.text.as_str();
        if is_heading(segment) {
            markdown.push_str(&format!("**{}**", escape(segment)));
        } else if item {
            markdown.push_str(&format!("{bullet} {}", escape(segment)));
        } else {
            let paragraphs: Vec<String> = paragraphs(segment)
                .iter()
                .map(|text| escape(text))
                .collect();
            markdown.push_str(&paragraphs.join("\n\n"));
        }
    }
    markdown
}

/// Which segments are items of a list. One alone is none, unless it has a bullet.
fn items(segments: &[Piece]) -> Vec<bool> {
    let may_be: Vec<bool> = segments
        .iter()
        .enumerate()
        .map(|(place, Piece { text, .. })| {
            let opening = place == 0 && text.ends_with(['.', ':', '!', '?', '…']);
            let short = text.chars().count() <= ITEM_LENGTH;
            segments.len() >= 3 && short && !opening && !is_heading(text)
        })
        .collect();
    let is_prose = is_prose(segments, &may_be);
    let at = |place: usize| !is_prose && may_be.get(place).copied().unwrap_or(false);
    let has_bullet = |place: usize| {
        let segment: Option<&Piece> = segments.get(place);
        segment.is_some_and(|segment| segment.has_bullet && !is_heading(&segment.text))
    };
    (0..may_be.len())
        .map(|place| {
            let is_among_items = at(place + 1) || (place > 0 && at(place - 1));
            has_bullet(place) || (at(place) && is_among_items)
        })
        .collect()
}

/// Whether the few segments that may be items are sentences beside a long one.
fn is_prose(segments: &[Piece], may_be: &[bool]) -> bool {
    let texts = || segments.iter().map(|segment| segment.text.as_str());
    let is_sentence =
        |text: &str| text.ends_with(['.', '!', '?']) && text.chars().count() >= SHORTEST_SENTENCE;
    let mut items = texts().zip(may_be).filter(|(_, may_be)| **may_be);
    let is_long = |text: &str| text.chars().count() > ITEM_LENGTH;
    items.clone().count() < FEWEST_ITEMS
        && items.all(|(text, _)| is_sentence(text))
        && texts().any(is_long)
        && !texts().any(is_heading)
}

/// Whether `line` heads what follows: a short line with a colon at its end, or a usual title.
pub fn is_heading(line: &str) -> bool {
    let is_sentence = regex!(r"\p{Ll}\. ").is_match(line);
    is_short(line) && (line.ends_with(':') && !is_sentence || is_title(line))
}

fn with_titles_apart(segments: &[Piece]) -> Vec<Piece> {
    let mut apart = Vec::with_capacity(segments.len());
    for segment in segments {
        let (said, title) = without_title(&segment.text);
        let piece = |text: &str, has_bullet: bool| Piece {
            text: text.to_owned(),
            has_bullet,
        };
        apart.push(piece(said, segment.has_bullet));
        apart.extend(title.map(|title| piece(title, false)));
    }
    apart
}

/// What a line says, and the title of the next section where one stands behind its last sentence.
fn without_title(line: &str) -> (&str, Option<&str>) {
    let mut ends = line.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let last = ends.rfind(|end| line[*end..].starts_with(' '));
    match last.map(|end| (&line[..end], line[end..].trim())) {
        Some((said, title)) if is_title(title) => (said, Some(title)),
        _ => (line, None),
    }
}

/// Whether `line` is no longer than headings are.
pub fn is_short(line: &str) -> bool {
    line.chars().count() <= HEADING_LENGTH
}

fn is_title(line: &str) -> bool {
    let title = line.trim_end_matches(':').to_lowercase();
    is_short(line) && (TITLES.contains(&title.as_str()) || titles::is_title(&title))
}

/// Cuts a wall of text into paragraphs, at the ends of sentences.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    let mut length = 0;
    if text.chars().count() <= WALL_LENGTH {
        return vec![text.to_owned()];
    }
    for sentence in text.split_inclusive(". ") {
        let last = paragraphs.len() - 1;
        let full = length > PARAGRAPH_LENGTH;
        let ends = !paragraphs[last].trim_end().ends_with("e.g.");
        if full && ends && sentence.starts_with(char::is_uppercase) {
            paragraphs.push(sentence.to_owned());
            length = 0;
        } else {
            paragraphs[last].push_str(sentence);
        }
        length += sentence.chars().count();
    }
    paragraphs
        .iter()
        .map(|paragraph| paragraph.trim().to_owned())
        .collect()
}
