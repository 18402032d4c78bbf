//! A file with a line of JSON for each job that was refused or passed over, and for each value that was left out or
//! assumed.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use serde_json::json;

use crate::{commands::Failure, sources::formats::Place};

/// What is told of a record.
pub struct Note<'a> {
    pub place: Place,
    /// `refused`, `passed over`, `left out` or `assumed`.
    pub outcome: &'static str,
    /// Why, or what.
    pub reason: String,
    /// Of the job; empty where it could not be read.
    pub title: &'a str,
}

pub struct Report {
    path: PathBuf,
    file: BufWriter<File>,
}

impl Report {
    /// Makes the file, or empties it.
    pub fn make(path: &Path) -> Result<Self, Failure> {
        let file = File::create(path).map_err(|error| unwritten(path, &error))?;
        Ok(Self {
            path: path.to_owned(),
            file: BufWriter::new(file),
        })
    }

    pub fn write(&mut self, note: &Note<'_>) -> Result<(), Failure> {
        let kind = match note.place {
            Place::Line(_) => "line",
            Place::Record(_) => "record",
        };
        let line = json!({
            kind: note.place.number(),
            "outcome": note.outcome,
            "reason": note.reason,
            "title": note.title,
        });
        writeln!(self.file, "{line}").map_err(|error| unwritten(&self.path, &error))
    }

    /// Sees to it that all is written.
    pub fn end(&mut self) -> Result<(), Failure> {
        self.file
            .flush()
            .map_err(|error| unwritten(&self.path, &error))
    }
}

fn unwritten(path: &Path, error: &io::Error) -> Failure {
    Failure::Other(format!("{} could not be written: {error}", path.display()))
}
