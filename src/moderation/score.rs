//! How much a job that waits for review looks like those that deceive people. The score orders a queue and shows its
//! reasons; it decides nothing. `docs/MODERATION.md` says what it was measured with.

mod addresses;
mod employer;
mod honest;
mod hosts;
mod lookalike;
mod pattern;
mod pay;
mod phrase;
mod phrases;
mod posting;
mod reason;
mod sentences;
mod shape;
mod surroundings;

use serde::{Deserialize, Serialize};

use self::{addresses::Addresses, sentences::sentences};
pub use self::{
    employer::Employer,
    phrase::Phrase,
    posting::{Apply, Posting},
    reason::{Reason, Signal},
    surroundings::{Copied, Surroundings},
};

/// From so many points on a job deserves a closer look before it is approved.
pub const LINE: i32 = 50;

/// What a job was given, and why: the heaviest reason first.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Score {
    /// Never below zero.
    pub points: i32,
    pub reasons: Vec<Reason>,
}

impl Score {
    pub fn of(posting: &Posting<'_>, employer: &Employer, surroundings: &Surroundings) -> Self {
        let sentences = sentences(posting);
        let addresses = Addresses::of(posting);
        let mut reasons = phrases::reasons(&sentences, posting);
        reasons.extend(addresses.reasons(posting, employer));
        reasons.extend(pay::reason(posting));
        reasons.extend(shape::reasons(posting));
        reasons.extend(surroundings.reason());
        reasons.extend(employer.reasons());
        reasons.sort_by_key(|reason| -reason.points);
        let points: i32 = reasons.iter().map(|reason| reason.points).sum();
        Self {
            points: points.max(0),
            reasons,
        }
    }

    /// Whether the queue marks it.
    pub fn is_over_the_line(&self) -> bool {
        self.points >= LINE
    }
}
