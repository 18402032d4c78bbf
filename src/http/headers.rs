//! Headers on every response: pages, redirects, errors and static files alike.

use actix_web::{
    HttpResponse,
    cookie::Cookie,
    http::header::{self, HeaderName, HeaderValue},
};

use crate::http::board::Board;

/// No inline script or style anywhere, nothing from elsewhere, no frames.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; object-src 'none'";

/// For Swagger UI, which makes styles as it goes and has pictures in its style sheet.
pub const SWAGGER_POLICY: &str = "default-src 'none'; script-src 'self'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    // `no-referrer` would make browsers send `Origin: null` with the board's own forms.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// Two years, as browsers' preload lists ask; sent over TLS only (RFC 6797, section 7.2).
const STRICT_TRANSPORT_SECURITY: &str = "max-age=63072000; includeSubDomains";

/// Sets the headers that do not depend on the page, where its handler did not set them otherwise.
pub fn set(response: &mut HttpResponse, board: &Board, request_id: &str) {
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if board.config.is_https() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(STRICT_TRANSPORT_SECURITY),
        );
    }
    if let Ok(id) = HeaderValue::from_str(request_id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
}

/// Adds `cookie`, unless the handler set one of that name itself: signing out wins over renewal.
pub fn add_cookie_unless_set(response: &mut HttpResponse, cookie: &Cookie<'_>) {
    let already = response.cookies().any(|set| set.name() == cookie.name());
    if let (false, Ok(value)) = (already, HeaderValue::from_str(&cookie.to_string())) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
