//! The way a letter leaves: through a mail server, or into a folder where none is configured.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use actix_web::web;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{Error as SmtpError, response::Category},
};
use tempfile::NamedTempFile;

use crate::platform::config::Config;

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

    /// Sends `message`, or writes it to the folder as `name`.
    pub async fn send(&self, message: Message, name: &str) -> Result<(), SendError> {
        match self {
            Self::Server(server) => {
                server.send(message).await.map_err(SendError::from)?;
            }
            Self::Folder(folder) => {
                let path = folder.join(format!("{name}.eml"));
                let shown = path.display().to_string();
                web::block(move || write(&path, &message.formatted()))
                    .await
                    .map_err(|error| SendError::Delayed(error.to_string()))?
                    .map_err(|error| SendError::Delayed(format!("{shown}: {error}")))?;
                tracing::info!(target: "mail", file = shown, "no SMTP_URL: a mail was written to a file");
            }
        }
        Ok(())
    }
}

impl From<SmtpError> for SendError {
    fn from(error: SmtpError) -> Self {
        // RFC 4954, section 6: 53x is about the board's own user and password, which the operator
        // will mend; it says nothing of the recipient.
        let is_about_login = error
            .status()
            .is_some_and(|code| code.category == Category::Unspecified3);
        if error.is_permanent() && !is_about_login {
            Self::Refused(error.to_string())
        } else {
            Self::Delayed(error.to_string())
        }
    }
}

/// Writes a letter to a file. It may hold a link that lets somebody in: the file is its owner's alone. It
/// has its name once it is whole, so that nobody reads half a letter, and a try that was cut off is made
/// again.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_was_cut_off_is_written_again_whole() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("letter.eml");
        fs::write(&path, "Subj")?;
        write(&path, b"Subject: Hello")?;
        assert_eq!(fs::read(&path)?, b"Subject: Hello");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }
}
