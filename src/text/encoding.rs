//! Bytes as text, in the encodings that files of this trade are written in.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

/// `bytes` as text: UTF-8, and else Windows-1252, which Latin-1 is a part of. Nothing where UTF-8 is
/// damaged: as Windows-1252 its letters would be read as others.
pub fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    decode_as(bytes, WINDOWS_1252)
}

/// Like [`decode`]; what is not UTF-8 is taken to be in `otherwise`.
pub fn decode_as<'a>(bytes: &'a [u8], otherwise: &'static Encoding) -> Option<Cow<'a, str>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Cow::Borrowed(text)),
        Err(_) if is_damaged_utf8(bytes) => None,
        Err(_) => Some(otherwise.decode_without_bom_handling(bytes).0),
    }
}

/// Whether most of what is not ASCII is UTF-8. Two letters of another encoding can look like one of UTF-8 by
/// chance, and seldom do.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut faults) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    letters * 4 >= faults && letters > 0
}

/// `text` where it was UTF-8 that somebody took for Windows-1252: `MecÃ¡nico` is `Mecánico`. Only runs of
/// letters that are UTF-8 throughout are changed.
pub fn unscrambled(text: &str) -> String {
    let mut clear = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| c.is_ascii()).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        clear.push_str(before);
        let (bytes, _, has_others) = WINDOWS_1252.encode(run);
        match std::str::from_utf8(&bytes) {
            Ok(read) if !has_others => clear.push_str(read),
            _ => clear.push_str(run),
        }
        rest = after;
    }
    clear.push_str(rest);
    clear
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_lost() {
        for (bytes, text) in [
            ("Zürich".as_bytes(), Some("Zürich")),
            (b"Z\xfcrich, Caf\xe9", Some("Zürich, Café")),
            (b"\x80 45.000 \x96 50.000", Some("€ 45.000 – 50.000")),
            (b"Z\xc3\xbcrich, Caf\xc3", None),
        ] {
            assert_eq!(decode(bytes).as_deref(), text);
        }
    }

    #[test]
    fn text_that_was_taken_for_another_encoding_is_read_again() {
        for (scrambled, clear) in [
            ("MecÃ¡nico", "Mecánico"),
            ("vehÃ\u{ad}culos", "vehículos"),
            ("itâ€™s", "it’s"),
            ("Café ÃO", "Café ÃO"),
            ("東京 Müller", "東京 Müller"),
        ] {
            assert_eq!(unscrambled(scrambled), clear);
        }
    }
}
