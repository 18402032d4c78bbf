//! `jobboard health`

use std::{
    io::{Read, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream},
    process::ExitCode,
    time::Duration,
};

use super::Failure;
use crate::platform::config::Config;

const PATIENCE: Duration = Duration::from_secs(5);

/// Asks the board on this machine whether it is ready: for a container that has no other program.
pub fn run(config: &Config) -> Result<ExitCode, Failure> {
    let mut address = config.bind;
    if address.ip().is_unspecified() {
        address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    let answer = ask(address)
        .map_err(|error| Failure::Other(format!("{address} does not answer: {error}")))?;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    println!("{body}");
    Ok(if head.starts_with("HTTP/1.1 200 ") {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn ask(address: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
