//! Single values of an address's query.

use actix_web::HttpRequest;

/// The first value of `name`, or nothing. NUL is left out: PostgreSQL takes no text with it.
pub fn value(request: &HttpRequest, name: &str) -> String {
    form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(found, _)| found == name)
        .map(|(_, value)| value.replace('\0', ""))
        .unwrap_or_default()
}
