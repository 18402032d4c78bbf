//! A letter on its way: rendered, sealed, and queued as a task.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{
    LetterError, Mailer,
    letter::{Body, Letter},
};
use crate::platform::{
    db::{self, Db},
    secrets::{Keys, Seal, random_text},
    tasks::NewTask,
    templates::Templates,
};

/// What the task of a letter holds.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Sealed {
    /// Without angle brackets. The same at each try, so that a receiver can drop a second copy.
    pub message_id: String,
    /// Nobody, where the letter was only written to take as long as another.
    pub recipient: Option<String>,
    pub subject: String,
    /// Empty once it was given up.
    pub body: String,
}

/// A letter, ready to be queued.
#[derive(Debug)]
pub struct Outgoing {
    sealed: Sealed,
    created_at: NaiveDateTime,
}

impl Outgoing {
    pub(super) fn new(
        letter: &Letter,
        recipient: Option<String>,
        base_url: &Url,
        now: NaiveDateTime,
        keys: &Keys,
        templates: &Templates,
    ) -> Result<Self, LetterError> {
        let host = base_url.host_str().unwrap_or("localhost");
        let sealing =
            |error: &dyn std::fmt::Display| LetterError::Sealing(error.to_string().into());
        let id = random_text(18).map_err(|error| sealing(&error))?;
        let body = serde_json::to_string(&letter.render(base_url, templates)?)?;
        let body = keys.seal(Seal::Mail, &body);
        Ok(Self {
            sealed: Sealed {
                message_id: format!("{id}@{host}"),
                recipient,
                subject: letter.subject(),
                body: body.map_err(|error| sealing(&error))?,
            },
            created_at: now,
        })
    }

    /// Queues the letter; call it in the transaction that causes it.
    ///
    /// # Errors
    /// Those of the database.
    pub fn queue(&self, db: &mut Db) -> Result<(), db::Error> {
        NewTask::of::<Mailer>(&self.sealed, self.created_at)?.store(db)?;
        Ok(())
    }
}

impl Sealed {
    /// The words; `None` where the key they were sealed with is gone.
    pub(super) fn open(&self, keys: &Keys) -> Option<Body> {
        let body = keys.open(Seal::Mail, &self.body)?;
        serde_json::from_str(&body).ok()
    }
}
