//! Whole files, as their readers see them.

use std::iter;

use super::{Beside, assert_one, one, records};

fn titles(bytes: &[u8], beside: &Beside<'_>) -> Vec<String> {
    match records(bytes, beside) {
        Ok(records) => records
            .iter()
            .map(|record| match &record.read {
                Ok(posting) => format!("{}: {}", record.place, posting.fields.title),
                Err(_) => format!("{}: {}", record.place, one(&record.read)),
            })
            .collect(),
        Err(why) => vec![why],
    }
}

fn posting(title: &str) -> String {
    format!(
        r#"{{"@type":"JobPosting","title":"{title}","description":"<p>All day long.</p>","hiringOrganization":{{"name":"Acme"}},"url":"https://acme.example/{title}"}}"#
    )
}

#[test]
fn postings_stand_in_lines_lists_graphs_and_pages() {
    let (cook, baker) = (posting("Cook"), posting("Bäcker"));
    let organization = r#"{"@type":"Organization","name":"Acme"}"#;
    let both = ["record 1: Cook", "record 2: Bäcker"];
    for (file, found) in [
        (
            format!("{cook}\n{baker}"),
            ["line 1: Cook", "line 2: Bäcker"].as_slice(),
        ),
        (format!("\u{feff}[{cook},\n {baker}]"), &both),
        (
            format!("{{\"jobs\": [{cook},{baker}], \"meta\": {{}}}}"),
            &both,
        ),
        (
            format!(
                "{{\"@context\":\"https://schema.org\",\"@graph\":[{cook},{organization},{baker}]}}"
            ),
            &[
                "record 1: Cook",
                "record 2: passed over: is no JobPosting",
                "record 3: Bäcker",
            ],
        ),
        (
            format!("[{cook},{{\"@type\":[\"Thing\",\"JobPosting\"]}},17,{{\"title\":]"),
            &[
                "record 1: Cook",
                "record 2: refused: has no title",
                "record 3: refused: is not a JSON object",
                "record 4: refused: is not JSON: expected value at line 1 column 10",
            ],
        ),
        (
            format!(
                "{{\"@type\":\"ItemList\",\"itemListElement\":[{{\"@type\":\"ListItem\",\"item\":{cook}}},{baker},{organization}]}}"
            ),
            &[
                "record 1: Cook",
                "record 2: Bäcker",
                "record 3: refused: is a Organization, not a JobPosting",
            ],
        ),
        (cook.replace(",\"", ",\n\""), &["record 1: Cook"]),
        (
            format!(
                "<!doctype html><title>x</title><script type=\"application/ld+json\">\n{{\"@graph\":[{organization},{cook}]}}</script>\
                 <script>var x = \"<p>\";</script><script type='application/ld+json' id=a>[{baker}]</script>"
            ),
            &both,
        ),
    ] {
        assert_eq!(titles(file.as_bytes(), &Beside::default()), found, "{file}");
    }
}

#[test]
fn a_page_says_where_it_stands_and_has_line_breaks_in_its_texts() {
    let page = "<html><head><link rel=canonical href='https://acme.example/jobs/7'>\
        <script type=\"application/ld+json\">{\"@type\":\"JobPosting\",\"title\":\"Cook\",\n\
        \"hiringOrganization\":\"Acme\",\"description\":\"All day\nlong.\"}</script></html>";
    assert_one(
        page,
        &Beside::default(),
        &[
            ("id", "Acme https://acme.example/jobs/7"),
            ("title", "Cook"),
            ("company", "Acme"),
            ("workplace", "on_site"),
            ("apply", "https://acme.example/jobs/7"),
            ("text", "All day long."),
        ],
    );
    let without = titles(b"<html><p>Cook wanted</p></html>", &Beside::default());
    assert!(
        without
            .concat()
            .starts_with("is a page without a JobPosting in JSON-LD")
    );
}

