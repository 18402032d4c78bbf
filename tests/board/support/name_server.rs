//! Name servers of the tests' own, which answer as a test says.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex},
};

use actix_web::rt::spawn;
use hickory_proto::{
    op::{Message, OpCode, ResponseCode},
    rr::{
        Name, RData, Record, RecordType,
        rdata::{A, AAAA, CNAME, NS, TXT},
    },
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream, UdpSocket},
};

/// Bytes of a datagram.
const DATAGRAM: usize = 1232;

/// A name server.
#[derive(Clone)]
pub struct NameServer {
    pub address: SocketAddr,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    records: Vec<Record>,
    /// Zones that others have, and who that is.
    delegations: Vec<(Name, Record)>,
    glue: Vec<Record>,
    manner: Manner,
    asked: Vec<(String, RecordType)>,
}

/// How it answers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Manner {
    #[default]
    Honest,
    /// As a resolver that remembers: not authoritative.
    Remembering,
    /// Not at all.
    Silent,
    Refusing,
    /// First with another id, then honestly.
    SpoofedFirst,
    /// With another id only.
    Spoofed,
    /// With another question.
    Elsewhere,
    /// By UDP with nothing but the flag that says so.
    Truncating,
    /// With bytes that are no message.
    Babbling,
}

impl NameServer {
    /// The server of the root, on a free port.
    pub async fn root() -> Self {
        for _ in 0..20 {
            let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
            let address = socket.local_addr().unwrap();
            if let Ok(listener) = TcpListener::bind(address).await {
                return Self::serve(socket, listener);
            }
        }
        panic!("no port is free for both protocols");
    }

    /// Another server on this machine, at 127.0.0.`last` and the port of this one.
    pub async fn beside(&self, last: u8) -> Self {
        let address: SocketAddr = (Ipv4Addr::new(127, 0, 0, last), self.address.port()).into();
        let socket = UdpSocket::bind(address).await.unwrap();
        Self::serve(socket, TcpListener::bind(address).await.unwrap())
    }

