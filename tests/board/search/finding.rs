//! Finding a job among many: filters, counts, addresses.

use crate::support::{Answer, Browser, TestApp, job, with};

/// Publishes a job that differs from the usual one in these fields.
async fn publish(browser: &Browser, title: &str, changes: &[(&'static str, &str)]) -> String {
    let mut fields = job(title);
    for (name, value) in changes {
        fields = with(fields, name, value);
    }
    fields.push(("publish", "yes".into()));
    let answer = browser.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

fn titles(page: &Answer) -> Vec<String> {
    let mut titles = page.texts(":not(.nearly) > .cards .card h2");
    titles.sort_unstable();
    titles
}

/// A board with four jobs that differ in everything.
async fn four_jobs() -> (TestApp, Browser) {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(
        &alice,
        "Rust developer",
        &[
            ("workplace", "remote"),
            ("location", ""),
            ("tags", "rust, c++"),
            ("pay_min", "90,000"),
            ("pay_max", "120,000"),
            ("pay_currency", "USD"),
        ],
    )
    .await;
    publish(
        &alice,
        "Nurse",
        &[
            ("company", "St. Mary’s"),
            ("workplace", "on_site"),
            ("location", "München, Germany"),
            ("country", "DE"),
            ("employment_type", "PART_TIME"),
            ("category", "Health"),
            ("tags", "care"),
            ("pay_min", "25"),
            ("pay_max", "30"),
            ("pay_currency", "EUR"),
            ("pay_period", "HOUR"),
        ],
    )
    .await;
    publish(
        &alice,
        "C# developer",
        &[
            ("company", "Acme"),
            ("tags", "c#, .net"),
            ("pay_min", ""),
            ("pay_max", ""),
            ("pay_currency", ""),
            ("pay_period", ""),
        ],
    )
    .await;
    publish(
        &alice,
        "Node.js engineer",
        &[
            ("company", "Acme"),
            ("employment_type", "CONTRACTOR"),
            ("location", "New York, NY"),
            ("tags", "node.js"),
            ("pay_min", "500"),
            ("pay_max", ""),
            ("pay_currency", "USD"),
            ("pay_period", "DAY"),
        ],
    )
    .await;
    let visitor = app.browser();
    (app, visitor)
}

#[actix_web::test]
async fn each_filter_narrows_the_list_and_has_a_chip_that_drops_it() {
    let (app, visitor) = four_jobs().await;
    for (address, expected, chip) in [
        ("/remote", vec!["Rust developer"], "Remote"),
        ("/jobs?workplace=on_site", vec!["Nurse"], "On-site"),
        (
            "/jobs?workplace=on_site&workplace=remote",
            vec!["Nurse", "Rust developer"],
            "On-site",
        ),
        (
            "/jobs?type=PART_TIME&type=CONTRACTOR",
            vec!["Node.js engineer", "Nurse"],
            "Part-time",
        ),
        ("/jobs?category=health", vec!["Nurse"], "Health"),
        ("/tags/cplusplus", vec!["Rust developer"], "cplusplus"),
        ("/tags/csharp", vec!["C# developer"], "csharp"),
        (
            "/companies/acme",
            vec!["C# developer", "Node.js engineer"],
            "At Acme",
        ),
        ("/places/munich", vec!["Nurse"], "In Munich"),
        ("/places/new-york", vec!["Node.js engineer"], "In New York"),
        (
            "/jobs?paid=yes",
            vec!["Node.js engineer", "Nurse", "Rust developer"],
            "Pay shown",
        ),
        (
            "/jobs?pay=100000&currency=USD&per=YEAR",
            vec!["Node.js engineer", "Rust developer"],
            "$100,000+ a year",
        ),
        (
            "/jobs?pay=125000&currency=USD&per=YEAR",
            vec!["Node.js engineer"],
            "$125,000+ a year",
        ),
        (
            "/jobs?pay=55&currency=USD&per=HOUR",
            vec!["Node.js engineer", "Rust developer"],
            "$55+ an hour",
        ),
        (
            "/jobs?pay=20&currency=EUR&per=HOUR",
            vec!["Nurse"],
            "€20+ an hour",
        ),
        (
            "/jobs?days=7",
            vec![
                "C# developer",
                "Node.js engineer",
                "Nurse",
                "Rust developer",
            ],
            "Last 7 days",
        ),
    ] {
        let page = visitor.get(address).await;
        assert_eq!(page.status, 200, "{address}");
        assert_eq!(titles(&page), expected, "{address}");
        let chips = page.texts(".chips a");
        assert!(
            chips.iter().any(|text| text == &format!("{chip} ×")),
            "{address}: {chips:?}"
        );
        let canonical = page.attribute("link[rel=canonical]", "href").unwrap();
        assert_eq!(canonical, app.board.config.whole_url(address));
    }
    let page = visitor.get("/jobs?type=PART_TIME&type=CONTRACTOR").await;
    let drop = page.attribute(".chips a", "href").unwrap();
    assert_eq!(drop, "/jobs?type=CONTRACTOR");
    assert_eq!(titles(&visitor.get(&drop).await), ["Node.js engineer"]);
}

#[actix_web::test]
async fn words_of_the_trade_are_words_and_accents_and_case_do_not_matter() {
    let (_app, visitor) = four_jobs().await;
    for (q, expected) in [
        ("c%2B%2B", vec!["Rust developer"]),
        ("C%23", vec!["C# developer"]),
        (".net", vec!["C# developer"]),
        ("nodejs", vec!["Node.js engineer"]),
        ("Node.js", vec!["Node.js engineer"]),
        ("MUNCHEN", vec!["Nurse"]),
        ("m%C3%BCnchen", vec!["Nurse"]),
        ("nurses", vec!["Nurse"]),
        ("developer+-rust", vec!["C# developer"]),
        ("-developer", vec!["Node.js engineer", "Nurse"]),
        ("%22rust+developer%22", vec!["Rust developer"]),
        ("%2B%2B%2B", vec![]),
        ("developer+-developers", vec![]),
    ] {
        let page = visitor.visit(&format!("/jobs?q={q}")).await;
        assert_eq!(titles(&page), expected, "{q}");
    }
}

#[actix_web::test]
async fn numbers_beside_the_filters_say_what_is_behind_them() {
    let (_app, visitor) = four_jobs().await;
    let page = visitor.get("/jobs").await;
    assert_eq!(page.text(".total"), "4 jobs");
    let links = page.texts(".groups label");
    for expected in [
        "Remote 1",
        "Hybrid 2",
        "On-site 1",
        "Full-time 2",
        "Part-time 1",
        "Engineering 3",
        "Health 1",
        "Last 7 days 4",
    ] {
        assert!(
            links.contains(&expected.to_owned()),
            "{expected}: {links:?}"
        );
    }
    assert!(
        !links.iter().any(|link| link.starts_with("Volunteer")),
        "nothing is behind it"
    );

    let page = visitor.get("/remote").await;
    assert_eq!(page.text(".total"), "1 job");
    let links = page.texts(".groups label");
    assert!(
        links.contains(&"Hybrid 2".to_owned()),
        "what choosing it too would add: {links:?}"
    );
    let chosen = page.texts(".groups label:has([checked])");
    assert_eq!(chosen, ["Remote 1", "Any category", "Any time"]);
}

#[actix_web::test]
async fn the_filters_are_one_form_that_keeps_the_rest_of_the_search() {
    let (_app, visitor) = four_jobs().await;
    let page = visitor
        .get("/jobs?q=developer&tag=rust&company=analytical-engines&sort=newest")
        .await;
    assert_eq!(
        page.form("form.facets-box"),
        [
            ("q", "developer"),
            ("tag", "rust"),
            ("company", "analytical-engines"),
            ("sort", "newest"),
            ("category", ""),
            ("days", ""),
            ("pay", ""),
            ("currency", "USD"),
            ("per", "YEAR"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    for (address, ticked, leads_to) in [
        ("/jobs", vec![], "/jobs"),
        ("/jobs", vec![("workplace", "remote")], "/remote"),
        (
            "/remote",
            vec![("workplace", "hybrid"), ("days", "7")],
            "/jobs?workplace=hybrid&workplace=remote&days=7",
        ),
        (
            "/tags/rust?before=99999999999999",
            vec![("paid", "yes")],
            "/jobs?tag=rust&paid=yes",
        ),
        // A category in which nothing is left is no choice, and not lost.
        (
            "/jobs?workplace=remote&category=health&pay=10&currency=CHF&per=HOUR",
            vec![("type", "PART_TIME")],
            "/jobs?workplace=remote&type=PART_TIME&category=health&pay=10&currency=CHF&per=HOUR",
        ),
    ] {
        let page = visitor.visit(address).await;
        let mut fields = page.form("form.facets-box");
        for (name, value) in ticked {
            // A radio button takes the place of another.
            fields.retain(|field| name != "days" || field.0 != name);
            fields.push((name.to_owned(), value.to_owned()));
        }
        let query = reqwest::Url::parse_with_params("http://board.example/jobs", &fields).unwrap();
        let sent = query.as_str().trim_start_matches("http://board.example");
        let answer = visitor.get(sent).await;
        assert_eq!(answer.status, 301, "{sent}");
        assert_eq!(answer.location(), leads_to, "{address}");
    }
}

#[actix_web::test]
async fn each_number_is_what_its_choice_finds_whatever_else_is_chosen() {
    let (_app, visitor) = four_jobs().await;
    for (search, names) in [
        ("category=engineering", ["workplace", "type"]),
        ("category=engineering&days=7", ["workplace", "type"]),
        ("workplace=hybrid&days=7", ["type", "category"]),
        ("type=CONTRACTOR&workplace=hybrid", ["category", "days"]),
    ] {
        let page = visitor.visit(&format!("/jobs?{search}")).await;
        for name in names {
            let choices = format!(".groups label:has([name={name}]:not([value='']))");
            let values = page.attributes(&format!("{choices} input"), "value");
            let numbers = page.texts(&format!("{choices} .count"));
            assert!(!numbers.is_empty(), "{search} {name}");
            for (value, number) in values.iter().zip(&numbers) {
                let found = visitor
                    .visit(&format!("/jobs?{search}&{name}={value}"))
                    .await;
                let total = found.text(".total");
                let total = total.split_whitespace().next();
                assert_eq!(total, Some(number.as_str()), "{search}: {name}={value}");
                assert_eq!(titles(&found).len().to_string(), *number, "{value}");
            }
        }
    }
}

#[actix_web::test]
async fn every_spelling_of_a_search_leads_to_its_one_address() {
    let (_app, visitor) = four_jobs().await;
    for (asked, address) in [
        ("/jobs?q=&place=&workplace=", "/jobs"),
        ("/jobs?place=New+York", "/places/new-york"),
        ("/jobs?place=M%C3%BCnchen", "/places/munich"),
        ("/places/munchen", "/places/munich"),
        ("/places/munchen-germany", "/places/munich"),
        ("/jobs?place=DE", "/places/germany"),
        (
            "/jobs?within=5mi&place=Berlin",
            "/jobs?place=berlin&within=5mi",
        ),
        ("/jobs?within=5mi&place=Germany", "/places/germany"),
        ("/jobs?within=5mi", "/jobs"),
        ("/jobs?workplace=remote", "/remote"),
        ("/jobs?tag=C%2B%2B", "/tags/cplusplus"),
        ("/jobs?company=Acme", "/companies/acme"),
        ("/jobs?utm_source=x&q=rust", "/jobs?q=rust"),
        (
            "/jobs?type=CONTRACTOR&q=rust&type=PART_TIME",
            "/jobs?q=rust&type=PART_TIME&type=CONTRACTOR",
        ),
        (
            "/remote?type=PART_TIME",
            "/jobs?workplace=remote&type=PART_TIME",
        ),
        (
            "/jobs?q=rust&pay=100k&currency=usd&per=",
            "/jobs?q=rust&pay=100000&currency=USD&per=YEAR",
        ),
        ("/jobs?q=++rust%20developer++", "/jobs?q=rust+developer"),
        ("/jobs?sort=relevance", "/jobs"),
        ("/jobs?sort=newest", "/jobs"),
        ("/jobs?q=rust&sort=relevance", "/jobs?q=rust"),
        ("/jobs?q=rust&page=1", "/jobs?q=rust"),
        (
            "/jobs?q=rust&before=9000000000000000000",
            "/jobs?q=rust&sort=newest&before=9000000000000000000",
        ),
        ("/jobs?before=x&after=-1&days=3&page=-1", "/jobs"),
        ("/tags/C%2B%2B", "/tags/cplusplus"),
    ] {
        let answer = visitor.get(asked).await;
        assert_eq!(
            (answer.status, answer.location()),
            (301, address),
            "{asked}"
        );
        assert!(
            matches!(visitor.get(address).await.status, 200),
            "{address} is its own"
        );
    }
}

#[actix_web::test]
async fn an_empty_list_says_what_to_drop() {
    let (_app, visitor) = four_jobs().await;
    let page = visitor.get("/jobs?q=nurse&workplace=remote").await;
    assert!(
        page.text(".empty")
            .starts_with("No jobs found. Try a wider search:")
    );
    assert_eq!(
        page.texts(".broader li"),
        ["Any workplace 1", "Without “nurse” 1"]
    );
    let way = page.attribute(".broader a", "href").unwrap();
    assert_eq!(titles(&visitor.get(&way).await), ["Nurse"]);
}

#[actix_web::test]
async fn each_filter_of_an_empty_list_has_an_offer_of_its_own() {
    let (app, visitor) = four_jobs().await;
    for (search, offer) in [
        ("place=munich&type=FULL_TIME", "Any location 2"),
        (
            "q=nurse&workplace=remote&workplace=hybrid",
            "Any workplace 1",
        ),
        ("q=nurse&type=FULL_TIME", "Any job type 1"),
        ("q=nurse&category=engineering", "Any category 1"),
        ("q=nurse&tag=rust", "With or without “rust” 1"),
        ("q=nurse&company=acme", "Any company 1"),
        ("q=nurse&pay=900000&currency=EUR&per=YEAR", "Any pay 1"),
        ("tag=csharp&paid=yes", "With or without pay shown 1"),
    ] {
        let page = visitor.visit(&format!("/jobs?{search}")).await;
        let offers = page.texts(".broader li");
        assert!(
            offers.iter().any(|one| one == offer),
            "{search}: {offers:?}"
        );
        for way in page.attributes(".broader a", "href") {
            assert!(!titles(&visitor.get(&way).await).is_empty(), "{way}");
        }
    }
    app.board.clock.advance(chrono::Duration::days(3));
    let page = visitor.get("/jobs?company=acme&days=1").await;
    assert_eq!(page.texts(".broader li"), ["Posted at any time 2"]);
}

#[actix_web::test]
async fn a_page_about_nothing_is_a_404_that_helps() {
    let (_app, visitor) = four_jobs().await;
    for path in ["/tags/cobol", "/companies/nobody", "/places/nowhere"] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(page.has(".empty a[href='/jobs']"), "{path}");
    }
    for path in ["/tags/%2B%2B", "/places/-", "/companies/%00"] {
        assert_eq!(visitor.get(path).await.status, 404, "{path}");
    }
}

#[actix_web::test]
async fn with_words_the_best_match_comes_first() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(&alice, "Rust engineer", &[]).await;
    publish(
        &alice,
        "Office manager for a team of engineers",
        &[
            ("tags", ""),
            ("description", "They write Rust all day, you do the rest."),
        ],
    )
    .await;
    let visitor = app.browser();
    let best = visitor.get("/jobs?q=rust+engineer").await;
    assert_eq!(best.text(".sorts strong"), "Best match");
    assert_eq!(
        best.texts(":not(.nearly) > .cards .card h2")[0],
        "Rust engineer"
    );
    let newest = best.attribute(".sorts a", "href").unwrap();
    assert_eq!(newest, "/jobs?q=rust+engineer&sort=newest");
    assert_eq!(
        visitor
            .get(&newest)
            .await
            .texts(":not(.nearly) > .cards .card h2")[0],
        "Office manager for a team of engineers"
    );
    for without_words in ["/jobs", "/remote", "/jobs?q=-rust"] {
        assert!(
            !visitor.get(without_words).await.has(".sorts"),
            "{without_words}"
        );
    }
}

#[actix_web::test]
async fn lists_follow_every_change_of_a_job() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let visitor = app.browser();
    let path = publish(&alice, "Rust developer", &[]).await;
    let id = crate::support::id_of(&path);
    let found = async || titles(&visitor.visit("/jobs?q=developer").await);
    assert_eq!(found().await, ["Rust developer"]);
    let change = with(job("Go developer"), "version", "1");
    assert_eq!(
        alice.submit(&format!("/jobs/{id}"), &change).await.status,
        303
    );
    assert_eq!(found().await, ["Go developer"]);
    assert!(titles(&visitor.get("/jobs?q=rust+developer&workplace=remote").await).is_empty());
    alice.press(&format!("/jobs/{id}/publication/delete")).await;
    assert!(found().await.is_empty());
    alice.press(&format!("/jobs/{id}/publication")).await;
    assert_eq!(found().await, ["Go developer"]);
    alice
        .submit(&format!("/jobs/{id}/closure"), &[("reason", "filled")])
        .await;
    assert!(found().await.is_empty());

    publish(&alice, "Another developer", &[]).await;
    alice
        .submit(
            "/account/removal",
            &[("current_password", crate::support::PASSWORD)],
        )
        .await;
    assert!(found().await.is_empty());
}

#[actix_web::test]
async fn the_index_can_be_built_anew() {
    let (app, visitor) = four_jobs().await;
    app.board
        .write(|db| {
            use diesel::prelude::*;
            Ok(diesel::delete(jobboard::platform::schema::listings::table).execute(db)?)
        })
        .await
        .unwrap();
    assert!(visitor.get("/jobs?q=developer").await.has(".empty"));
    let output = crate::support::program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .env("DATA_DIR", app.folder())
        .arg("reindex")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(said.trim(), "4 jobs are on the board and in the index.");
    for _ in 0..40 {
        if titles(&visitor.get("/jobs?q=developer").await).len() == 2 {
            return;
        }
        actix_web::rt::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the board does not notice");
}

#[actix_web::test]
async fn a_slip_of_the_finger_finds_what_was_meant() {
    let (app, visitor) = four_jobs().await;
    let early = visitor.get("/jobs?q=nusre").await;
    assert_eq!(
        early.text(".total"),
        "0 jobs",
        "the words are not counted yet"
    );
    app.count_suggestions().await;
    for (q, meant, expected) in [
        (
            "devleoper",
            "developer",
            vec!["C# developer", "Rust developer"],
        ),
        ("rust+devloper", "rust developer", vec!["Rust developer"]),
        ("nusre", "nurse", vec!["Nurse"]),
    ] {
        let page = visitor.get(&format!("/jobs?q={q}")).await;
        assert_eq!(page.text(".instead a"), meant, "{q}");
        assert_eq!(page.text("h1"), format!("Jobs for “{meant}”"), "{q}");
        assert!(page.text("title").starts_with(&page.text("h1")), "{q}");
        assert_eq!(titles(&page), expected, "{q}");
        let number = page.text(".total");
        assert!(
            number.starts_with(&expected.len().to_string()),
            "{q}: {number}"
        );
        let link = page.attribute(".instead a", "href").unwrap();
        assert_eq!(titles(&visitor.get(&link).await), expected, "{q}");
    }
    let singular = visitor.get("/jobs?q=enginer").await;
    assert_eq!(singular.text(".instead a"), "engineer");
    assert!(titles(&singular).contains(&"Node.js engineer".to_owned()));
    for right in ["engineer", "zzzzzz", "-enigneer"] {
        let page = visitor.get(&format!("/jobs?q={right}")).await;
        assert!(!page.has(".instead"), "{right}");
    }
}

#[actix_web::test]
async fn two_slips_in_a_long_word_are_forgiven() {
    let (app, visitor) = four_jobs().await;
    app.count_suggestions().await;
    let page = visitor.get("/jobs?q=devvelopper").await;
    assert_eq!(page.text(".instead a"), "developer");
    assert!(!visitor.get("/jobs?q=zzzzzzzz").await.has(".instead"));
}

#[actix_web::test]
async fn the_search_box_completes_titles_skills_companies_and_places() {
    let (app, visitor) = four_jobs().await;
    app.count_suggestions().await;
    for (typed, text, kind, href) in [
        ("ru", "Rust developer", "Job", "/jobs?q=Rust+developer"),
        ("ac", "Acme", "Company", "/companies/acme"),
        (
            "M%C3%9C",
            "Munich, Bavaria, Germany",
            "Location",
            "/places/munich",
        ),
        ("c%2B%2B", "c++", "Skill", "/tags/cplusplus"),
    ] {
        let answer = visitor.get(&format!("/suggestions?q={typed}")).await;
        let found: Vec<serde_json::Value> = serde_json::from_str(&answer.body).unwrap();
        let hit = found.iter().find(|found| found["text"] == text);
        let hit = hit.unwrap_or_else(|| panic!("{typed}: {found:?}"));
        assert_eq!(
            (hit["kind"].as_str(), hit["href"].as_str()),
            (Some(kind), Some(href))
        );
        assert_eq!(visitor.get(href).await.status, 200, "{href}");
    }
    for nothing in ["", "r", "%00", "%25"] {
        let answer = visitor.get(&format!("/suggestions?q={nothing}")).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (200, "[]"),
            "{nothing}"
        );
    }
}

#[actix_web::test]
async fn every_search_has_one_address_however_it_was_typed() {
    let app = TestApp::start();
    let visitor = app.browser();
    let long = "seventy nine ".repeat(20);
    for query in [
        format!("tag={long}"),
        format!("company={long}&category={long}"),
        format!("place={long}"),
        format!("place={}", "東京 ".repeat(90)),
        "place=a-b-c-d-e-f-g-h-i-j-k".to_owned(),
        "place=Paris%00%0A,%20France%E2%80%A8".to_owned(),
        format!("q={}&place=%E6%9D%B1", "x y ".repeat(90)),
        "place=.net+c%2B%2B&tag=.net".to_owned(),
        "place=a+b+c+d+e+f+g+h%05i".to_owned(),
    ] {
        let first = visitor.get(&format!("/jobs?{query}")).await;
        assert_eq!(first.status, 301, "{query}");
        let second = visitor.get(first.location()).await;
        assert_ne!(second.status, 301, "{query}: {}", first.location());
    }
}

#[actix_web::test]
async fn umlauts_are_found_however_they_are_typed() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (title, company, location) in [
        ("Bäcker", "Müller KG", "Köln, Germany"),
        ("Baecker", "Mueller KG", "Koeln, Germany"),
        ("Baker", "Miller", "Ålesund"),
    ] {
        publish(
            &alice,
            title,
            &[("company", company), ("location", location)],
        )
        .await;
    }
    let visitor = app.browser();
    for (query, found) in [
        ("q=Müller", vec!["Baecker", "Bäcker"]),
        ("q=Mueller", vec!["Baecker", "Bäcker"]),
        ("q=Muller", vec!["Bäcker"]),
        ("q=bäcker", vec!["Baecker", "Baker", "Bäcker"]),
        ("q=baecker", vec!["Baecker", "Baker", "Bäcker"]),
        ("place=Köln", vec!["Baecker", "Bäcker"]),
        ("place=koeln", vec!["Baecker", "Bäcker"]),
        ("place=Aalesund", vec!["Baker"]),
    ] {
        let page = visitor.visit(&format!("/jobs?{query}")).await;
        assert_eq!(titles(&page), found, "{query}");
    }
}

#[actix_web::test]
async fn a_job_from_the_future_does_not_stay_on_top() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let early = alice.publish("From the future").await;
    // As earlier versions left it.
    let id = crate::support::id_of(&early);
    let future = app.board.clock.now() + chrono::Duration::days(900);
    app.board
        .write(move |db| {
            use diesel::prelude::*;
            use jobboard::platform::schema::jobs;
            let job = diesel::update(jobs::table.find(id)).set(jobs::date_posted.eq(future));
            job.execute(db)?;
            Ok(jobboard::search::rebuilding::rebuild(db, |_| {})?)
        })
        .await
        .unwrap();
    app.board.clock.advance(chrono::Duration::minutes(1));
    alice.publish("Of today").await;
    let list = app.browser().get("/").await;
    assert_eq!(
        list.texts(":not(.nearly) > .cards .card h2"),
        ["Of today", "From the future"]
    );
}
