//! Who looks at a page. Pages know this much of an account; whether a request comes from one is said by
//! the feature that keeps accounts.

use actix_web::{HttpRequest, cookie::Cookie, http::header::HeaderMap};
use futures_util::future::LocalBoxFuture;

use super::error::Error;

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub id: i64,
    pub name: String,
    pub email: String,
    pub is_admin: bool,
}

/// Knows who sends a request.
pub trait Doorkeeper: Send + Sync {
    /// Who sends `request`; asked of the database once a request.
    ///
    /// # Errors
    /// When the database cannot be asked, which is not the same as nobody.
    fn viewer(
        &self,
        request: &HttpRequest,
    ) -> LocalBoxFuture<'static, Result<Option<Viewer>, Error>>;

    /// The cookie without which a browser is nobody's in particular.
    fn cookie_name(&self) -> &str;
}

/// A fresh cookie for the edge to send with the response, put on the request.
pub struct RenewedCookie(pub Cookie<'static>);

/// Lets nobody in: for a board without accounts.
pub struct Closed;

impl Doorkeeper for Closed {
    fn viewer(&self, _: &HttpRequest) -> LocalBoxFuture<'static, Result<Option<Viewer>, Error>> {
        Box::pin(async { Ok(None) })
    }

    fn cookie_name(&self) -> &str {
        "session"
    }
}

/// Whether the headers carry no sign of anybody in particular.
pub fn is_anonymous(headers: &HeaderMap, ours: &[&str]) -> bool {
    use actix_web::http::header;

    if headers.contains_key(header::AUTHORIZATION) {
        return false;
    }
    !headers.get_all(header::COOKIE).any(|cookies| {
        let cookies = cookies.as_bytes();
        ours.iter().any(|name| contains(cookies, name.as_bytes()))
    })
}

pub fn contains(text: &[u8], wanted: &[u8]) -> bool {
    text.windows(wanted.len()).any(|window| window == wanted)
}
