//! One line a request.

use actix_web::http::StatusCode;

use super::facts::Facts;

/// Writes the line: an error where the board failed, else information. The query is left out: it may
/// hold what somebody searched for.
pub fn write(facts: &Facts, status: StatusCode, cause: Option<String>) {
    let micros = u64::try_from(facts.started.elapsed().as_micros()).unwrap_or(u64::MAX);
    let (method, path, status_code) = (&facts.method, printable(&facts.path), status.as_u16());
    let id = &facts.id;
    let address = facts
        .address
        .map_or("-".into(), |address| address.to_string());
    if status.is_server_error() {
        let cause = printable(cause.as_deref().unwrap_or("unknown"));
        tracing::error!(target: "request", method, path, status = status_code, micros, id, address, cause);
    } else if matches!(path.as_str(), "/livez" | "/readyz") {
        tracing::debug!(target: "request", method, path, status = status_code, micros, id, address);
    } else {
        tracing::info!(target: "request", method, path, status = status_code, micros, id, address);
    }
}

/// `text` with control characters written out, so that nobody can forge a line.
fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let (escaped, plain) = if c.is_control() {
                (Some(c.escape_default()), None)
            } else {
                (None, Some(c))
            };
            escaped.into_iter().flatten().chain(plain)
        })
        .collect()
}
