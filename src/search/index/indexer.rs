//! The thread that keeps the index like the lists. When it starts it compares both and mends what differs:
//! everything where the index is new, nothing where it was closed in good order. Then it follows the changes.

use std::{
    path::{Path, PathBuf},
    sync::atomic::Ordering,
    thread,
    time::{Duration, Instant},
};

use tokio::{runtime, time::sleep};

use super::{
    SearchIndex, changes, storage,
    writing::{Failure, Indexer, Stop},
};
use crate::platform::db::{Database, board_id};

/// How long to wait for news without being told of any.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How long to wait after the first failure, and after many.
const RETRY: Duration = Duration::from_secs(1);
const LONGEST_RETRY: Duration = Duration::from_secs(60);

/// Keeps the index; stops when dropped.
pub struct Indexing {
    stop: Stop,
    thread: Option<thread::JoinHandle<()>>,
}

impl Indexing {
    /// Starts the thread, which keeps `index` below `data_dir` like the lists in `db`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(index: SearchIndex, db: Database, data_dir: PathBuf) -> std::io::Result<Self> {
        let stop = Stop::default();
        let asked = stop.clone();
        let thread = thread::Builder::new()
            .name("search-indexer".into())
            .spawn(
                move || match runtime::Builder::new_current_thread().enable_time().build() {
                    Ok(runtime) => runtime.block_on(keep(&index, &db, data_dir, &asked)),
                    Err(error) => tracing::error!(%error, "the search indexer cannot run"),
                },
            )?;
        Ok(Self {
            stop,
            thread: Some(thread),
        })
    }
}

impl Drop for Indexing {
    fn drop(&mut self) {
        self.stop.is_asked.store(true, Ordering::Release);
        self.stop.bell.notify_one();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Keeps the index until it is told to stop. After a failure it begins again.
async fn keep(index: &SearchIndex, db: &Database, data_dir: PathBuf, stop: &Stop) {
    let mut pause = RETRY;
    let mut folder = Some(data_dir.as_path());
    while !stop.is_asked() {
        let started = Instant::now();
        let Err(error) = begin(index, db, folder, stop).await else {
            return;
        };
        tracing::warn!(%error, "the search index does not follow");
        if matches!(error, Failure::Index(_)) && !index.is_complete() && folder.is_some() {
            // A full disk, for example. Nobody finds anything before there is an index.
            tracing::warn!("the search index is kept in memory");
            folder = None;
        }
        db.versions().stop_following();
        if started.elapsed() > LONGEST_RETRY {
            pause = RETRY;
        }
        tokio::select! {
            () = sleep(pause) => {}
            () = stop.bell.notified() => {}
        }
        pause = (pause * 2).min(LONGEST_RETRY);
    }
}

/// Opens the index, makes it like the lists and follows their changes. Without a folder it is in memory.
async fn begin(
    index: &SearchIndex,
    db: &Database,
    data_dir: Option<&Path>,
    stop: &Stop,
) -> Result<(), Failure> {
    while !db.is_ready() {
        if stop.is_asked() {
            return Ok(());
        }
        sleep(Duration::from_millis(100)).await;
    }
    let board_id = board_id::read(&mut *db.connection()?)?;
    let stored = match data_dir {
        Some(data_dir) => storage::open(data_dir, &board_id)?,
        None => storage::in_memory()?,
    };
    let mut indexer = Indexer::new(db, index, stored, stop);
    let mut done = indexer.compare()?;
    if stop.is_asked() {
        return Ok(());
    }
    // Only now: after a failure an empty index must not take the place of the one that searches read.
    index.show(indexer.stored())?;
    // Nobody finds anything before this; now the pages go first.
    indexer.give_way()?;
    let mut known = db.versions().watch();
    while !stop.is_asked() {
        let now = changes::state(&mut *db.connection()?)?;
        if now.change > done.change {
            indexer.follow(done.change, now.change)?;
        }
        done = now;
        index.complete();
        db.versions().follow(done.version);
        tokio::select! {
            _ = known.wait_for(|version| *version > done.version) => {}
            () = sleep(LOOK_EVERY) => {}
            () = stop.bell.notified() => {}
        }
    }
    Ok(())
}
