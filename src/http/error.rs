//! Why a request was not answered as asked, and the status that says so.
//!
//! A handler returns [`Error`] for anything that ends it; `?` brings database and pool errors here.
//! What a person typed wrong is not an `Error`: the form is shown again with [`Messages`] at its
//! fields. The page a person sees is drawn at the edge (`http::edge`), for these and for actix's own
//! errors alike.
//!
//! [`Messages`]: crate::http::form::Messages

use actix_web::{
    HttpResponse, ResponseError,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};
use diesel::result::Error as DieselError;
use tera::Context;

use super::problem::Wrong;
use crate::platform::{db, i18n::Message, mail::LetterError};

type Cause = Box<dyn std::error::Error + Send + Sync>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// 404, for what does not exist and for what is none of the visitor's business.
    #[error("not found")]
    NotFound,
    /// 303 to the sign-in page, and back to `next` afterwards.
    #[error("sign in first")]
    SignInFirst { next: String },
    /// 303 to the page where a guest chooses a password, and back to `next` afterwards.
    #[error("choose a password first")]
    ChoosePasswordFirst { next: String },
    /// With a page of a feature's own.
    #[error("{} {}", .0.status.as_u16(), .0.template)]
    Drawn(OwnPage),
    /// 503: what would answer is still being made. A person sees a page of the feature's own, a program
    /// reads a sentence.
    #[error("{told}")]
    NotYet {
        template: &'static str,
        told: Message,
    },
    /// 401 for a program, with a sentence for whoever wrote it.
    #[error("{0}")]
    Unauthorized(Message),
    /// 403 for a program whose token may only read.
    #[error("the token may only read")]
    ReadOnlyToken,
    /// 410: it was here, and will not come back.
    #[error("gone")]
    Gone,
    /// 422 for a program, with what is wrong where.
    #[error("{0:?}")]
    Invalid(Vec<Wrong>),
    /// 412: it changed since the version that the program names.
    #[error("another version than that of If-Match")]
    PreconditionFailed,
    /// 428: the program must say which version it changes.
    #[error("If-Match is missing")]
    PreconditionRequired,
    /// 400, with a sentence for the person.
    #[error("{0}")]
    BadRequest(Message),
    /// 403, with a sentence for the person.
    #[error("{0}")]
    Forbidden(Message),
    /// 409, where somebody else was faster, with a sentence for the person.
    #[error("{0}")]
    Conflict(Message),
    /// 409, where this cannot be done as things stand, with a sentence for the person.
    #[error("{0}")]
    Refused(Message),
    /// 408: the body did not arrive in time.
    #[error("the request took too long to arrive")]
    Timeout,
    /// 413.
    #[error("the request is too large")]
    TooLarge,
    /// 415: a form route was sent something that is not a form.
    #[error("this address takes a form")]
    NotAForm,
    /// 415: a program's route was sent something that is not JSON.
    #[error("this address takes JSON")]
    NotJson,
    /// 415: the same of a picture.
    #[error("this address takes a picture")]
    NotAPicture,
    /// 429, with the seconds to wait.
    #[error("too many requests")]
    TooMany { retry_after: u64 },
    /// 503: the database, or the store of files, cannot be asked now. The log has the cause.
    #[error("what it needs cannot be reached: {0}")]
    Unavailable(Cause),
    /// 500. The log has the cause; the person gets the request's id.
    #[error("{0}")]
    Internal(Cause),
}

/// A page of a feature's own for an error.
#[derive(Clone, Debug)]
pub struct OwnPage {
    pub status: StatusCode,
    pub template: &'static str,
    pub context: Context,
}

/// What a person is told; put on the response for the edge to draw.
#[derive(Clone, Debug)]
pub struct Told {
    /// In place of the usual one of the status.
    pub title: Option<Message>,
    pub advice: Message,
}

/// Seconds after which a client may ask again what could not be answered.
const RETRY_AFTER: u32 = 5;

impl Error {
    pub fn internal(cause: impl Into<Cause>) -> Self {
        Self::Internal(cause.into())
    }

