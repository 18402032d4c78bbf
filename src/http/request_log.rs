//! One line a request.

use actix_web::http::StatusCode;

use super::facts::Facts;

/// Writes the line: an error where the board failed, else information. The query is left out: it may
/// hold what somebody searched for.
pub fn write(facts: &Facts, status: StatusCode, cause: Option<String>) {
    let cause = status
        .is_server_error()
        .then(|| printable(cause.as_deref().unwrap_or("unknown")));
    write_line(facts, status, cause);
}

/// Writes the line of a request that was refused though nothing failed: as information, whatever its status.
pub fn write_foreseen(facts: &Facts, status: StatusCode) {
    write_line(facts, status, None);
}

/// `failure` is why the board failed, if it did.
fn write_line(facts: &Facts, status: StatusCode, failure: Option<String>) {
    let micros = u64::try_from(facts.started.elapsed().as_micros()).unwrap_or(u64::MAX);
    let (method, path, status_code) = (&facts.method, printable(&facts.path), status.as_u16());
    let id = &facts.id;
    let address = facts
        .address
        .map_or("-".into(), |address| address.to_string());
    if let Some(cause) = failure {
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
