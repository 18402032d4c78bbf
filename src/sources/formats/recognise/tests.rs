use super::*;

fn csv(delimiter: u8) -> Format {
    Format::Csv { delimiter }
}

#[test]
fn a_file_is_recognised_by_what_is_in_it() {
    let long_line = format!("{{\"title\":\"{}", "x".repeat(60_000));
    let long_list = format!("{{\"meta\":{{}},\"jobs\":[{{\"a\":\"{}", "x".repeat(60_000));
    for (text, format) in [
        ("{\"title\":\"A\"}", Format::Lines),
        ("{\"title\":\"A\"}\n{\"title\":\"B\"}\n", Format::Lines),
        (
            "\n {\"title\":\"{\\\"\"}\r\n{\"title\":\"B\"}",
            Format::Lines,
        ),
        ("not json\n{\"title\":\"B\"}", Format::Lines),
        ("{\"title\":\n{\"title\":\"B\"}\n", Format::Lines),
        (long_line.as_str(), Format::Lines),
        ("{\"users\":3}", Format::Json),
        ("{\"users\":3}\n{\"users\":4}", Format::Lines),
        ("[]", Format::Json),
        ("[\n{\"title\":\"A\"},\n{\"title\":\"B\"}\n]", Format::Json),
        ("{\n \"title\": \"A\"\n}", Format::Json),
        (
            "{\"jobs\":[{\"id\":1}],\"meta\":{\"total\":1}}",
            Format::Json,
        ),
        ("{\"jobs\":[\n{\"id\":1}\n]}", Format::Json),
        (
            "{\"@context\":\"https://schema.org\",\"@graph\":[{}]}",
            Format::Json,
        ),
        (long_list.as_str(), Format::Json),
        ("<!DOCTYPE html><html><body>", Format::Html),
        ("<!-- kept -->\n<HTML lang=de>", Format::Html),
        (
            "<script type=\"application/ld+json\">{}</script>",
            Format::Html,
        ),
        ("<?xml version=\"1.0\"?>\n<!-- x --><rss>", Format::Xml),
        ("<source><job/></source>", Format::Xml),
        ("title,company\nA,B", csv(b',')),
        ("\"Title; long\";Company\nA;B", csv(b';')),
        ("title\tcompany, or not\n", csv(b'\t')),
        ("title|company|url\r\n", csv(b'|')),
        ("sep=;\r\ntitle,a;company,b,c\n", csv(b';')),
        ("Titel;Firma;\"Ort,\nLand\"\n", csv(b';')),
    ] {
        let start: String = text.chars().take(60).collect();
        assert_eq!(recognise(text.as_bytes()), Ok(format), "{start}");
    }
    assert_eq!(recognise(b"K\xf6chin;Firma\n"), Ok(csv(b';')));
}

#[test]
fn an_unknown_file_is_told_what_it_looks_like() {
    for (head, said) in [
        (b"".as_slice(), "is empty"),
        (b" \n", "is empty"),
        (b"%PDF-1.7", "looks like a PDF"),
        (
            b"PK\x03\x04\x14\0\x06\0xl/workbook.xml",
            "looks like an Excel workbook (.xlsx): save it as CSV",
        ),
        (
            b"PK\x03\x04\x14\0\x06\0word/document.xml",
            "looks like a Word document",
        ),
        (
            b"PK\x03\x04\x14\0\x06\0jobs.csv",
            "looks like a zip archive: unpack it",
        ),
        (b"\x89PNG\r\n", "looks like a picture (PNG)"),
        (b"\xd0\xcf\x11\xe0", "looks like an old Office file"),
        (b"a\0b\0\0", "is no text"),
        (b"We are hiring\n", "looks like plain text"),
        (b"<urlset><url/></urlset>", "looks like a sitemap"),
        (
            b"<?xml version='1.0'?><feed xmlns='x'>",
            "looks like an Atom feed",
        ),
    ] {
        let told = recognise(head).err().map(|unknown| unknown.to_string());
        let told = told.unwrap_or_default();
        assert!(told.starts_with(said), "{said}: {told}");
    }
}
