//! One address for each page: a trailing or double slash redirects.

use actix_web::{
    Error,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    middleware::{Next, TrailingSlash},
};
use actix_web_lab::middleware::NormalizePath;

use super::error;

pub fn path() -> NormalizePath {
    NormalizePath::new(TrailingSlash::Trim).use_redirects()
}

/// Finds nothing at an address with a backslash. Browsers read one in a redirect as a slash, and no address
/// of the board has one.
pub async fn refuse_backslash<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    if request.path().contains('\\') {
        return Err(error::Error::NotFound.into());
    }
    next.call(request).await
}
