//! Why the database did not do what it was asked.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

type Cause = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A row with the same key is there already.
    #[error("it is there already: {0}")]
    Taken(Cause),
    /// It cannot be asked now: asking again later may help.
    #[error("the database cannot be reached: {0}")]
    Unavailable(Cause),
    /// Anything else, which is a mistake of the program.
    #[error("{0}")]
    Internal(Cause),
}

impl Error {
    pub fn internal(cause: impl Into<Cause>) -> Self {
        Self::Internal(cause.into())
    }

    pub fn unavailable(cause: impl Into<Cause>) -> Self {
        Self::Unavailable(cause.into())
    }
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        use DatabaseErrorKind::{
            ClosedConnection, ReadOnlyTransaction, UnableToSendCommand, UniqueViolation,
        };
        match error {
            DieselError::DatabaseError(UniqueViolation, _) => Self::Taken(error.into()),
            DieselError::DatabaseError(
                ClosedConnection | UnableToSendCommand | ReadOnlyTransaction,
                _,
            )
            | DieselError::BrokenTransactionManager => Self::unavailable(error),
            DieselError::DatabaseError(_, ref info) if is_out_of_reach(info.message()) => {
                Self::unavailable(error)
            }
            error => Self::internal(error),
        }
    }
}

/// What SQLite and libpq say, in words only, when asking again later may help.
fn is_out_of_reach(message: &str) -> bool {
    [
        "database is locked",
        "database or disk is full",
        "disk I/O error",
        "server closed the connection",
        "terminating connection",
        "no connection to the server",
    ]
    .iter()
    .any(|words| message.contains(words))
}

impl From<actix_web::error::BlockingError> for Error {
    fn from(error: actix_web::error::BlockingError) -> Self {
        Self::internal(error)
    }
}