    fn serve(socket: UdpSocket, listener: TcpListener) -> Self {
        let this = Self {
            address: socket.local_addr().unwrap(),
            state: Arc::default(),
        };
        let server = this.clone();
        spawn(async move {
            let mut buffer = [0; DATAGRAM];
            while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
                for answer in server.by_udp(&buffer[..length]) {
                    let _ = socket.send_to(&answer, from).await;
                }
            }
        });
        let server = this.clone();
        spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = server.clone();
                spawn(async move { server.by_tcp(stream).await });
            }
        });
        this
    }

    pub fn behave(&self, manner: Manner) {
        self.state.lock().unwrap().manner = manner;
    }

    /// Has this TXT record, of strings of 255 bytes at most.
    pub fn txt(&self, name: &str, text: &str) {
        let parts: Vec<&[u8]> = text.as_bytes().chunks(255).collect();
        self.record(name, RData::TXT(TXT::from_bytes(parts)));
    }

    pub fn alias(&self, name: &str, to: &str) {
        self.record(name, RData::CNAME(CNAME(absolute(to))));
    }

    pub fn address_of(&self, name: &str, address: IpAddr) {
        self.record(name, address_data(address));
    }

    /// Forgets what it has of `name`.
    pub fn forget(&self, name: &str) {
        let name = absolute(name);
        let mut state = self.state.lock().unwrap();
        state.records.retain(|record| record.name != name);
    }

    fn record(&self, name: &str, data: RData) {
        let record = Record::from_rdata(absolute(name), 3600, data);
        self.state.lock().unwrap().records.push(record);
    }

    /// Refers to `server` for `zone`, with its addresses if there are any.
    pub fn delegate(&self, zone: &str, server: &str, addresses: &[IpAddr]) {
        let record = Record::from_rdata(absolute(zone), 3600, RData::NS(NS(absolute(server))));
        let mut state = self.state.lock().unwrap();
        state.delegations.push((absolute(zone), record));
        for address in addresses {
            let record = Record::from_rdata(absolute(server), 3600, address_data(*address));
            state.glue.push(record);
        }
    }

    /// What was asked for since the last look.
    pub fn asked(&self) -> Vec<(String, RecordType)> {
        std::mem::take(&mut self.state.lock().unwrap().asked)
    }

    fn by_udp(&self, question: &[u8]) -> Vec<Vec<u8>> {
        let (answer, manner) = self.answer(question);
        let mut spoofed = answer.clone();
        spoofed.metadata.id = spoofed.metadata.id.wrapping_add(1);
        spoofed.metadata.authoritative = true;
        spoofed.answers = self.forged(&answer);
        let answers = match manner {
            Manner::Silent => vec![],
            Manner::Babbling => return vec![b"not a message".to_vec(), vec![0xff; 600]],
            Manner::SpoofedFirst => vec![spoofed, answer],
            Manner::Spoofed => vec![spoofed],
            Manner::Elsewhere => {
                spoofed.metadata.id = answer.metadata.id;
                spoofed.queries[0].set_name(absolute("elsewhere.example"));
                vec![spoofed]
            }
            Manner::Truncating => vec![answer.truncate()],
            _ => vec![answer],
        };
        let encoded = answers.into_iter().map(|answer| {
            let bytes = answer.to_vec().unwrap();
            match bytes.len() {
                0..=DATAGRAM => bytes,
                _ => answer.truncate().to_vec().unwrap(),
            }
        });
        encoded.collect()
    }

    /// What a liar says: that the name has the record that somebody hopes for.
    fn forged(&self, answer: &Message) -> Vec<Record> {
        let name = answer.queries[0].name().clone();
        let text = RData::TXT(TXT::from_bytes(vec![super::TOKEN.as_bytes()]));
        vec![Record::from_rdata(name, 3600, text)]
    }

    async fn by_tcp(&self, mut stream: TcpStream) {
        let Ok(length) = stream.read_u16().await else {
            return;
        };
        let mut question = vec![0; length.into()];
        if stream.read_exact(&mut question).await.is_err() {
            return;
        }
        let (answer, _) = self.answer(&question);
        let answer = answer.to_vec().unwrap();
        let length = u16::try_from(answer.len()).unwrap();
        let _ = stream.write_all(&length.to_be_bytes()).await;
        let _ = stream.write_all(&answer).await;
    }

    fn answer(&self, question: &[u8]) -> (Message, Manner) {
        let question = Message::from_vec(question).unwrap();
        assert!(!question.metadata.recursion_desired);
        let query = question.queries[0].clone();
        let (name, kind) = (query.name().clone(), query.query_type());
        let mut answer = Message::response(question.metadata.id, OpCode::Query);
        answer.add_query(query);
        let mut state = self.state.lock().unwrap();
        state.asked.push((name.to_ascii(), kind));
        let manner = state.manner;
        if manner == Manner::Refusing {
            answer.metadata.response_code = ResponseCode::Refused;
            return (answer, manner);
        }
        let delegations = state.delegations.iter();
        let zones: Vec<&Record> = delegations
            .filter(|(zone, _)| zone.zone_of(&name))
            .map(|(_, record)| record)
            .collect();
        if !zones.is_empty() {
            answer.add_authorities(zones.into_iter().cloned());
            answer.add_additionals(state.glue.iter().cloned());
            return (answer, manner);
        }
        answer.metadata.authoritative = manner != Manner::Remembering;
        let of_name = state.records.iter().filter(|record| record.name == name);
        let of_name: Vec<&Record> = of_name.collect();
        if of_name.is_empty() {
            answer.metadata.response_code = ResponseCode::NXDomain;
        }
        let found = of_name.into_iter().filter(|record| {
            record.record_type() == kind || record.record_type() == RecordType::CNAME
        });
        answer.add_answers(found.cloned());
        (answer, manner)
    }
}

fn absolute(name: &str) -> Name {
    Name::from_ascii(format!("{}.", name.trim_end_matches('.'))).unwrap()
}

fn address_data(address: IpAddr) -> RData {
    match address {
        IpAddr::V4(address) => RData::A(A(address)),
        IpAddr::V6(address) => RData::AAAA(AAAA(address)),
    }
}
