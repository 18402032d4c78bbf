//! Why records became no jobs, or lost a part, counted.

use std::collections::BTreeMap;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    search::query::begun_with_capital,
    text::imported::line,
};

/// Reasons that are counted each for itself.
const MOST: usize = 20;

/// Longest reason, in characters: a part of it may come from the source.
const LONGEST: usize = 200;

/// What stands for the reasons that are too many.
const OTHERS: &str = "…";

/// The beginning of a reason that is the name of a property.
const LEFT_OUT: &str = "left out: ";

/// The beginning of a reason that says what was assumed.
const ASSUMED: &str = "assumed: ";

/// The beginning of a reason that is the name of a column.
const UNUSED: &str = "unused column: ";

/// What happens to a posting that could be read.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Reason {
    Unpublished,
    SameIdentifier,
    Elsewhere,
    Deleted,
    Shut,
    Expired,
    Waits,
    Full,
}

impl TextEnum for Reason {
    fn label(self) -> Message {
        match self {
            Self::Unpublished => Message::new("sources-reason-unpublished"),
            Self::SameIdentifier => Message::new("sources-reason-same-identifier"),
            Self::Elsewhere => Message::new("sources-reason-elsewhere"),
            Self::Deleted => Message::new("sources-reason-deleted"),
            Self::Shut => Message::new("sources-reason-shut"),
            Self::Expired => Message::new("sources-reason-expired"),
            Self::Waits => Message::new("sources-reason-waits"),
            Self::Full => Message::new("sources-reason-full"),
        }
    }
}

/// How often each reason was met.
#[derive(Clone, Debug, Default)]
pub struct Tally(BTreeMap<String, i32>);

impl Tally {
    pub fn count(&mut self, reason: &str) {
        self.add(reason, 1);
    }

    /// Counts a property of a job that was left out.
    pub fn left_out(&mut self, property: &str) {
        self.add(&format!("{LEFT_OUT}{property}"), 1);
    }

    /// Counts what was assumed of a job, as `baseSalary is per year`.
    pub fn assumed(&mut self, what: &str) {
        self.add(&format!("{ASSUMED}{what}"), 1);
    }

    /// Counts a column of which nothing is read.
    pub fn unused(&mut self, column: &str) {
        self.add(&format!("{UNUSED}{column}"), 1);
    }

    pub fn add(&mut self, reason: &str, times: i32) {
        if times == 0 {
            return;
        }
        let reason: String = line(reason).chars().take(LONGEST).collect();
        let is_room = self.0.len() < MOST || self.0.contains_key(&reason);
        let counted = if is_room { reason } else { OTHERS.to_owned() };
        *self.0.entry(counted).or_default() += times;
    }

    /// The reasons with their numbers, the most frequent first.
    pub fn sorted(&self) -> Vec<(i32, &str)> {
        let mut all: Vec<(i32, &str)> = self
            .0
            .iter()
            .map(|(reason, count)| (*count, reason.as_str()))
            .collect();
        all.sort_by(|(a, _), (b, _)| b.cmp(a));
        all
    }

    /// As a run keeps it.
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.sorted()).unwrap_or_default()
    }

    /// For people: `Pay could not be read (3)`.
    pub fn in_words(&self, locale: Locale) -> Vec<String> {
        let sorted = self.sorted().into_iter();
        sorted
            .map(|(count, reason)| in_words(count, reason, locale))
            .collect()
    }
}

/// What [`Tally::to_json`] kept, for people.
pub fn kept_in_words(json: &str, locale: Locale) -> Vec<String> {
    let kept: Vec<(i32, String)> = serde_json::from_str(json).unwrap_or_default();
    kept.iter()
        .map(|(count, reason)| in_words(*count, reason, locale))
        .collect()
}

fn in_words(count: i32, reason: &str, locale: Locale) -> String {
    if let Some(column) = reason.strip_prefix(UNUSED) {
        let unused = Message::new("sources-unused-column").with("column", column.to_owned());
        return locale.text(&unused);
    }
    let left_out = reason.strip_prefix(LEFT_OUT).map(left_out);
    let told = left_out
        .or_else(|| reason.strip_prefix(ASSUMED).map(assumed))
        .or_else(|| Reason::from_text(reason).map(TextEnum::label));
    let said = told.map_or_else(
        || begun_with_capital(reason),
        |message| locale.text(&message),
    );
    let message = Message::new("sources-reason-counted")
        .with("reason", said)
        .with("count", count);
    locale.text(&message)
}

/// What was assumed of a job.
fn assumed(what: &str) -> Message {
    match what {
        "baseSalary is per year" => Message::new("sources-assumed-year"),
        "baseSalary is per hour" => Message::new("sources-assumed-hour"),
        other => Message::new("sources-assumed-other").with("what", other.to_owned()),
    }
}

/// What it means that schema.org's `property` was left out.
fn left_out(property: &str) -> Message {
    match property {
        "baseSalary" => Message::new("sources-left-out-pay"),
        "employmentType" => Message::new("sources-left-out-type"),
        "jobLocationType" => Message::new("sources-left-out-workplace"),
        "jobLocation" | "addressCountry" => Message::new("sources-left-out-location"),
        "keywords" => Message::new("sources-left-out-tags"),
        "industry" => Message::new("sources-left-out-category"),
        "url" => Message::new("sources-left-out-link"),
        "sameAs" => Message::new("sources-left-out-website"),
        "datePosted" => Message::new("sources-left-out-date"),
        other => Message::new("sources-left-out-other").with("property", other.to_owned()),
    }
}
