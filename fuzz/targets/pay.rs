//! Amounts as people write them.
#![no_main]

use jobboard::{
    fuzzing::{LARGEST, Reading, active, plain_amount, read_amount},
    search::{JobQuery, meaning::board_words::BoardWords},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let amounts = match read_amount(text) {
        Some(Reading::One(amount)) => vec![amount],
        Some(Reading::Either(first, second)) => vec![first, second],
        None => return,
    };
    for amount in amounts {
        assert!((0..=LARGEST).contains(&amount));
        assert_eq!(
            read_amount(&plain_amount(amount)),
            Some(Reading::One(amount))
        );
    }
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("pay", text)
        .finish();
    for filter in active(&JobQuery::parse(&query, &BoardWords::default())) {
        assert!(filter.label.len() < 60, "{}", filter.label);
    }
});
