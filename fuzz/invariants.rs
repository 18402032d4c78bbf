//! What must hold of whatever comes out, in words that several targets share.

use jobboard::{jobs::JobFields, sources::import::Posting};

/// The elements that a description may show.
const ELEMENTS: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Asserts that `html` has only elements of the list, that they are nested as tags must be and not
/// deep, and that links lead to the web, a mailbox or a phone or a phone.
pub fn is_safe(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split_once('>').expect("a tag has an end").0;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(ELEMENTS.contains(&name), "{name} in {html}");
        if !matches!(name, "br" | "hr") {
            open.push(name);
        }
        assert!(open.len() <= 24, "{} levels", open.len());
        if let Some((_, href)) = attributes.split_once("href=\"") {
            let is_known = ["http://", "https://", "mailto:", "tel:"]
                .iter()
                .any(|scheme| href.to_ascii_lowercase().starts_with(scheme));
            assert!(is_known, "{href}");
        }
        assert!(
            !attributes.contains("on") || attributes.contains("href") || name == "ol",
            "{tag}"
        );
    }
    assert!(open.is_empty(), "{html}");
}

/// Asserts that `text` is no longer than a column takes, and holds nothing invisible.
pub fn is_tidy(text: &str, longest: usize) {
    assert!(text.chars().count() <= longest, "{text:?}");
    let is_bad = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    assert!(!text.contains(is_bad), "{text:?}");
}

/// Asserts what the form would ask of each field.
pub fn is_storable(posting: &Posting) {
    let JobFields {
        title,
        company,
        location,
        tags,
        apply_to,
        description,
        ..
    } = &posting.fields;
    for (text, longest) in [
        (title, 140),
        (company, 120),
        (location, 200),
        (tags, 400),
        (apply_to, 6_000),
        (description, 20_000),
        (&posting.source.0, 200),
        (&posting.source.1, 200),
    ] {
        is_tidy(text, longest);
    }
    assert!(!title.is_empty() && !company.is_empty() && !description.is_empty());
    let days = [
        posting.fields.valid_through,
        posting.date_posted.map(|at| at.date()),
    ];
    for day in days.into_iter().flatten() {
        assert_eq!(day.to_string().len(), 10, "{day}");
    }
}
