//! Stopping without a word to nobody: actix's workers drop connections that were accepted and not read
//! yet when they are told to stop. So they are told once each of them has read what came before.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use tokio::{
    sync::{Notify, Semaphore},
    time::{sleep, timeout},
};

/// How long after a signal new requests are answered at least, each with the word that its connection
/// is then closed.
const LAST_REQUESTS: Duration = Duration::from_millis(500);

/// How long a worker that has too much to do is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// A timer of a worker ends only after its other tasks had their turn.
const TURN: Duration = Duration::from_millis(50);

pub struct Stopping {
    has_begun: AtomicBool,
    begin: Notify,
    /// A permit for each worker that has read what came before.
    read: Semaphore,
}

impl Default for Stopping {
    fn default() -> Self {
        Self {
            has_begun: AtomicBool::default(),
            begin: Notify::const_new(),
            read: Semaphore::const_new(0),
        }
    }
}

impl Stopping {
    pub fn has_begun(&self) -> bool {
        self.has_begun.load(Ordering::Acquire)
    }

    /// Ends when all `workers` have read what was sent before, or have had the time to.
    pub async fn begin(&self, workers: u32) {
        self.has_begun.store(true, Ordering::Release);
        self.begin.notify_waiters();
        sleep(LAST_REQUESTS).await;
        // The semaphore is never closed; who is late is not waited for.
        let _ = timeout(PATIENCE, self.read.acquire_many(workers)).await;
    }

    /// What each worker runs: waits for the beginning, and lets its other tasks have two turns.
    pub async fn read_what_came(&self) {
        self.begin.notified().await;
        sleep(LAST_REQUESTS.saturating_sub(TURN)).await;
        sleep(TURN).await;
        sleep(TURN).await;
        self.read.add_permits(1);
    }
}
