//! Plain text: with its lines, without them, or typed as Markdown. Every letter is kept.
#![no_main]

use jobboard::text::{
    clean,
    imported::{to_markdown, to_markdown_of},
    markdown::{Top, render},
};
use jobboard_fuzz::{is_safe, is_tidy};
use libfuzzer_sys::fuzz_target;

/// The letters of what is taken out of a text on purpose.
const LEFT_OUT: [&str; 4] = ["Normal0", "false", "XNONE", "StyleDefinitions"];

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fuzz_target!(|text: &str| {
    let text = text.replace(['<', '&'], " ");
    // Names that are known change where words are cut, and nothing else.
    let names: String = text.chars().take(600).collect();
    let Some(markdown) = to_markdown_of(&text, &names) else {
        assert!(text.chars().count() > 20_000);
        return;
    };
    is_tidy(&markdown, text.chars().count() * 6 + 100);
    let letters_of_text = letters(&clean::visible(&text));
    let is_left_out = |left_out: &str| letters_of_text.contains(left_out);
    if !text.contains('#') && !LEFT_OUT.iter().any(|left_out| is_left_out(left_out)) {
        assert_eq!(letters(&markdown), letters_of_text);
    }
    is_safe(&render(&markdown, Top::H2));
    assert_eq!(
        to_markdown(&text).map(|other| letters(&other)),
        Some(letters(&markdown))
    );
});
