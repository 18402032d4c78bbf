//! The version that a program says it is changing (RFC 9110, section 13.1.1).

use actix_web::{HttpRequest, http::header};

use super::error::Error;

/// The version in `If-Match`; `current`, where that is any.
///
/// # Errors
/// 428 without the header, 412 where it names no version.
pub fn version(request: &HttpRequest, current: i32) -> Result<i32, Error> {
    let stated = request.headers().get(header::IF_MATCH);
    let stated = stated.ok_or(Error::PreconditionRequired)?.to_str();
    let stated = stated.map_err(|_| Error::PreconditionFailed)?.trim();
    if stated == "*" {
        return Ok(current);
    }
    let quoted = stated.strip_prefix("W/").unwrap_or(stated);
    let number = quoted.trim_matches('"').parse();
    number.map_err(|_| Error::PreconditionFailed)
}
