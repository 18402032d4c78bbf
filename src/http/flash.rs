//! A sentence shown once, on the page after a redirect. The cookie holds the name of a sentence. What that
//! names and counts, and what could be taken back, is sealed for the account that it was said to, so nobody can
//! put words or buttons on somebody else's page.

mod carried;

use serde::Serialize;

pub use self::carried::{cookie_name, shown};
use super::listing::back_to;
use crate::{platform::i18n::Message, text::clean};

/// Longest name in a notice, in characters: it must fit into a cookie.
const LONGEST_NAME: usize = 80;

/// What there is to say after something was done. Each feature names its own.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What the cookie holds.
    name: &'static str,
    says: Says,
    /// What the thing that it is about is called.
    what: String,
    /// Until when it holds, in words.
    until: String,
    numbers: Vec<u64>,
    ids: Vec<u64>,
}

/// How a notice makes its sentence.
#[derive(Clone, Copy, Debug)]
enum Says {
    Always(fn() -> Message),
    /// The numbers, as [`Notice::counting`] knows them, and what takes it back for so many things.
    Counts(fn(&[u64]) -> Message, Option<UndoMany>),
    /// What was done to the thing of this name, which may be unknown, and the address of a form that takes
    /// it back.
    About(fn(&str) -> Message, Option<fn(u64) -> String>),
    /// What was done to the thing of this name, and until when it holds; both may be unknown.
    Until(fn(&str, &str) -> Message),
}

/// The address of a form that takes something back for many things, its action there, and what their ids
/// are called.
pub type UndoMany = (&'static str, &'static str, &'static str);

/// The form that takes back what was done.
#[derive(Debug, Serialize)]
pub struct Undo {
    action: String,
    fields: Vec<(&'static str, String)>,
}

impl Notice {
    pub const fn new(name: &'static str, message: fn() -> Message) -> Self {
        Self::saying(name, Says::Always(message))
    }

    /// One that says how many were changed, and how many were not.
    pub const fn counting(name: &'static str, message: fn(&[u64]) -> Message) -> Self {
        Self::saying(name, Says::Counts(message, None))
    }

    /// The same with a button that takes it back.
    pub const fn counting_undoable(
        name: &'static str,
        message: fn(&[u64]) -> Message,
        undo: UndoMany,
    ) -> Self {
        Self::saying(name, Says::Counts(message, Some(undo)))
    }

    /// One that names what it is about.
    pub const fn naming(name: &'static str, message: fn(&str) -> Message) -> Self {
        Self::saying(name, Says::About(message, None))
    }

    /// One that names what it is about, and a day, as [`Notice::until`] knows it.
    pub const fn dated(name: &'static str, message: fn(&str, &str) -> Message) -> Self {
        Self::saying(name, Says::Until(message))
    }

    /// The same with a button that takes back what was done. `undo` gives the address that it sends a form
    /// to.
    pub const fn undoable(
        name: &'static str,
        message: fn(&str) -> Message,
        undo: fn(u64) -> String,
    ) -> Self {
        Self::saying(name, Says::About(message, Some(undo)))
    }

    const fn saying(name: &'static str, says: Says) -> Self {
        Self {
            name,
            says,
            what: String::new(),
            until: String::new(),
            numbers: Vec::new(),
            ids: Vec::new(),
        }
    }

    /// The same with these numbers, of the things with these ids.
    pub fn of_many(self, numbers: Vec<u64>, ids: &[i64]) -> Self {
        let ids = ids.iter().filter_map(|id| (*id).try_into().ok()).collect();
        Self {
            numbers,
            ids,
            ..self
        }
    }

    /// The same of the thing with this id and this name.
    pub fn about(self, id: i64, name: &str) -> Self {
        let mut what: String = name.chars().take(LONGEST_NAME).collect();
        if what.len() < name.len() {
            what.push('…');
        }
        Self {
            what: clean::line(&what),
            ids: u64::try_from(id).into_iter().filter(|id| *id > 0).collect(),
            ..self
        }
    }

    /// The same until this day, in words.
    pub fn until(self, until: String) -> Self {
        Self { until, ..self }
    }

    /// What it says.
    pub fn message(&self) -> Message {
        match self.says {
            Says::Always(message) => message(),
            Says::Counts(message, _) => message(&self.numbers),
            Says::About(message, _) => message(&self.what),
            Says::Until(message) => message(&self.what, &self.until),
        }
    }

    /// Which notice it is, for a page that goes on from there.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The form that takes back what was done, and leads to the page at `address`.
    pub fn undo(&self, address: &str) -> Option<Undo> {
        let back = back_to(address);
        let first = self.ids.first()?;
        match self.says {
            Says::About(_, Some(undo)) => Some(Undo {
                action: undo(*first) + &back,
                fields: Vec::new(),
            }),
            Says::Counts(_, Some((path, action, name))) => Some(Undo {
                action: format!("{path}{back}"),
                fields: self
                    .ids
                    .iter()
                    .map(|id| (name, id.to_string()))
                    .chain([("action", action.to_owned())])
                    .collect(),
            }),
            _ => None,
        }
    }
}

/// What was typed is stored.
pub const SAVED: Notice = Notice::new("saved", || Message::new("http-notice-saved"));

/// A number in the first place of a notice's numbers, or zero.
pub fn first(numbers: &[u64]) -> u64 {
    numbers.first().copied().unwrap_or(0)
}

/// The name of a thing in quotes; what it is, where its name is not known.
pub fn quoted(name: &str, otherwise: Message) -> Message {
    match name {
        "" => otherwise,
        name => Message::new("http-notice-name").with("name", name.to_owned()),
    }
}
