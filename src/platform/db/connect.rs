//! Making connections that are ready to use: pragmas on SQLite, time-outs and certificates on
//! PostgreSQL.

use std::{
    fmt,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use diesel::{
    Connection, ConnectionError, PgConnection, SqliteConnection,
    connection::{SimpleConnection, TransactionManager, TransactionManagerStatus},
    r2d2::{HandleError, ManageConnection},
};

use super::{Db, contains};
use crate::platform::config::DatabaseUrl;

/// Pages are read through a small cache and not mapped: mapped pages count as the program's memory.
const SQLITE_PRAGMAS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -4096;
";

/// How long a request waits for another that writes to an SQLite file.
const LOCK_PATIENCE: Duration = Duration::from_secs(3);

/// The same for a board that starts: another may be migrating the file, or importing into it.
const START_PATIENCE: Duration = Duration::from_secs(120);

/// A statement that takes longer than this (milliseconds) is stuck, not slow.
const POSTGRES_SETTINGS: &str = "SET TIME ZONE 'UTC'; SET statement_timeout = 30000;";

/// Why no connection could be made.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    #[error("the folder {0} could not be made: {1}")]
    Folder(PathBuf, std::io::Error),
    #[error("{0} could not be looked at: {1}")]
    Unreadable(PathBuf, std::io::Error),
    #[error(
        "there is no board at {0}. DATABASE_URL and DATA_DIR say where it is; a path that does not begin \
         with / counts from the folder that the command runs in. `jobboard migrate` makes a new board"
    )]
    NoFile(PathBuf),
    #[error(
        "{0} holds no board: it has no tables for accounts and jobs. `jobboard migrate` makes them"
    )]
    NoBoard(String),
    #[error("no connection to {0}: {1}")]
    Connection(String, ConnectionError),
    #[error("{0}")]
    Query(#[from] diesel::result::Error),
}

/// Makes and checks connections for the pool.
pub struct Connector {
    target: DatabaseUrl,
    /// What libpq or SQLite is given: the URL as it stands, password included.
    address: String,
    lock_patience: Duration,
}

impl Connector {
    pub fn new(target: &DatabaseUrl) -> Self {
        let address = match target {
            DatabaseUrl::Sqlite(path) => path.to_string_lossy().into_owned(),
            DatabaseUrl::Postgres(url) => postgres_address(url),
        };
        Self {
            target: target.clone(),
            address,
            lock_patience: LOCK_PATIENCE,
        }
    }

    /// For bringing a database to this version while the board starts.
    pub fn at_start(target: &DatabaseUrl) -> Self {
        Self {
            lock_patience: START_PATIENCE,
            ..Self::new(target)
        }
    }

    /// Opens a connection and prepares it.
    pub fn establish(&self) -> Result<Db, ConnectError> {
        Ok(match self.target {
            DatabaseUrl::Sqlite(_) => {
                let mut sqlite =
                    SqliteConnection::establish(&self.address).map_err(failed(&self.target))?;
                prepare_sqlite(&mut sqlite, self.lock_patience)?;
                Db::Sqlite(sqlite)
            }
            DatabaseUrl::Postgres(_) => {
                let mut pg =
                    PgConnection::establish(&self.address).map_err(failed(&self.target))?;
                pg.batch_execute(POSTGRES_SETTINGS)?;
                Db::Postgres(pg)
            }
        })
    }
}

/// Names the database that could not be connected to.
pub fn failed(target: &DatabaseUrl) -> impl FnOnce(ConnectionError) -> ConnectError {
    |error| ConnectError::Connection(target.to_string(), error)
}

/// Sets the pragmas. Where several connections switch one file to WAL at once, SQLite refuses some of
/// them without waiting.
fn prepare_sqlite(
    sqlite: &mut SqliteConnection,
    lock_patience: Duration,
) -> diesel::QueryResult<()> {
    let timeout = lock_patience.as_millis();
    sqlite.batch_execute(&format!("PRAGMA busy_timeout = {timeout}"))?;
    let started = Instant::now();
    loop {
        match sqlite.batch_execute(SQLITE_PRAGMAS) {
            Err(diesel::result::Error::DatabaseError(_, info))
                if info.message().contains("locked") && started.elapsed() < lock_patience =>
            {
                std::thread::sleep(Duration::from_millis(10));
            }
            done => return done.and_then(|()| contains::prepare(sqlite)),
        }
    }
}

impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Connector({})", self.target)
    }
}

impl ManageConnection for Connector {
    type Connection = Db;
    type Error = ConnectError;

    fn connect(&self) -> Result<Db, ConnectError> {
        self.establish()
    }

    fn is_valid(&self, db: &mut Db) -> Result<(), ConnectError> {
        match db {
            Db::Postgres(pg) => pg.batch_execute("SELECT 1")?,
            Db::Sqlite(_) => {}
        }
        Ok(())
    }

    /// A connection that a panic left inside a transaction must not serve the next request.
    fn has_broken(&self, db: &mut Db) -> bool {
        fn unfinished<C: Connection>(connection: &mut C) -> bool {
            match C::TransactionManager::transaction_manager_status_mut(connection) {
                TransactionManagerStatus::Valid(status) => status.transaction_depth().is_some(),
                TransactionManagerStatus::InError => true,
            }
        }
        match db {
            Db::Postgres(pg) => unfinished(pg),
            Db::Sqlite(sqlite) => unfinished(sqlite),
        }
    }
}

/// Writes the pool's background errors to the log.
#[derive(Debug)]
pub struct LogError;

impl HandleError<ConnectError> for LogError {
    fn handle_error(&self, error: ConnectError) {
        tracing::warn!(%error, "database connection");
    }
}

/// Makes the folder an SQLite file will lie in.
pub fn make_parent(path: &Path) -> Result<(), ConnectError> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .map_err(|error| ConnectError::Folder(folder.into(), error)),
        _ => Ok(()),
    }
}

/// What libpq is asked for unless the URL says otherwise: to give up on a server that does not answer,
/// and to notice within half a minute that it is gone (seconds, but for the last: milliseconds).
const POSTGRES_DEFAULTS: [(&str, &str); 5] = [
    ("connect_timeout", "3"),
    ("keepalives_idle", "10"),
    ("keepalives_interval", "5"),
    ("keepalives_count", "3"),
    ("tcp_user_timeout", "25000"),
];

/// Adds time-outs, and the system's certificates where the URL asks for verified TLS:
/// the bundled OpenSSL does not know where this machine keeps them.
fn postgres_address(url: &url::Url) -> String {
    let has = |wanted: &str| url.query_pairs().any(|(name, _)| name == wanted);
    let verifies = url
        .query_pairs()
        .any(|(name, value)| name == "sslmode" && value.starts_with("verify-"));
    let mut url = url.clone();
    for (name, value) in POSTGRES_DEFAULTS {
        if !has(name) {
            url.query_pairs_mut().append_pair(name, value);
        }
    }
    if verifies
        && !has("sslrootcert")
        && let Some(file) = openssl_probe::probe().cert_file
    {
        url.query_pairs_mut()
            .append_pair("sslrootcert", &file.to_string_lossy());
    }
    url.into()
}
