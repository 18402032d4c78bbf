//! Pages are for people, addresses below `/api/` for programs. Both have the same guards; what
//! differs is how one signs in and how an error is told.

use actix_web::HttpRequest;

/// Whether `path` is for programs.
pub fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/") || path == "/login/token"
}

/// The token in `Authorization: Bearer …`, which counts for programs only (RFC 6750, section 2.1).
/// `None` where the header is absent; an empty token where it is not a bearer's.
pub fn bearer_token(request: &HttpRequest) -> Option<&str> {
    if !is_api(request.path()) {
        return None;
    }
    let header = request.headers().get("authorization")?;
    let token = header.to_str().ok().and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
    });
    Some(token.unwrap_or_default())
}
