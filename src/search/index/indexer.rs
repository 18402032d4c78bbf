//! The thread that keeps the index like the lists. When it starts it compares both and mends what differs:
//! everything where the index is new, nothing where it was closed in good order. Then it follows the changes.
//!
//! What it does can be done twice: a job is taken out and put in again as it stands. So it does not matter
//! where it was stopped, nor whether another history of the board was in the index before.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use tantivy::Term;
use tokio::{runtime, sync::Notify, time::sleep};

use super::{
    SearchIndex,
    changes::{self, Change, State},
    document::document,
    places::Locations,
    storage::{self, Stored},
};
use crate::platform::{
    db::{self, Database, board_id},
    priority,
};

/// Jobs read at a time.
const BATCH: usize = 500;

/// Jobs after which a long run is committed.
const COMMIT_EVERY: usize = 50_000;

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

#[derive(Clone, Default)]
struct Stop {
    is_asked: Arc<AtomicBool>,
    bell: Arc<Notify>,
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Database(#[from] db::Error),
    #[error("{0}")]
    Index(#[from] tantivy::TantivyError),
}

impl From<diesel::result::Error> for Failure {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error.into())
    }
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

impl Stop {
    fn is_asked(&self) -> bool {
        self.is_asked.load(Ordering::Acquire)
    }
}

/// Keeps the index until it is told to stop. After a failure it begins again.
async fn keep(index: &SearchIndex, db: &Database, data_dir: PathBuf, stop: &Stop) {
    let mut pause = RETRY;
    while !stop.is_asked() {
        let started = Instant::now();
        match begin(index, db, &data_dir, stop).await {
            Ok(()) => return,
            Err(error) => tracing::warn!(%error, "the search index does not follow"),
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

/// Opens the index, makes it like the lists and follows their changes.
async fn begin(
    index: &SearchIndex,
    db: &Database,
    data_dir: &Path,
    stop: &Stop,
) -> Result<(), Failure> {
    while !db.is_ready() {
        if stop.is_asked() {
            return Ok(());
        }
        sleep(Duration::from_millis(100)).await;
    }
    let board_id = board_id::read(&mut *db.connection()?)?;
    let stored = storage::open(data_dir, &board_id)?;
    index.show(&stored)?;
    let mut indexer = Indexer {
        db,
        index,
        stored,
        stop,
        waiting: 0,
        locations: Locations::default(),
    };
    let mut done = indexer.compare()?;
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

struct Indexer<'a> {
    db: &'a Database,
    index: &'a SearchIndex,
    stored: Stored,
    stop: &'a Stop,
    /// Jobs that are not committed yet.
    waiting: usize,
    locations: Locations,
}

impl Indexer<'_> {
    /// Makes the index like the lists, whatever is in it. Returns what the board was at before.
    fn compare(&mut self) -> Result<State, Failure> {
        let started = Instant::now();
        let state = changes::state(&mut *self.db.connection()?)?;
        let mut indexed = self.stored.jobs()?;
        let is_new = indexed.stamps.is_empty();
        let (mut after, mut added) = (0, 0);
        loop {
            let listed = changes::listed_after(&mut *self.db.connection()?, after, BATCH)?;
            let Some(last) = listed.last() else { break };
            after = last.job_id;
            let differ: Vec<Change> = listed
                .into_iter()
                .filter(|change| indexed.stamps.remove(&change.job_id) != Some(Some(change.stamp)))
                .collect();
            added += differ.len();
            self.put(&differ, !is_new)?;
            if self.waiting >= COMMIT_EVERY {
                self.commit()?;
            }
            if self.stop.is_asked() {
                return Ok(state);
            }
        }
        let removed = indexed.stamps.len();
        for job_id in indexed.stamps.into_keys() {
            self.take_out(job_id)?;
        }
        if self.waiting > 0 {
            self.commit()?;
        }
        if added + removed > 0 {
            let seconds = started.elapsed().as_secs_f32();
            tracing::info!(
                added,
                removed,
                seconds,
                "brought the search index up to date"
            );
        }
        Ok(state)
    }

    /// Takes in the changes above the number `done`, up to `last`.
    fn follow(&mut self, mut done: i64, last: i64) -> Result<(), Failure> {
        while done < last && !self.stop.is_asked() {
            let changes = changes::after(&mut *self.db.connection()?, done, BATCH)?;
            let Some(newest) = changes.last() else { break };
            done = newest.number;
            self.put(&changes, true)?;
            if self.waiting >= COMMIT_EVERY {
                self.commit()?;
            }
        }
        self.commit()
    }

    /// Puts these jobs into the index as they stand, and takes out those that are not listed.
    fn put(&mut self, changes: &[Change], may_be_there: bool) -> Result<(), Failure> {
        if changes.is_empty() {
            return Ok(());
        }
        let job_ids: Vec<i64> = changes.iter().map(|change| change.job_id).collect();
        let listed = changes::listed(&mut *self.db.connection()?, &job_ids)?;
        for change in changes {
            if may_be_there {
                self.take_out(change.job_id)?;
            }
            if let Some(job) = listed.get(&change.job_id) {
                let fields = &self.stored.fields;
                let locations = &mut self.locations;
                let document = document(fields, &job.entry, &job.fields, change.stamp, locations);
                self.stored.writer()?.add_document(document)?;
                self.waiting += 1;
            }
        }
        Ok(())
    }

    /// Goes on with a lower priority, which the threads that write the index have from their start.
    fn give_way(&mut self) -> Result<(), Failure> {
        priority::lower("the search indexer");
        Ok(self.stored.renew_writer()?)
    }

    fn take_out(&mut self, job_id: i64) -> Result<(), Failure> {
        let term = Term::from_field_u64(self.stored.fields.job, job_id.unsigned_abs());
        self.stored.writer()?.delete_term(term);
        self.waiting += 1;
        Ok(())
    }

    fn commit(&mut self) -> Result<(), Failure> {
        self.stored.writer()?.commit()?;
        self.waiting = 0;
        Ok(self.index.reload()?)
    }
}
