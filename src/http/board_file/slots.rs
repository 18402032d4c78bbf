//! The files that are kept, each at its address.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::sync::Semaphore;

use super::{growing::Making, kept::BoardFile};

/// Files kept at once, each of which is an open descriptor. The feed of a board is one of them, and
/// fifty thousand jobs take one more.
const MOST: usize = 32;

/// A file that took longer than this to make is not made anew at once.
const QUICK: Duration = Duration::from_millis(250);

/// How many times as long as making it took an older file is served, before another is made: a large
/// board that changes all the time spends a tenth of a processor on it.
const REST: u32 = 10;

pub struct BoardFiles {
    pub(super) slots: Mutex<HashMap<String, Slot>>,
    pub(super) turn: Semaphore,
    pub(super) made: AtomicU64,
}

/// A file at its address.
#[derive(Default)]
pub(super) struct Slot {
    pub(super) kept: Option<Arc<BoardFile>>,
    pub(super) making: Option<Making>,
    pub(super) rests_until: Option<Instant>,
}

impl Default for BoardFiles {
    fn default() -> Self {
        Self {
            slots: Mutex::default(),
            turn: Semaphore::const_new(1),
            made: AtomicU64::default(),
        }
    }
}

impl BoardFiles {
    /// How many files were made so far.
    pub fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    pub(super) fn slots(&self) -> MutexGuard<'_, HashMap<String, Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn keep(&self, address: &str, file: &Arc<BoardFile>, took: Duration) {
        let mut slots = self.slots();
        if slots.len() > MOST {
            let kept = slots
                .iter()
                .filter(|(known, slot)| *known != address && slot.making.is_none());
            let oldest = kept.min_by_key(|(_, slot)| slot.kept.as_ref().map(|file| file.made_at));
            if let Some(oldest) = oldest.map(|(address, _)| address.clone()) {
                slots.remove(&oldest);
            }
        }
        let slot = slots.entry(address.to_owned()).or_default();
        slot.kept = Some(file.clone());
        slot.rests_until = (took > QUICK).then(|| Instant::now() + took * REST);
        self.made.fetch_add(1, Ordering::Relaxed);
    }
}
