//! Reading the fields of a form into values, noting what is wrong on the way.

use super::{Form, values::Messages};
use crate::platform::{
    db::text_enum::TextEnum,
    i18n::Message,
    mail_address::MailAddress,
    typed::{self, Completeness},
};

/// Longest text that is looked for among the variants of an enum, in characters.
const LONGEST_CHOICE: usize = 100;

/// Reads one form. A field that cannot be used gives an empty value and a message.
pub struct Fields<'a> {
    pub form: &'a Form,
    pub messages: Messages,
    completeness: Completeness,
}

impl<'a> Fields<'a> {
    /// Every required field must be filled in.
    pub fn new(form: &'a Form) -> Self {
        Self::of(form, Completeness::Complete)
    }

    pub fn of(form: &'a Form, completeness: Completeness) -> Self {
        Self {
            form,
            messages: Messages::default(),
            completeness,
        }
    }

    /// What `parse` makes of a field.
    pub fn parse<T>(
        &mut self,
        name: &'static str,
        parse: impl FnOnce(&str) -> Result<T, Message>,
    ) -> Option<T> {
        let mut values = self.form.values(name);
        let value = values.next().unwrap_or("");
        if values.next().is_some() {
            self.messages.add(name, Message::new("http-field-twice"));
        }
        match parse(value) {
            Ok(parsed) => Some(parsed),
            Err(message) => {
                self.messages.add(name, message);
                None
            }
        }
    }

    /// A required single line of at most `longest` characters; white space is tidied. `empty` is said where
    /// it is.
    pub fn line(&mut self, name: &'static str, longest: usize, empty: Message) -> String {
        let completeness = self.completeness;
        let line = self.parse(name, |typed| {
            typed::at_least(typed::line(typed, longest)?, 1, completeness, empty)
        });
        line.unwrap_or_default()
    }

    /// A single line that may be left out.
    pub fn optional_line(&mut self, name: &'static str, longest: usize) -> Option<String> {
        let line = self.parse(name, |typed| typed::line(typed, longest));
        line.filter(|line| !line.is_empty())
    }

    /// A required email address.
    pub fn email(&mut self, name: &'static str) -> String {
        let completeness = self.completeness;
        let address = self.parse(name, |typed| match typed.trim() {
            "" => typed::at_least(
                String::new(),
                1,
                completeness,
                Message::new("platform-mail-none"),
            ),
            typed => MailAddress::parse(typed).map(|address| address.0),
        });
        address.unwrap_or_default()
    }

    /// One of an enum's variants, required.
    pub fn choice<T: TextEnum>(&mut self, name: &'static str) -> Option<T> {
        let choice = self.optional_choice(name);
        if choice.is_none() {
            self.require(name, Message::new("http-field-choice").with("field", name));
        }
        choice
    }

    /// One of an enum's variants, or none.
    pub fn optional_choice<T: TextEnum>(&mut self, name: &'static str) -> Option<T> {
        let choice = self.parse(name, |typed| match typed::line(typed, LONGEST_CHOICE)? {
            typed if typed.is_empty() => Ok(None),
            typed => match T::from_text(&typed) {
                Some(variant) => Ok(Some(variant)),
                None => Err(Message::new("http-field-choice").with("field", name)),
            },
        });
        choice.flatten()
    }

    /// Notes that a required field is empty.
    pub fn require(&mut self, name: &'static str, message: Message) {
        if self.completeness == Completeness::Complete {
            self.messages.add(name, message);
        }
    }
}
