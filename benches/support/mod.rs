//! A server as a process of its own, what it costs in processor time, and clients that keep it busy.

use std::{
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

pub type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Connections that ask at once.
const CONNECTIONS: u32 = 8;

/// A running server.
pub struct Server {
    process: Child,
    pub port: u16,
}

/// What many requests cost.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Of the server's processor time, for each request.
    pub microseconds: f64,
    pub per_second: f64,
}

impl Server {
    /// Starts `program` in `folder` with a free port in `BIND`, and waits until it answers.
    pub async fn start(program: &mut Command, folder: &Path) -> Outcome<Self> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?
            .local_addr()?
            .port();
        let process = program
            .current_dir(folder)
            .env("BIND", format!("127.0.0.1:{port}"))
            .stdout(Stdio::null())
            .spawn()?;
        let server = Self { process, port };
        // The search index of a large board takes minutes, the first time.
        for _ in 0..200_000 {
            let answer = server.get("/jobs?q=engineer", "").await;
            if answer.is_ok_and(|answer| !answer.starts_with(b"HTTP/1.1 503")) {
                return Ok(server);
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err("the server does not answer".into())
    }

    /// The answer to a form.
    pub async fn submit(&self, path: &str, form: &str) -> Outcome<Vec<u8>> {
        self.submit_as(path, form, "").await
    }

    /// The same with `headers`, which may say who sends it.
    pub async fn submit_as(&self, path: &str, form: &str, headers: &str) -> Outcome<Vec<u8>> {
        let mut client = Connection::open(self.port).await?;
        let length = form.len();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n{headers}\
             Content-Length: {length}\r\n\r\n{form}"
        );
        client.ask(request.as_bytes()).await?;
        Ok(client.answer)
    }

    /// Status line, headers and body of one answer.
    pub async fn get(&self, path: &str, headers: &str) -> Outcome<Vec<u8>> {
        let mut client = Connection::open(self.port).await?;
        client.ask(&request(path, headers)).await?;
        Ok(client.answer)
    }

    /// Asks for `path` again and again.
    pub async fn measure(&self, path: &str, headers: &str, requests: u32) -> Outcome<Cost> {
        self.measure_all(&[path.to_owned()], headers, requests)
            .await
    }

    /// Asks for `paths` in turn, again and again.
    pub async fn measure_all(
        &self,
        paths: &[String],
        headers: &str,
        requests: u32,
    ) -> Outcome<Cost> {
        let asked: Vec<Vec<u8>> = paths.iter().map(|path| request(path, headers)).collect();
        let each = requests / CONNECTIONS;
        let (before, started) = (self.processor_time()?, Instant::now());
        let clients = (0..CONNECTIONS).map(async |number| -> Outcome<()> {
            let mut client = Connection::open(self.port).await?;
            let first = (number * each) as usize;
            for request in asked.iter().cycle().skip(first).take(each as usize) {
                client.ask(request).await?;
            }
            Ok(())
        });
        for finished in futures_util::future::join_all(clients).await {
            finished?;
        }
        let spent = self.processor_time()? - before;
        let requests = f64::from(each * CONNECTIONS);
        Ok(Cost {
            microseconds: spent.as_secs_f64() * 1e6 / requests,
            per_second: requests / started.elapsed().as_secs_f64(),
        })
    }

    /// Waits until the server has done what it does after its start.
    pub async fn settle(&self) -> Outcome<()> {
        loop {
            let before = self.processor_time()?;
            tokio::time::sleep(Duration::from_secs(2)).await;
            if self.processor_time()? - before < Duration::from_millis(50) {
                return Ok(());
            }
        }
    }

    /// User and system time so far (proc(5): fields 14 and 15 of `stat`, in hundredths of a second).
    fn processor_time(&self) -> Outcome<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        let (_, fields) = stat.rsplit_once(')').ok_or("no stat")?;
        let ticks = fields
            .split_whitespace()
            .skip(11)
            .take(2)
            .map(str::parse::<u64>)
            .sum::<Result<u64, _>>()?;
        Ok(Duration::from_millis(ticks * 10))
    }

    /// Resident memory, in mebibytes.
    pub fn memory(&self) -> Outcome<f64> {
        memory(self.process.id())
    }
}

/// Resident memory of a process, in mebibytes.
pub fn memory(process: u32) -> Outcome<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kilobytes: f64 = line
        .and_then(|line| line.split_whitespace().nth(1))
        .ok_or("no VmRSS")?
        .parse()?;
    Ok(kilobytes / 1024.0)
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A header of an answer.
pub fn header(answer: &[u8], wanted: &str) -> Option<String> {
    let head = String::from_utf8_lossy(answer);
    head.lines()
        .take_while(|line| !line.is_empty())
        .find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            name.eq_ignore_ascii_case(wanted).then(|| value.to_owned())
        })
}

/// The addresses of the jobs on a list.
pub fn job_paths(list: &[u8]) -> Vec<String> {
    let html = String::from_utf8_lossy(list);
    let links = html.split("<a href=\"").skip(1);
    links
        .filter_map(|rest| rest.split('"').next())
        .filter(|path| {
            let id = path.strip_prefix("/jobs/").unwrap_or_default();
            id.starts_with(|first: char| first.is_ascii_digit())
        })
        .map(str::to_owned)
        .collect()
}

fn request(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n").into_bytes()
}

/// A connection that is kept open.
pub struct Connection {
    stream: TcpStream,
    answer: Vec<u8>,
}

impl Connection {
    pub async fn open(port: u16) -> Outcome<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            answer: Vec::with_capacity(64 * 1024),
        })
    }

    /// Sends a request and reads the whole answer, which must be what was asked for.
    async fn ask(&mut self, request: &[u8]) -> Outcome<()> {
        self.exchange(request).await?;
        match self.answer.get(9..12) {
            Some(b"200" | b"303" | b"304") => Ok(()),
            _ => Err(String::from_utf8_lossy(&self.answer[..60]).into()),
        }
    }

    /// The status of the answer to a GET, and how long it took until all of it was there.
    pub async fn time(&mut self, path: &str, headers: &str) -> Outcome<(u16, Duration)> {
        let request = request(path, headers);
        let started = Instant::now();
        self.exchange(&request).await?;
        let taken = started.elapsed();
        let status = std::str::from_utf8(self.answer.get(9..12).unwrap_or_default())?;
        Ok((status.parse()?, taken))
    }

    async fn exchange(&mut self, request: &[u8]) -> Outcome<()> {
        self.stream.write_all(request).await?;
        self.answer.clear();
        loop {
            if self.stream.read_buf(&mut self.answer).await? == 0 {
                return Err("the server hung up".into());
            }
            if let Some(whole) = length(&self.answer)
                && self.answer.len() >= whole
            {
                return Ok(());
            }
        }
    }
}

/// The length of head and body, once the head is there.
fn length(answer: &[u8]) -> Option<usize> {
    let head = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let text = std::str::from_utf8(&answer[..head]).ok()?;
    if text
        .to_ascii_lowercase()
        .contains("transfer-encoding: chunked")
    {
        return answer.ends_with(b"\r\n0\r\n\r\n").then_some(answer.len());
    }
    let body = text
        .lines()
        .find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length")
                .then(|| value.trim().parse::<usize>().ok())?
        })
        .unwrap_or(0);
    Some(head + 4 + body)
}
