//! Markdown as somebody types it: shown safely, and summed up shortly.
#![no_main]

use jobboard::text::markdown::{Top, render, summary};
use jobboard_fuzz::is_safe;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|markdown: &str| {
    for top in [Top::H2, Top::H3] {
        let html = render(markdown, top);
        assert!(
            html.len() <= markdown.len() * 70 + 20_000,
            "{} bytes",
            html.len()
        );
        is_safe(&html);
    }
    assert!(summary(markdown, 160).chars().count() <= 161);
});
