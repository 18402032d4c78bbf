//! Mail: written as a [`Letter`], queued in the transaction that causes it, and sent by a worker of
//! this or another replica, so that no page waits for a mail server.

mod letter;
pub mod outbox;
mod transport;
pub mod trial;
pub mod worker;

use std::sync::atomic::{AtomicBool, Ordering};

use lettre::{
    Message,
    message::{
        Mailbox,
        header::{HeaderName, HeaderValue},
    },
};
use tokio::sync::Notify;

pub use self::letter::Letter;
use self::transport::Transport;
use super::config::Config;

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

/// RFC 3834, section 5: so that no holiday notice answers.
fn mark_automatic(message: &mut Message) {
    message.headers_mut().insert_raw(HeaderValue::new(
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated".into(),
    ));
}
