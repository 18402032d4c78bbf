//! Identifiers of jobs that have none of their own, made of what a record says.

use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::HEXLOWER;
use url::{Url, form_urlencoded};

use crate::{jobs::typed::WebAddress, sources::import::Raw, text::imported};

/// Longest identifier, in characters.
const LONGEST: usize = 200;

/// Longest address, in bytes.
const LONGEST_ADDRESS: usize = 2_000;

/// Whether an identifier is one that was made here, and not one that an employer gave. An employer who calls a job by
/// its address is taken for one who gave it none.
pub fn is_made(identifier: &str) -> bool {
    let is_digest = identifier.len() == 64 && HEXLOWER.decode(identifier.as_bytes()).is_ok();
    is_digest
        || ["http://", "https://"]
            .iter()
            .any(|scheme| identifier.starts_with(scheme))
}

/// An identifier made of an address, without what only says where its reader came from. Nothing where there is
/// no address.
pub fn of_address(address: &str, site: Option<&Url>) -> String {
    let whole = match site {
        Some(site) if is_relative(address) => on(site, address),
        _ => address.to_owned(),
    };
    let parsed = WebAddress::parse(&whole, LONGEST_ADDRESS).ok();
    let Some(mut url) = parsed.and_then(|address| Url::parse(&address.0).ok()) else {
        return String::new();
    };
    let is_tracking =
        |name: &str| name.starts_with("utm_") || matches!(name, "gclid" | "fbclid" | "gh_src");
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(name, _)| !is_tracking(name))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(&kept)
        .finish();
    url.set_query((!kept.is_empty()).then_some(query.as_str()));
    let text = String::from(url);
    if text.chars().count() <= LONGEST {
        text
    } else {
        HEXLOWER.encode(digest(&SHA256, text.as_bytes()).as_ref())
    }
}

/// An identifier of a job that has no address of its own, for which people write or come: made of who offers what,
/// where, and of how they apply. Nothing where that is not stated.
pub fn of_texts(raw: &Raw) -> String {
    let ways = [&raw.apply_to, &raw.apply_email, &raw.company_url];
    let Some(way) = ways.into_iter().find(|way| !way.trim().is_empty()) else {
        return String::new();
    };
    let texts = [&raw.company, &raw.title, &raw.location, way];
    let texts = texts.map(|text| imported::line(text).to_lowercase());
    HEXLOWER.encode(digest(&SHA256, texts.join("\n").as_bytes()).as_ref())
}

/// Whether an address leaves its site out.
pub fn is_relative(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//")
}

/// `address` on `site`; the site alone where there is none.
pub fn on(site: &Url, address: &str) -> String {
    site.join(address)
        .map_or_else(|_| site.to_string(), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_the_address_without_the_way_to_it() {
        for (address, id) in [
            ("https://a.example/jobs/1", "https://a.example/jobs/1"),
            (
                "https://a.example/jobs?id=1&utm_source=x",
                "https://a.example/jobs?id=1",
            ),
            (
                "https://a.example/jobs/1?utm_source=x",
                "https://a.example/jobs/1",
            ),
            ("", ""),
            ("soon", ""),
            ("a.example/1", "https://a.example/1"),
        ] {
            assert_eq!(of_address(address, None), id);
        }
        let long = format!("https://a.example/{}", "x".repeat(300));
        assert_eq!(of_address(&long, None).len(), 64);
    }
}
