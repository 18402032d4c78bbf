//! `jobboard routes`

use std::process::ExitCode;

use crate::app::features;

/// Prints every URL, its method, and who may call it, in the order of the URLs.
pub fn run() -> ExitCode {
    let mut endpoints = features::endpoints();
    endpoints.sort_by_key(|endpoint| endpoint.path);
    let width = endpoints.iter().map(|endpoint| endpoint.path.len()).max();
    let width = width.unwrap_or_default();
    for endpoint in endpoints {
        let guard = endpoint.guard.label();
        println!("{:6}  {:width$}  {guard}", endpoint.method, endpoint.path);
    }
    ExitCode::SUCCESS
}
