//! Pages of a list: which part of it they are, and that one employer does not fill them.

use crate::support::{Answer, Browser, TestApp, job, with};

async fn publish(browser: &Browser, title: &str, company: &str) {
    let mut fields = with(job(title), "company", company);
    fields.push(("publish", "yes".into()));
    assert_eq!(
        browser.submit("/jobs", &fields).await.status,
        303,
        "{title}"
    );
}

/// Goes on from page to page; what each shows, and its range.
async fn pages(visitor: &Browser, first: &str) -> Vec<(Vec<String>, String)> {
    let mut pages = Vec::new();
    let mut next = Some(first.to_owned());
    while let Some(address) = next {
        let page = visitor.visit(&address).await;
        pages.push((
            page.texts(".card h2, .card-more"),
            page.texts(".range").concat(),
        ));
        next = page.attribute("a[rel=next]", "href");
    }
    pages
}

fn back(page: &Answer) -> String {
    page.attribute("a[rel=prev]", "href").unwrap()
}

#[actix_web::test]
async fn the_best_matches_have_pages_that_say_which_part_they_are() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for number in 1..=45 {
        publish(&alice, &format!("Baker {number}"), "Bread & Co").await;
    }
    let visitor = app.browser();
    let found = pages(&visitor, "/jobs?q=baker").await;
    let ranges: Vec<&str> = found.iter().map(|(_, range)| range.as_str()).collect();
    assert_eq!(ranges, ["1–20 of 45", "21–40 of 45", "41–45 of 45"]);
    assert_eq!(found[1].0[0], "Baker 25");
    assert_eq!(found[2].0.last().unwrap(), "Baker 1");

    let third = visitor.visit("/jobs?q=baker&page=3").await;
    let second = visitor.visit(&back(&third)).await;
    assert_eq!(second.texts(".card h2"), found[1].0);
    assert_eq!(back(&second), "/jobs?q=baker");
    for beyond in ["4", "9", "50", "51", "99999999999999999999"] {
        let page = visitor.visit(&format!("/jobs?q=baker&page={beyond}")).await;
        assert_eq!(page.texts(".card h2"), found[2].0, "{beyond}");
    }
    for (beyond, at_the_end) in [("before=1", true), ("after=9000000000000000000", false)] {
        let page = visitor
            .visit(&format!("/jobs?q=baker&sort=newest&{beyond}"))
            .await;
        assert_eq!(page.texts(".card").len(), 20, "{beyond}");
        assert_eq!(page.has("a[rel=next]"), !at_the_end, "{beyond}");
    }
    for nonsense in ["0", "1", "-3", "x", ""] {
        let page = visitor
            .visit(&format!("/jobs?q=baker&page={nonsense}"))
            .await;
        assert_eq!(page.texts(".card h2"), found[0].0, "{nonsense}");
    }

    let newest = pages(&visitor, "/jobs?q=baker&sort=newest").await;
    let ranges: Vec<&str> = newest.iter().map(|(_, range)| range.as_str()).collect();
    assert_eq!(ranges, ["1–20 of 45", "21–40 of 45", "41–45 of 45"]);
}

#[actix_web::test]
async fn of_an_employer_who_would_fill_the_page_a_few_jobs_are_shown() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for number in 1..=20 {
        publish(
            &alice,
            &format!("Nurse {number}"),
            &format!("Clinic {number}"),
        )
        .await;
    }
    for number in 1..=30 {
        publish(&alice, &format!("Driver {number}"), "Fast Wheels").await;
    }
    let visitor = app.browser();
    for list in ["/", "/jobs"] {
        let page = visitor.visit(list).await;
        let rows = page.texts(".card h2, .card-more");
        assert_eq!(
            rows[..5],
            [
                "Driver 30",
                "Driver 29",
                "Driver 28",
                "+ 27 more from Fast Wheels",
                "Nurse 20"
            ],
            "{list}"
        );
        assert_eq!(page.texts(".card").len(), 20, "{list}");
    }
    let found = pages(&visitor, "/jobs").await;
    let ranges: Vec<&str> = found.iter().map(|(_, range)| range.as_str()).collect();
    assert_eq!(
        ranges,
        ["1–47 of 50 · 27 grouped by company", "48–50 of 50"],
        "a line stands for the jobs that have no row"
    );
    let last = visitor
        .visit(
            &visitor
                .visit("/jobs")
                .await
                .attribute("a[rel=next]", "href")
                .unwrap(),
        )
        .await;
    assert_eq!(
        visitor
            .visit(&back(&last))
            .await
            .texts(".card h2, .card-more"),
        found[0].0,
        "the way back shows the same page"
    );

    let more = visitor
        .visit("/jobs")
        .await
        .attribute(".card-more a", "href")
        .unwrap();
    assert_eq!(more, "/companies/fast-wheels");
    let all = pages(&visitor, &more).await;
    assert_eq!(all.iter().map(|(rows, _)| rows.len()).sum::<usize>(), 30);

    let words = visitor.visit("/jobs?q=driver+-clinic").await;
    assert_eq!(
        words.texts(".card").len(),
        20,
        "there is nobody else to show"
    );
    let programs: serde_json::Value =
        serde_json::from_str(&visitor.get("/api/v1/jobs").await.body).unwrap();
    assert_eq!(programs["itemListElement"].as_array().unwrap().len(), 20);
    assert_eq!(programs["itemListElement"][19]["title"], "Driver 11");
}

