//! Languages that nobody speaks, made of English: they show what a real one would.

use std::borrow::Cow;

/// Every letter with an accent, and each word a little longer. A letter of ASCII on such a page is in
/// no `.ftl` file.
pub fn accented(text: &str) -> Cow<'_, str> {
    let mut changed = String::with_capacity(text.len() * 3);
    outside_of_tags(text, &mut changed, |c, changed| {
        let accented = accent(c);
        changed.push(accented);
        if matches!(c, 'a' | 'e' | 'o' | 'u') {
            changed.push(accented);
        }
    });
    changed.into()
}

/// From right to left, whatever it is made of (U+202E and U+202C).
pub fn mirrored(text: &str) -> Cow<'_, str> {
    let mut changed = String::with_capacity(text.len() * 2);
    let mut in_word = false;
    outside_of_tags(text, &mut changed, |c, changed| {
        if c.is_alphabetic() != in_word {
            in_word = !in_word;
            changed.push(if in_word { '\u{202e}' } else { '\u{202c}' });
        }
        changed.push(c);
    });
    if in_word {
        changed.push('\u{202c}');
    }
    changed.into()
}

/// Changes what stands outside of `<…>`, which names a part of the sentence.
fn outside_of_tags(text: &str, changed: &mut String, mut change: impl FnMut(char, &mut String)) {
    let mut in_tag = false;
    for c in text.chars() {
        in_tag |= c == '<';
        if in_tag {
            changed.push(c);
        } else {
            change(c, changed);
        }
        in_tag &= c != '>';
    }
}

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "àƀçđéƒĝĥîĵķļɱñôþǫřšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÔÞǪŘŠŢÛṼŴẊÝŽ";

fn accent(c: char) -> char {
    let place = PLAIN.chars().position(|plain| plain == c);
    place
        .and_then(|place| ACCENTED.chars().nth(place))
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_gets_an_accent_and_what_is_in_a_tag_none() {
        assert_eq!(PLAIN.chars().count(), ACCENTED.chars().count());
        assert!(ACCENTED.chars().all(|c| c.is_alphabetic() && !c.is_ascii()));
        assert_eq!(accented("Go <link>on</link>."), "Ĝôô <link>ôôñ</link>.");
        assert_eq!(mirrored("On. <b>"), "\u{202e}On\u{202c}. <b>");
    }
}
