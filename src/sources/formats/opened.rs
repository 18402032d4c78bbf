//! A file as UTF-8, whatever it was packed and written in. Bytes of an encoding without marks, Windows-1252
//! for example, stay as they are for whoever reads lines or the whole.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE};
use flate2::read::MultiGzDecoder;

/// So many bytes tell what a file is.
pub const HEAD: usize = 64 * 1024;

const GZIP: &[u8] = b"\x1f\x8b";

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// A file, and how it begins.
pub struct Opened {
    /// The first bytes, [`HEAD`] of them at most.
    pub head: Vec<u8>,
    /// All bytes, those of the head among them.
    pub reader: Box<dyn BufRead>,
}

/// Looks at the beginning of `reader`, and unpacks and recodes the whole as it says.
pub fn open(reader: Box<dyn Read>) -> io::Result<Opened> {
    let (mut head, mut reader) = look(reader)?;
    if head.starts_with(GZIP) {
        (head, reader) = look(Box::new(MultiGzDecoder::new(reader)))?;
    }
    if let Some(decoder) = utf16(&head) {
        (head, reader) = look(Box::new(Utf16::new(reader, decoder)))?;
    }
    if head.starts_with(UTF8_MARK) {
        reader.read_exact(&mut [0; UTF8_MARK.len()])?;
        head.drain(..UTF8_MARK.len());
    }
    let reader = Box::new(BufReader::new(reader));
    Ok(Opened { head, reader })
}

/// The beginning, and a reader of the whole.
fn look(mut reader: Box<dyn Read>) -> io::Result<(Vec<u8>, Box<dyn Read>)> {
    let mut head = Vec::new();
    reader.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let whole = Cursor::new(head.clone()).chain(reader);
    Ok((head, Box::new(whole)))
}

/// How UTF-16 is decoded, if the file is that: it says so by a mark, or every other byte of its beginning is
/// zero, as is every other byte of ASCII.
fn utf16(head: &[u8]) -> Option<Decoder> {
    let zeros_at = |parity: usize| {
        let start = head.get(..32).unwrap_or(head);
        let bytes = start.iter().skip(parity).step_by(2);
        start.len() >= 4 && bytes.clone().all(|byte| *byte == 0)
    };
    let little = head.starts_with(b"\xff\xfe") || zeros_at(1) && !zeros_at(0);
    let big = head.starts_with(b"\xfe\xff") || zeros_at(0) && !zeros_at(1);
    match (little, big) {
        (true, _) => Some(UTF_16LE.new_decoder_with_bom_removal()),
        (_, true) => Some(UTF_16BE.new_decoder_with_bom_removal()),
        _ => None,
    }
}

/// UTF-16 as UTF-8.
struct Utf16<R> {
    reader: R,
    decoder: Decoder,
    /// What was decoded, and how much of it was handed on.
    ready: Vec<u8>,
    read: usize,
    is_over: bool,
}

impl<R: Read> Utf16<R> {
    fn new(reader: R, decoder: Decoder) -> Self {
        Self {
            reader,
            decoder,
            ready: Vec::new(),
            read: 0,
            is_over: false,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut bytes = Vec::new();
        self.reader
            .by_ref()
            .take(HEAD as u64)
            .read_to_end(&mut bytes)?;
        self.is_over = bytes.is_empty();
        let room = self
            .decoder
            .max_utf8_buffer_length(bytes.len())
            .unwrap_or(4 * HEAD);
        self.ready = vec![0; room];
        let (_, _, written, _) = self
            .decoder
            .decode_to_utf8(&bytes, &mut self.ready, self.is_over);
        self.ready.truncate(written);
        self.read = 0;
        Ok(())
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.read == self.ready.len() && !self.is_over {
            self.fill()?;
        }
        let mut rest = self.ready.get(self.read..).unwrap_or_default();
        let count = rest.read(buffer)?;
        self.read += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn text(bytes: Vec<u8>) -> String {
        let mut opened = open(Box::new(Cursor::new(bytes))).ok();
        let mut text = String::new();
        if let Some(opened) = &mut opened {
            let _ = opened.reader.read_to_string(&mut text);
            assert!(text.as_bytes().starts_with(&opened.head));
        }
        text
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut writer = GzEncoder::new(Vec::new(), Compression::fast());
        let _ = writer.write_all(bytes);
        writer.finish().unwrap_or_default()
    }

    #[test]
    fn a_file_is_the_same_text_however_it_was_written() {
        let long = "title;company\nKöchin 👩‍🍳;Café\n".repeat(9_000);
        let marked = format!("\u{feff}{long}");
        for bytes in [
            long.clone().into_bytes(),
            marked.clone().into_bytes(),
            utf16(&marked, u16::to_le_bytes),
            utf16(&marked, u16::to_be_bytes),
            utf16(&long, u16::to_le_bytes),
            utf16(&long, u16::to_be_bytes),
            gzip(&utf16(&marked, u16::to_le_bytes)),
            [gzip(marked.as_bytes()), Vec::new()].concat(),
        ] {
            assert!(text(bytes) == long);
        }
        assert_eq!(text(Vec::new()), "");
    }
}
