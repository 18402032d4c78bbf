//! The parts into which tables of jobs are divided.

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    jobs::status::Status,
    platform::{db::text_enum::TextEnum, i18n::Message},
};

#[derive(Clone, Copy, Debug, Default, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Tab {
    #[default]
    All,
    /// On the board.
    Open,
    /// Not on the board yet: written, waiting for a moderator, or rejected by one.
    Drafts,
    /// Drafts that are published by themselves on a day, which are not among the other drafts.
    Scheduled,
    /// Published, and past the last day, or off the lists because nobody confirmed it.
    Expired,
    /// Filled or withdrawn; for an owner also what a moderator removed.
    Closed,
    Removed,
}

impl TextEnum for Tab {
    fn label(self) -> Message {
        match self {
            Self::All => Message::new("jobs-tab-all"),
            Self::Open => Message::new("jobs-tab-open"),
            Self::Drafts => Message::new("jobs-tab-drafts"),
            Self::Scheduled => Message::new("jobs-tab-scheduled"),
            Self::Expired => Message::new("jobs-tab-expired"),
            Self::Closed => Message::new("jobs-tab-closed"),
            Self::Removed => Message::new("jobs-tab-removed"),
        }
    }
}

impl Tab {
    /// The tabs of the jobs of `owner`, or of everybody's.
    pub fn of(owner: Option<i64>) -> &'static [Self] {
        let own = &[
            Self::All,
            Self::Open,
            Self::Drafts,
            Self::Scheduled,
            Self::Expired,
            Self::Closed,
        ];
        owner.map_or(Self::ALL, |_| own)
    }

    /// The statuses of its jobs; nothing where they may have any. `is_own` in a table of one owner's.
    pub fn statuses(self, is_own: bool) -> Option<&'static [Status]> {
        match self {
            Self::All => None,
            Self::Open | Self::Expired => Some(&[Status::Published]),
            Self::Drafts => Some(&[Status::Draft, Status::InReview, Status::Rejected]),
            Self::Scheduled => Some(&[Status::Draft]),
            Self::Closed if is_own => Some(&[Status::Filled, Status::Withdrawn, Status::Removed]),
            Self::Closed => Some(&[Status::Filled, Status::Withdrawn]),
            Self::Removed => Some(&[Status::Removed]),
        }
    }

    /// Whether a job of this status, with this last day, is in it today; `is_unconfirmed` where nobody confirmed
    /// that it is open.
    pub fn has(
        self,
        is_own: bool,
        status: Status,
        (valid_through, is_unconfirmed): (Option<NaiveDate>, bool),
        today: NaiveDate,
    ) -> bool {
        let is_past = is_unconfirmed || valid_through.is_some_and(|last| last < today);
        let is_in_time = match self {
            Self::Open => !is_past,
            Self::Expired => is_past,
            _ => true,
        };
        let statuses = self.statuses(is_own);
        is_in_time && statuses.is_none_or(|statuses| statuses.contains(&status))
    }
}
