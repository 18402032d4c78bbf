//! What a form's template needs: the values to show and the messages beside them.

use std::{collections::BTreeMap, fmt};

use serde::Serialize;

use crate::platform::i18n::{Locale, Message};

/// What is wrong with a form: a message for each field, in the order they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages(Vec<(&'static str, Message)>);

impl Messages {
    /// One message.
    pub fn of(field: &'static str, message: Message) -> Self {
        Self(vec![(field, message)])
    }

    /// Adds a message, unless `field` has one.
    pub fn add(&mut self, field: &'static str, message: Message) {
        if !self.has(field) {
            self.0.push((field, message));
        }
    }

    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|(name, _)| *name == field)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each field and its message.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Message)> {
        self.0.iter().map(|(field, message)| (*field, message))
    }
}

/// For a terminal, in English: `field: sentence`, separated by semicolons.
impl fmt::Display for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (field, message)) in self.0.iter().enumerate() {
            let separator = if place > 0 { "; " } else { "" };
            write!(f, "{separator}{field}: {message}")?;
        }
        Ok(())
    }
}

/// A form as its template shows it.
#[derive(Debug, Default, Serialize)]
pub struct FormView {
    values: BTreeMap<&'static str, String>,
    messages: BTreeMap<&'static str, String>,
    /// The messages in the order of the fields, for the summary above them.
    wrong: Vec<(&'static str, String)>,
    /// The field to put the cursor in: the first with a message.
    focus: Option<&'static str>,
    /// What stands against the whole form.
    trouble: Option<String>,
}

impl FormView {
    /// Shows `values` with `messages`, in the language of the page; `order` is that of its fields.
    pub fn new(
        locale: Locale,
        values: impl IntoIterator<Item = (&'static str, String)>,
        messages: Messages,
        order: &[&'static str],
    ) -> Self {
        Self {
            values: values.into_iter().collect(),
            wrong: order
                .iter()
                .flat_map(|field| messages.iter().filter(move |(name, _)| name == field))
                .map(|(field, message)| (field, locale.text(message)))
                .collect(),
            focus: order.iter().copied().find(|field| messages.has(field)),
            messages: messages
                .iter()
                .map(|(field, message)| (field, locale.text(message)))
                .collect(),
            trouble: None,
        }
    }

    /// Shows a sentence above the form.
    pub fn with_trouble(mut self, sentence: String) -> Self {
        self.trouble = Some(sentence);
        self
    }
}
