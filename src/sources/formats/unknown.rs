//! What is in a file that has no jobs to read: one sentence that says what it looks like, and what to do.

/// Why a file cannot be read, as the end of a sentence that begins with its name.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0}")]
pub struct Unknown(pub String);

impl Unknown {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

/// How files begin that hold no text, and what is said of them.
const BEGINNINGS: [(&[u8], &str); 16] = [
    (
        b"%PDF",
        "looks like a PDF: jobs are read from CSV, JSON, XML or HTML",
    ),
    (
        b"\x89PNG",
        "looks like a picture (PNG): jobs are read from CSV, JSON, XML or HTML",
    ),
    (
        b"\xff\xd8\xff",
        "looks like a picture (JPEG): jobs are read from CSV, JSON, XML or HTML",
    ),
    (
        b"GIF8",
        "looks like a picture (GIF): jobs are read from CSV, JSON, XML or HTML",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "looks like an old Office file (.xls or .doc): save it as CSV and import that",
    ),
    (
        b"{\\rtf",
        "looks like a text with formatting (.rtf): save it as CSV and import that",
    ),
    (
        b"BZh",
        "looks compressed with bzip2: unpack it and import what is in it",
    ),
    (
        b"\xfd7zXZ",
        "looks compressed with xz: unpack it and import what is in it",
    ),
    (
        b"\x28\xb5\x2f\xfd",
        "looks compressed with zstd: unpack it and import what is in it",
    ),
    (
        b"7z\xbc\xaf",
        "looks like an archive (7z): unpack it and import what is in it",
    ),
    (
        b"Rar!",
        "looks like an archive (RAR): unpack it and import what is in it",
    ),
    (
        b"\x1f\x8b",
        "is compressed twice: unpack it and import what is in it",
    ),
    (
        b"PAR1",
        "looks like Parquet: save it as CSV and import that",
    ),
    (
        b"SQLite format 3",
        "looks like an SQLite database: use jobboard export on the board that it belongs to",
    ),
    (
        b"PGDMP",
        "looks like a dump of PostgreSQL: use jobboard export on the board that it belongs to",
    ),
    (b"PK\x05\x06", "looks like an empty zip archive"),
];

/// What the names in a zip archive say of it.
const ZIPPED: [(&[u8], &str); 4] = [
    (
        b"xl/",
        "looks like an Excel workbook (.xlsx): save it as CSV and import that",
    ),
    (
        b"word/",
        "looks like a Word document (.docx): jobs are read from CSV, JSON, XML or HTML",
    ),
    (
        b"opendocument.spreadsheet",
        "looks like a LibreOffice spreadsheet (.ods): save it as CSV and import that",
    ),
    (
        b"Index/Document.iwa",
        "looks like a Numbers spreadsheet: export it as CSV and import that",
    ),
];

/// What the file that begins with `head` is, where it is no text.
pub fn told_by_beginning(head: &[u8]) -> Option<Unknown> {
    if head.starts_with(b"PK\x03\x04") {
        let zipped = ZIPPED
            .iter()
            .find(|(name, _)| memchr::memmem::find(head, name).is_some());
        let said = zipped.map_or(
            "looks like a zip archive: unpack it and import what is in it",
            |(_, said)| said,
        );
        return Some(Unknown::new(said));
    }
    BEGINNINGS
        .iter()
        .find(|(beginning, _)| head.starts_with(beginning))
        .map(|(_, said)| Unknown::new(*said))
}
