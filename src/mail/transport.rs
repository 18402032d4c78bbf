//! The way a letter leaves: through a mail server, or into a folder where none is configured.

use std::path::{Path, PathBuf};

use actix_web::web;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{Error as SmtpError, response::Category},
};

use crate::{config::Config, private_file};

pub enum Transport {
    Server(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// Why a letter did not leave.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Another try would end the same.
    #[error("{0}")]
    Refused(String),
    /// Another try may help.
    #[error("{0}")]
    Delayed(String),
}

impl Transport {
    pub fn new(config: &Config) -> Result<Self, SmtpError> {
        Ok(match &config.smtp_url {
            Some(url) => Self::Server(url.transport()?),
            None => Self::Folder(config.data_dir.join("mail")),
        })
    }

    /// Sends `message`, or writes it to the folder as `name`. Returns what became of it, as a sentence.
    pub async fn send(&self, message: Message, name: &str) -> Result<String, SendError> {
        match self {
            Self::Server(server) => {
                let answer = server.send(message).await.map_err(SendError::from)?;
                let words: Vec<&str> = answer.message().collect();
                Ok(format!(
                    "The mail server took it: {} {}",
                    answer.code(),
                    words.join(" ")
                ))
            }
            Self::Folder(folder) => {
                let path = folder.join(format!("{name}.eml"));
                let shown = path.display().to_string();
                web::block(move || write(&path, &message.formatted()))
                    .await
                    .map_err(|error| SendError::Delayed(error.to_string()))?
                    .map_err(|error| SendError::Delayed(format!("{shown}: {error}")))?;
                tracing::info!(target: "mail", file = shown, "no SMTP_URL: a mail was written to a file");
                Ok(format!(
                    "There is no SMTP_URL: the mail was written to {shown}"
                ))
            }
        }
    }
}

impl From<SmtpError> for SendError {
    fn from(error: SmtpError) -> Self {
        // RFC 4954, section 6: 53x is about the board's own user and password, which the operator
        // will mend; it says nothing of the recipient.
        let is_about_login = error
            .status()
            .is_some_and(|code| code.category == Category::Unspecified3);
        let words = in_words(&error, is_about_login);
        if error.is_permanent() && !is_about_login {
            Self::Refused(words)
        } else {
            Self::Delayed(words)
        }
    }
}

/// What went wrong, with the words of the server or the library behind it. They hold no password.
fn in_words(error: &SmtpError, is_about_login: bool) -> String {
    let what = if is_about_login {
        "the mail server refused the user or the password of SMTP_URL"
    } else if error.is_permanent() {
        "the mail server refused it"
    } else if error.is_transient() {
        "the mail server wants it later"
    } else if error.is_timeout() {
        "the mail server did not answer in time"
    } else if error.is_tls() {
        "the connection could not be encrypted; look at the host, the port and the certificate"
    } else {
        "the mail server could not be reached; look at the host and the port of SMTP_URL"
    };
    format!("{what}: {error}")
}

/// A letter may hold a link that lets somebody in: its file is its owner's alone.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    match private_file::create(path, bytes) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        written => written,
    }
}
