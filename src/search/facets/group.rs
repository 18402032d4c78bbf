//! The values of one filter, as a list offers them.

use serde::Serialize;

use crate::{platform::i18n::Locale, search::query::Facet};

#[derive(Debug, Serialize)]
pub struct Group {
    #[serde(skip)]
    pub(super) facet: Facet,
    pub(super) title: String,
    /// The name of its values in an address.
    name: &'static str,
    /// What stands for none of them, where only one can be chosen.
    any: Option<Any>,
    has_active: bool,
    pub(super) choices: Vec<Choice>,
    /// What is offered besides, where somebody asks for it.
    pub(super) more: Vec<Choice>,
}

/// The choice of none of the values.
#[derive(Debug, Serialize)]
pub struct Any {
    pub(super) label: String,
    /// What is asked for then.
    pub(super) value: String,
}

/// A value.
#[derive(Debug, Serialize)]
pub struct Choice {
    pub(super) label: String,
    /// What the form sends where it is chosen.
    pub(super) value: String,
    /// How many jobs are behind it, where that was counted.
    pub(super) count: Option<String>,
    #[serde(skip)]
    pub(super) jobs: Option<usize>,
    pub(super) is_active: bool,
}

impl Choice {
    pub(super) fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            count: None,
            jobs: None,
            is_active: false,
        }
    }

    pub(super) fn counted(mut self, jobs: usize, locale: Locale) -> Self {
        self.count = Some(number(jobs, locale));
        self.jobs = Some(jobs);
        self
    }

    pub(super) fn active(mut self, is_active: bool) -> Self {
        self.is_active = is_active;
        self
    }

    /// Nothing is behind it, and it is not what the list is narrowed by.
    fn is_dead(&self) -> bool {
        self.jobs == Some(0) && !self.is_active
    }
}

impl Group {
    /// Values behind which there are no jobs are left out.
    pub(super) fn new(
        facet: Facet,
        title: String,
        any: Option<Any>,
        mut choices: Vec<Choice>,
    ) -> Self {
        choices.retain(|choice| !choice.is_dead());
        Self {
            facet,
            title,
            name: facet.name(),
            any,
            has_active: choices.iter().any(|choice| choice.is_active),
            choices,
            more: Vec::new(),
        }
    }

    /// Shows so many of its values at once, and the one that is chosen.
    pub(super) fn showing(mut self, most: usize) -> Self {
        let mut at = 0;
        let is_more = |choice: &mut Choice| {
            at += 1;
            at > most && !choice.is_active
        };
        self.more = self.choices.extract_if(.., is_more).collect();
        self
    }

    /// All of its values.
    pub(super) fn all(&self) -> impl Iterator<Item = &Choice> {
        self.choices.iter().chain(&self.more)
    }

    /// Whether its choices stand for this pair: where only one can be chosen, they stand for any.
    pub(super) fn offers(&self, name: &str, value: &str) -> bool {
        self.name == name
            && !self.choices.is_empty()
            && (self.any.is_some() || self.all().any(|choice| choice.value == value))
    }
}

/// `8,635`.
pub fn number(jobs: usize, locale: Locale) -> String {
    locale.number(i64::try_from(jobs).unwrap_or(i64::MAX))
}
