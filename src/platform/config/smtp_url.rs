//! The mail server.

use std::{fmt, net::IpAddr};

use lettre::{
    AsyncSmtpTransport, Tokio1Executor,
    transport::smtp::{self, authentication::Credentials},
};
use percent_encoding::percent_decode_str;
use url::Url;

/// `smtp://` or `smtps://`, with user and password if the server asks for them.
#[derive(Clone)]
pub struct SmtpUrl(Url);

/// How the connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Protection {
    /// TLS from the first byte.
    Tls,
    /// TLS after STARTTLS, which the server must offer.
    StartTls,
    /// Nothing: the server is on this machine.
    None,
}

impl SmtpUrl {
    pub fn parse(value: &str) -> Result<Self, String> {
        Url::parse(value)
            .ok()
            .filter(|url| matches!(url.scheme(), "smtp" | "smtps"))
            .filter(|url| url.host_str().is_some_and(|host| !host.is_empty()))
            .filter(|url| url.query().is_none() && url.fragment().is_none())
            .map(Self)
            .ok_or_else(|| {
                "must be like smtp://user:password@mail.example.org:587 or smtps://…; \
                 signs like # / ? @ % in the password must be percent-encoded: # is %23"
                    .into()
            })
    }

    /// A client for the server. Connects when something is sent.
    pub fn transport(&self) -> Result<AsyncSmtpTransport<Tokio1Executor>, smtp::Error> {
        let host = self.host();
        let mut builder = match self.protection() {
            Protection::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(host)?,
            Protection::StartTls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host)?,
            Protection::None => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host),
        };
        if let Some(port) = self.0.port() {
            builder = builder.port(port);
        }
        if !self.0.username().is_empty() {
            let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
            let password = decoded(self.0.password().unwrap_or_default());
            builder = builder.credentials(Credentials::new(decoded(self.0.username()), password));
        }
        Ok(builder.build())
    }

    /// Where the server is. Without a port in the address it is the usual one.
    pub fn host_and_port(&self) -> (&str, u16) {
        let usual = match self.protection() {
            Protection::Tls => smtp::SUBMISSIONS_PORT,
            Protection::StartTls => smtp::SUBMISSION_PORT,
            Protection::None => smtp::SMTP_PORT,
        };
        (self.host(), self.0.port().unwrap_or(usual))
    }

    fn host(&self) -> &str {
        let host = self.0.host_str().unwrap_or_default();
        host.trim_matches(['[', ']'])
    }

    fn protection(&self) -> Protection {
        let host = self.0.host_str().unwrap_or_default();
        let is_this_machine = host == "localhost"
            || host
                .trim_matches(['[', ']'])
                .parse::<IpAddr>()
                .is_ok_and(|address| address.is_loopback());
        match self.0.scheme() {
            "smtps" => Protection::Tls,
            _ if is_this_machine => Protection::None,
            _ => Protection::StartTls,
        }
    }
}

/// Shows the address without its password.
impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.0.host_str().unwrap_or_default();
        write!(f, "{}://{host}", self.0.scheme())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_server_on_this_machine_is_spoken_to_in_the_clear() {
        for (url, protection) in [
            ("smtps://mail.example.org", Protection::Tls),
            ("smtp://mail.example.org:587", Protection::StartTls),
            ("smtp://10.0.0.2:25", Protection::StartTls),
            ("smtp://localhost:25", Protection::None),
            ("smtp://127.0.0.1:2525", Protection::None),
            ("smtp://[::1]:2525", Protection::None),
            ("smtps://localhost", Protection::Tls),
        ] {
            let found = SmtpUrl::parse(url).map(|url| url.protection());
            assert_eq!(found, Ok(protection), "{url}");
        }
    }
}
