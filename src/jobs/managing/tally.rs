//! What was done to many jobs at once: which were changed, and why the others were not.

use std::collections::BTreeMap;

use strum::VariantArray;

use crate::{
    http::{flash::first, form::Messages},
    platform::i18n::Message,
};

/// Why a job was left as it is. A notice carries the place in this list, so new reasons go to the end.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, VariantArray)]
pub enum Left {
    NoTitle,
    NoCompany,
    NoLocation,
    NoDescription,
    NoWayToApply,
    /// Something else in it must be corrected first.
    Wrong,
    OpenAlready,
    /// An administrator removed it.
    Removed,
    /// Too many were published lately.
    Limit,
    NotOpen,
    RemovedAlready,
    NotRemoved,
    /// There is none, or it is none of whoever asks.
    Unknown,
    ChangedMeanwhile,
    /// There is none to be moved.
    NoLastDay,
    /// It lacks the pay that a law asks for.
    NoPay,
    /// It has the latest last day there is.
    NoLaterDay,
}

/// What was done so far.
#[derive(Debug, Default)]
pub struct Tally {
    /// The ids of the jobs that were changed.
    pub changed: Vec<i64>,
    left: BTreeMap<Left, u64>,
}

impl Left {
    /// Why a job with these messages cannot be published.
    pub fn lacking(messages: &Messages) -> Self {
        let lacks = |key: &str| messages.iter().any(|(_, message)| message.key() == key);
        let lacking = [
            ("jobs-field-title", Self::NoTitle),
            ("jobs-field-company", Self::NoCompany),
            ("jobs-field-location", Self::NoLocation),
            ("jobs-field-description", Self::NoDescription),
            ("jobs-field-apply-to", Self::NoWayToApply),
        ];
        let mut found = lacking.into_iter().filter(|(key, _)| lacks(key));
        found.next().map_or(Self::Wrong, |(_, why)| why)
    }

    fn message(self, done: Message, left: u64) -> Message {
        let why = match self {
            Self::NoTitle => Message::new("jobs-left-title").with("left", left),
            Self::NoCompany => Message::new("jobs-left-company").with("left", left),
            Self::NoLocation => Message::new("jobs-left-location").with("left", left),
            Self::NoDescription => Message::new("jobs-left-description").with("left", left),
            Self::NoWayToApply => Message::new("jobs-left-apply").with("left", left),
            Self::Wrong => Message::new("jobs-left-wrong").with("left", left),
            Self::OpenAlready => Message::new("jobs-left-open").with("left", left),
            Self::Removed => Message::new("jobs-left-removed").with("left", left),
            Self::Limit => Message::new("jobs-left-limit").with("left", left),
            Self::NotOpen => Message::new("jobs-left-not-open").with("left", left),
            Self::RemovedAlready => Message::new("jobs-left-removed-already").with("left", left),
            Self::NotRemoved => Message::new("jobs-left-not-removed").with("left", left),
            Self::Unknown => Message::new("jobs-left-unknown").with("left", left),
            Self::NoPay => Message::new("jobs-left-pay").with("left", left),
            Self::ChangedMeanwhile => Message::new("jobs-left-meanwhile").with("left", left),
            Self::NoLaterDay => Message::new("jobs-left-no-later-day").with("left", left),
            Self::NoLastDay => Message::new("jobs-left-no-last-day").with("left", left),
        };
        Message::new("jobs-bulk-and-left")
            .with("done", done)
            .with("why", why)
    }
}

impl Tally {
    pub fn leave(&mut self, why: Left) {
        *self.left.entry(why).or_default() += 1;
    }

    pub fn leave_many(&mut self, why: Left, count: usize) {
        if count > 0 {
            *self.left.entry(why).or_default() += u64::try_from(count).unwrap_or(0);
        }
    }

    /// As a notice carries it: how many were changed, then each reason and how many were left for it.
    pub fn numbers(&self) -> Vec<u64> {
        let changed = u64::try_from(self.changed.len()).unwrap_or(0);
        let left = self
            .left
            .iter()
            .flat_map(|(why, left)| [*why as u64, *left]);
        [changed].into_iter().chain(left).collect()
    }
}

/// What was done, and what was not and why, of the numbers of [`Tally::numbers`].
pub fn told(done: fn(u64) -> Message, numbers: &[u64]) -> Message {
    let (pairs, _) = numbers.get(1..).unwrap_or_default().as_chunks::<2>();
    pairs
        .iter()
        .fold(done(first(numbers)), |done, [why, left]| {
            let place = usize::try_from(*why).unwrap_or(usize::MAX);
            match Left::VARIANTS.get(place) {
                Some(why) => why.message(done, *left),
                None => done,
            }
        })
}