#[actix_web::test]
async fn a_long_run_of_one_employer_ends_no_list() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for number in 1..=22 {
        publish(
            &alice,
            &format!("Nurse {number}"),
            &format!("Clinic {number}"),
        )
        .await;
    }
    for number in 1..=190 {
        publish(&alice, &format!("Driver {number}"), "Fast Wheels").await;
    }
    for number in 1..=19 {
        publish(
            &alice,
            &format!("Cook {number}"),
            &format!("Kitchen {number}"),
        )
        .await;
    }
    let found = pages(&app.browser(), "/jobs").await;
    let shown = found.iter().flat_map(|(rows, _)| rows);
    let nurses = shown.filter(|row| row.starts_with("Nurse")).count();
    assert_eq!(nurses, 22);
}

#[actix_web::test]
async fn a_heading_says_what_the_list_is_narrowed_to() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(&alice, "Nurse", "Clinic").await;
    let visitor = app.browser();
    for (address, heading) in [
        ("/jobs", "All jobs"),
        ("/companies/clinic", "Jobs at Clinic"),
        (
            "/jobs?workplace=hybrid&type=FULL_TIME",
            "Hybrid full-time jobs",
        ),
        (
            "/jobs?place=london&workplace=hybrid&workplace=remote",
            "Hybrid or remote jobs in London",
        ),
        ("/jobs?q=nurse&workplace=hybrid", "Jobs for “nurse”"),
    ] {
        let page = visitor.visit(address).await;
        assert_eq!(page.text("h1"), heading, "{address}");
    }
}

#[actix_web::test]
async fn companies_have_an_index_and_a_page_that_says_what_is_known_of_them() {
    let app = TestApp::start();
    let visitor = app.browser();
    assert!(
        visitor
            .visit("/companies")
            .await
            .text(".empty")
            .starts_with("No companies yet.")
    );
    let alice = app.member("Alice").await;
    publish(&alice, "Nurse", "Örtagården Clinic").await;
    publish(&alice, "Driver", "Fast Wheels").await;
    publish(&alice, "Mechanic", "Fast Wheels").await;
    let page = visitor.visit("/companies").await;
    assert_eq!(
        page.texts(".companies li"),
        ["F Fast Wheels 2 jobs", "Ö Örtagården Clinic 1 job"]
    );
    let company = visitor
        .visit(&page.attribute(".companies a", "href").unwrap())
        .await;
    assert_eq!(company.text("h1"), "Jobs at Fast Wheels");
    assert_eq!(
        company.texts(".known a"),
        ["engines.example", "London, England"]
    );

    app.count_suggestions().await;
    let found = visitor.visit("/companies?q=clin").await;
    assert_eq!(found.texts(".company-name"), ["Örtagården Clinic"]);
    for nothing in [
        "/companies?q=%25",
        "/companies?q=zzz",
        "/companies?from=zzz",
    ] {
        let page = visitor.visit(nothing).await;
        assert_eq!(page.status, 200, "{nothing}");
        assert!(page.has(".empty a[href='/companies']"), "{nothing}");
    }
    alice.press("/jobs/2/publication/delete").await;
    assert_eq!(
        visitor.visit("/companies").await.texts(".companies li")[0],
        "F Fast Wheels 1 job",
        "the number is that of now"
    );
}

#[actix_web::test]
async fn the_start_page_says_how_many_jobs_are_open_and_where_to_go_on() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(&alice, "Nurse", "Clinic").await;
    publish(&alice, "Driver", "Fast Wheels").await;
    app.count_suggestions().await;
    publish(&alice, "Cook", "Clinic").await;
    let visitor = app.browser();
    let home = visitor.visit("/").await;
    assert_eq!(home.text(".open-now"), "3 jobs open now");
    assert_eq!(home.texts(".browse .chips li"), ["Hybrid jobs 3"]);
    assert_eq!(home.texts(".ways-list li"), ["Engineering 3"]);
    assert_eq!(home.texts(".browse .company-name").len(), 2);
    assert!(home.has(".browse a[href='/companies']"));
    assert!(home.has("header a[href='/remote']"));
    alice.press("/jobs/1/publication/delete").await;
    assert_eq!(
        visitor.visit("/").await.text(".open-now"),
        "2 jobs open now"
    );
}