#[test]
fn tables_have_any_delimiter_and_encoding() {
    let rows = [
        [
            "Job Title",
            "Firma",
            "Application URL",
            "Beschreibung",
            "Ort",
        ],
        [
            "Köchin",
            "Café \"Süd\"",
            "https://a.example/1",
            "Kocht, bäckt; und mehr.",
            "Wien",
        ],
    ];
    let table = |delimiter: &str| {
        let line = |row: &[&str; 5]| {
            let cells = row.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
            cells.join(delimiter)
        };
        format!("{}\r\n{}\r\n", line(&rows[0]), line(&rows[1]))
    };
    let utf16 = |text: &str| -> Vec<u8> {
        let units = iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let windows = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    for bytes in [
        table(",").into_bytes(),
        table(";").into_bytes(),
        table("\t").into_bytes(),
        format!("\u{feff}sep=;\r\n{}", table(";")).into_bytes(),
        utf16(&table("\t")),
        windows(&table(";")),
    ] {
        let records = records(&bytes, &Beside::default()).unwrap_or_default();
        let found: Vec<String> = records.iter().map(|record| one(&record.read)).collect();
        assert_eq!(
            found,
            [
                "id: Café \"Süd\" https://a.example/1\ntitle: Köchin\ncompany: Café \"Süd\"\nlocation: Wien\n\
              workplace: on_site\napply: https://a.example/1\ntext: Kocht, bäckt; und mehr.\n"
            ]
        );
    }
}

#[test]
fn rows_say_the_same_in_the_words_of_their_exports() {
    let csv = "job_id,company_name,title,description,max_salary,pay_period,location,min_salary,formatted_work_type,\
        listed_time,remote_allowed,job_posting_url,application_url,expiry,currency\n\
        9,Acme,Cook,All day.,20.0,HOURLY,\"Princeton, NJ\",17.0,Part-time,1713397508000.0,1.0,https://jobs.example/9,,1715989508000.0,USD\n";
    let fields = [
        ("id", "Acme 9"),
        ("title", "Cook"),
        ("company", "Acme"),
        ("location", "Princeton, NJ"),
        ("workplace", "remote"),
        ("applicants", "Princeton, NJ"),
        ("type", "PART_TIME"),
        ("pay_min", "1700"),
        ("pay_max", "2000"),
        ("pay_currency", "USD"),
        ("pay_period", "HOUR"),
        ("apply", "https://jobs.example/9"),
        ("posted", "2024-04-17"),
        ("last", "2024-05-17"),
        ("text", "All day."),
    ];
    assert_one(csv, &Beside::default(), &fields);
    let json = r#"[{"Job Title":"Cook","company":"Acme","id":9,"description":"All day.","location":"Princeton, NJ",
        "remote":true,"job type":"part time","salary":"$17 - $20 an hour","url":"https://jobs.example/9",
        "published_at":1713397508,"deadline":"17.05.2024"}]"#;
    assert_one(json, &Beside::default(), &fields);
    let mapped = Beside {
        columns: &["title=was", "apply_url=wo"],
        company: Some("Acme"),
        ..Beside::default()
    };
    let csv = "was;wo;text\nCook;acme.example/9;All day.\n";
    assert_eq!(titles(csv.as_bytes(), &mapped), ["line 2: Cook"]);
    let unknowable = "title;company;text;place\nCook;Acme;All day.;Vienna\n";
    let refused = titles(unknowable.as_bytes(), &Beside::default());
    assert_eq!(
        refused,
        ["line 2: refused: has no identifier, and no address to make one from"]
    );
    let unmapped = titles(csv.as_bytes(), &Beside::default());
    assert!(
        unmapped
            .concat()
            .contains("it has was, wo, text: say which it is with --map title=COLUMN")
    );
}

#[test]
fn what_is_no_list_of_jobs_is_named() {
    for (file, said) in [
        (
            "{\"users\":[{\"id\":1}],\"page\":1}",
            "looks like JSON with users, page, none of which is a list of jobs: import the list alone",
        ),
        (
            "<catalog><book><title>A</title></book></catalog>",
            "looks like XML of <catalog>, in which no job is known: jobs are read from RSS, Indeed's XML, Personio's and WordPress's",
        ),
    ] {
        assert_eq!(titles(file.as_bytes(), &Beside::default()), [said]);
    }
    for empty in [
        "[]",
        "{\"jobs\":[],\"meta\":{\"total\":0}}",
        "<rss><channel></channel></rss>",
    ] {
        assert!(
            titles(empty.as_bytes(), &Beside::default()).is_empty(),
            "{empty}"
        );
    }
}
