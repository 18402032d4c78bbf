//! Reading the fields of a form into values, noting what is wrong on the way.

use email_address::EmailAddress;

use super::{Form, values::Messages};
use crate::platform::{db::text_enum::TextEnum, i18n::Message};

/// Reads one form. A field that cannot be used gives an empty value and a message.
pub struct Fields<'a> {
    form: &'a Form,
    pub messages: Messages,
    /// Whether a required field may be left empty: so in a draft.
    lenient: bool,
}

impl<'a> Fields<'a> {
    /// Every required field must be filled in.
    pub fn new(form: &'a Form) -> Self {
        Self {
            form,
            messages: Messages::default(),
            lenient: false,
        }
    }

    /// Fields may be left empty; what is there must still be right.
    pub fn lenient(form: &'a Form) -> Self {
        Self {
            lenient: true,
            ..Self::new(form)
        }
    }

    /// A required single line of `shortest` to `longest` characters; white space is tidied.
    pub fn line(&mut self, name: &'static str, shortest: usize, longest: usize) -> String {
        let value = self.tidy_line(name);
        self.check_length(name, &value, shortest, longest);
        value
    }

    /// A single line that may be left out.
    pub fn optional_line(&mut self, name: &'static str, longest: usize) -> Option<String> {
        let value = self.tidy_line(name);
        self.check_longest(name, &value, longest);
        (!value.is_empty()).then_some(value)
    }

    /// A required email address.
    pub fn email(&mut self, name: &'static str) -> String {
        let address = self.line(name, 1, 254);
        if !address.is_empty() && !EmailAddress::is_valid(&address) {
            self.messages.add(name, Message::new("http-field-email"));
        }
        address
    }

    /// A required text of several lines.
    pub fn text(&mut self, name: &'static str, shortest: usize, longest: usize) -> String {
        let value = self.clean(name, true).trim().to_owned();
        self.check_length(name, &value, shortest, longest);
        value
    }

    /// One of an enum's variants, required.
    pub fn choice<T: TextEnum>(&mut self, name: &'static str) -> Option<T> {
        let choice = self.optional_choice(name);
        if choice.is_none() {
            self.require(name, Message::new("http-field-choice"));
        }
        choice
    }

    /// One of an enum's variants, or none.
    pub fn optional_choice<T: TextEnum>(&mut self, name: &'static str) -> Option<T> {
        let text = self.clean(name, false);
        let choice = T::from_text(text.trim());
        if choice.is_none() && !text.trim().is_empty() {
            self.messages.add(name, Message::new("http-field-choice"));
        }
        choice
    }

    /// Notes that a required field is empty.
    pub fn require(&mut self, name: &'static str, message: Message) {
        if !self.lenient {
            self.messages.add(name, message);
        }
    }

    fn tidy_line(&mut self, name: &'static str) -> String {
        let text = self.clean(name, false);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The value as text that can be stored and shown, or nothing and a message.
    fn clean(&mut self, name: &'static str, lines: bool) -> String {
        let mut values = self.form.values(name);
        let value = values.next().unwrap_or("");
        if values.next().is_some() {
            self.messages.add(name, Message::new("http-field-twice"));
        }
        if let Some(bad) = value.chars().find(|c| is_unusable(*c, lines)) {
            self.messages.add(
                name,
                Message::new("http-field-character")
                    .with("character", format!("U+{:04X}", bad as u32)),
            );
            return String::new();
        }
        value.to_owned()
    }

    fn check_length(&mut self, name: &'static str, value: &str, shortest: usize, longest: usize) {
        if value.is_empty() {
            self.require(name, Message::new("http-field-empty"));
        } else if value.chars().count() < shortest {
            self.require(name, Message::new("http-field-short").with("min", shortest));
        }
        self.check_longest(name, value, longest);
    }

    fn check_longest(&mut self, name: &'static str, value: &str, longest: usize) {
        let length = value.chars().count();
        if length > longest {
            self.messages.add(
                name,
                Message::new("http-field-long")
                    .with("max", longest)
                    .with("length", length),
            );
        }
    }
}

/// Control characters, what an invalid byte becomes, and characters that change how their
/// neighbours read without being seen. Line breaks and tabs are usable in a text of several `lines`.
pub fn is_unusable(c: char, lines: bool) -> bool {
    match c {
        '\n' | '\t' => !lines,
        '\u{fffd}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        c => c.is_control(),
    }
}
