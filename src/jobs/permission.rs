//! Whether somebody may put a job on the board now.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};

use crate::{
    accounts::{Account, Wait},
    app::Board,
    error::Error,
};

const UNCONFIRMED: &str = "Confirm your address first: open the link in the mail, or have it sent again on the account page. You can save a draft until then.";

/// Why not.
#[derive(Clone, Copy, Debug)]
pub enum Hindrance {
    /// The account's address is not confirmed, and this board asks for that.
    Unconfirmed,
    /// There were too many lately.
    TooMany(Wait),
}

/// What stands against posting by `account`; `publish` where everybody will see the job. Counts
/// the try.
pub fn hindrance(board: &Board, account: &Account, publish: bool) -> Option<Hindrance> {
    if publish && !account.counts(&board.config) {
        return Some(Hindrance::Unconfirmed);
    }
    let tried = board.throttle.posting(account.id);
    tried.err().map(Hindrance::TooMany)
}

impl Hindrance {
    pub fn status(self) -> StatusCode {
        match self {
            Self::Unconfirmed => StatusCode::FORBIDDEN,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        }
    }

    /// What the person is told, above the form that keeps what they typed.
    pub fn in_words(self) -> String {
        match self {
            Self::Unconfirmed => UNCONFIRMED.into(),
            Self::TooMany(wait) => wait.in_words(),
        }
    }

    /// Says when another try makes sense.
    pub fn add_retry_after(self, response: &mut HttpResponse) {
        if let Self::TooMany(wait) = self {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, wait.seconds().into());
        }
    }
}

impl From<Hindrance> for Error {
    fn from(hindrance: Hindrance) -> Self {
        match hindrance {
            Hindrance::Unconfirmed => Self::Forbidden(UNCONFIRMED),
            Hindrance::TooMany(wait) => Self::TooMany {
                retry_after: wait.seconds(),
            },
        }
    }
}
