//! How log lines look.

use std::{io::IsTerminal, str::FromStr};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Auto,
    Human,
    Json,
}

impl LogFormat {
    /// Whether lines are JSON; `Auto` asks whether standard error is a terminal.
    pub fn is_json(self) -> bool {
        match self {
            Self::Auto => !std::io::stderr().is_terminal(),
            Self::Human => false,
            Self::Json => true,
        }
    }
}

impl FromStr for LogFormat {
    type Err = String;

    fn from_str(value: &str) -> Result<Self, Self::Err> {
        match value {
            "auto" => Ok(Self::Auto),
            "human" => Ok(Self::Human),
            "json" => Ok(Self::Json),
            other => Err(format!("must be auto, human or json, not {other:?}")),
        }
    }
}
