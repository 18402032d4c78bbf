//! What is answered to bytes that never become a request. Actix's dispatcher writes a bare head then:
//! 400 for what is no HTTP, 408 for a head that does not end, 431 for one that is too large. The board
//! sends a page or a problem with its own headers instead.

use std::{
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll, ready},
    time::{Duration, Instant},
};

use actix_web::{
    HttpResponse,
    body::MessageBody,
    http::StatusCode,
    rt::{
        net::TcpStream,
        time::{Sleep, sleep},
    },
    web::{Buf, Bytes},
};
use memchr::memmem;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::{
    http::{board::Board, edge, facts::Facts},
    platform::secrets::random_text,
};

/// A head that the dispatcher wrote by itself is shorter than this.
const LONGEST_HEAD: usize = 200;

/// How long to read on after the answer, so that a client that is still sending gets to see it: a
/// connection that is closed with unread bytes is reset, and what was sent is lost.
const READ_ON: Duration = Duration::from_secs(1);

/// Where in `bytes`, which are about to be written, the dispatcher's own head begins, if there is one:
/// at the end, where nothing follows it, and without a request's id, which everything from the board's
/// own code has. No page and no file of the board ends like a head does.
pub fn begins_at(bytes: &[u8]) -> Option<usize> {
    if !bytes.ends_with(b"\r\n\r\n") {
        return None;
    }
    let tail = bytes.len().saturating_sub(LONGEST_HEAD);
    let start = tail + memmem::rfind(&bytes[tail..], b"HTTP/1.")?;
    let head = &bytes[start..];
    let is_bare = memmem::find(head, b"content-length: 0\r\n").is_some()
        && memmem::find(head, b"x-request-id").is_none();
    let is_error = matches!(head.get(9), Some(b'4' | b'5'));
    (is_bare && is_error).then_some(start)
}

pub struct Refusal {
    bytes: Bytes,
    reading_on: Option<Pin<Box<Sleep>>>,
}

impl Refusal {
    /// Instead of the dispatcher's `head`, for a request that began with `beginning`.
    pub fn new(board: &Board, beginning: &[u8], peer: Option<SocketAddr>, head: &[u8]) -> Self {
        let code = head.get(9..12).unwrap_or_default();
        let status = StatusCode::from_bytes(code).unwrap_or(StatusCode::BAD_REQUEST);
        let (method, path) = first_line(beginning);
        let facts = Facts {
            id: random_text(9).unwrap_or_default(),
            method,
            path,
            address: peer.map(|peer| peer.ip()),
            started: Instant::now(),
            at: board.clock.now(),
        };
        Self {
            bytes: written(edge::refuse(board, &facts, status), head),
            reading_on: None,
        }
    }

    /// What is still to be sent.
    pub fn left(&self) -> Option<Bytes> {
        (!self.bytes.is_empty()).then(|| self.bytes.clone())
    }

    pub fn advance(&mut self, sent: usize) {
        self.bytes.advance(sent.min(self.bytes.len()));
    }

    /// Says that nothing follows, and reads on until the client has nothing to say either, for a moment.
    pub fn poll_end(&mut self, context: &mut Context<'_>, stream: &mut TcpStream) -> Poll<()> {
        let ending = match &mut self.reading_on {
            Some(ending) => ending,
            none => {
                if ready!(Pin::new(&mut *stream).poll_shutdown(context)).is_err() {
                    return Poll::Ready(());
                }
                none.insert(Box::pin(sleep(READ_ON)))
            }
        };
        let mut buffer = [0; 4096];
        while ending.as_mut().poll(context).is_pending() {
            let mut unread = ReadBuf::new(&mut buffer);
            let read = ready!(Pin::new(&mut *stream).poll_read(context, &mut unread));
            if read.is_err() || unread.filled().is_empty() {
                break;
            }
        }
        Poll::Ready(())
    }
}

/// The method and the path of a request, as far as they can be read.
fn first_line(beginning: &[u8]) -> (String, String) {
    let text = String::from_utf8_lossy(beginning);
    let mut words = text.split(|c: char| c.is_ascii_whitespace());
    let method = words.next().unwrap_or_default();
    let path = words.next().unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let is_method = method.len() < 10 && method.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_method && path.starts_with('/') {
        (method.to_owned(), path.to_owned())
    } else {
        ("-".into(), "-".into())
    }
}

/// `response` as it goes over the wire, with the status line and the date of `head`.
fn written(response: HttpResponse, head: &[u8]) -> Bytes {
    let (response, body) = response.into_parts();
    let body = body.try_into_bytes().unwrap_or_default();
    let mut bytes = Vec::with_capacity(1024 + body.len());
    let mut lines = head.split_inclusive(|byte| *byte == b'\n');
    bytes.extend(lines.next().unwrap_or_default());
    bytes.extend(
        lines
            .find(|line| line.starts_with(b"date: "))
            .unwrap_or_default(),
    );
    let length = format!("connection: close\r\ncontent-length: {}\r\n", body.len());
    bytes.extend(length.as_bytes());
    for (name, value) in response.headers() {
        for part in [name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"] {
            bytes.extend(part);
        }
    }
    bytes.extend(b"\r\n");
    bytes.extend(&body[..]);
    bytes.into()
}
