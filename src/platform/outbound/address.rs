//! Which addresses the board asks: those of the public internet. Whoever names a URL must not reach
//! through the board what only the board can reach (OWASP SSRF cheat sheet).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

/// What is told of a name that leads into a private network, or nowhere.
pub const NOT_PUBLIC: &str = "its host has no public address";

/// Whether anybody on the internet can reach `address`, as the registries of special addresses have it
/// (https://www.iana.org/assignments/iana-ipv4-special-registry and its twin for IPv6).
pub fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    let is_special = matches!(
        (first, second, third),
        (0 | 10 | 127 | 224.., _, _)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (192, 168, _)
            | (198, 18..=19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    );
    !is_special
}

/// Only 2000::/3 is given out, and parts of it lead elsewhere: 2001::/23 and 2002::/16 carry IPv4
/// addresses or are for protocols, 2001:db8::/32 and 3fff::/20 are for books.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let is_given_out = first & 0xe000 == 0x2000;
    let is_special = first == 0x2001 && (second < 0x0200 || second == 0x0db8)
        || first == 0x2002
        || first == 0x3fff && second < 0x1000;
    is_given_out && !is_special
}

/// Whether `url` names no address that is not public; a name is looked at when it is resolved.
pub fn may_be_public(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => is_public(address.into()),
        Some(Host::Ipv6(address)) => is_public(address.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name.contains('.') && !name.ends_with(".localhost")
        }
        None => false,
    }
}

/// Resolves names to public addresses only. The connection is made to what was looked at, so a name
/// that resolves otherwise a moment later gains nothing.
pub struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|found| is_public(found.ip())).collect();
            if public.is_empty() {
                return Err(NOT_PUBLIC.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[actix_web::test]
    async fn a_name_that_leads_into_the_network_leads_nowhere() {
        for name in ["localhost", "127.0.0.1.example.invalid"] {
            let name = name
                .parse::<Name>()
                .unwrap_or_else(|error| panic!("{error}"));
            assert!(PublicOnly.resolve(name).await.is_err());
        }
    }

    #[test]
    fn only_the_public_internet_is_public() {
        let address = |text: &str| text.parse::<IpAddr>().unwrap_or(Ipv4Addr::LOCALHOST.into());
        for public in ["93.184.216.34", "1.1.1.1", "172.32.0.1", "2606:4700::1111"] {
            assert!(is_public(address(public)), "{public}");
        }
        for private in [
            "127.0.0.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.31.255.255",
            "192.168.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2001:0:7f00:1::",
        ] {
            assert!(!is_public(address(private)), "{private}");
        }
        for url in [
            "http://2130706433/",
            "http://0x7f.1/",
            "http://[::1]/",
            "http://localhost./x",
        ] {
            let url = Url::parse(url).ok();
            assert!(!url.is_some_and(|url| may_be_public(&url)));
        }
    }
}
