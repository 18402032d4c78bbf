//! The address of a search: written in one form, which reads as the same search, and asked of the
//! index in bounded words.
#![no_main]

use jobboard::{
    fuzzing::{active, asked},
    jobs::Workplace,
    search::{JobQuery, list::narrowed_query, meaning::board_words::BoardWords},
};
use jobboard_fuzz::is_tidy;
use libfuzzer_sys::fuzz_target;
use percent_encoding::percent_decode_str;

/// Reads an address as the routes do.
fn read(address: &str) -> JobQuery {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let named = path.strip_prefix('/').and_then(|path| path.split_once('/'));
    let words = BoardWords::default();
    let narrowed = |name, slug| {
        let slug = percent_decode_str(slug).decode_utf8_lossy();
        narrowed_query(query, name, &slug, &words).expect("a page of its own")
    };
    match named {
        Some(("tags", slug)) => narrowed("tag", slug),
        Some(("companies", slug)) => narrowed("company", slug),
        Some(("places", slug)) => narrowed("place", slug),
        _ if path == "/remote" => {
            let mut remote = JobQuery::parse(query, &words);
            remote.filters.workplaces = vec![Workplace::Remote];
            remote
        }
        _ => JobQuery::parse(query, &words),
    }
}

fuzz_target!(|typed: &str| {
    let query = JobQuery::parse(typed, &BoardWords::default());
    let address = query.address();
    assert_eq!(read(&address).address(), address, "{typed}");
    let elsewhere = query.address_at("/api/v1/jobs");
    let (_, pairs) = elsewhere.split_once('?').unwrap_or_default();
    let again = JobQuery::parse(pairs, &BoardWords::default());
    assert_eq!(again.address_at("/api/v1/jobs"), elsewhere);
    // A pay that is asked about keeps its place in the address.
    let asked_about = query.filters.unread_pay.iter().map(|_| "pay".to_owned());
    let misunderstood = JobQuery::misunderstood(pairs);
    assert_eq!(misunderstood, asked_about.collect::<Vec<_>>(), "{pairs}");
    assert!(address.len() < 4_000, "{address}");
    is_tidy(&query.text, 200);

    let _ = JobQuery::misunderstood(typed);
    for active in active(&query) {
        let _ = query.with(active.without).address();
    }
    // What the index is asked grows with the search no more than by its words, and by the towns of an area.
    assert!(asked(&query).len() < 400_000);
});
