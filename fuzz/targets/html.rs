//! HTML as an import finds it: converted without growing, and shown safely.
#![no_main]

use jobboard::text::{
    imported::to_markdown,
    markdown::{Top, render},
};
use jobboard_fuzz::{is_safe, is_tidy};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    // As it is, which may be text, and as HTML whatever it is.
    for html in [html.to_owned(), format!("<p>{html}")] {
        if let Some(markdown) = to_markdown(&html) {
            is_tidy(&markdown, html.len() * 40 + 1_000);
            is_safe(&render(&markdown, Top::H2));
        }
    }
});
