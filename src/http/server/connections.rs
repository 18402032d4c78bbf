//! The open connections of one worker. When they become too many, those are closed that have waited
//! longest for their client; and whoever stops in the middle of a request or of an answer is not waited
//! for without end.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    net::SocketAddr,
    rc::{Rc, Weak},
    task::{Context, Waker},
    time::{Duration, Instant},
};

use actix_web::{rt::net::TcpStream, web::Data};

use super::connection::Connection;
use crate::http::board::Board;

/// How often to look for clients that have stopped.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// How long a client may take nothing of its answer.
const TAKING_PATIENCE: Duration = Duration::from_secs(60);

pub struct Connections {
    pub board: Data<Board>,
    /// As many as the worker accepts.
    most: usize,
    /// How long a request may take to arrive.
    sending_patience: Duration,
    last_id: Cell<u64>,
    open: RefCell<BTreeMap<u64, Rc<State>>>,
}

/// How a connection stands.
pub struct State {
    /// When something was last sent, or else when it was accepted. What a client sends does not count,
    /// because sending a byte now and then is cheap.
    sent_at: Cell<Instant>,
    /// Since when a request arrives or is answered.
    asked_at: Cell<Option<Instant>>,
    /// Since when the client takes nothing.
    blocked_at: Cell<Option<Instant>>,
    is_closing: Cell<bool>,
    is_cut: Cell<bool>,
    waker: Cell<Option<Waker>>,
}

impl Connections {
    pub fn new(board: Data<Board>, most: usize) -> Rc<Self> {
        let config = &board.config;
        Rc::new(Self {
            most,
            sending_patience: config.headers_timeout + config.form_timeout,
            last_id: Cell::default(),
            open: RefCell::default(),
            board,
        })
    }

    /// Takes a connection in, and closes others if it is one too many.
    pub fn open(self: Rc<Self>, stream: TcpStream, peer: Option<SocketAddr>) -> Connection {
        self.make_room();
        let id = self.last_id.get() + 1;
        self.last_id.set(id);
        let state = Rc::new(State::new());
        self.open.borrow_mut().insert(id, state.clone());
        Connection::new(self, id, state, stream, peer)
    }

    /// Forgets a connection that was closed.
    pub fn remove(&self, id: u64) {
        self.open.borrow_mut().remove(&id);
    }

    /// Closes those that waited longest, before the worker has as many as it accepts. Several at a
    /// time: each look goes through all of them.
    fn make_room(&self) {
        let spare = self.most / 8 + 1;
        let open = self.open.borrow();
        if open.len() + spare < self.most {
            return;
        }
        let mut staying: Vec<&Rc<State>> =
            open.values().filter(|state| !state.is_closing()).collect();
        if staying.len() + spare < self.most {
            return;
        }
        let leaving = (self.most / 16 + 1).min(staying.len());
        if leaving < staying.len() {
            staying.select_nth_unstable_by_key(leaving, |state| state.sent_at.get());
        }
        for state in &staying[..leaving] {
            state.close();
        }
    }

    fn close_stopped(&self) {
        for state in self.open.borrow().values() {
            if passed(&state.asked_at, self.sending_patience) {
                state.close();
            }
            if passed(&state.blocked_at, TAKING_PATIENCE) {
                state.close();
            }
        }
    }
}

/// Closes connections whose client has stopped, for as long as the worker lives.
pub async fn watch(connections: Weak<Connections>) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let Some(connections) = connections.upgrade() else {
            return;
        };
        connections.close_stopped();
    }
}

fn passed(since: &Cell<Option<Instant>>, patience: Duration) -> bool {
    since.get().is_some_and(|since| since.elapsed() > patience)
}

impl State {
    fn new() -> Self {
        Self {
            sent_at: Cell::new(Instant::now()),
            asked_at: Cell::default(),
            blocked_at: Cell::default(),
            is_closing: Cell::default(),
            is_cut: Cell::default(),
            waker: Cell::default(),
        }
    }

    /// Whether nothing more is read. A request that has arrived is answered all the same.
    pub fn is_closing(&self) -> bool {
        self.is_closing.get()
    }

    /// Whether the rest of the answer is not worth waiting for.
    pub fn is_cut(&self) -> bool {
        self.is_cut.get()
    }

    /// When the request came whose answer is under way, if there is one.
    pub fn asked_at(&self) -> Option<Instant> {
        self.asked_at.get()
    }

    /// Something of a request came.
    pub fn received(&self) {
        if self.asked_at.get().is_none() {
            self.asked_at.set(Some(Instant::now()));
        }
    }

    /// Something of an answer was taken.
    pub fn sent(&self) {
        self.sent_at.set(Instant::now());
        self.asked_at.set(None);
        self.blocked_at.set(None);
    }

    /// The client takes nothing right now.
    pub fn blocked(&self, context: &Context<'_>) {
        if self.blocked_at.get().is_none() {
            self.blocked_at.set(Some(Instant::now()));
        }
        self.wait(context);
    }

    /// Remembers whom to wake when the connection is to be closed.
    pub fn wait(&self, context: &Context<'_>) {
        let waker = match self.waker.take() {
            Some(known) if known.will_wake(context.waker()) => known,
            _ => context.waker().clone(),
        };
        self.waker.set(Some(waker));
    }

    fn close(&self) {
        self.is_closing.set(true);
        self.is_cut.set(self.blocked_at.get().is_some());
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}
