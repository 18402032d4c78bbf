//! Where to go after signing in: an address on this board, or nowhere.

/// `next` if it is a path on this board, without anything a browser could read as another host.
pub fn local_path(next: &str) -> Option<&str> {
    let local = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && !next.chars().any(|c| c.is_control() || c.is_whitespace())
        && next.len() <= 2000;
    local.then_some(next)
}
