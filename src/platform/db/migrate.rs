//! Bringing a database to this release's schema, once, however many processes start together.

use diesel::{RunQueryDsl, migration::MigrationSource, sql_query};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::Db;

const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

/// An arbitrary number that only this program locks.
const ADVISORY_LOCK: i64 = 0x6a6f_6262_6f61_7264;

/// Why the schema is not what this program needs.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    #[error(
        "the database holds migration {0}, which this version of the program does not know: run a newer one"
    )]
    Newer(String),
    #[error("migration failed: {0}")]
    Failed(#[from] Box<dyn std::error::Error + Send + Sync>),
    #[error("migration failed: {0}")]
    Query(#[from] diesel::result::Error),
}

/// Applies what is missing and returns the names of the migrations it applied.
pub fn migrate(db: &mut Db) -> Result<Vec<String>, MigrateError> {
    match db {
        Db::Postgres(pg) => {
            sql_query(format!("SELECT pg_advisory_lock({ADVISORY_LOCK})")).execute(pg)?;
            let applied = apply(pg, POSTGRES);
            sql_query(format!("SELECT pg_advisory_unlock({ADVISORY_LOCK})")).execute(pg)?;
            applied
        }
        // An exclusive transaction is SQLite's lock; each migration is a savepoint inside it.
        Db::Sqlite(sqlite) => sqlite.exclusive_transaction(|sqlite| apply(sqlite, SQLITE)),
    }
}

/// The names of the migrations that are missing, without applying them.
pub fn pending(db: &mut Db) -> Result<Vec<String>, MigrateError> {
    match db {
        Db::Postgres(pg) => missing(pg, POSTGRES),
        Db::Sqlite(sqlite) => missing(sqlite, SQLITE),
    }
}

fn missing<C, DB>(
    connection: &mut C,
    source: EmbeddedMigrations,
) -> Result<Vec<String>, MigrateError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    refuse_newer(connection, &source)?;
    let pending = connection.pending_migrations(source)?;
    Ok(pending
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect())
}

fn apply<C, DB>(connection: &mut C, source: EmbeddedMigrations) -> Result<Vec<String>, MigrateError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    refuse_newer(connection, &source)?;
    let run = connection.run_pending_migrations(source)?;
    Ok(run.iter().map(ToString::to_string).collect())
}

/// An old program would not know what the columns of a newer one mean.
fn refuse_newer<C, DB>(connection: &mut C, source: &EmbeddedMigrations) -> Result<(), MigrateError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let known: Vec<String> = MigrationSource::<DB>::migrations(source)?
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect();
    let applied = connection.applied_migrations()?;
    if let Some(newer) = applied
        .iter()
        .map(ToString::to_string)
        .find(|version| !known.contains(version))
    {
        return Err(MigrateError::Newer(newer));
    }
    Ok(())
}
