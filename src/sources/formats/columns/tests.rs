use super::*;

fn find(headers: &[&str], mappings: &[&str]) -> Result<Columns, String> {
    let mappings: Vec<Mapping> = mappings
        .iter()
        .map(|mapping| mapping.parse())
        .collect::<Result<_, _>>()?;
    Columns::find(&headers.iter().collect(), &mappings).map_err(|unknown| unknown.to_string())
}

fn value(columns: &Columns, field: &str, row: &[&str]) -> Option<String> {
    let at = columns.headers().iter().position(|name| name == field)?;
    let arranged = columns.arrange(&row.iter().collect());
    arranged.get(at).map(str::to_owned)
}

#[test]
fn columns_are_known_by_the_names_of_common_exports() {
    let headers = [
        "Job Title",
        "company_name",
        "Job_posting_url",
        "Application URL",
        "Äpfel",
    ];
    let columns = find(&headers, &[]).unwrap_or_else(|why| panic!("{why}"));
    let row = ["Cook", " Acme ", "https://a.example/1", "", "x"];
    for (field, text) in [
        ("title", Some("Cook")),
        ("company", Some("Acme")),
        ("apply_url", Some("https://a.example/1")),
        ("location", None),
    ] {
        assert_eq!(value(&columns, field, &row).as_deref(), text, "{field}");
    }
    let row = [
        "Cook",
        "Acme",
        "https://a.example/1",
        "https://apply.example",
    ];
    let apply = value(&columns, "apply_url", &row);
    assert_eq!(apply.as_deref(), Some("https://apply.example"));
}

#[test]
fn a_mapping_wins_and_must_name_a_column() {
    let columns = find(&["title", "What"], &["title=what"]);
    let columns = columns.unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(value(&columns, "title", &["A", "B"]).as_deref(), Some("B"));
    for (headers, mapping, why) in [
        (
            ["a", "b"],
            None,
            "has no column that is known as the title of a job; it has a, b",
        ),
        (["a", "b"], Some("title=c"), "has no column c; it has a, b"),
        (
            ["a", "b"],
            Some("titel=a"),
            "titel is no field; there are identifier_name,",
        ),
        (["a", "b"], Some("title"), "is not like title=job_title"),
    ] {
        let told = find(&headers, mapping.as_slice()).err().unwrap_or_default();
        assert!(told.starts_with(why), "{told}");
    }
}
