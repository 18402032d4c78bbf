//! Addresses become links where they stand bare, and a link leads where it says or nowhere: to a whole
//! address of the web or to one address of mail.

use std::collections::VecDeque;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use regex::{Regex, regex};
use url::Url;

/// Most bare addresses of one text that become links.
const MOST: usize = 200;

/// Longest bare address that becomes a link, in bytes.
const LONGEST: usize = 500;

/// A host with a top-level domain, and what may follow.
fn host() -> &'static Regex {
    regex!(r"^(?i)[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+\p{L}{2,}(?::\d+)?(?:[/?#].*)?$")
}

fn mail_address() -> &'static Regex {
    regex!(r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$")
}

/// The events of a text with its links mended and its bare addresses linked.
pub struct Linked<'a, I> {
    events: I,
    /// Texts that follow each other are one: a parser parts them at each sign that might mean something.
    text: String,
    ready: VecDeque<Event<'a>>,
    /// For each open link, whether it leads somewhere.
    open: Vec<bool>,
    is_code: bool,
    made: usize,
}

impl<'a, I: Iterator<Item = Event<'a>>> Linked<'a, I> {
    pub fn new(events: I) -> Self {
        Self {
            events,
            text: String::new(),
            ready: VecDeque::new(),
            open: Vec::new(),
            is_code: false,
            made: 0,
        }
    }

    /// Takes up an event that is no text.
    fn take(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::Link {
                dest_url,
                title,
                id,
                ..
            }) => {
                let target = target(&dest_url);
                self.open.push(target.is_some());
                if let Some(target) = target {
                    self.ready.push_back(Event::Start(Tag::Link {
                        link_type: LinkType::Inline,
                        dest_url: target.into(),
                        title,
                        id,
                    }));
                }
            }
            Event::End(TagEnd::Link) => {
                if self.open.pop() == Some(true) {
                    self.ready.push_back(event);
                }
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.is_code = true;
                self.ready.push_back(event);
            }
            Event::End(TagEnd::CodeBlock) => {
                self.is_code = false;
                self.ready.push_back(event);
            }
            // What a picture shows in words is all that is left of it.
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            event => self.ready.push_back(event),
        }
    }

    /// Gives out the text that was gathered, with its addresses as links.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if self.is_code || !self.open.is_empty() {
            self.push_text(&text);
            return;
        }
        let mut plain = 0;
        for (start, end, address) in addresses(&text) {
            if self.made == MOST {
                break;
            }
            self.made += 1;
            self.push_text(&text[plain..start]);
            self.ready.push_back(Event::Start(Tag::Link {
                link_type: LinkType::Inline,
                dest_url: address.into(),
                title: CowStr::Borrowed(""),
                id: CowStr::Borrowed(""),
            }));
            self.push_text(&text[start..end]);
            self.ready.push_back(Event::End(TagEnd::Link));
            plain = end;
        }
        self.push_text(&text[plain..]);
    }

    fn push_text(&mut self, text: &str) {
        if !text.is_empty() {
            self.ready.push_back(Event::Text(text.to_owned().into()));
        }
    }
}

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for Linked<'a, I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            match self.events.next() {
                Some(Event::Text(text)) => self.text.push_str(&text),
                Some(event) => {
                    self.flush();
                    self.take(event);
                }
                None if self.text.is_empty() => return None,
                None => self.flush(),
            }
        }
    }
}

/// The bare addresses in a text: where each begins and ends, and where it leads. Looks at each word once.
fn addresses(text: &str) -> impl Iterator<Item = (usize, usize, String)> {
    let words = text.split_whitespace();
    words.filter_map(move |word| {
        let (start, end) = within(word)?;
        let address = bare_target(&word[start..end])?;
        let offset = word.as_ptr() as usize - text.as_ptr() as usize;
        Some((offset + start, offset + end, address))
    })
}

