//! Lines of JSON: a posting that can be stored, or a reason.
#![no_main]

use jobboard::platform::zone::Moment;
use jobboard::sources::import::{Lines, Posting};
use jobboard_fuzz::is_storable;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| {
    let mut lines = Lines::new(file);
    let mut read = 0;
    while let Some(line) = lines.next_line().expect("memory can be read") {
        read += 1;
        assert_eq!(line.number, read);
        let bytes = line.bytes.unwrap_or_default();
        match Posting::from_json(String::from_utf8_lossy(&bytes).trim(), Moment::default()) {
            Ok(posting) => is_storable(&posting),
            Err(refusal) => assert!(!refusal.to_string().is_empty()),
        }
    }
});
