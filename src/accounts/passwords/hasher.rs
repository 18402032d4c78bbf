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
    turns::{Room, Turn, Turns},
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

/// How many may wait for one account: a double click may, a flood may not.
const OF_ACCOUNT: Room = Room {
    most: 4,
    retry_after: 2,
};

/// How many may wait from one network: an office of people who sign up at once may.
const OF_NETWORK: Room = Room {
    most: 32,
    retry_after: RETRY_AFTER,
};

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
    /// password, as a sentence. One of a network's new passwords is hashed at a time, so that whoever
    /// registers many accounts does not keep others waiting.
    ///
    /// # Errors
    /// 429 when too many are waiting.
    pub async fn hash_new(
        &self,
        password: Password,
        email: &str,
        site_name: &str,
        source: &Source,
    ) -> Result<Result<String, Message>, Error> {
        if let Some(problem) = password.length_problem() {
            return Ok(Err(problem));
        }
        let (email, site_name) = (email.to_owned(), site_name.to_owned());
        let _turn = self.turn_of(source).await?;
        self.run(move |worker| match password.problem(&email, &site_name) {
            Some(problem) => Ok(Err(problem)),
            None => password.hash(&worker.keys, worker.cost).map(Ok),
        })
        .await?
        .map_err(Error::internal)
    }

    /// Checks `password` against the stored hash of the account of `email`, or against nobody's, which
    /// takes as long and never matches. Strangers have one password checked at a time, for one account
    /// and from one network, so that whoever tries many does not fill the queue.
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
            Source::Network(_) => format!("account {}", normalize_email(email)),
            Source::Device(_) => format!("{} {}", source.name(), normalize_email(email)),
        };
        let checked = timeout(PATIENCE, async {
            let _turn_of_account = self.turns.wait_for(line, OF_ACCOUNT).await?;
            let _turn_of_network = self.turn_of(source).await?;
            self.run(move |worker| worker.check(&password, stored))
                .await
        });
        checked.await.map_err(|_| Error::TooMany {
            retry_after: RETRY_AFTER,
        })?
    }

    /// A device has waited in its own line already.
    async fn turn_of(&self, source: &Source) -> Result<Option<Turn>, Error> {
        match source {
            Source::Network(_) => {
                let turn = self.turns.wait_for(source.name(), OF_NETWORK).await?;
                Ok(Some(turn))
            }
            Source::Device(_) => Ok(None),
        }
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

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use futures_util::{future::join_all, poll};

    use super::*;

    const KEYS: &str = "k1:mV3qT8xZ0rLpW6yB2nKdHs9fJcGa4eQu";

    #[tokio::test]
    async fn many_new_passwords_of_one_network_leave_the_queue_to_others() {
        let keys = Arc::new(Keys::parse(KEYS).unwrap_or_else(|error| panic!("{error}")));
        let hasher = Hasher::start(keys, 4).unwrap_or_else(|error| panic!("{error}"));
        let source = Source::Network(Some(IpAddr::V4(Ipv4Addr::LOCALHOST)));
        let hash = |number: usize| {
            let (hasher, source) = (&hasher, &source);
            let password = Password::new(format!("a long passphrase {number}"));
            async move {
                hasher
                    .hash_new(password, "a@example.org", "Board", source)
                    .await
            }
        };
        let mut all = Box::pin(join_all((0..20).map(hash)));
        assert!(poll!(&mut all).is_pending());
        assert!(
            hasher.waiting() <= 1,
            "{} wait in the queue",
            hasher.waiting()
        );
        assert!(
            all.await
                .into_iter()
                .all(|hashed| matches!(hashed, Ok(Ok(_))))
        );
    }
}
