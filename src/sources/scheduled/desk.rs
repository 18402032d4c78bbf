//! Reading documents where that holds up nobody: on a thread of their own, which pages go before.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use tokio::sync::{Semaphore, oneshot};

use super::{
    fetch::{Kind, Problem},
    read::{self, About, Contents},
};
use crate::platform::{priority, zone::Moment};

/// Reads one source's documents at a time, whatever comes.
pub struct Desk(Semaphore);

/// Tells a thread that nobody waits for what it reads.
struct Abandon(Arc<AtomicBool>);

impl Default for Desk {
    fn default() -> Self {
        Self(Semaphore::new(1))
    }
}

impl Drop for Abandon {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Desk {
    /// What is in `documents`, when it is their turn. Where nobody waits for it any more, the thread ends with the
    /// record that it is at.
    ///
    /// # Errors
    /// Those of [`read::read`].
    pub async fn read(
        &self,
        documents: Vec<Vec<u8>>,
        about: About,
        now: Moment,
    ) -> Result<Contents, Problem> {
        let _turn = self.0.acquire().await.map_err(|_| Kind::BrokenOff)?;
        let abandoned = Arc::new(AtomicBool::new(false));
        let _abandon = Abandon(abandoned.clone());
        let (sender, receiver) = oneshot::channel();
        let spawned = thread::Builder::new()
            .name("source-reader".into())
            .spawn(move || {
                priority::lower("reading sources");
                let contents = read::read(documents, &about, now, &abandoned);
                // Nobody may wait any more.
                drop(sender.send(contents));
            });
        if let Err(error) = spawned {
            tracing::warn!(target: "sources", %error, "no thread to read a source");
            return Err(Kind::BrokenOff.into());
        }
        receiver.await.map_err(|_| Problem::from(Kind::BrokenOff))?
    }
}
