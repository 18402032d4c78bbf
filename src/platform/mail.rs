//! Mail: written as a [`Letter`], queued in the transaction that causes it, and sent by a worker of
//! this or another replica, so that no page waits for a mail server.

mod letter;
pub mod outbox;
mod transport;
pub mod trial;
pub mod worker;

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use lettre::{
    Message,
    message::{
        Mailbox,
        header::{HeaderName, HeaderValue},
    },
};
use tokio::sync::Notify;
use url::Url;

pub use self::letter::Letter;
use self::{outbox::Outgoing, transport::Transport};
use super::{clock::Clock, config::Config, secrets::Keys, templates::Templates};

/// Writes letters, and sends what the outbox holds. Clones are the same mailer.
#[derive(Clone)]
pub struct Mailer(Arc<Inner>);

struct Inner {
    transport: Transport,
    from: Mailbox,
    base_url: Url,
    clock: Clock,
    keys: Arc<Keys>,
    templates: Arc<Templates>,
    /// Rung when there may be something to send.
    bell: Notify,
    stopping: AtomicBool,
}

/// Why a letter could not be written, which is a mistake of the program.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    #[error("{0}")]
    Template(#[from] tera::Error),
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    #[error("{0}")]
    Sealing(Box<dyn std::error::Error + Send + Sync>),
}

impl Mailer {
    /// # Errors
    /// When the mail server's TLS cannot be prepared.
    pub fn new(
        config: &Config,
        clock: Clock,
        keys: Arc<Keys>,
        templates: Arc<Templates>,
    ) -> Result<Self, lettre::transport::smtp::Error> {
        Ok(Self(Arc::new(Inner {
            transport: Transport::new(config)?,
            from: config.mail_from.clone(),
            base_url: config.base_url.clone(),
            clock,
            keys,
            templates,
            bell: Notify::new(),
            stopping: AtomicBool::new(false),
        })))
    }

    /// `letter` for `recipient`, ready to be queued. Its body is sealed: a copy of the database must not
    /// hold links that let somebody into an account.
    pub fn write(
        &self,
        recipient: Option<String>,
        letter: &Letter,
    ) -> Result<Outgoing, LetterError> {
        let Inner {
            base_url,
            clock,
            keys,
            templates,
            ..
        } = &*self.0;
        Outgoing::new(letter, recipient, base_url, clock.now(), keys, templates)
    }

    /// Tells the worker that a letter was queued. It would find it by itself a few seconds later.
    pub fn wake(&self) {
        self.0.bell.notify_one();
    }

    /// Lets the worker finish what it is sending, and nothing more.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::Relaxed);
        self.0.bell.notify_one();
    }

    fn is_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::Relaxed)
    }
}

/// RFC 3834, section 5: so that no holiday notice answers.
fn mark_automatic(message: &mut Message) {
    message.headers_mut().insert_raw(HeaderValue::new(
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated".into(),
    ));
}