    /// What a person is told in particular.
    fn told(&self) -> Option<Message> {
        match self {
            Self::BadRequest(told)
            | Self::Forbidden(told)
            | Self::Conflict(told)
            | Self::Refused(told)
            | Self::Unauthorized(told)
            | Self::NotYet { told, .. } => Some(told.clone()),
            Self::ReadOnlyToken => Some(Message::new("http-read-only-token")),
            Self::NotJson => Some(Message::new("http-not-json")),
            Self::NotAPicture => Some(Message::new("http-not-a-picture")),
            _ => None,
        }
    }

    /// Whether it is no failure, though its status says that the board could not answer.
    pub fn is_foreseen(&self) -> bool {
        matches!(self, Self::NotYet { .. })
    }

    pub fn unavailable(cause: impl Into<Cause>) -> Self {
        Self::Unavailable(cause.into())
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInFirst { .. } | Self::ChoosePasswordFirst { .. } => StatusCode::SEE_OTHER,
            Self::Drawn(page) => page.status,
            Self::Unauthorized(_) => StatusCode::UNAUTHORIZED,
            Self::Gone => StatusCode::GONE,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
            Self::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Forbidden(_) | Self::ReadOnlyToken => StatusCode::FORBIDDEN,
            Self::Conflict(_) | Self::Refused(_) => StatusCode::CONFLICT,
            Self::Timeout => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotAForm | Self::NotJson | Self::NotAPicture => {
                StatusCode::UNSUPPORTED_MEDIA_TYPE
            }
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable(_) | Self::NotYet { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        match self {
            Self::SignInFirst { next } => {
                response.insert_header((header::LOCATION, page_before("/login", next)));
            }
            Self::ChoosePasswordFirst { next } => {
                response.insert_header((header::LOCATION, page_before("/account/finish", next)));
            }
            Self::TooMany { retry_after } => {
                response.insert_header((header::RETRY_AFTER, *retry_after));
            }
            Self::Unavailable(_) | Self::NotYet { .. } => {
                response.insert_header((header::RETRY_AFTER, RETRY_AFTER));
            }
            _ => {}
        }
        let mut response = response.finish();
        // RFC 9110, section 15.5.2: a 401 names a way to authenticate. RFC 6750, section 3.1: so does
        // a refusal of what a token may not do.
        let challenge = match self {
            Self::ReadOnlyToken => Some(r#"Bearer error="insufficient_scope", scope="write""#),
            _ => (self.status_code() == StatusCode::UNAUTHORIZED).then_some("Bearer"),
        };
        if let Some(challenge) = challenge {
            response.headers_mut().insert(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static(challenge),
            );
        }
        if let Self::Drawn(page) = self {
            response.extensions_mut().insert(page.clone());
        }
        if let Self::NotYet { template, .. } = self {
            response.extensions_mut().insert(OwnPage {
                status: self.status_code(),
                template,
                context: Context::new(),
            });
        }
        if let Self::Invalid(fields) = self {
            response.extensions_mut().insert(fields.clone());
        }
        if let Some(advice) = self.told() {
            let title = matches!(self, Self::Refused(_)).then(|| Message::new("http-refused"));
            let told = Told { title, advice };
            response.extensions_mut().insert(told);
        }
        response
    }
}

/// The address of `page`, which leads on to `next`.
fn page_before(page: &str, next: &str) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("next", next)
        .finish();
    format!("{page}?{query}")
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::Taken(_) => Self::Conflict(Message::new("http-same-again")),
            db::Error::Unavailable(cause) => Self::Unavailable(cause),
            db::Error::Internal(cause) => Self::Internal(cause),
        }
    }
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        db::Error::from(error).into()
    }
}

impl From<actix_web::error::BlockingError> for Error {
    fn from(error: actix_web::error::BlockingError) -> Self {
        Self::internal(error)
    }
}

impl From<LetterError> for Error {
    fn from(error: LetterError) -> Self {
        Self::internal(error)
    }
}

impl From<tera::Error> for Error {
    fn from(error: tera::Error) -> Self {
        Self::internal(error)
    }
}
