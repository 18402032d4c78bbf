//! The worker: takes letters from the outbox and sends them, one after the other.

use std::time::Duration;

use lettre::{
    Message,
    address::AddressError,
    message::{self, Mailbox, MultiPart, SinglePart, header::ContentTransferEncoding},
};

use super::{
    Mailer,
    letter::Body,
    mark_automatic,
    outbox::{Lane, Queued},
    transport::SendError,
};
use crate::platform::db::{Database, Error};

/// How often to look for letters that nobody rang for: those of other replicas, those that are due
/// again.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Sends letters until the mailer is stopped.
pub async fn run(mailer: Mailer, db: Database) {
    while !mailer.is_stopping() {
        match send_next(&mailer, &db).await {
            Ok(true) => {}
            Ok(false) => pause(&mailer).await,
            Err(error) => {
                tracing::warn!(target: "mail", %error, "the outbox cannot be read");
                pause(&mailer).await;
            }
        }
    }
}

async fn pause(mailer: &Mailer) {
    let bell = mailer.0.bell.notified();
    let _ = tokio::time::timeout(LOOK_EVERY, bell).await;
}

/// Sends the next letter, if one is due. Returns whether there was one.
async fn send_next(mailer: &Mailer, database: &Database) -> Result<bool, Error> {
    let now = mailer.0.clock.now();
    let taken = database
        .write::<_, Error, _>(move |db| Ok(Queued::take(db, Lane::Mail, now)?))
        .await?;
    let Some(letter) = taken else {
        return Ok(false);
    };
    let sent = send(mailer, &letter).await;
    let now = mailer.0.clock.now();
    database
        .write(move |db| {
            let id = letter.message_id.as_str();
            match sent {
                Ok(()) => {
                    letter.settle(db)?;
                    tracing::info!(target: "mail", id, "sent");
                }
                Err(SendError::Refused(error)) => {
                    letter.give_up(db, &error)?;
                    tracing::error!(target: "mail", id, error, "refused, and given up");
                }
                Err(SendError::Delayed(error)) => match letter.postpone(db, &error, now)? {
                    Some(due) => tracing::warn!(target: "mail", id, error, %due, "tried"),
                    None => tracing::error!(target: "mail", id, error, "tried often, and given up"),
                },
            }
            Ok(true)
        })
        .await
}

async fn send(mailer: &Mailer, letter: &Queued) -> Result<(), SendError> {
    let Some(recipient) = &letter.recipient else {
        return Ok(());
    };
    let unreadable = || SendError::Refused("its key is no longer in JWT_KEYS".into());
    let body = letter.body(&mailer.0.keys).ok_or_else(unreadable)?;
    let message = compose(mailer.0.from.clone(), recipient, letter, body)
        .map_err(|error| SendError::Refused(error.to_string()))?;
    let (name, _) = letter.message_id.split_once('@').unwrap_or_default();
    let name = format!("{}-{name}", letter.created_at.format("%Y-%m-%dT%H%M%S"));
    mailer.0.transport.send(message, &name).await
}

/// Longest line that mail takes unencoded, with room to spare (RFC 5322, section 2.1.1).
const LONGEST_LINE: usize = 900;

/// `text` unencoded where mail allows that: then a link can be copied out of a file as it stands.
/// Quoted-printable would break it over two lines and write `=3D` for `=`.
fn as_it_stands(text: String) -> message::Body {
    let is_plain = text.is_ascii() && text.lines().all(|line| line.len() <= LONGEST_LINE);
    if !is_plain {
        return message::Body::new(text);
    }
    let lines: Vec<&str> = text.lines().collect();
    let buffer = format!("{}\r\n", lines.join("\r\n")).into_bytes();
    message::Body::dangerous_pre_encoded(buffer, ContentTransferEncoding::SevenBit)
}

fn compose(
    from: Mailbox,
    recipient: &str,
    letter: &Queued,
    body: Body,
) -> Result<Message, Box<dyn std::error::Error>> {
    let to = recipient.parse().map_err(|error: AddressError| error)?;
    let mut message = Message::builder()
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(&letter.subject)
        .date(letter.created_at.and_utc().into())
        .message_id(Some(format!("<{}>", letter.message_id)))
        .multipart(
            MultiPart::alternative()
                .singlepart(SinglePart::plain(as_it_stands(body.text)))
                .singlepart(SinglePart::html(body.html)),
        )?;
    mark_automatic(&mut message);
    Ok(message)
}
