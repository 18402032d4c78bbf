//! A place as it is found.
#![no_main]

use jobboard::fuzzing::{Location, plain, slug, stems};
use jobboard_fuzz::is_tidy;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, bool, &str)| {
    let (place, telecommute, title) = input;
    let read = Location::read(place, telecommute, title);
    is_tidy(&read.text, place.chars().count() * 3 + 10);
    assert_eq!(read.text.trim(), read.text);
    for word in plain(title).iter().chain(&stems(title)) {
        assert!((1..=60).contains(&word.len()), "{word}");
        assert!(word.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    }
    let once = slug(title);
    assert!(once.len() <= 80);
    assert_eq!(slug(&once), once);
});
