//! A file that is read whole: JSON with brackets around it, XML, HTML.

use std::io::{BufRead, Read};

use encoding_rs::{Encoding, WINDOWS_1252};
use regex::{Regex, regex};

use super::{given::Error, unknown::Unknown};
use crate::text::encoding;

/// Most bytes of a document, unpacked.
const LARGEST: usize = 64 * 1024 * 1024;

/// The text of `reader`; what is not UTF-8 is taken to be in `otherwise`, or in Windows-1252.
pub fn whole<E>(
    reader: Box<dyn BufRead>,
    otherwise: Option<&'static Encoding>,
) -> Result<String, Error<E>> {
    let mut bytes = Vec::new();
    reader.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LARGEST {
        let why =
            "has more than 64 megabytes: as NDJSON, with one job a line, it may be of any size";
        return Err(Unknown::new(why).into());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    let text = encoding::decode_as(&bytes, otherwise.unwrap_or(WINDOWS_1252));
    let text = text.ok_or_else(|| {
        Unknown::new("is UTF-8 with damaged letters: save it as UTF-8 once more, and import that")
    })?;
    Ok(text.into_owned())
}

/// The encoding that an XML declaration names.
pub fn xml_encoding(head: &[u8]) -> Option<&'static Encoding> {
    named(
        head,
        regex!(r#"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]+)"#),
    )
}

/// The encoding that a page names in a `meta` element.
pub fn page_encoding(head: &[u8]) -> Option<&'static Encoding> {
    named(
        head,
        regex!(r#"(?i)<meta[^>]{0,200}?charset\s*=\s*["']?([\w:.-]+)"#),
    )
}

fn named(head: &[u8], pattern: &Regex) -> Option<&'static Encoding> {
    let text = String::from_utf8_lossy(head);
    let label = pattern.captures(&text)?.get(1)?;
    Encoding::for_label(label.as_str().as_bytes())
}
