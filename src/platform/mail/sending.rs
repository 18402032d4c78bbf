//! Sending a letter: one task, one letter.

use chrono::NaiveDateTime;
use lettre::{
    Message,
    address::AddressError,
    message::{self, Mailbox, MultiPart, SinglePart, header::ContentTransferEncoding},
};

use super::{Mailer, letter::Body, mark_automatic, outgoing::Sealed, transport::SendError};
use crate::platform::tasks::{Attempt, Lane, Outcome, Retry, Task};

impl Task for Mailer {
    const KIND: &'static str = "mail";
    const LANE: Lane = Lane {
        name: "mail",
        at_once: 1,
    };
    const RETRY: Retry = Retry::TWO_DAYS;
    type Payload = Sealed;

    /// All but the words.
    fn remains(letter: Sealed) -> Option<Sealed> {
        let body = String::new();
        Some(Sealed { body, ..letter })
    }

    async fn run(&self, letter: Sealed, attempt: Attempt) -> Outcome {
        match send(self, &letter, attempt.created_at).await {
            Ok(()) => {
                tracing::info!(target: "mail", id = letter.message_id, "sent");
                Outcome::done()
            }
            Err(SendError::Refused(error)) => Outcome::hopeless(error),
            Err(SendError::Delayed(error)) => Outcome::failed(error),
        }
    }
}

async fn send(
    mailer: &Mailer,
    letter: &Sealed,
    created_at: NaiveDateTime,
) -> Result<(), SendError> {
    let Some(recipient) = &letter.recipient else {
        return Ok(());
    };
    let unreadable = || SendError::Refused("its key is no longer in JWT_KEYS".into());
    let body = letter.open(&mailer.0.keys).ok_or_else(unreadable)?;
    let message = compose(mailer.from(), recipient, letter, created_at, body)
        .map_err(|error| SendError::Refused(error.to_string()))?;
    let (name, _) = letter.message_id.split_once('@').unwrap_or_default();
    let name = format!("{}-{name}", created_at.format("%Y-%m-%dT%H%M%S"));
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
    letter: &Sealed,
    created_at: NaiveDateTime,
    body: Body,
) -> Result<Message, Box<dyn std::error::Error>> {
    let to = recipient.parse().map_err(|error: AddressError| error)?;
    let mut message = Message::builder()
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(&letter.subject)
        .date(created_at.and_utc().into())
        .message_id(Some(format!("<{}>", letter.message_id)))
        .multipart(
            MultiPart::alternative()
                .singlepart(SinglePart::plain(as_it_stands(body.text)))
                .singlepart(SinglePart::html(body.html)),
        )?;
    mark_automatic(&mut message);
    Ok(message)
}
