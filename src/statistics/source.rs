//! Where a visit comes from.

use actix_web::{HttpRequest, http::header};
use url::{Host, Url};

use crate::{
    http::{board::Board, query},
    jobs::visits::VIA,
    platform::i18n::{Locale, Message},
};

/// Nothing said where it comes from: the address was typed, or kept, or opened in a program.
pub const DIRECT: &str = "direct";

/// Another page of the board.
pub const OWN: &str = "own";

/// A mail about new jobs.
pub const ALERT: &str = "alert";

/// An address that is no domain's, or one too many.
pub const OTHER: &str = "other";

/// Longest address that is read, in bytes, and longest domain.
const LONGEST_ADDRESS: usize = 2_000;
const LONGEST_DOMAIN: usize = 100;

/// The source of `request`: one of the above, or the domain that somebody registered.
pub fn of(board: &Board, request: &HttpRequest) -> String {
    if !request.query_string().is_empty() && query::value(request, VIA) == ALERT {
        return ALERT.to_owned();
    }
    let referrer = request.headers().get(header::REFERER);
    let referrer = referrer.and_then(|referrer| referrer.to_str().ok());
    of_referrer(referrer.unwrap_or_default(), board.config.host())
}

fn of_referrer(referrer: &str, own_host: &str) -> String {
    if referrer.is_empty() {
        return DIRECT.to_owned();
    }
    let url = Some(referrer).filter(|text| text.len() <= LONGEST_ADDRESS);
    let url = url.and_then(|text| Url::parse(text).ok());
    let url = url.filter(|url| matches!(url.scheme(), "http" | "https"));
    let Some(Host::Domain(host)) = url.as_ref().and_then(Url::host) else {
        return match url.as_ref().and_then(Url::host_str) {
            Some(host) if host == own_host => OWN.to_owned(),
            _ => OTHER.to_owned(),
        };
    };
    let host = host.to_ascii_lowercase();
    if host == own_host {
        return OWN.to_owned();
    }
    let domain = psl::domain_str(&host).filter(|domain| domain.len() <= LONGEST_DOMAIN);
    domain.unwrap_or(OTHER).to_owned()
}

/// What a source is called: the domain as it is, the others in words.
pub fn in_words(source: &str, locale: Locale) -> String {
    locale.text(&match source {
        DIRECT => Message::new("statistics-source-direct"),
        OWN => Message::new("statistics-source-own"),
        ALERT => Message::new("statistics-source-alert"),
        OTHER => Message::new("statistics-source-other"),
        domain => return domain.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_the_domain_that_somebody_registered() {
        for (referrer, source) in [
            ("", DIRECT),
            ("https://jobs.example.org/jobs?q=rust", OWN),
            ("https://www.google.com/", "google.com"),
            ("https://news.bbc.co.uk/a/b", "bbc.co.uk"),
            ("https://ada.github.io/", "ada.github.io"),
            ("https://JOBS.Example.NET:8443/", "example.net"),
            ("http://192.0.2.7/", OTHER),
            ("http://localhost/", OTHER),
            ("not an address", OTHER),
            ("android-app://com.example.mail/", OTHER),
        ] {
            assert_eq!(
                of_referrer(referrer, "jobs.example.org"),
                source,
                "{referrer}"
            );
        }
        let long = format!("https://{}.example/", "x".repeat(3_000));
        assert_eq!(of_referrer(&long, "jobs.example.org"), OTHER);
    }
}
