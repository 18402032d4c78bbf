//! `jobboard config`

use std::process::ExitCode;

use super::Failure;
use crate::{
    app::features,
    platform::config::{Config, Given},
};

/// Prints every setting, its value without secrets, and where that comes from.
pub fn run(config: &Config) -> Result<ExitCode, Failure> {
    let settings = features::settings();
    let given = Given::read(&settings)?;
    let lines: Vec<_> = given.shown(&settings, config).collect();
    let width = |part: fn(&(&str, String, &str)) -> usize| lines.iter().map(part).max();
    let names = width(|(name, ..)| name.len()).unwrap_or(0);
    let values = width(|(_, value, _)| value.chars().count()).unwrap_or(0);
    let lines: Vec<String> = lines
        .iter()
        .map(|(name, value, source)| format!("{name:names$}  {value:values$}  {source}"))
        .collect();
    super::print(&lines);
    Ok(ExitCode::SUCCESS)
}
