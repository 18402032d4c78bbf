//! Making Markdown of lines that ran together: paragraphs, lists, headings.

/// Longest segment that may be an item of a list, in characters.
const ITEM_LENGTH: usize = 260;

/// Longest line with a colon at its end that is a heading, in characters.
const HEADING_LENGTH: usize = 70;

/// A paragraph longer than this, in characters, is a wall of text.
const WALL_LENGTH: usize = 900;

/// Where a wall of text is cut, a paragraph has at least this many characters.
const PARAGRAPH_LENGTH: usize = 420;

/// Lines that head a section in most advertisements, in lower case.
const TITLES: &[&str] = &[
    "about the job",
    "about the role",
    "about us",
    "about you",
    "benefits",
    "company overview",
    "duties",
    "job description",
    "job details",
    "job requirements",
    "job summary",
    "overview",
    "qualifications",
    "requirements",
    "responsibilities",
    "skills",
    "summary",
    "the company",
    "the role",
    "what we offer",
    "who you are",
];

/// One run of text that had no line breaks. Where three or more pieces ran together they were a list
/// once, save for an opening sentence and headings. Neighbouring blocks get different bullets, or
/// Markdown would join their lists and space them like paragraphs.
pub fn markdown(segments: &[String], bullet: char) -> String {
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

/// Which segments are items of a list; one alone is none.
fn items(segments: &[String]) -> Vec<bool> {
    let may_be: Vec<bool> = segments
        .iter()
        .enumerate()
        .map(|(place, segment)| {
            let opening = place == 0 && segment.ends_with(['.', ':', '!', '?', '…']);
            let short = segment.chars().count() <= ITEM_LENGTH;
            segments.len() >= 3 && short && !opening && !is_heading(segment)
        })
        .collect();
    let at = |place: usize| may_be.get(place).copied().unwrap_or(false);
    (0..may_be.len())
        .map(|place| at(place) && (at(place + 1) || (place > 0 && at(place - 1))))
        .collect()
}

/// Whether `segment` heads what follows: a short line with a colon at its end, or a usual title.
fn is_heading(segment: &str) -> bool {
    let short = segment.chars().count() <= HEADING_LENGTH;
    let title = segment.trim_end_matches(':').to_lowercase();
    short && (segment.ends_with(':') || TITLES.contains(&title.as_str()))
}

/// Cuts a wall of text into paragraphs, at the ends of sentences.
fn paragraphs(text: &str) -> Vec<String> {
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

/// Text that Markdown shows as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (place, c) in text.chars().enumerate() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '|');
        let special_first = place == 0 && matches!(c, '#' | '+' | '-' | '>' | '=');
        if special || special_first {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
