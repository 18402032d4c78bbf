//! Whether a database holds a board, asked without making or changing anything: a file that SQLite
//! opens is made where there is none, and a command that reads a board must not make an empty one.

use std::{io::ErrorKind, path::Path};

use diesel::{
    Connection, PgConnection, RunQueryDsl, SqliteConnection,
    dsl::sql,
    select,
    sql_types::{BigInt, Bool},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    Db,
    connect::{ConnectError, Connector, failed},
};
use crate::platform::config::DatabaseUrl;

/// What SQLite's `file:` addresses take as it is (sqlite.org/uri.html, section 3.1).
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_');

/// Returns when `target` holds the tables of a board, of this version or another.
///
/// # Errors
/// [`ConnectError::NoFile`] or [`ConnectError::NoBoard`] where it does not; those of connecting.
pub fn check(target: &DatabaseUrl) -> Result<(), ConnectError> {
    let holds_board = match target {
        DatabaseUrl::Sqlite(path) => {
            let mut sqlite = open_file(target, path)?;
            sqlite_holds_board(&mut sqlite)?
        }
        DatabaseUrl::Postgres(_) => match Connector::new(target).establish()? {
            Db::Postgres(mut pg) => postgres_holds_board(&mut pg)?,
            Db::Sqlite(mut sqlite) => sqlite_holds_board(&mut sqlite)?,
        },
    };
    if holds_board {
        Ok(())
    } else {
        Err(ConnectError::NoBoard(target.to_string()))
    }
}

/// Whether the file at `path` is an SQLite database with the tables of a board.
pub fn is_board(path: &Path) -> Result<bool, ConnectError> {
    let target = DatabaseUrl::Sqlite(path.to_owned());
    sqlite_holds_board(&mut open_file(&target, path)?).map_err(ConnectError::from)
}

fn open_file(target: &DatabaseUrl, path: &Path) -> Result<SqliteConnection, ConnectError> {
    match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(ConnectError::NoFile(path.to_owned()));
        }
        Err(error) => return Err(ConnectError::Unreadable(path.to_owned(), error)),
        Ok(_) => {}
    }
    let path = path.to_string_lossy();
    let address = format!("file:{}?mode=rw", utf8_percent_encode(&path, PATH));
    SqliteConnection::establish(&address).map_err(failed(target))
}

fn sqlite_holds_board(sqlite: &mut SqliteConnection) -> diesel::QueryResult<bool> {
    let found: i64 = select(sql::<BigInt>(
        "(SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('accounts', 'jobs'))",
    ))
    .get_result(sqlite)?;
    Ok(found == 2)
}

fn postgres_holds_board(pg: &mut PgConnection) -> diesel::QueryResult<bool> {
    select(sql::<Bool>(
        "to_regclass('accounts') IS NOT NULL AND to_regclass('jobs') IS NOT NULL",
    ))
    .get_result(pg)
}
