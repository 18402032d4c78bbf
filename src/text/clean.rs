//! Text without what nobody sees. What is pasted brings invisible characters along: marks of direction,
//! places to break a word, stray controls. They go, unless the script needs them; letters and their accents
//! become one character each (NFC), so that what looks the same is the same.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

const JOINER: char = '\u{200d}';
const NON_JOINER: char = '\u{200c}';

/// `text` as one line, with single spaces.
pub fn line(text: &str) -> String {
    let visible = visible(text);
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` with the lines that it has, each ended by `\n`. Tabs and spaces stay.
pub fn lines(text: &str) -> String {
    visible(text).trim().to_owned()
}

/// Whether a letter was lost before the text came here, and what is left is a sign for that.
pub fn is_damaged(text: &str) -> bool {
    text.contains(char::REPLACEMENT_CHARACTER)
}

/// `text` without what nobody sees; its lines, tabs and spaces stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text
        .bytes()
        .all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t'))
    {
        return Cow::Borrowed(text);
    }
    let is_right_to_left = text.chars().any(is_right_to_left);
    let mut visible = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' => {
                rest.next_if_eq(&'\n');
                visible.push('\n');
            }
            // The soft breaks of word processors and of Unicode.
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => visible.push('\n'),
            '\u{2029}' => visible.push_str("\n\n"),
            // Bullets in the symbol font of a word processor.
            '\u{f0a7}' | '\u{f0a8}' | '\u{f0b7}' | '\u{f0d8}' | '\u{f0fc}' => visible.push('•'),
            JOINER | NON_JOINER => {
                let (before, after) = (visible.chars().next_back(), rest.peek());
                if before.is_some_and(|before| joins(c, before, after.copied())) {
                    visible.push(c);
                }
            }
            '\u{200e}' | '\u{200f}' | '\u{61c}' if is_right_to_left => visible.push(c),
            c if is_invisible(c) => {}
            c => visible.push(c),
        }
    }
    // Afterwards: what is gone may have stood between a letter and its accent.
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    Cow::Owned(nfc.normalize(&visible).into_owned())
}

/// What is not seen, and no script needs: controls, breaks and joins within words, marks of direction,
/// what is no character, and what only this program uses.
fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{e000}' | '\u{e001}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        // Blanks that count as letters.
        '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => true,
        c => c.is_control() || u32::from(c) & 0xfffe == 0xfffe,
    }
}

/// Whether a joiner or non-joiner between these two changes how they are written. After a letter of India it
/// does at the end of a word, too.
fn joins(mark: char, before: char, after: Option<char>) -> bool {
    let is_emoji = |c: char| matches!(c, '\u{fe0f}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..);
    let is_pair = is_emoji(before) && after.is_some_and(is_emoji);
    is_joining(before) || mark == JOINER && is_pair
}

/// Letters and signs of scripts in which neighbours join: Arabic and its kin, those of India and South-East
/// Asia, Mongolian.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{a840}'..='\u{abff}')
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes() {
        for (text, clean) in [
            ("Rust\u{200b} de\u{ad}veloper", "Rust developer"),
            ("\u{feff}Rust\u{2060} developer\u{0}", "Rust developer"),
            ("Rust\u{b}developer", "Rust developer"),
            ("Rust\tdeveloper\r\n", "Rust developer"),
            ("\u{202a}+49 30 123\u{202c}", "+49 30 123"),
            ("\u{2066}+49 30 123\u{2069}\u{200e}", "+49 30 123"),
            ("Mu\u{308}nchen", "München"),
            ("Mu\u{200b}\u{308}nchen", "München"),
            ("10\u{a0}000", "10 000"),
            ("a\u{200d}b\u{200c}c", "abc"),
            ("👩\u{200d}💻 wanted", "👩\u{200d}💻 wanted"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("क्\u{200d}ष", "क्\u{200d}ष"),
            ("C++\u{200f} מפתח", "C++\u{200f} מפתח"),
            ("\u{202e}evil", "evil"),
            ("ഡോക്ടര്\u{200d} വേണം", "ഡോക്ടര്\u{200d} വേണം"),
            ("\u{3164}\u{2800}", ""),
        ] {
            assert_eq!(line(text), clean, "{text:?}");
        }
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(
            lines("a\r\nb\rc\u{b}d\u{2028}e\u{2029}f\tg "),
            "a\nb\nc\nd\ne\n\nf\tg"
        );
        assert_eq!(lines("\u{f0b7}\tBuild"), "•\tBuild");
    }
}
