//! Why a company was not found, or not changed as asked.

use diesel::result::Error as DieselError;

use crate::{
    http,
    platform::{db, i18n::Message, mail::LetterError},
};

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is none, or it is none of whoever asks.
    #[error("there is no such company")]
    NotFound,
    /// As things stand, this cannot be done.
    #[error("{0}")]
    Refused(Message),
    /// What was typed in this field cannot be used.
    #[error("{0}: {1}")]
    Wrong(&'static str, Message),
    #[error(transparent)]
    Letter(#[from] LetterError),
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
            Error::Refused(why) | Error::Wrong(_, why) => Self::Refused(why),
            Error::Letter(error) => error.into(),
            Error::Database(error) => error.into(),
        }
    }
}
