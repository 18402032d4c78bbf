//! Where to go after something was done: an address on this board, or nowhere.

use actix_web::HttpRequest;

use super::query;

/// `next` if it is a path on this board, without anything a browser could read as another host.
pub fn local_path(next: &str) -> Option<&str> {
    let path = next.split(['?', '#']).next().unwrap_or_default();
    let local = next.starts_with('/')
        && !path.contains("//")
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

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn only_paths_of_this_board_are_gone_to() {
        for good in ["/", "/jobs?q=a//b", "/jobs/7-designer#apply"] {
            assert_eq!(local_path(good), Some(good));
        }
        for bad in [
            "",
            "jobs",
            "//evil.example",
            "/.//evil.example",
            "/jobs/..//evil.example",
            "/\\evil.example",
            "/\tevil",
            "https://evil.example",
        ] {
            assert_eq!(local_path(bad), None, "{bad}");
        }
    }
}
