//! `jobboard backup FILE`

use std::{path::PathBuf, process::ExitCode};

use clap::Args;
use diesel::{RunQueryDsl, dsl::sql, prelude::*, sql_query, sql_types::Text};

use super::Failure;
use crate::{
    config::Config,
    db::{Database, Db},
    error::Error,
    private_file,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write, which must not exist
    file: PathBuf,
}

/// Copies an SQLite database as it stands at one moment, while the board goes on.
pub fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let name = arguments.file.display();
    let database = Database::open(config)?;
    let mut connection = database.connection()?;
    let Db::Sqlite(sqlite) = &mut *connection else {
        return Err(Failure::Other(format!(
            "{} is PostgreSQL, which brings its own: pg_dump --format=custom --file={name} DATABASE_URL",
            config.database_url
        )));
    };
    private_file::create(&arguments.file, b"")
        .map_err(|error| Failure::Other(format!("{name} could not be made: {error}")))?;
    let copied = sql_query("VACUUM INTO $1")
        .bind::<Text, _>(arguments.file.to_string_lossy())
        .execute(sqlite);
    if let Err(error) = copied {
        let _ = std::fs::remove_file(&arguments.file);
        return Err(Failure::Other(format!(
            "{name} could not be written: {error}"
        )));
    }
    check(&arguments.file)?;
    println!("{name} holds the database.");
    if config.jwt_keys.is_none() {
        println!(
            "Keep {} with it, and apart from it: without these keys nobody's password counts.",
            config.data_dir.join("jwt_keys").display()
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// A copy that cannot be read is worth nothing: better known now.
fn check(file: &std::path::Path) -> Result<(), Failure> {
    let unreadable =
        |problem: String| Failure::Other(format!("{} is damaged: {problem}", file.display()));
    let mut copy = SqliteConnection::establish(&file.to_string_lossy())
        .map_err(|error| unreadable(error.to_string()))?;
    let found: Vec<String> =
        diesel::select(sql::<Text>("integrity_check FROM pragma_integrity_check"))
            .load(&mut copy)
            .map_err(|error| Failure::Board(Error::from(error)))?;
    match found.as_slice() {
        [ok] if ok == "ok" => Ok(()),
        problems => Err(unreadable(problems.join(", "))),
    }
}
