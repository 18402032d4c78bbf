//! A job that waits for somebody to look at it: it is off the board, and its owner sees that it is in review.

use super::{actions, error::Error, job::Job, status::Status};
use crate::platform::{audit::Origin, db::Db, i18n::Message};

impl Job {
    /// Whether it waits for somebody to look at it.
    pub fn is_held(&self) -> bool {
        *self.status == Status::InReview
    }

    /// Takes it off the board until somebody has looked at it.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is not on the board, [`Error::ChangedMeanwhile`].
    pub fn hold(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if *self.status != Status::Published {
            return Err(Error::Refused(Message::new("jobs-not-published")));
        }
        self.set_status(db, Status::InReview, origin.at)?;
        self.settle(db, origin, actions::JOB_HELD)
    }

    /// Puts it back as it was.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is not held, [`Error::ChangedMeanwhile`].
    pub fn release(&self, db: &mut Db, origin: &Origin) -> Result<(), Error> {
        if !self.is_held() {
            return Err(Error::Refused(Message::new("jobs-not-held")));
        }
        self.set_status(db, Status::Published, origin.at)?;
        self.settle(db, origin, actions::JOB_RELEASED)
    }
}
