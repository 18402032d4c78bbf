//! Whose address a request comes from. Anyone can write `X-Forwarded-For`; it counts only as far as
//! proxies that the operator named have written it.

use std::net::IpAddr;

use actix_web::http::header::HeaderMap;
use ipnet::IpNet;

/// The client's address: the peer's, or behind `trusted` proxies the last one in `X-Forwarded-For`
/// that is not itself such a proxy.
pub fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_proxy = |address: IpAddr| {
        let address = address.to_canonical();
        trusted.iter().any(|network| network.contains(&address))
    };
    let mut client = peer;
    let hops: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    for hop in hops.iter().rev() {
        if !is_proxy(client) {
            break;
        }
        match hop.trim().parse() {
            Ok(address) => client = address,
            Err(_) => break,
        }
    }
    client.to_canonical()
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    #[test]
    fn only_what_trusted_proxies_wrote_counts() {
        let trusted: Vec<IpNet> = ["10.0.0.0/8"]
            .iter()
            .filter_map(|net| net.parse().ok())
            .collect();
        for (peer, forwarded, client) in [
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
            ("10.0.0.2", "198.51.100.1", "198.51.100.1"),
            (
                "10.0.0.2",
                "1.2.3.4, 198.51.100.1, 10.0.0.3",
                "198.51.100.1",
            ),
            ("10.0.0.2", "nonsense", "10.0.0.2"),
            ("10.0.0.2", "198.51.100.1, nonsense", "10.0.0.2"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(
                HeaderName::from_static("x-forwarded-for"),
                HeaderValue::from_static(forwarded),
            );
            let found = peer
                .parse()
                .map(|peer| client_address(peer, &headers, &trusted));
            assert_eq!(found, client.parse(), "{peer} {forwarded}");
        }
    }
}
