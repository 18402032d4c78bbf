//! What signing in costs, and what it gives away: whether pages keep their pace while a crowd signs
//! in, and whether known and unknown addresses can be told apart by the clock. Run it with `bin/bench`.

use std::{
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use reqwest::{Client, redirect::Policy};

/// Clients that read pages, and clients that sign in.
const READERS: usize = 4;
const CROWD: usize = 8;

const SECONDS: u64 = 8;

/// Tries whose median counts (OWASP ASVS 6.3.8 asks that nothing be told by timing).
const TRIES: u32 = 50;

/// The board, on SQLite in a folder of its own.
struct Board {
    program: Child,
    url: String,
    _folder: tempfile::TempDir,
}

impl Board {
    async fn start() -> Result<Self, Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let port = std::net::TcpListener::bind("127.0.0.1:0")?
            .local_addr()?
            .port();
        let program = Command::new(env!("CARGO_BIN_EXE_jobboard"))
            .env_clear()
            .current_dir(folder.path())
            .env("BIND", format!("127.0.0.1:{port}"))
            .env("VERIFY_EMAIL", "yes")
            .env("TRUSTED_PROXIES", "127.0.0.0/8")
            .env("RUST_LOG", "error")
            .stdout(Stdio::null())
            .spawn()?;
        let board = Self {
            program,
            url: format!("http://127.0.0.1:{port}"),
            _folder: folder,
        };
        for _ in 0..400 {
            if reqwest::get(&board.url).await.is_ok() {
                return Ok(board);
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        Err("the board does not serve".into())
    }

    /// Sends a form from an address nobody used before.
    async fn submit(&self, client: &Client, path: &str, fields: &[(&str, &str)]) -> u16 {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let [_, b, c, d] = NUMBER.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let answer = client
            .post(format!("{}{path}", self.url))
            .header("x-forwarded-for", format!("10.{b}.{c}.{d}"))
            .form(fields)
            .send()
            .await;
        answer.map_or(0, |answer| answer.status().as_u16())
    }
}

impl Drop for Board {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn client() -> reqwest::Result<Client> {
    Client::builder().redirect(Policy::none()).build()
}

/// Pages a second, while eight clients sign in without pause or while nobody does.
async fn pages_per_second(
    board: &Board,
    with_crowd: bool,
) -> Result<(f64, u32, u32), Box<dyn std::error::Error>> {
    let stop = Arc::new(AtomicBool::new(false));
    let (pages, checked, refused) = (AtomicU32::new(0), AtomicU32::new(0), AtomicU32::new(0));
    let reader = async || {
        let Ok(client) = client() else { return };
        while !stop.load(Ordering::Relaxed) {
            let page = client.get(&board.url).send().await;
            if page.is_ok_and(|page| page.status().is_success()) {
                pages.fetch_add(1, Ordering::Relaxed);
            }
        }
    };
    let member = async |number: usize| {
        let Ok(client) = client() else { return };
        let mut round = 0;
        while with_crowd && !stop.load(Ordering::Relaxed) {
            round += 1;
            let email = format!("somebody{number}-{round}@example.org");
            let fields = [("email", email.as_str()), ("password", "a wrong password")];
            match board.submit(&client, "/login", &fields).await {
                422 => checked.fetch_add(1, Ordering::Relaxed),
                _ => refused.fetch_add(1, Ordering::Relaxed),
            };
        }
    };
    let started = Instant::now();
    let timer = async {
        tokio::time::sleep(Duration::from_secs(SECONDS)).await;
        stop.store(true, Ordering::Relaxed);
        started.elapsed()
    };
    let readers = futures_util::future::join_all((0..READERS).map(|_| reader()));
    let crowd = futures_util::future::join_all((0..CROWD).map(member));
    let (elapsed, _, _) = futures_util::future::join3(timer, readers, crowd).await;
    let rate = f64::from(pages.into_inner()) / elapsed.as_secs_f64();
    Ok((rate, checked.into_inner(), refused.into_inner()))
}

/// The median time of a form for a known and for an unknown address, tried in turns.
async fn medians(
    board: &Board,
    path: &str,
    extra: &[(&str, &str)],
) -> Result<(Duration, Duration), Box<dyn std::error::Error>> {
    let client = client()?;
    let mut times = [Vec::new(), Vec::new()];
    for number in 0..TRIES {
        for (which, kind) in ["known", "unknown"].into_iter().enumerate() {
            let email = format!("{kind}{number}@example.org");
            let mut fields = vec![("email", email.as_str())];
            fields.extend(extra);
            let started = Instant::now();
            board.submit(&client, path, &fields).await;
            times[which].push(started.elapsed());
        }
    }
    let [known, unknown] = times.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    });
    Ok((known, unknown))
}

#[actix_web::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let board = Board::start().await?;
    println!(
        "| Pages read by {READERS} clients | a second | sign-ins checked | refused |\n|---|---|---|---|"
    );
    let (alone, ..) = pages_per_second(&board, false).await?;
    println!("| while nobody signs in | {alone:.0} | | |");
    let (crowded, checked, refused) = pages_per_second(&board, true).await?;
    println!(
        "| while {CROWD} clients sign in without pause | {crowded:.0} | {checked} | {refused} |"
    );
    println!("| ratio | {:.2} | | |\n", crowded / alone);

    let client = client()?;
    let password = ("password", "correct horse battery");
    for number in 0..TRIES {
        let email = format!("known{number}@example.org");
        let fields = [("email", email.as_str()), ("name", "Known"), password];
        board.submit(&client, "/register", &fields).await;
    }
    println!("| Form, median of {TRIES} | known address | unknown | ratio |\n|---|---|---|---|");
    for (path, extra) in [
        ("/login", vec![("password", "a wrong password")]),
        ("/reset", vec![]),
        ("/register", vec![("name", "Somebody"), password]),
    ] {
        let (known, unknown) = medians(&board, path, &extra).await?;
        let ratio = known.as_secs_f64() / unknown.as_secs_f64();
        println!("| `{path}` | {known:.2?} | {unknown:.2?} | {ratio:.2} |");
    }
    Ok(())
}
