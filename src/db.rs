//! The database: one enum over SQLite and PostgreSQL, a pool, and the two ways to use it.

mod connect;
mod migrate;
pub mod text_enum;
pub mod version;

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use actix_web::web;
use diesel::{
    Connection, MultiConnection, PgConnection, SqliteConnection,
    connection::{AnsiTransactionManager, TransactionManager},
    r2d2::{Pool, PooledConnection},
};

pub use self::{
    connect::{ConnectError, Connector},
    migrate::{MigrateError, migrate},
};
use crate::{
    config::{Config, DatabaseUrl},
    error::Error,
};

/// A connection to whichever database the board runs on.
#[derive(MultiConnection)]
pub enum Db {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// How long a request waits for a free connection before it answers 503.
const POOL_TIMEOUT: Duration = Duration::from_secs(3);

/// The pool. Work runs on actix's blocking threads, never on the event loop.
#[derive(Clone)]
pub struct Database {
    pool: Pool<Connector>,
    /// The number of public changes, as far as this process knows.
    version: Arc<AtomicI64>,
}

impl Database {
    /// Opens the database, making the SQLite file where there is none yet.
    ///
    /// # Errors
    /// When the first connection cannot be made; the message says why.
    pub fn open(config: &Config) -> Result<Self, ConnectError> {
        let connector = Connector::new(&config.database_url);
        if let DatabaseUrl::Sqlite(path) = &config.database_url {
            connect::make_parent(path)?;
        }
        drop(connector.establish()?);
        let pool = Pool::builder()
            .max_size(config.database_connections)
            .min_idle(Some(1))
            .connection_timeout(POOL_TIMEOUT)
            .error_handler(Box::new(connect::LogError))
            .build_unchecked(connector);
        Ok(Self {
            pool,
            version: Arc::default(),
        })
    }

    /// Takes a connection, for a command that runs outside a request.
    pub fn connection(&self) -> Result<PooledConnection<Connector>, Error> {
        self.pool
            .get()
            .map_err(|error| Error::unavailable(error.to_string()))
    }

    /// Runs `work` on a connection of its own, without a transaction: for reading.
    pub async fn read<T, F>(&self, work: F) -> Result<T, Error>
    where
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        let this = self.clone();
        web::block(move || work(&mut *this.connection()?)).await?
    }

    /// Runs `work` in a transaction: all of it is kept, or none.
    pub async fn write<T, F>(&self, work: F) -> Result<T, Error>
    where
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        let this = self.clone();
        web::block(move || {
            let mut connection = this.connection()?;
            let written = transaction(&mut connection, work)?;
            // Whoever made the change must see it on the next page.
            this.version
                .fetch_max(version::read(&mut connection)?, Ordering::Release);
            Ok(written)
        })
        .await?
    }

    /// The number of public changes: what [`version::raise`] raises.
    pub fn version(&self) -> Arc<AtomicI64> {
        self.version.clone()
    }
}

/// Runs `work` in a transaction on `db`. SQLite begins IMMEDIATE: a deferred transaction that turns
/// into a write fails at once where another holds the lock, instead of waiting its turn.
pub fn transaction<T>(
    db: &mut Db,
    work: impl FnOnce(&mut Db) -> Result<T, Error>,
) -> Result<T, Error> {
    match db {
        Db::Postgres(pg) => AnsiTransactionManager::begin_transaction(pg)?,
        Db::Sqlite(sqlite) => {
            AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")?;
        }
    }
    match work(db) {
        Ok(value) => {
            finish(db, true)?;
            Ok(value)
        }
        Err(error) => {
            finish(db, false)?;
            Err(error)
        }
    }
}

fn finish(db: &mut Db, commit: bool) -> diesel::QueryResult<()> {
    fn end<C>(connection: &mut C, commit: bool) -> diesel::QueryResult<()>
    where
        C: Connection<TransactionManager = AnsiTransactionManager>,
    {
        if commit {
            AnsiTransactionManager::commit_transaction(connection)
        } else {
            AnsiTransactionManager::rollback_transaction(connection)
        }
    }
    match db {
        Db::Postgres(pg) => end(pg, commit),
        Db::Sqlite(sqlite) => end(sqlite, commit),
    }
}
