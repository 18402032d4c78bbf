//! Cookies, compared as the bytes that the browser sent. Libraries decode and trim names first, and
//! then `__%48ost-access_token`, which a sibling subdomain may set, reads as `__Host-access_token`,
//! which only this host may set.

use actix_web::http::header::{self, HeaderMap};

/// The value of the cookie with exactly this name. `None` where there is none, and where there are
/// several: nobody can tell which of them the board set.
pub fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all(header::COOKIE)
        .flat_map(|header| header.as_bytes().split(|byte| *byte == b';'))
        .filter_map(|pair| named(pair.strip_prefix(b" ").unwrap_or(pair), name));
    let value = found.next()?;
    if found.next().is_some() {
        return None;
    }
    std::str::from_utf8(value).ok()
}

/// Whether there is a cookie with this name, or several.
pub fn is_sent(headers: &HeaderMap, name: &str) -> bool {
    headers
        .get_all(header::COOKIE)
        .flat_map(|header| header.as_bytes().split(|byte| *byte == b';'))
        .any(|pair| named(pair.strip_prefix(b" ").unwrap_or(pair), name).is_some())
}

fn named<'a>(pair: &'a [u8], name: &str) -> Option<&'a [u8]> {
    pair.strip_prefix(name.as_bytes())?.strip_prefix(b"=")
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[test]
    fn only_the_exact_name_counts_and_only_once() {
        for (cookies, expected) in [
            ("__Host-token=a", Some("a")),
            ("x=1; __Host-token=a; y=2", Some("a")),
            ("x=1;__Host-token=a=b", Some("a=b")),
            ("__%48ost-token=a", None),
            ("__host-token=a", None),
            ("\u{a0}__Host-token=a", None),
            ("\u{2000}__Host-token=a", None),
            ("__Host-token =a", None),
            ("x=1;  __Host-token=a", None),
            ("\u{c}__Host-token=a", None),
            ("__Host-token", None),
            ("__Host-token=a; __Host-token=a", None),
            ("__Host-token=a; __%48ost-token=b", Some("a")),
        ] {
            let mut headers = HeaderMap::new();
            let sent = HeaderValue::from_bytes(cookies.as_bytes());
            headers.insert(header::COOKIE, sent.unwrap_or(HeaderValue::from_static("")));
            assert_eq!(value(&headers, "__Host-token"), expected, "{cookies:?}");
        }
    }
}
