//! The values of one filter, as a list offers them.

use serde::Serialize;

use super::Link;

#[derive(Debug, Serialize)]
pub struct Group {
    pub(super) title: String,
    /// The name of its values in an address.
    name: &'static str,
    /// What stands for none of them, where only one can be chosen.
    any: Option<Any>,
    has_active: bool,
    pub(super) links: Vec<Link>,
    /// What is offered besides, where somebody asks for it.
    pub(super) more: Vec<Link>,
}

/// The choice of none of the values.
#[derive(Debug, Serialize)]
pub struct Any {
    pub(super) label: String,
    /// What is asked for then.
    pub(super) value: String,
}

impl Group {
    /// Values behind which there are no jobs are left out.
    pub(super) fn new(
        name: &'static str,
        title: String,
        any: Option<Any>,
        links: Vec<Link>,
    ) -> Self {
        let links: Vec<Link> = links.into_iter().filter(|link| !link.is_dead()).collect();
        Self {
            title,
            name,
            any,
            has_active: links.iter().any(|link| link.is_active),
            links,
            more: Vec::new(),
        }
    }

    /// Shows so many of its values at once, and the one that is chosen.
    pub(super) fn showing(mut self, most: usize) -> Self {
        let mut at = 0;
        let is_more = |link: &mut Link| {
            at += 1;
            at > most && !link.is_active
        };
        self.more = self.links.extract_if(.., is_more).collect();
        self
    }

    /// All of its values.
    pub(super) fn all(self) -> impl Iterator<Item = Link> {
        self.links.into_iter().chain(self.more)
    }

    /// Whether its choices stand for this pair: where only one can be chosen, they stand for any.
    pub(super) fn offers(&self, name: &str, value: &str) -> bool {
        let links = self.links.iter().chain(&self.more);
        let mut values = links.map(|link| &link.value);
        self.name == name
            && !self.links.is_empty()
            && (self.any.is_some() || values.any(|known| known == value))
    }
}
