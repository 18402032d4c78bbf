//! Mail: written as a [`Letter`], queued in the transaction that causes it, and sent by a worker of
//! this or another replica, so that no page waits for a mail server.

mod letter;
pub mod outbox;
mod transport;
pub mod worker;

use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDateTime;
use lettre::{Address, Message, message::Mailbox};
use tokio::sync::Notify;

pub use self::letter::Letter;
use self::transport::{SendError, Transport};
use crate::config::Config;

/// Sends what the outbox holds.
pub struct Mailer {
    transport: Transport,
    from: Mailbox,
    /// Rung when there may be something to send.
    bell: Notify,
    stopping: AtomicBool,
}

impl Mailer {
    /// # Errors
    /// When the mail server's TLS cannot be prepared.
    pub fn new(config: &Config) -> Result<Self, lettre::transport::smtp::Error> {
        Ok(Self {
            transport: Transport::new(config)?,
            from: config.mail_from.clone(),
            bell: Notify::new(),
            stopping: AtomicBool::new(false),
        })
    }

    /// Sends `text` to `recipient` without the outbox, and returns what became of it as a sentence.
    ///
    /// # Errors
    /// What the mail server said, or why it could not be asked.
    pub async fn send_at_once(
        &self,
        recipient: Address,
        subject: &str,
        text: String,
        now: NaiveDateTime,
    ) -> Result<String, SendError> {
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, recipient))
            .subject(subject)
            .date(now.and_utc().into())
            .message_id(None)
            .body(text)
            .map_err(|error| SendError::Refused(error.to_string()))?;
        let name = format!("{}-test", now.format("%Y-%m-%dT%H%M%S"));
        self.transport.send(message, &name).await
    }

    /// Tells the worker that a letter was queued. It would find it by itself a few seconds later.
    pub fn wake(&self) {
        self.bell.notify_one();
    }

    /// Lets the worker finish what it is sending, and nothing more.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
        self.bell.notify_one();
    }

    fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}
