//! Markdown to HTML that is safe to show: only the elements a job description needs, only links that
//! lead somewhere a person would want to go.

mod bounded;
mod links;

use std::{collections::HashSet, sync::LazyLock};

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use self::{bounded::Bounded, links::Linked};

/// Stands for `&amp;` before the sanitizer: a character of private use, which no text keeps.
const STAND_IN: &str = "\u{e002}";

/// The highest heading that a text may have.
#[derive(Clone, Copy, Debug)]
pub enum Top {
    H2,
    H3,
}

impl Top {
    fn levels(self) -> (HeadingLevel, HeadingLevel) {
        match self {
            Self::H2 => (HeadingLevel::H2, HeadingLevel::H3),
            Self::H3 => (HeadingLevel::H3, HeadingLevel::H4),
        }
    }
}

/// What a description may hold (security rests on this list, not on the Markdown parser).
static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from([
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
        ]))
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("ol", ["start"])
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow noopener ugc"));
    builder
});

/// Renders `markdown`. Its first and second level of headings come out as `top`, deeper ones as the
/// level below, so that they fit under the heading of the page they stand on.
pub fn render(markdown: &str, top: Top) -> String {
    let below_page = |level| match level {
        HeadingLevel::H1 | HeadingLevel::H2 => top.levels().0,
        _ => top.levels().1,
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Bounded::new(Parser::new_ext(markdown, options)).map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
            level: below_page(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below_page(level))),
        // Raw HTML is shown as it was typed.
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        // Whoever breaks a line wants it broken: an address, a signature.
        Event::SoftBreak => Event::HardBreak,
        other => other,
    });
    let events = Linked::new(events);
    let mut unsafe_html = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut unsafe_html, events);
    sanitized(&unsafe_html)
}

/// `html` with nothing but what a description may hold. The sanitizer's time for one ampersand grows with
/// the text before it, so ampersands are replaced before it runs and put back afterwards.
fn sanitized(html: &str) -> String {
    let html = html.replace(STAND_IN, "").replace("&amp;", STAND_IN);
    SANITIZER
        .clean(&html)
        .to_string()
        .replace(STAND_IN, "&amp;")
}

/// The beginning of `markdown` as plain text of at most `longest` characters, cut at a word.
pub fn summary(markdown: &str, longest: usize) -> String {
    let text: String = Parser::new(markdown)
        .map(|event| match event {
            Event::Text(text) | Event::Code(text) => text.into_string(),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item)
            | Event::SoftBreak
            | Event::HardBreak => " ".to_owned(),
            _ => String::new(),
        })
        .collect();
    let mut summary = String::new();
    for word in text.split_whitespace() {
        if summary.chars().count() + word.chars().count() >= longest {
            summary.push('…');
            break;
        }
        if !summary.is_empty() {
            summary.push(' ');
        }
        summary.push_str(word);
    }
    summary
}
