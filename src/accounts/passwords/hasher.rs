//! The thread that hashes passwords. A bcrypt hash takes a quarter of a second of a core; on the
//! threads that ask the database, eight people who sign in would stop every page.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    },
    thread,
    time::Duration,
};

use tokio::{sync::oneshot, time::timeout};

use super::{
    password::{self, Password},
    tries::Source,
    turns::{Turn, Turns},
};
use crate::{
    accounts::account::normalize_email,
    http::error::Error,
    platform::{i18n::Message, priority, secrets::Keys},
};

/// How many may wait. At a quarter of a second each the last of them waits eight seconds.
const QUEUE: usize = 32;

/// How many wait before strangers are told to come back, so that browsers that were signed in before
/// find room.
const STRANGERS: usize = 16;

/// Seconds after which one who found the queue full may try again.
const RETRY_AFTER: u64 = 5;

/// How long one waits for a password to be checked, on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(15);

type Task = Box<dyn FnOnce(&Worker) + Send>;

/// Hashes and checks passwords, one at a time, away from everything else.
#[derive(Clone)]
pub struct Hasher {
    queue: SyncSender<Task>,
    waiting: Arc<AtomicUsize>,
    turns: Turns,
}

/// The result of checking a password.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Checked {
    pub matches: bool,
    /// A hash to store instead, where the password matched and its hash was outdated.
    pub upgraded: Option<String>,
}

struct Worker {
    keys: Arc<Keys>,
    cost: u32,
    /// Checked against where there is no account, so that both answers take the same time.
    nobody: String,
}

impl Hasher {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(keys: Arc<Keys>, cost: u32) -> Result<Self, Error> {
        let (queue, tasks): (_, Receiver<Task>) = sync_channel(QUEUE);
        thread::Builder::new()
            .name("password-hasher".into())
            .spawn(move || {
                priority::lower("the password thread");
                // Made here, so that the start need not wait for it.
                let nobody = match Password::new("nobody").hash(&keys, cost) {
                    Ok(nobody) => nobody,
                    Err(error) => {
                        tracing::error!(%error, "bcrypt makes no hash");
                        return;
                    }
                };
                let worker = Worker { keys, cost, nobody };
                for task in tasks {
                    task(&worker);
                }
            })
            .map_err(Error::internal)?;
        Ok(Self {
            queue,
            waiting: Arc::default(),
            turns: Turns::default(),
        })
    }

    /// How many passwords wait, the one at work included.
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    /// The text to store for a new password of the account of `email`, or what is wrong with the
    /// password, as a sentence.
    ///
    /// # Errors
    /// 429 when too many are waiting.
    pub async fn hash_new(
        &self,
        password: Password,
        email: &str,
        site_name: &str,
    ) -> Result<Result<String, Message>, Error> {
        if let Some(problem) = password.length_problem() {
            return Ok(Err(problem));
        }
        let (email, site_name) = (email.to_owned(), site_name.to_owned());
        self.run(move |worker| match password.problem(&email, &site_name) {
            Some(problem) => Ok(Err(problem)),
            None => password.hash(&worker.keys, worker.cost).map(Ok),
        })
        .await?
        .map_err(Error::internal)
    }

    /// Checks `password` against the stored hash of the account of `email`, or against nobody's, which
    /// takes as long and never matches. For an account, strangers have one password checked at a time, so
    /// that whoever tries many does not fill the queue.
    ///
    /// # Errors
    /// 429 when too many are waiting.
    pub async fn check(
        &self,
        password: Password,
        stored: Option<String>,
        email: &str,
        source: &Source,
    ) -> Result<Checked, Error> {
        let is_stranger = matches!(source, Source::Network(_));
        if is_stranger && self.waiting() >= STRANGERS {
            return Err(Error::TooMany {
                retry_after: RETRY_AFTER,
            });
        }
        // Strangers stand in one line for each account; a known browser does not wait behind them.
        let line = match source {
            Source::Network(_) => normalize_email(email),
            Source::Device(id) => format!("{} {id}", normalize_email(email)),
        };
        let checked = timeout(PATIENCE, async {
            let _turn: Turn = self.turns.wait_for(line).await?;
            self.run(move |worker| worker.check(&password, stored))
                .await
        });
        checked.await.map_err(|_| Error::TooMany {
            retry_after: RETRY_AFTER,
        })?
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Worker) -> T + Send + 'static,
    ) -> Result<T, Error> {
        let (answer, answered) = oneshot::channel();
        let waiting = self.waiting.clone();
        let task: Task = Box::new(move |worker| {
            // The asker may have gone; then there is nobody to tell.
            if !answer.is_closed() {
                let _ = answer.send(work(worker));
            }
            waiting.fetch_sub(1, Ordering::Relaxed);
        });
        self.waiting.fetch_add(1, Ordering::Relaxed);
        self.queue.try_send(task).map_err(|error| {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            match error {
                TrySendError::Full(_) => Error::TooMany {
                    retry_after: RETRY_AFTER,
                },
                TrySendError::Disconnected(_) => Error::internal("the password thread is gone"),
            }
        })?;
        answered.await.map_err(Error::internal)
    }
}

impl Worker {
    fn check(&self, password: &Password, stored: Option<String>) -> Checked {
        let Some(stored) = stored else {
            password.matches(&self.nobody, &self.keys);
            return Checked::default();
        };
        let matches = password.matches(&stored, &self.keys);
        let upgraded = (matches && password::is_outdated(&stored, &self.keys, self.cost))
            .then(|| password.hash(&self.keys, self.cost).ok())
            .flatten();
        Checked { matches, upgraded }
    }
}
