//! Amounts as people write them.
#![no_main]

use jobboard::{
    fuzzing::{LARGEST, parse_amount, plain_amount},
    platform::i18n::Locale,
    search::JobQuery,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some(amount) = parse_amount(text) else {
        return;
    };
    assert!((0..=LARGEST).contains(&amount));
    assert_eq!(parse_amount(&plain_amount(amount)), Some(amount));
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("pay", text)
        .finish();
    for filter in JobQuery::parse(&query).filters.active(Locale::English) {
        assert!(filter.label.len() < 60, "{}", filter.label);
    }
});
