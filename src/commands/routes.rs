//! `jobboard routes`

use std::process::ExitCode;

use crate::app::features;

/// Prints every URL, its method, and who may call it, in the order of the URLs.
pub fn run() -> ExitCode {
    let mut endpoints = features::endpoints();
    endpoints.sort_by_key(|endpoint| endpoint.path);
    let width = endpoints.iter().map(|endpoint| endpoint.path.len()).max();
    let width = width.unwrap_or_default();
    let lines: Vec<String> = endpoints
        .iter()
        .map(|endpoint| {
            let (method, guard) = (endpoint.method.as_str(), endpoint.guard.label());
            format!("{method:6}  {:width$}  {guard}", endpoint.path)
        })
        .collect();
    super::print(&lines);
    ExitCode::SUCCESS
}
