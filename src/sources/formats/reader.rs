//! Reading a file of any format, record by record.

use std::io::Read as Bytes;

use super::{
    document,
    given::{Error, Given},
    html, json, lines,
    opened::{self, Opened},
    recognise::{Format, recognise},
    record::Take,
    sheet, xml,
};

/// Hands each record of `file` to `take`, in order.
///
/// # Errors
/// That the file cannot be read, is none of the formats, or what `take` fails with.
pub fn read<E>(file: Box<dyn Bytes>, given: &Given<'_>, take: Take<'_, E>) -> Result<(), Error<E>> {
    let Opened { head, reader } = opened::open(file)?;
    match recognise(&head)? {
        Format::Lines => lines::read(reader, given, take),
        Format::Csv { delimiter } => sheet::read(reader, &head, delimiter, given, take),
        Format::Json => json::read(&document::whole(reader, None)?, given, take),
        Format::Html => {
            let page = document::whole(reader, document::page_encoding(&head))?;
            html::read(&page, given, take)
        }
        Format::Xml => {
            let text = document::whole(reader, document::xml_encoding(&head))?;
            xml::read(&text, given, take)
        }
    }
}
