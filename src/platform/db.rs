//! The database: one enum over SQLite and PostgreSQL, a pool, and the two ways to use it.

pub mod board_id;
mod connect;
pub mod contains;
pub mod copy;
mod error;
pub mod existing;
mod migrate;
pub mod text_enum;
pub mod version;
mod versions;

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use actix_web::web;
use diesel::{
    Connection, MultiConnection, PgConnection, SqliteConnection,
    connection::{AnsiTransactionManager, TransactionManager},
    r2d2::{Pool, PooledConnection, State},
};
use tokio::sync::Notify;

pub use self::{
    connect::{ConnectError, Connector},
    error::Error,
    migrate::{MigrateError, migrate, pending},
    versions::Versions,
};
use super::config::{Config, DatabaseUrl};

/// A connection to whichever database the board runs on.
#[derive(MultiConnection)]
pub enum Db {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// How long a request waits for a free connection before it answers 503.
const POOL_TIMEOUT: Duration = Duration::from_secs(3);

/// How long a request waits for the database in all before it answers 503: longer than a write waits
/// for SQLite's lock, and shorter than a person waits for a page.
const PATIENCE: Duration = Duration::from_secs(4);

/// The same for work that nobody waits for, like counting all jobs.
const UNHURRIED: Duration = Duration::from_secs(60 * 60);

/// The pool. Work runs on actix's blocking threads, never on the event loop.
#[derive(Clone)]
pub struct Database {
    pool: Pool<Connector>,
    patience: Duration,
    /// Whether the schema is known to be this version's; until then nothing is asked.
    ready: Arc<AtomicBool>,
    versions: Versions,
    /// Rung by every write.
    bell: Arc<Notify>,
}

impl Database {
    /// Opens the database, making the SQLite file where there is none yet.
    ///
    /// # Errors
    /// When the first connection cannot be made; the message says why.
    pub fn open(config: &Config) -> Result<Self, ConnectError> {
        let this = Self::closed(config)?;
        drop(Connector::new(&config.database_url).establish()?);
        this.ready.store(true, Ordering::Release);
        Ok(this)
    }

    /// Opens a database that holds a board already. Nothing is made where there is none, and nothing is
    /// changed.
    ///
    /// # Errors
    /// When there is no board; otherwise those of [`Database::open`].
    pub fn open_existing(config: &Config) -> Result<Self, ConnectError> {
        existing::check(&config.database_url)?;
        Self::open(config)
    }

    /// Opens a database without asking it for anything: it may be down. Every request is answered
    /// with 503 until [`Database::prepare`] has succeeded.
    ///
    /// # Errors
    /// When the folder of an SQLite file cannot be made.
    pub fn closed(config: &Config) -> Result<Self, ConnectError> {
        let connector = Connector::new(&config.database_url);
        if let DatabaseUrl::Sqlite(path) = &config.database_url {
            connect::make_parent(path)?;
        }
        let pool = Pool::builder()
            .max_size(config.database_connections)
            .min_idle(Some(1))
            .connection_timeout(POOL_TIMEOUT)
            .error_handler(Box::new(connect::LogError))
            .build_unchecked(connector);
        Ok(Self {
            pool,
            patience: PATIENCE,
            ready: Arc::default(),
            versions: Versions::default(),
            bell: Arc::default(),
        })
    }

    /// Brings a [closed](Database::closed) database to this version's schema and opens it.
    ///
    /// # Errors
    /// Those of connecting, of migrating and of `then`, which runs before anybody else may ask.
    pub fn prepare<E>(
        &self,
        config: &Config,
        then: impl FnOnce(&mut Db) -> Result<(), Error>,
    ) -> Result<(), E>
    where
        E: From<ConnectError> + From<MigrateError> + From<Error>,
    {
        let mut db = Connector::at_start(&config.database_url).establish()?;
        migrate(&mut db)?;
        then(&mut db)?;
        let known = version::read(&mut db).map_err(Error::from)?;
        self.versions.learn(known);
        self.ready.store(true, Ordering::Release);
        Ok(())
    }

    /// The same database for work that may take its time.
    pub fn unhurried(&self) -> Self {
        Self {
            patience: UNHURRIED,
            ..self.clone()
        }
    }

    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    /// How many connections there are, and how many of them are free.
    pub fn state(&self) -> State {
        self.pool.state()
    }

    /// Takes a connection, for a command that runs outside a request.
    pub fn connection(&self) -> Result<PooledConnection<Connector>, Error> {
        if !self.is_ready() {
            return Err(Error::unavailable("it has not been reached yet"));
        }
        self.pool
            .get()
            .map_err(|error| Error::unavailable(error.to_string()))
    }

    /// Runs `work` on a connection of its own, without a transaction: for reading.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Db) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let this = self.clone();
        patiently(self.patience, move || work(&mut *this.connection()?)).await
    }

    /// Runs `work` in a transaction: all of it is kept, or none. Where it changed what visitors see, this
    /// returns when pages show it.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Db) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let this = self.clone();
        let writing = patiently::<_, E>(self.patience, move || {
            let mut connection = this.connection()?;
            let (written, version, is_public) = transaction(&mut connection, |db| {
                let before = version::read(db).map_err(Error::from)?;
                let written = work(db)?;
                let after = version::read(db).map_err(Error::from)?;
                Ok::<_, E>((written, after, after > before))
            })?;
            this.versions.learn(version);
            this.bell.notify_one();
            Ok((written, version, is_public))
        });
        let (written, version, is_public) = writing.await?;
        if is_public {
            self.versions.until_shown(version).await;
        }
        Ok(written)
    }

    /// Waits until this process has written something, since somebody waited for that before.
    pub async fn written(&self) {
        self.bell.notified().await;
    }

    /// The number of public changes: what [`version::raise`] raises.
    pub fn versions(&self) -> &Versions {
        &self.versions
    }
}

/// Runs `work` on a thread that may wait, for as long as somebody waits for it.
///
/// # Errors
/// 503 when there is no answer in time. What was begun may still end well; what was not begun is
/// forgotten.
async fn patiently<T: Send + 'static, E: From<Error> + Send + 'static>(
    patience: Duration,
    work: impl FnOnce() -> Result<T, E> + Send + 'static,
) -> Result<T, E> {
    let asked = Instant::now();
    let late = || Error::unavailable("it does not answer");
    let block = web::block(move || {
        if asked.elapsed() > patience {
            return Err(late().into());
        }
        work()
    });
    match tokio::time::timeout(patience, block).await {
        Ok(done) => done.map_err(Error::from)?,
        Err(_) => Err(late().into()),
    }
}

/// Runs `work` in a transaction on `db`. SQLite begins IMMEDIATE: a deferred transaction that turns
/// into a write fails at once where another holds the lock, instead of waiting its turn.
pub fn transaction<T, E: From<Error>>(
    db: &mut Db,
    work: impl FnOnce(&mut Db) -> Result<T, E>,
) -> Result<T, E> {
    begin(db).map_err(Error::from)?;
    let done = work(db);
    finish(db, done.is_ok()).map_err(Error::from)?;
    done
}

fn begin(db: &mut Db) -> diesel::QueryResult<()> {
    match db {
        Db::Postgres(pg) => AnsiTransactionManager::begin_transaction(pg),
        Db::Sqlite(sqlite) => {
            AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")
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
