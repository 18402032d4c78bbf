//! Records of a CSV. A quotation mark that nobody closes costs its own line, not the rest of the file.

use std::{
    borrow::Cow,
    collections::VecDeque,
    io::{self, BufRead},
};

use csv::{ByteRecord, StringRecord};
use csv_core::ReadRecordResult;

use super::{
    lines::{LONGEST, Line, Lines},
    refusal::Refusal,
};
use crate::text::encoding;

const MOST_COLUMNS: usize = 500;

#[derive(Debug)]
pub struct Records<R> {
    lines: Lines<R>,
    /// Lines that were read ahead.
    ahead: VecDeque<Line>,
    parser: csv_core::Reader,
    delimiter: u8,
}

/// A record and the line it begins on, or why it is none.
pub type Record = (u64, Result<StringRecord, Refusal>);

impl<R: BufRead> Records<R> {
    /// Of columns with commas between.
    pub fn new(reader: R) -> Self {
        Self::with_delimiter(reader, b',')
    }

    pub fn with_delimiter(reader: R, delimiter: u8) -> Self {
        Self {
            lines: Lines::new(reader),
            ahead: VecDeque::new(),
            parser: parser(delimiter),
            delimiter,
        }
    }

    /// The next record, if there is one. Blank lines are passed over.
    pub fn next_record(&mut self) -> io::Result<Option<Record>> {
        let first = loop {
            match self.next_line()? {
                None => return Ok(None),
                Some(line) if line.is_blank() => {}
                Some(line) => break line,
            }
        };
        let number = first.number;
        let (mut fields, mut ends) = (Vec::new(), vec![0; MOST_COLUMNS]);
        let (mut written, mut columns, mut length) = (0, 0, 0);
        let mut read: Vec<Line> = Vec::new();
        let mut next = Some(first);
        loop {
            let Some(line) = next else {
                return Ok(Some(self.give_up(number, read, OPEN_QUOTE)));
            };
            let Some(bytes) = &line.bytes else {
                let why = if read.is_empty() {
                    TOO_LONG
                } else {
                    OPEN_QUOTE
                };
                read.push(line);
                return Ok(Some(self.give_up(number, read, why)));
            };
            length += bytes.len();
            fields.resize(written + bytes.len() + 1, 0);
            let (result, taken, wrote, ended) =
                self.parser
                    .read_record(bytes, &mut fields[written..], &mut ends[columns..]);
            written += wrote;
            columns += ended;
            match result {
                ReadRecordResult::Record => {
                    let rest = Line {
                        number: line.number,
                        bytes: Some(bytes[taken..].to_vec()),
                    };
                    self.ahead.push_front(rest);
                    return Ok(Some((number, record(&fields, &ends[..columns]))));
                }
                ReadRecordResult::InputEmpty if length <= LONGEST => read.push(line),
                ReadRecordResult::InputEmpty => {
                    read.push(line);
                    return Ok(Some(self.give_up(number, read, OPEN_QUOTE)));
                }
                _ => {
                    read.push(line);
                    return Ok(Some(self.give_up(number, read, TOO_WIDE)));
                }
            }
            next = self.next_line()?;
        }
    }

    /// Every line ends with a line break, so that the end of the file is no end of a record. One in
    /// Windows-1252 is recoded.
    fn next_line(&mut self) -> io::Result<Option<Line>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(line));
        }
        let mut line = self.lines.next_line()?;
        if let Some(Line {
            bytes: Some(bytes), ..
        }) = &mut line
            && bytes.last() != Some(&b'\n')
        {
            bytes.push(b'\n');
        }
        if let Some(Line {
            bytes: Some(bytes), ..
        }) = &mut line
            && let Some(Cow::Owned(recoded)) = encoding::decode(bytes)
        {
            *bytes = recoded.into_bytes();
        }
        Ok(line)
    }

    /// Refuses the first line that was read; what follows it is read anew.
    fn give_up(&mut self, number: u64, read: Vec<Line>, why: &str) -> Record {
        self.parser = parser(self.delimiter);
        for line in read.into_iter().skip(1).rev() {
            self.ahead.push_front(line);
        }
        (number, Err(Refusal(why.into())))
    }
}

fn parser(delimiter: u8) -> csv_core::Reader {
    csv_core::ReaderBuilder::new().delimiter(delimiter).build()
}

const TOO_LONG: &str = "has more than a megabyte";
const TOO_WIDE: &str = "has more than 499 columns";
const OPEN_QUOTE: &str = "opens a quotation mark that is not closed within a megabyte";

impl Line {
    fn is_blank(&self) -> bool {
        let bytes = self.bytes.as_deref();
        bytes.is_some_and(|bytes| bytes.iter().all(|byte| matches!(byte, b'\r' | b'\n')))
    }
}

fn record(fields: &[u8], ends: &[usize]) -> Result<StringRecord, Refusal> {
    let mut record = ByteRecord::with_capacity(fields.len(), ends.len());
    let mut start = 0;
    for end in ends {
        record.push_field(fields.get(start..*end).unwrap_or_default());
        start = *end;
    }
    StringRecord::from_byte_record(record).map_err(|_| Refusal("is not text in UTF-8".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(csv: &[u8]) -> Vec<(u64, String)> {
        let mut records = Records::new(csv);
        let mut found = Vec::new();
        while let Ok(Some((number, record))) = records.next_record() {
            let shown = match record {
                Ok(record) => record.iter().collect::<Vec<_>>().join("|"),
                Err(refusal) => refusal.to_string(),
            };
            found.push((number, shown));
        }
        found
    }

    #[test]
    fn records_are_read_and_bad_ones_cost_only_themselves() {
        let long = format!("a,\"{}\nb,2", "x".repeat(2 * LONGEST));
        for (csv, records) in [
            (
                "a,\"b \"\"c\"\"\nd\",e\r\n\r\nf,5\" pipe\rg",
                vec![(1, "a|b \"c\"\nd|e"), (4, "f|5\" pipe"), (4, "g")],
            ),
            ("a,\"b\nc,d\n", vec![(1, OPEN_QUOTE), (2, "c|d")]),
            (long.as_str(), vec![(1, TOO_LONG), (2, "b|2")]),
        ] {
            let read = read(csv.as_bytes());
            let read: Vec<(u64, &str)> = read
                .iter()
                .map(|(number, text)| (*number, text.as_str()))
                .collect();
            assert_eq!(read, records);
        }
        let wide = read(&b",".repeat(600));
        assert_eq!(wide, [(1, TOO_WIDE.to_owned())]);
        assert_eq!(
            read(b"K\xf6chin,\"Caf\xe9\nM\xfcller\"\n\xc3\xbc\xff,b\nd,e\n"),
            [
                (1, "Köchin|Café\nMüller".to_owned()),
                (3, "is not text in UTF-8".to_owned()),
                (4, "d|e".to_owned())
            ]
        );
    }
}
