//! Why a job was not found, or not changed as asked. What that is to a browser or a program, `http` says.

use diesel::result::Error as DieselError;

use crate::{
    http,
    platform::{db, i18n::Message},
};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is none, or it is none of whoever asks.
    #[error("there is no such job")]
    NotFound,
    /// It was on the board, and will not come back.
    #[error("the job is gone")]
    Gone,
    /// Where it stands, this cannot be done with it.
    #[error("{0}")]
    Refused(Message),
    /// Somebody else changed it since it was read.
    #[error("the job was changed in the meantime")]
    ChangedMeanwhile,
    #[error(transparent)]
    Database(#[from] db::Error),
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        Self::Database(error.into())
    }
}

impl From<Error> for http::error::Error {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            Error::Gone => Self::Gone,
            Error::Refused(why) => Self::Refused(why),
            Error::ChangedMeanwhile => Self::Conflict(Message::new("jobs-changed-meanwhile")),
            Error::Database(error) => error.into(),
        }
    }
}

/// For listeners, to whom a job is no more than rows.
impl From<Error> for db::Error {
    fn from(error: Error) -> Self {
        match error {
            Error::Database(error) => error,
            other => Self::internal(other),
        }
    }
}
