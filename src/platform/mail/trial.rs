//! One mail, sent while somebody watches: whether the settings are right is known before the first
//! stranger waits for a mail that never comes.

use std::{error::Error as StdError, io::ErrorKind, path::PathBuf};

use chrono::Utc;
use lettre::{
    Address, AsyncTransport, Message,
    message::Mailbox,
    transport::smtp::{Error as SmtpError, response::Category},
};

use super::{mark_automatic, transport};
use crate::platform::{brand::DEFAULT_NAME, config::Config, secrets::random_text};

/// Where the mail is.
#[derive(Debug)]
pub enum Outcome {
    /// The server at this address took it, and answered so.
    Taken(String, String),
    /// There is no server: it lies in a file.
    Written(PathBuf),
}

/// Why there is no mail, as sentences that say what to look at. None of them holds the password.
#[derive(Debug, thiserror::Error)]
pub enum TrialError {
    #[error("the mail could not be written: {0}")]
    Form(#[from] lettre::error::Error),
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    #[error("the name of the mail server, {0}, is not found: {1}. Is SMTP_URL spelt right?")]
    NotFound(String, std::io::Error),
    #[error(
        "nothing takes connections at {0}: {1}. Is the port in SMTP_URL right, and the server up?"
    )]
    NoConnection(String, SmtpError),
    #[error(
        "{0} did not answer in time. A firewall may be in between; many hosting companies close port 25"
    )]
    NoAnswer(String),
    #[error(
        "no TLS with {0}: {1}. smtps:// speaks TLS from the first byte, mostly on port 465; smtp:// begins with \
         STARTTLS, mostly on port 587; the certificate must be for the name in SMTP_URL"
    )]
    Tls(String, SmtpError),
    #[error(
        "{0} does not take the user and password in SMTP_URL: {1}. A / or @ in them must be percent-encoded"
    )]
    Credentials(String, SmtpError),
    #[error("{0} refuses a mail from {2} to {3}: {1}")]
    Refused(String, SmtpError, Box<Address>, Box<Address>),
    #[error("{0} does not take the mail now, and may later: {1}")]
    Later(String, SmtpError),
    #[error("{0}: {1}")]
    Other(String, SmtpError),
}

/// Sends a mail to `to` at once, past the queue.
pub async fn send(config: &Config, to: Address) -> Result<Outcome, TrialError> {
    let message = compose(config, &to)?;
    let Some(url) = &config.smtp_url else {
        let name = random_text(6).unwrap_or_default();
        let name = format!("{}-test-{name}.eml", Utc::now().format("%Y-%m-%dT%H%M%S"));
        let path = config.data_dir.join("mail").join(name);
        return match transport::write(&path, &message.formatted()) {
            Ok(()) => Ok(Outcome::Written(path)),
            Err(error) => Err(TrialError::File(path, error)),
        };
    };
    let (host, port) = url.host_and_port();
    let server = format!("{host}:{port}");
    if let Err(error) = tokio::net::lookup_host((host, port)).await {
        return Err(TrialError::NotFound(host.to_owned(), error));
    }
    let from = config.mail_from.email.clone();
    let explain = |error| explain(server.clone(), error, from, to);
    let sent = async { url.transport()?.send(message).await }.await;
    let response = sent.map_err(explain)?;
    let lines: Vec<&str> = response.message().collect();
    let answer = format!("{} {}", response.code(), lines.join(" "));
    Ok(Outcome::Taken(server, answer))
}

fn compose(config: &Config, to: &Address) -> Result<Message, lettre::error::Error> {
    let site = config.site_name.as_deref().unwrap_or(DEFAULT_NAME);
    let text = format!(
        "This is a test: {site} at {} can send mail.\n\nWhoever runs it sent this with `jobboard mail test`. \
         There is nothing to do.\n",
        config.base_url
    );
    let mut message = Message::builder()
        .from(config.mail_from.clone())
        .to(Mailbox::new(None, to.clone()))
        .subject(format!("Test mail of {site}"))
        .message_id(None)
        .body(text)?;
    mark_automatic(&mut message);
    Ok(message)
}

fn explain(server: String, error: SmtpError, from: Address, to: Address) -> TrialError {
    if error.is_timeout() {
        return TrialError::NoAnswer(server);
    }
    if let Some(code) = error.status() {
        // RFC 4954, section 6: 53x is about user and password.
        return if code.category == Category::Unspecified3 {
            TrialError::Credentials(server, error)
        } else if error.is_permanent() {
            TrialError::Refused(server, error, Box::new(from), Box::new(to))
        } else {
            TrialError::Later(server, error)
        };
    }
    match io_kind(&error) {
        Some(ErrorKind::TimedOut) => TrialError::NoAnswer(server),
        Some(
            ErrorKind::ConnectionRefused
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable,
        ) => TrialError::NoConnection(server, error),
        // What rustls finds wrong, a server that speaks no TLS or a certificate, is invalid data.
        Some(ErrorKind::InvalidData | ErrorKind::UnexpectedEof) => TrialError::Tls(server, error),
        _ if error.is_tls() || error.to_string().contains("STARTTLS") => {
            TrialError::Tls(server, error)
        }
        _ => TrialError::Other(server, error),
    }
}

/// What the system said, where an error of the connection is behind `error`.
fn io_kind(error: &SmtpError) -> Option<ErrorKind> {
    let mut cause = error.source();
    while let Some(found) = cause {
        if let Some(io) = found.downcast_ref::<std::io::Error>() {
            return Some(io.kind());
        }
        cause = found.source();
    }
    None
}
