//! `jobboard completions` and `jobboard man`: what shells and readers of manuals want of the command
//! line, made from it.

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::Failure;

#[derive(Debug, Args)]
pub struct Completions {
    /// The shell to complete commands in
    shell: Shell,
}

#[derive(Debug, Args)]
pub struct Manual {
    /// Write a page for every command into this folder, instead of the first to standard output
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

pub fn completions(arguments: &Completions) -> ExitCode {
    let mut command = super::Arguments::command();
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "jobboard", &mut script);
    // Whoever reads only its beginning has what they want.
    let _ = std::io::stdout().write_all(&script);
    ExitCode::SUCCESS
}

pub fn manual(arguments: &Manual) -> Result<ExitCode, Failure> {
    let command = super::Arguments::command();
    let written = match &arguments.folder {
        Some(folder) => {
            std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder))
        }
        None => Man::new(command).render(&mut std::io::stdout()),
    };
    written.map_err(|error| Failure::Other(format!("the manual could not be written: {error}")))?;
    Ok(ExitCode::SUCCESS)
}
