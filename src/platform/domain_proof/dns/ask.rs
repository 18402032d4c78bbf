//! One question to one name server, by UDP, and by TCP where the answer is longer.

use std::{
    io::{Error, ErrorKind, Result},
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use hickory_proto::{
    op::{Edns, Message, MessageType, Query},
    rr::{Name, RecordType},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpStream, UdpSocket},
    time::timeout,
};

/// How long an answer may take. A datagram may get lost, and is sent once more.
const PATIENCE: Duration = Duration::from_secs(1);
const TRIES: usize = 2;

/// How long an answer by TCP may take.
const PATIENCE_OF_TCP: Duration = Duration::from_secs(3);

/// Largest datagram that is not cut in pieces on its way (https://www.dnsflagday.net/2020/).
const LARGEST_DATAGRAM: u16 = 1232;

/// The answer of `server`, if it gives one.
pub async fn ask(server: SocketAddr, name: &Name, kind: RecordType) -> Option<Message> {
    let mut question = Message::query();
    question.add_query(Query::query(name.clone(), kind));
    question.metadata.recursion_desired = false;
    let mut edns = Edns::new();
    edns.set_max_payload(LARGEST_DATAGRAM);
    question.set_edns(edns);
    let answered = async {
        let answer = by_udp(server, &question).await?;
        if answer.metadata.truncation {
            return timeout(PATIENCE_OF_TCP, by_tcp(server, &question)).await?;
        }
        Ok(answer)
    };
    let answered: Result<Message> = answered.await;
    answered
        .inspect_err(|error| tracing::debug!(%server, %name, %error, "no answer"))
        .ok()
}

async fn by_udp(server: SocketAddr, question: &Message) -> Result<Message> {
    let any: SocketAddr = match server {
        SocketAddr::V4(_) => (Ipv4Addr::UNSPECIFIED, 0).into(),
        SocketAddr::V6(_) => (Ipv6Addr::UNSPECIFIED, 0).into(),
    };
    // Another port for each question: nobody else can guess where the answer is waited for.
    let socket = UdpSocket::bind(any).await?;
    socket.connect(server).await?;
    let sent = question.to_vec().map_err(Error::other)?;
    for _ in 0..TRIES {
        socket.send(&sent).await?;
        if let Ok(answer) = timeout(PATIENCE, matching(&socket, question)).await {
            return answer;
        }
    }
    Err(ErrorKind::TimedOut.into())
}

/// Waits for the answer to `question`; whatever else arrives is left alone.
async fn matching(socket: &UdpSocket, question: &Message) -> Result<Message> {
    let mut buffer = vec![0; usize::from(LARGEST_DATAGRAM)];
    loop {
        let length = socket.recv(&mut buffer).await?;
        let answer = Message::from_vec(&buffer[..length]).ok();
        if let Some(answer) = answer.filter(|answer| is_to(answer, question)) {
            return Ok(answer);
        }
    }
}

async fn by_tcp(server: SocketAddr, question: &Message) -> Result<Message> {
    let mut stream = TcpStream::connect(server).await?;
    let sent = question.to_vec().map_err(Error::other)?;
    let length = u16::try_from(sent.len()).map_err(Error::other)?;
    stream
        .write_all(&[&length.to_be_bytes()[..], &sent].concat())
        .await?;
    let length = stream.read_u16().await?;
    let mut answer = vec![0; length.into()];
    stream.read_exact(&mut answer).await?;
    let answer = Message::from_vec(&answer).map_err(Error::other)?;
    match is_to(&answer, question) {
        true => Ok(answer),
        false => Err(ErrorKind::InvalidData.into()),
    }
}

fn is_to(answer: &Message, question: &Message) -> bool {
    answer.metadata.id == question.metadata.id
        && answer.metadata.message_type == MessageType::Response
        && answer.queries == question.queries
}
