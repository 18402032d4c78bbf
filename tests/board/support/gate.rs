//! A way to PostgreSQL that can be shut or jammed, as networks and servers are.

use std::{
    io::{ErrorKind, Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::net::UnixStream,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    thread,
    time::Duration,
};

use jobboard::platform::config::DatabaseUrl;
use url::Url;

const OPEN: u8 = 0;
const JAMMED: u8 = 1;
const SHUT: u8 = 2;

/// How often a connection looks whether the gate was shut.
const LOOK_EVERY: Duration = Duration::from_millis(20);

pub struct Gate {
    state: Arc<AtomicU8>,
    /// The database behind the gate.
    pub url: DatabaseUrl,
}

impl Gate {
    /// An open gate before `database`; nothing where that is a file, which no network parts us from.
    pub fn before(database: &DatabaseUrl) -> Option<Self> {
        let DatabaseUrl::Postgres(url) = database else {
            return None;
        };
        let state = Arc::new(AtomicU8::new(OPEN));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut behind = url.clone();
        behind.set_host(Some("127.0.0.1")).unwrap();
        let port = listener.local_addr().unwrap().port();
        behind.set_port(Some(port)).unwrap();
        let (server, passing) = (url.clone(), state.clone());
        thread::spawn(move || {
            for client in listener.incoming() {
                if passing.load(Ordering::SeqCst) != SHUT {
                    pass(client.unwrap(), &server, &passing);
                }
            }
        });
        Some(Self {
            state,
            url: DatabaseUrl::Postgres(behind),
        })
    }

    pub fn open(&self) {
        self.state.store(OPEN, Ordering::SeqCst);
    }

    /// Connections stay, and nothing comes through.
    pub fn jam(&self) {
        self.state.store(JAMMED, Ordering::SeqCst);
    }

    /// Connections end, and no new one is taken.
    pub fn shut(&self) {
        self.state.store(SHUT, Ordering::SeqCst);
    }
}

trait Wire: Read + Write + Send + 'static {
    fn twin(&self) -> Box<dyn Wire>;
    fn part(&self);
}

impl Wire for TcpStream {
    fn twin(&self) -> Box<dyn Wire> {
        self.set_read_timeout(Some(LOOK_EVERY)).unwrap();
        Box::new(self.try_clone().unwrap())
    }

    fn part(&self) {
        let _ = self.shutdown(std::net::Shutdown::Both);
    }
}

impl Wire for UnixStream {
    fn twin(&self) -> Box<dyn Wire> {
        self.set_read_timeout(Some(LOOK_EVERY)).unwrap();
        Box::new(self.try_clone().unwrap())
    }

    fn part(&self) {
        let _ = self.shutdown(std::net::Shutdown::Both);
    }
}

fn pass(client: TcpStream, server: &Url, state: &Arc<AtomicU8>) {
    let server = dial(server);
    for (from, to) in [
        (client.twin(), server.twin()),
        (server.twin(), client.twin()),
    ] {
        let state = state.clone();
        thread::spawn(move || copy(from, to, &state));
    }
}

fn dial(server: &Url) -> Box<dyn Wire> {
    let host = server.host_str().unwrap_or_default().replace("%2F", "/");
    let port = server.port().unwrap_or(5432);
    if host.starts_with('/') {
        Box::new(UnixStream::connect(format!("{host}/.s.PGSQL.{port}")).unwrap())
    } else {
        Box::new(TcpStream::connect((host, port)).unwrap())
    }
}

fn copy(mut from: Box<dyn Wire>, mut to: Box<dyn Wire>, state: &AtomicU8) {
    let mut buffer = [0; 16 * 1024];
    loop {
        match state.load(Ordering::SeqCst) {
            JAMMED => {
                thread::sleep(LOOK_EVERY);
                continue;
            }
            SHUT => break,
            _ => {}
        }
        match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(length) => {
                if to.write_all(&buffer[..length]).is_err() {
                    break;
                }
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => break,
        }
    }
    from.part();
    to.part();
}
