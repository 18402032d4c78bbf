//! `jobboard copy-database FROM TO`

use std::process::ExitCode;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use super::Failure;
use crate::{
    app::features,
    http::error::Error,
    platform::{
        config::{Config, DatabaseUrl},
        db::{
            self, Database,
            copy::{copy, count, in_one_moment},
        },
    },
    search::rebuilding,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The database to read, sqlite:PATH or postgres://…
    from: String,
    /// The database to fill, which must hold no board yet
    to: String,
}

/// Fills one database with the board in another. Stop the board first: what is written meanwhile stays
/// behind.
pub fn run(config: &Config, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let from = at(config, "FROM", &arguments.from)?;
    let to = at(config, "TO", &arguments.to)?;
    if from.database_url.to_string() == to.database_url.to_string() {
        return Err(Failure::Other("FROM and TO are the same database".into()));
    }
    let (source, target) = (Database::open_existing(&from)?, Database::open(&to)?);
    let (mut source, mut target) = (source.connection()?, target.connection()?);
    let missing = db::pending(&mut source)?;
    if !missing.is_empty() {
        return Err(Failure::Other(format!(
            "{} lacks {}: run jobboard migrate on it first",
            from.database_url,
            missing.join(", ")
        )));
    }
    db::migrate(&mut target)?;
    let tables = features::tables();
    let counts = counts(&mut source, &tables)?;
    let bar = progress_bar(counts.iter().sum());
    in_one_moment(&mut source, &mut target, |source, target| {
        for &table in &tables {
            if count(target, table).map_err(Error::from)? > 0 {
                return Err(Failure::Other(format!(
                    "{} holds {table} already, and nothing was copied: TO must be empty",
                    to.database_url
                )));
            }
        }
        for &table in &tables {
            bar.set_message(table);
            copy(source, target, table, |rows| bar.inc(rows as u64)).map_err(Error::from)?;
        }
        db::board_id::copy(source, target).map_err(Error::from)?;
        bar.set_message("lists");
        rebuilding::rebuild(target, |_| {}).map_err(Error::from)?;
        for &table in &tables {
            let (read, written) = (count(source, table), count(target, table));
            let (read, written) = (read.map_err(Error::from)?, written.map_err(Error::from)?);
            if read != written {
                return Err(Failure::Other(format!(
                    "{table} has {read} rows, of which {written} arrived: nothing was kept"
                )));
            }
        }
        Ok(())
    })?;
    bar.finish_and_clear();
    for (table, rows) in tables.iter().zip(counts) {
        println!("{rows:>9}  {table}");
    }
    println!(
        "{} holds the board now. Set DATABASE_URL, and keep the keys: JWT_KEYS, or {}.",
        to.database_url,
        config.data_dir.join("jwt_keys").display()
    );
    println!(
        "Pictures that people uploaded stay in {}: keep FILES_URL or DATA_DIR, or copy them with jobboard copy-files.",
        config.storage.place
    );
    Ok(ExitCode::SUCCESS)
}

fn at(config: &Config, name: &str, url: &str) -> Result<Config, Failure> {
    let mut config = config.clone();
    config.database_url =
        DatabaseUrl::parse(url).map_err(|problem| Failure::Other(format!("{name} {problem}")))?;
    config.database_connections = 1;
    Ok(config)
}

fn counts(db: &mut db::Db, tables: &[&str]) -> Result<Vec<u64>, Failure> {
    tables
        .iter()
        .map(|table| Ok(count(db, table).map_err(Error::from)?.unsigned_abs()))
        .collect()
}

fn progress_bar(rows: u64) -> ProgressBar {
    let bar = ProgressBar::new(rows);
    if let Ok(style) =
        ProgressStyle::with_template("{bar:40} {percent}% {per_sec}, {eta} left, {msg}")
    {
        bar.set_style(style);
    }
    bar
}
