//! `jobboard copy-files FROM TO`

use std::process::ExitCode;

use actix_web::rt::System;
use clap::Args;
use indicatif::ProgressBar;

use super::Failure;
use crate::platform::{
    config::{Config, Storage},
    files::{Files, copying},
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The files to read: a folder, or s3://bucket/prefix
    from: String,
    /// Where they are to be too: a folder, or s3://bucket/prefix
    to: String,
}

/// Copies the files that people sent, while the board runs. A second time it copies only what is new.
pub fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let from = at(config, "FROM", &arguments.from)?;
    let to = at(config, "TO", &arguments.to)?;
    if from.place == to.place {
        return Err(Failure::Other("FROM and TO are the same place".into()));
    }
    let bar = ProgressBar::new(0);
    let copied = System::new().block_on(async {
        let (from, to) = (Files::of(&from)?, Files::of(&to)?);
        copying::copy(&from, &to, |number, all| {
            bar.set_length(all as u64);
            bar.set_position(number as u64);
        })
        .await
    });
    bar.finish_and_clear();
    let copying::Copied { copied, known } = copied?;
    println!(
        "{copied} files were copied to {}, and {known} were there already.",
        to.place
    );
    Ok(ExitCode::SUCCESS)
}

fn at(config: &Config, name: &str, url: &str) -> Result<Storage, Failure> {
    let storage = config.storage.at(url);
    storage.map_err(|problem| Failure::Other(format!("{name} {problem}")))
}