/// The part of a word that may be an address: without the punctuation around it, and without what stands
/// before a scheme.
fn within(word: &str) -> Option<(usize, usize)> {
    let is_address = word.contains("://") || word.contains('@') || word.contains("www.");
    if !is_address || word.len() > LONGEST {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let scheme = ["https://", "http://", "www."]
        .iter()
        .filter_map(|scheme| lower.find(scheme))
        .min();
    let opening = ['(', '[', '{', '<', '"', '\'', '“', '‘', '«', '„'];
    let start = scheme.unwrap_or(word.len() - word.trim_start_matches(opening).len());
    let rest = &word[start..];
    let has_brackets = rest.contains('(');
    let closing = |c: char| {
        matches!(
            c,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | '…'
                | '>'
                | '"'
                | '\''
                | '”'
                | '’'
                | '»'
                | ']'
                | '}'
        ) || c == ')' && !has_brackets
    };
    Some((start, start + rest.trim_end_matches(closing).len()))
}

/// Where a bare address leads, if somebody meant one: `Node.js` is none.
fn bare_target(shown: &str) -> Option<String> {
    let lower = shown.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        web(shown)
    } else if lower.starts_with("www.") && host().is_match(shown) {
        web(&format!("https://{shown}"))
    } else if mail_address().is_match(shown) {
        Some(format!("mailto:{shown}"))
    } else {
        None
    }
}

/// A number to call.
fn phone() -> &'static Regex {
    regex!(r"^tel:\+?[0-9().-]{3,40}$")
}

/// Where a link leads, with the scheme that it lacks.
fn target(address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    if phone().is_match(&lower) {
        return Some(lower);
    }
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return web(address);
    }
    let mail = if lower.starts_with("mailto:") {
        &address["mailto:".len()..]
    } else {
        address
    };
    if mail_address().is_match(mail) {
        Some(format!("mailto:{mail}"))
    } else if host().is_match(address) {
        web(&format!("https://{address}"))
    } else {
        None
    }
}

/// An address as browsers understand it. Nobody writes a user before a host but to deceive.
fn web(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    let host = url.host_str().filter(|_| is_plain)?;
    // As it was typed, unless browsers read another host out of it.
    let is_written = address.to_ascii_lowercase().contains(host);
    Some(match is_written {
        true => address.to_owned(),
        false => url.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_whole_address_or_nowhere() {
        for (address, leads) in [
            ("https://a.example/x", Some("https://a.example/x")),
            ("HTTPS://A.example", Some("HTTPS://A.example")),
            ("www.a.example", Some("https://www.a.example")),
            ("a.example/x?y=1", Some("https://a.example/x?y=1")),
            (
                "https://pаypal.example/",
                Some("https://xn--pypal-4ve.example/"),
            ),
            ("bea@a.example", Some("mailto:bea@a.example")),
            ("mailto:bea@a.example", Some("mailto:bea@a.example")),
            ("mailto:bea@a.example?bcc=x@b.example", None),
            ("tel:+49-30-1234", Some("tel:+49-30-1234")),
            ("tel:javascript", None),
            ("http:/logout", None),
            ("https:evil.example", None),
            ("https://board.example@evil.example/", None),
            ("javascript:alert(1)", None),
            ("/logout", None),
            ("?q=x", None),
            ("#top", None),
        ] {
            assert_eq!(target(address).as_deref(), leads, "{address}");
        }
    }

    #[test]
    fn bare_addresses_are_found_without_the_punctuation_around_them() {
        for (text, shown) in [
            ("See (https://a.example/x).", vec!["https://a.example/x"]),
            ("https://a.example/a_(b)", vec!["https://a.example/a_(b)"]),
            ("Site:https://a.example, mail:", vec!["https://a.example"]),
            ("“www.a.example”!", vec!["www.a.example"]),
            (
                "<bea@a.example>; ada@b.example.",
                vec!["bea@a.example", "ada@b.example"],
            ),
            ("Node.js, www. @home a@b www._ https://", vec![]),
        ] {
            let found: Vec<&str> = addresses(text)
                .map(|(start, end, _)| &text[start..end])
                .collect();
            assert_eq!(found, shown, "{text}");
        }
    }
}
