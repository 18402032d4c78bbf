//! Lines of a file, none of which takes more memory than a posting may.

use std::io::{self, BufRead, Read};

/// Longest line, in bytes. The longest export of a job has less than half of that.
pub const LONGEST: usize = 1024 * 1024;

#[derive(Debug)]
pub struct Line {
    /// Counted from 1.
    pub number: u64,
    /// With its line break; nothing where it is longer than [`LONGEST`].
    pub bytes: Option<Vec<u8>>,
}

#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    pub fn new(reader: R) -> Self {
        Self { reader, number: 0 }
    }

    /// The next line, if there is one. Of one that is too long only the end is looked for.
    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let limit = LONGEST as u64 + 1;
        if self
            .reader
            .by_ref()
            .take(limit)
            .read_until(b'\n', &mut bytes)?
            == 0
        {
            return Ok(None);
        }
        self.number += 1;
        let is_too_long = bytes.len() > LONGEST;
        if is_too_long && bytes.last() != Some(&b'\n') {
            self.reader.skip_until(b'\n')?;
        }
        Ok(Some(Line {
            number: self.number,
            bytes: (!is_too_long).then_some(bytes),
        }))
    }
}
