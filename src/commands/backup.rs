//! `jobboard backup FILE`

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use actix_web::rt::System;
use clap::Args;
use diesel::{RunQueryDsl, dsl::sql, prelude::*, sql_query, sql_types::Text};

use super::Failure;
use crate::platform::{
    config::{Config, Place, Storage},
    db::{Database, Db, existing},
    files::{Files, copying},
    private_file,
    schema::{accounts, jobs},
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write, which must not exist
    file: PathBuf,
}

/// The folder beside a backup that has the files of this one and of others there.
const FILES: &str = "jobboard-files";

/// Copies an SQLite database as it stands at one moment, while the board goes on. The copy has another
/// name until it is whole and was checked, so that what is called `FILE` is a backup. Files that people sent
/// never change: those that are new go into a folder beside it.
pub fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let file = std::path::absolute(&arguments.file).unwrap_or_else(|_| arguments.file.clone());
    let name = file.display();
    if file.symlink_metadata().is_ok() {
        return Err(Failure::Other(format!(
            "{name} exists already, and a backup overwrites nothing"
        )));
    }
    let database = Database::open_existing(config)?;
    let mut connection = database.connection()?;
    let Db::Sqlite(sqlite) = &mut *connection else {
        return Err(Failure::Other(format!(
            "{} is PostgreSQL, which brings its own: pg_dump --format=custom --file={name} DATABASE_URL",
            config.database_url
        )));
    };
    let partial = PathBuf::from(format!("{name}.{}.part", std::process::id()));
    let copied = copy(sqlite, &partial).and_then(|counts| {
        fs::rename(&partial, &file).map_err(|error| unwritten(&file, &error))?;
        Ok(counts)
    });
    let (jobs, accounts) = copied.inspect_err(|_| {
        let _ = fs::remove_file(&partial);
    })?;
    println!("{name} holds the database, with {jobs} jobs and {accounts} accounts.");
    back_up_files(config, &file)?;
    if config.jwt_keys.is_none() {
        println!(
            "Keep {} with it, and apart from it: without these keys nobody's password counts.",
            config.data_dir.join("jwt_keys").display()
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// The files are copied after the database, so that each one it names is there.
fn back_up_files(config: &Config, backup: &Path) -> Result<(), Failure> {
    let Place::Folder(_) = config.storage.place else {
        println!(
            "The files that people sent are in {}, which needs a backup of its own.",
            config.storage.place
        );
        return Ok(());
    };
    let folder = backup.with_file_name(FILES);
    let target = Storage {
        place: Place::Folder(folder.clone()),
        ..config.storage.clone()
    };
    let copied = System::new().block_on(async {
        copying::copy(
            &Files::of(&config.storage)?,
            &Files::of(&target)?,
            |_, _| {},
        )
        .await
    })?;
    let all = copied.copied + copied.known;
    if all > 0 {
        println!(
            "{} holds the {all} files that people sent, {} of them new.",
            folder.display(),
            copied.copied
        );
    }
    Ok(())
}

/// Writes the copy and reads it again. Returns the numbers of jobs and accounts in it.
fn copy(sqlite: &mut SqliteConnection, file: &Path) -> Result<(i64, i64), Failure> {
    private_file::create(file, b"").map_err(|error| unwritten(file, &error))?;
    sql_query("VACUUM INTO $1")
        .bind::<Text, _>(file.to_string_lossy())
        .execute(sqlite)
        .map_err(|error| unwritten(file, &error))?;
    fs::File::open(file)
        .and_then(|copy| copy.sync_all())
        .map_err(|error| unwritten(file, &error))?;
    check(file)
}

fn unwritten(file: &Path, error: &dyn std::fmt::Display) -> Failure {
    Failure::Other(format!("{} could not be written: {error}", file.display()))
}

/// A copy that cannot be read is worth nothing: better known now.
fn check(file: &Path) -> Result<(i64, i64), Failure> {
    let damaged = |problem: &dyn std::fmt::Display| {
        Failure::Other(format!("the copy is damaged, and was not kept: {problem}"))
    };
    if !existing::is_board(file)? {
        return Err(damaged(&"it has no tables for accounts and jobs"));
    }
    let mut copy =
        SqliteConnection::establish(&file.to_string_lossy()).map_err(|error| damaged(&error))?;
    let found: Vec<String> =
        diesel::select(sql::<Text>("integrity_check FROM pragma_integrity_check"))
            .load(&mut copy)
            .map_err(|error| damaged(&error))?;
    if found != ["ok"] {
        return Err(damaged(&found.join(", ")));
    }
    let jobs = jobs::table.count().get_result(&mut copy);
    let accounts = accounts::table.count().get_result(&mut copy);
    Ok((
        jobs.map_err(|error| damaged(&error))?,
        accounts.map_err(|error| damaged(&error))?,
    ))
}
