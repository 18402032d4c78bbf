//! Whether somebody may put a job on the board now.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};

use crate::{
    accounts::{SignedIn, Wait},
    app::Board,
};

/// Why not.
#[derive(Clone, Copy, Debug)]
pub enum Hindrance {
    /// The account's address is not confirmed, and this board asks for that.
    Unconfirmed,
    /// There were too many lately.
    TooMany(Wait),
}

/// What stands against posting by `signed_in`; `publish` where everybody will see the job. Counts
/// the try.
pub fn hindrance(board: &Board, signed_in: &SignedIn, publish: bool) -> Option<Hindrance> {
    if publish && !signed_in.counts(&board.config) {
        return Some(Hindrance::Unconfirmed);
    }
    let tried = board.throttle.posting(signed_in.id);
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
            Self::Unconfirmed => "Confirm your address first: open the link in the mail, or have it sent again on the account page. You can save a draft until then.".into(),
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
