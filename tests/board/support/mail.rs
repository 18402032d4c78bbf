//! Mail as its receivers read it: from the folder of a board without a mail server, or from a mail
//! server on this machine.

use std::{
    fs, io,
    net::TcpListener,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use mail_parser::{Address, MessageParser};
use mailin_embedded::{Handler, Response, Server, SslConfig, response};

#[derive(Clone, Debug)]
pub struct Mail {
    pub from: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub id: String,
    pub auto_submitted: bool,
}

impl Mail {
    pub fn parse(bytes: &[u8]) -> Self {
        let message = MessageParser::default().parse(bytes).unwrap();
        let address = |address: Option<&Address>| {
            let first = address.and_then(|address| address.first()).unwrap();
            first.address().unwrap().to_owned()
        };
        Self {
            from: address(message.from()),
            to: address(message.to()),
            subject: message.subject().unwrap().to_owned(),
            text: message.body_text(0).unwrap().replace("\r\n", "\n"),
            html: message.body_html(0).unwrap().into_owned(),
            id: message.message_id().unwrap().to_owned(),
            auto_submitted: message.header("Auto-Submitted").is_some(),
        }
    }

    /// The path and query of the link in it that carries a token.
    pub fn link(&self) -> String {
        let line = self.text.lines().find(|line| line.contains("token="));
        let (_, rest) = line.unwrap().split_once("://").unwrap();
        rest[rest.find('/').unwrap()..].to_owned()
    }

    /// The token in that link.
    pub fn token(&self) -> String {
        self.link().split_once("token=").unwrap().1.to_owned()
    }
}

/// The mails in the folder of a board without a mail server.
pub fn in_folder(folder: &Path) -> Vec<Mail> {
    let Ok(entries) = fs::read_dir(folder.join("mail")) else {
        return Vec::new();
    };
    // One that is being written has another name.
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "eml"))
        .map(|path| Mail::parse(&fs::read(path).unwrap()))
        .collect()
}

/// What `look` sees, once that is `count` mails.
pub async fn wait_for(count: usize, look: impl Fn() -> Vec<Mail>) -> Vec<Mail> {
    for _ in 0..400 {
        let mails = look();
        if mails.len() >= count {
            return mails;
        }
        actix_web::rt::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{count} mails did not come; there are {:?}", look());
}

/// A mail server.
#[derive(Clone, Default)]
pub struct MailServer {
    received: Arc<Mutex<Vec<Mail>>>,
    /// How many deliveries to turn away for now.
    pub refusals: Arc<AtomicUsize>,
    current: Vec<u8>,
}

impl MailServer {
    /// Starts it and returns it with its address. It runs until the tests end.
    pub fn start() -> (Self, String) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let this = Self::default();
        let handler = this.clone();
        thread::spawn(move || {
            let mut server = Server::new(handler);
            server.with_ssl(SslConfig::None).unwrap();
            server.with_tcp_listener(listener);
            server.serve().unwrap();
        });
        (this, url)
    }

    /// What it has received, once there are `count` mails.
    pub async fn received(&self, count: usize) -> Vec<Mail> {
        wait_for(count, || self.received.lock().unwrap().clone()).await
    }
}

impl Handler for MailServer {
    fn rcpt(&mut self, to: &str) -> Response {
        if to.starts_with("nobody-there@") {
            return response::NO_MAILBOX;
        }
        let turned_away = self
            .refusals
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                left.checked_sub(1)
            });
        match turned_away {
            Ok(left) if left % 2 == 0 => return response::INVALID_CREDENTIALS,
            Ok(_) => return response::OUT_OF_SPACE,
            Err(_) => {}
        }
        response::OK
    }

    fn data(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.current.extend_from_slice(bytes);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        let mail = Mail::parse(&std::mem::take(&mut self.current));
        self.received.lock().unwrap().push(mail);
        response::OK
    }
}
