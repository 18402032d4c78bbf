//! Addresses become links where they stand bare, and links without a scheme lead where they say.

use std::collections::VecDeque;

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};
use regex::{Regex, regex};

/// Most bare addresses of one text that become links.
const MOST: usize = 200;

/// A host with a top-level domain, and what may follow.
fn host() -> &'static Regex {
    regex!(r"^(?i)[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+\p{L}{2,}(?::\d+)?(?:[/?#].*)?$")
}

fn mail_address() -> &'static Regex {
    regex!(r"^[^\s@/?#]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$")
}

pub struct Linked<'a, I> {
    events: I,
    finder: LinkFinder,
    /// What one text became.
    ready: VecDeque<Event<'a>>,
    /// Within a link, or within code.
    is_inside: bool,
    made: usize,
}

impl<'a, I: Iterator<Item = Event<'a>>> Linked<'a, I> {
    /// `events`, in which neighbouring texts are one.
    pub fn new(events: I) -> Self {
        let mut finder = LinkFinder::new();
        finder.url_must_have_scheme(false);
        Self {
            events,
            finder,
            ready: VecDeque::new(),
            is_inside: false,
            made: 0,
        }
    }

    fn link(&mut self, text: &str) {
        for span in self.finder.spans(text) {
            let shown = span.as_str();
            let address = match span.kind() {
                Some(LinkKind::Email) => Some(format!("mailto:{shown}")),
                Some(LinkKind::Url) => web_address(shown),
                _ => None,
            };
            let shown = Event::Text(shown.to_owned().into());
            match address.filter(|_| self.made < MOST) {
                None => self.ready.push_back(shown),
                Some(address) => {
                    self.made += 1;
                    self.ready.extend([
                        Event::Start(Tag::Link {
                            link_type: LinkType::Autolink,
                            dest_url: address.into(),
                            title: CowStr::Borrowed(""),
                            id: CowStr::Borrowed(""),
                        }),
                        shown,
                        Event::End(TagEnd::Link),
                    ]);
                }
            }
        }
    }
}

/// Where a bare address leads, if somebody meant one: `Node.js` is none.
fn web_address(shown: &str) -> Option<String> {
    let lower = shown.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        Some(shown.to_owned())
    } else {
        lower
            .starts_with("www.")
            .then(|| format!("https://{shown}"))
    }
}

/// The address of a link, with the scheme that it lacks.
fn whole(address: &str) -> Option<String> {
    if host().is_match(address) {
        Some(format!("https://{address}"))
    } else if mail_address().is_match(address) {
        Some(format!("mailto:{address}"))
    } else {
        None
    }
}

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for Linked<'a, I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(event) = self.ready.pop_front() {
            return Some(event);
        }
        match self.events.next()? {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) => {
                self.is_inside = true;
                Some(Event::Start(Tag::Link {
                    link_type,
                    dest_url: whole(&dest_url).map_or(dest_url, CowStr::from),
                    title,
                    id,
                }))
            }
            event @ Event::Start(Tag::CodeBlock(_)) => {
                self.is_inside = true;
                Some(event)
            }
            event @ Event::End(TagEnd::Link | TagEnd::CodeBlock) => {
                self.is_inside = false;
                Some(event)
            }
            Event::Text(text) if !self.is_inside => {
                self.link(&text);
                self.ready.pop_front().or(Some(Event::Text(text)))
            }
            event => Some(event),
        }
    }
}
