//! A connection as actix's dispatcher reads and writes it.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, ready},
};

use actix_web::rt::net::TcpStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::{
    connections::{Connections, State},
    refusal::{self, Refusal},
};

/// Bytes of a request's beginning that are kept, to know what it was for if it cannot be read.
const KEPT: usize = 128;

pub struct Connection {
    all: Rc<Connections>,
    id: u64,
    state: Rc<State>,
    stream: TcpStream,
    peer: Option<SocketAddr>,
    beginning: Vec<u8>,
    refusal: Option<Refusal>,
}

impl Connection {
    pub fn new(
        all: Rc<Connections>,
        id: u64,
        state: Rc<State>,
        stream: TcpStream,
        peer: Option<SocketAddr>,
    ) -> Self {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection is gone already");
        }
        Self {
            all,
            id,
            state,
            stream,
            peer,
            beginning: Vec::with_capacity(KEPT),
            refusal: None,
        }
    }

    /// Keeps the beginning of a request, of which `bytes` came.
    fn received(&mut self, bytes: &[u8]) {
        if self.state.asked_at().is_none() {
            self.beginning.clear();
        }
        let wanted = bytes.len().min(KEPT - self.beginning.len());
        self.beginning.extend_from_slice(&bytes[..wanted]);
        self.state.received();
    }

    fn write(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        match &written {
            Poll::Ready(Ok(_)) => self.state.sent(),
            Poll::Ready(Err(_)) => {}
            Poll::Pending if self.state.is_cut() => {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
            Poll::Pending => self.state.blocked(context),
        }
        written
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buffer.filled().len();
        let read = Pin::new(&mut this.stream).poll_read(context, buffer);
        match &read {
            Poll::Ready(Ok(())) => this.received(&buffer.filled()[before..]),
            Poll::Ready(Err(_)) => {}
            // The end of the stream, as if the client had nothing more to say.
            Poll::Pending if this.state.is_closing() => return Poll::Ready(Ok(())),
            Poll::Pending => this.state.wait(context),
        }
        read
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        if this.refusal.is_none() {
            match refusal::begins_at(bytes) {
                None => return this.write(context, bytes),
                Some(0) => {
                    let board = &this.all.board;
                    let refusal = Refusal::new(board, &this.beginning, this.peer, bytes);
                    this.refusal = Some(refusal);
                }
                // The answers before it leave first.
                Some(length) => return this.write(context, &bytes[..length]),
            }
        }
        while let Some(left) = this.refusal.as_ref().and_then(Refusal::left) {
            let written = ready!(this.write(context, &left))?;
            if let Some(refusal) = &mut this.refusal {
                refusal.advance(written);
            }
        }
        let is_closing = this.state.is_closing();
        if let Some(refusal) = &mut this.refusal
            && !is_closing
        {
            this.state.wait(context);
            ready!(refusal.poll_end(context, &mut this.stream));
        }
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.all.remove(self.id);
    }
}
