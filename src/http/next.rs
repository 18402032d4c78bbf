//! Where to go after something was done: an address on this board, or nowhere.

use actix_web::HttpRequest;

use super::query;

/// `next` if it is a path on this board, without anything a browser could read as another host.
pub fn local_path(next: &str) -> Option<&str> {
    let local = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && next.is_ascii()
        && !next.chars().any(|c| c.is_control() || c.is_whitespace())
        && next.len() <= 2000;
    local.then_some(next)
}

/// The list that somebody came from, as the query of `request` says, if it is one of this board's.
pub fn back(request: &HttpRequest) -> Option<String> {
    local_path(&query::value(request, "back")).map(str::to_owned)
}
