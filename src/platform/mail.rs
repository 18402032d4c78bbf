//! Mail: written as a [`Letter`], queued as a task in the transaction that causes it, and sent by this or
//! another replica, so that no page waits for a mail server.

mod letter;
mod outgoing;
mod sending;
mod transport;
pub mod trial;

use std::sync::Arc;

use lettre::{
    Message,
    message::{
        Mailbox,
        header::{HeaderName, HeaderValue},
    },
};
use url::Url;

use self::transport::Transport;
pub use self::{
    letter::Letter,
    outgoing::{Outgoing, Sealed},
};
use super::{clock::Clock, config::Config, secrets::Keys, templates::Templates};

/// Writes letters, and sends those that are queued. Clones are the same mailer.
#[derive(Clone)]
pub struct Mailer(Arc<Inner>);

struct Inner {
    transport: Transport,
    from: Mailbox,
    base_url: Url,
    clock: Clock,
    keys: Arc<Keys>,
    templates: Arc<Templates>,
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
        })))
    }

    /// Who letters are from: the board, unless somebody else is named.
    fn from(&self) -> Mailbox {
        let Inner {
            from, templates, ..
        } = &*self.0;
        let brand = templates.branding().current();
        let name = from.name.clone().unwrap_or_else(|| brand.site_name.clone());
        Mailbox::new(Some(name), from.email.clone())
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
}

/// RFC 3834, section 5: so that no holiday notice answers.
fn mark_automatic(message: &mut Message) {
    message.headers_mut().insert_raw(HeaderValue::new(
        HeaderName::new_from_ascii_str("Auto-Submitted"),
        "auto-generated".into(),
    ));
}
