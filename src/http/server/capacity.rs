//! How many connections may be open at once: as many as the system grants descriptors for, within
//! reason.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::platform::config::Config;

/// More would only cost memory: each takes about 20 KB, and up to 128 KB while its headers arrive.
const MOST: u64 = 8192;

/// Descriptors for everything else: listeners, event queues, the log, mail, webhooks, the files of the
/// whole board, and the connections that ask for metrics.
const RESERVED: u64 = 128;

/// What SQLite opens for each connection: the database, its log, the log's index, and a spare one for
/// what it sorts on disk.
const FOR_A_DATABASE_CONNECTION: u64 = 4;

/// The least that the board tries to serve with, however few descriptors there are.
const LEAST: u64 = 16;

/// Raises the limit of descriptors as far as the system allows without privileges.
pub fn raise_descriptor_limit() {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limit.maximum,
        ..limit
    };
    if let Err(error) = setrlimit(Resource::Nofile, raised) {
        tracing::warn!(%error, "the limit of open files could not be raised");
    }
}

/// The connections that may be open at once under the limit that holds now.
pub fn connections(config: &Config) -> usize {
    let granted = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    let database = FOR_A_DATABASE_CONNECTION * u64::from(config.database_connections);
    let left = granted.saturating_sub(RESERVED + database);
    usize::try_from(left.clamp(LEAST, MOST)).unwrap_or(usize::MAX)
}
