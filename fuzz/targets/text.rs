//! Text that lost its line breaks: cut into lines, with every letter kept.
#![no_main]

use jobboard::{
    jobs::import::description::to_markdown,
    web::markdown::{Top, render},
};
use jobboard_fuzz::{is_safe, is_tidy};
use libfuzzer_sys::fuzz_target;

/// What is taken out of a text on purpose.
const LEFT_OUT: [&str; 5] = ["Normal 0", "false", "X-NONE", "Style Definitions", "#"];

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fuzz_target!(|text: &str| {
    let text = text.replace(['<', '&'], " ");
    let Some(markdown) = to_markdown(&text) else {
        assert!(text.chars().count() > 20_000);
        return;
    };
    is_tidy(&markdown, text.chars().count() * 6 + 100);
    if !LEFT_OUT.iter().any(|left_out| text.contains(left_out)) {
        assert_eq!(letters(&markdown), letters(&text));
    }
    is_safe(&render(&markdown, Top::H2));
});
