//! Where a job stands, and what can be done with it from there.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::platform::{db::text_enum::TextEnum, i18n::Message};

#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Only its owner sees it.
    Draft,
    /// Waits for a moderator.
    InReview,
    /// Everybody sees it, until it expires.
    Published,
    /// Closed: somebody was hired.
    Filled,
    /// Closed: nobody will be.
    Withdrawn,
    /// A moderator said no.
    Rejected,
    /// A moderator took it off the board.
    Removed,
}

impl TextEnum for Status {
    fn label(self) -> Message {
        match self {
            Self::Draft => Message::new("jobs-status-draft"),
            Self::InReview => Message::new("jobs-status-in-review"),
            Self::Published => Message::new("jobs-status-published"),
            Self::Filled => Message::new("jobs-status-filled"),
            Self::Withdrawn => Message::new("jobs-status-withdrawn"),
            Self::Rejected => Message::new("jobs-status-rejected"),
            Self::Removed => Message::new("jobs-status-removed"),
        }
    }
}

impl Status {
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Filled | Self::Withdrawn)
    }

    /// Whether its address shows something to everybody: an open job, or that it is closed.
    pub fn is_public(self) -> bool {
        self == Self::Published || self.is_closed()
    }

    /// Whether the owner may put it on the board: a new job, or a closed one again.
    pub fn can_publish(self) -> bool {
        self == Self::Draft || self.is_closed()
    }

    pub fn can_unpublish(self) -> bool {
        self == Self::Published
    }

    /// Whether an administrator may put it back as it was.
    pub fn can_restore(self) -> bool {
        self == Self::Removed
    }

    pub fn can_close(self) -> bool {
        self == Self::Published
    }
}
