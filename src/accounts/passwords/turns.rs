//! One at a time: whoever sends several passwords for one account, or from one network, waits for the
//! first, outside the queue in which everybody's passwords wait.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::http::error::Error;

/// How long a line may be.
#[derive(Clone, Copy)]
pub struct Room {
    /// How many may stand in it, the one at work included.
    pub most: usize,
    /// Seconds after which one who found it full may try again.
    pub retry_after: u64,
}

/// The lines, one for each account or network that has somebody in it.
#[derive(Clone, Default)]
pub struct Turns(Arc<Mutex<HashMap<String, Line>>>);

struct Line {
    people: usize,
    turn: Arc<Semaphore>,
}

/// A place in a line; dropping it lets the next one in.
pub struct Turn {
    turns: Turns,
    key: String,
    _permit: Option<OwnedSemaphorePermit>,
}

impl Turns {
    /// Waits until it is the turn of one more password in the line `key`.
    ///
    /// # Errors
    /// 429 when the line is full.
    pub async fn wait_for(&self, key: String, room: Room) -> Result<Turn, Error> {
        let semaphore = self.join(&key, room)?;
        let mut turn = Turn {
            turns: self.clone(),
            key,
            _permit: None,
        };
        let permit = semaphore.acquire_owned().await.map_err(Error::internal)?;
        turn._permit = Some(permit);
        Ok(turn)
    }

    fn join(&self, key: &str, room: Room) -> Result<Arc<Semaphore>, Error> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let line = lines.entry(key.to_owned()).or_insert_with(|| Line {
            people: 0,
            turn: Arc::new(Semaphore::new(1)),
        });
        if line.people >= room.most {
            return Err(Error::TooMany {
                retry_after: room.retry_after,
            });
        }
        line.people += 1;
        Ok(line.turn.clone())
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut lines = self.turns.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(line) = lines.get_mut(&self.key) {
            line.people -= 1;
            if line.people == 0 {
                lines.remove(&self.key);
            }
        }
    }
}
