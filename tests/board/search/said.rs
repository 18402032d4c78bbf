//! What people mean by the words they type: places, distances, trades, and what the owner says of them.

use crate::support::{Answer, Browser, TestApp, job, with};

async fn publish(alice: &Browser, title: &str, place: &str) {
    let mut fields = with(job(title), "location", place);
    fields = with(fields, "valid_through", "2099-01-31");
    fields = with(fields, "country", "");
    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{title}: {}", answer.body);
}

pub(super) async fn search(visitor: &Browser, typed: &str) -> Answer {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", typed)
        .finish();
    visitor.visit(&format!("/jobs?{query}")).await
}

fn titles(page: &Answer) -> Vec<String> {
    let mut titles = page.texts(":not(.nearly) > .cards .card h2");
    titles.sort();
    titles
}

#[actix_web::test]
async fn a_distance_in_words_is_around_a_town_and_can_be_taken_off() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (title, place) in [
        ("Nurse", "Boston, MA"),
        ("School nurse", "Quincy, MA"),
        ("Night nurse", "Springfield, MA"),
        ("Potter", "Boston, MA"),
    ] {
        publish(&alice, title, place).await;
    }
    let visitor = app.browser();
    for (typed, chip) in [
        (
            "nurse within 25 miles of boston",
            "Within 25 miles of Boston",
        ),
        ("nurse near Boston", "Within 25 miles of Boston"),
        ("40km from boston nurse", "Within 40 km of Boston"),
        ("nurse boston ma 20 mi", "Within 20 miles of Boston"),
    ] {
        let page = search(&visitor, typed).await;
        assert_eq!(titles(&page), ["Nurse", "School nurse"], "{typed}");
        assert_eq!(page.attribute("#q", "value").unwrap(), "nurse", "{typed}");
        assert!(
            page.text(".chips").contains(chip),
            "{typed}: {}",
            page.text(".chips")
        );
        let without = page.attribute(".chips a", "href").unwrap();
        let all = visitor.get(&without).await;
        assert_eq!(titles(&all), ["Night nurse", "Nurse", "School nurse"]);
    }
    let beside = visitor
        .get("/jobs?q=nurse+within+25+miles&place=boston")
        .await;
    assert_eq!(beside.location(), "/jobs?q=nurse&place=boston&within=25mi");
    let set = visitor
        .get("/jobs?q=nurse+within+25+miles&place=boston&within=5mi")
        .await;
    assert_eq!(
        set.status,
        200,
        "what is set already is left: {}",
        set.location()
    );
}

#[actix_web::test]
async fn the_code_of_a_state_or_country_is_meant_where_it_is_the_last_word() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (title, place) in [
        ("Nurse in Albany", "Albany, NY"),
        ("Nurse in Austin", "Austin, TX"),
        ("Nurse in Leeds", "Leeds, UK"),
        ("Nurse in Berlin", "Berlin"),
        ("Data engineer", "Austin, TX"),
    ] {
        publish(&alice, title, place).await;
    }
    let visitor = app.browser();
    for (typed, found) in [
        ("nurse ny", "Nurse in Albany"),
        ("nurse TX", "Nurse in Austin"),
        ("nurse uk", "Nurse in Leeds"),
        ("nurse de", "Nurse in Berlin"),
        ("senior de", ""),
        ("de", "Data engineer"),
    ] {
        let expected: Vec<&str> = [found]
            .into_iter()
            .filter(|found| !found.is_empty())
            .collect();
        assert_eq!(titles(&search(&visitor, typed).await), expected, "{typed}");
    }
}

#[actix_web::test]
async fn a_postcode_with_its_town_is_the_town_and_alone_says_what_to_type() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(&alice, "Potter", "10115 Berlin").await;
    publish(&alice, "Weaver", "London SW1A 1AA").await;
    publish(&alice, "Nurse", "New York, NY 10001").await;
    let visitor = app.browser();
    for (asked, title) in [
        ("/jobs?place=Berlin", "Potter"),
        ("/jobs?place=10115+Berlin", "Potter"),
        ("/jobs?place=SW1A+1AA+London", "Weaver"),
        ("/jobs?place=New+York,+NY+10001", "Nurse"),
        ("/jobs?q=nurse+new+york+10001", "Nurse"),
    ] {
        assert_eq!(titles(&visitor.visit(asked).await), [title], "{asked}");
    }
    for postcode in ["10002", "SW1A+2AB", "K1A+0B1", "D-10117"] {
        let page = visitor
            .visit(&format!("/jobs?q=potter&place={postcode}"))
            .await;
        let typed = postcode.replace('+', " ");
        assert_eq!(
            page.texts(".empty p")[0],
            format!("We don’t know postcodes like “{typed}”. Enter the town instead.")
        );
        assert_eq!(page.attribute("#place", "value").unwrap(), typed);
        assert_eq!(page.attribute("#q", "value").unwrap(), "potter");
        assert_eq!(page.texts(".broader .count"), ["1"], "without the place");
    }
}

#[actix_web::test]
async fn an_owners_word_is_no_place_and_no_filter() {
    let app = TestApp::start();
    let root = app.admin().await;
    publish(&root, "Literacy coach", "Leeds, UK").await;
    publish(&root, "Bus driver", "Reading, UK").await;
    let visitor = app.browser();
    assert_eq!(
        titles(&search(&visitor, "jobs in reading").await),
        ["Bus driver"]
    );
    let saved = root
        .submit(
            "/admin/search-words",
            &[("words", "reading > literacy\nremote > bus"), ("word", "")],
        )
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(
        titles(&search(&visitor, "jobs in reading").await).contains(&"Literacy coach".to_owned())
    );
    assert_eq!(titles(&search(&visitor, "remote").await), ["Bus driver"]);
    let listed = visitor.get("/api/v1/jobs?q=remote").await;
    assert!(listed.body.contains("Bus driver"));
    let page = visitor.get("/jobs?place=reading").await;
    assert_eq!(
        page.location(),
        "/places/reading",
        "in the field of places it is one"
    );
}

#[actix_web::test]
async fn trades_are_found_by_their_names_in_other_languages() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for title in [
        "Plumber",
        "Electrician",
        "Truck driver",
        "Solicitor",
        "Janitor",
    ] {
        publish(&alice, title, "Leeds, UK").await;
    }
    let visitor = app.browser();
    for (typed, title) in [
        ("plombier", "Plumber"),
        ("Klempnerin", "Plumber"),
        ("electricista", "Electrician"),
        ("camionista", "Truck driver"),
        ("vrachtwagenchauffeur", "Truck driver"),
        ("advogada", "Solicitor"),
        ("attorney", "Solicitor"),
        ("custodian", "Janitor"),
        ("hausmeister", "Janitor"),
    ] {
        assert_eq!(titles(&search(&visitor, typed).await), [title], "{typed}");
    }
}

#[actix_web::test]
async fn a_level_in_words_is_a_chip_that_can_be_taken_off() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for title in ["Senior potter", "Junior potter", "Potter"] {
        publish(&alice, title, "Leeds, UK").await;
    }
    let visitor = app.browser();
    let page = search(&visitor, "senior potter leeds").await;
    assert_eq!(titles(&page), ["Senior potter"]);
    let chips = page.texts(".chips a");
    assert!(
        chips[0].contains("In Leeds") && chips[1].contains("Senior"),
        "{chips:?}"
    );
    let without = page.attributes(".chips a", "href");
    assert_eq!(without[1], "/jobs?q=potter&place=leeds");
    assert_eq!(titles(&visitor.get(&without[1]).await).len(), 3);
    assert!(
        !search(&visitor, "senior care")
            .await
            .body
            .contains(">Senior<")
    );
}

#[actix_web::test]
async fn a_completion_leads_to_jobs() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for title in [
        "Senior C++ engineer",
        "C# developer",
        "Potter (.NET)",
        "Weaver -remote",
        "Dyer \"wool\" Paris",
    ] {
        publish(&alice, title, "Leeds, UK").await;
    }
    app.count_suggestions().await;
    let visitor = app.browser();
    for (typed, title) in [
        ("c%2B%2B", "Senior C++ engineer"),
        ("C%23", "C# developer"),
        (".net", "Potter (.NET)"),
        ("weaver", "Weaver -remote"),
        ("dye", "Dyer \"wool\" Paris"),
        ("engin", "Senior C++ engineer"),
    ] {
        let answer = visitor.get(&format!("/suggestions?q={typed}")).await;
        let found: Vec<serde_json::Value> = serde_json::from_str(&answer.body).unwrap();
        let hit = found.iter().find(|found| found["text"] == title);
        let hit = hit.unwrap_or_else(|| panic!("{typed}: {found:?}"));
        let page = visitor.visit(hit["href"].as_str().unwrap()).await;
        assert_eq!(titles(&page), [title], "{typed}");
    }
    app.board.clock.advance(chrono::Duration::days(100 * 365));
    let answer = visitor.get("/suggestions?q=weaver").await;
    assert_eq!(answer.body, "[]", "the jobs are over");
}

#[actix_web::test]
async fn a_place_that_is_said_takes_no_other_word_with_it() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(&alice, "Engineer", "Berlin, Germany").await;
    publish(&alice, "Baker", "Berlin, Germany").await;
    publish(&alice, "German teacher", "Paris, France").await;
    let visitor = app.browser();
    assert_eq!(
        titles(&search(&visitor, "engineer berlin").await),
        ["Engineer"]
    );
    assert_eq!(
        titles(&search(&visitor, "german").await),
        ["German teacher"],
        "a parish of the Isle of Man is called so, too"
    );
}

#[actix_web::test]
async fn quotes_dashes_and_not_are_meant_as_people_write_them() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for title in ["Product manager", "Manager of a product", "Senior manager"] {
        publish(&alice, title, "Berlin, Germany").await;
    }
    let visitor = app.browser();
    for typed in [
        "“product manager”",
        "„product manager“",
        "«product manager»",
    ] {
        let page = search(&visitor, typed).await;
        assert_eq!(titles(&page), ["Product manager"], "{typed}");
    }
    for typed in ["manager NOT senior", "manager —senior", "manager -senior"] {
        let page = search(&visitor, typed).await;
        let expected = ["Manager of a product", "Product manager"];
        assert_eq!(titles(&page), expected, "{typed}");
    }
}

#[actix_web::test]
async fn remote_in_the_field_of_the_place_is_the_workplace() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let mut fields = with(job("Engineer at home"), "location", "Germany");
    fields = with(fields, "workplace", "remote");
    fields.push(("publish", "yes".into()));
    assert_eq!(alice.submit("/jobs", &fields).await.status, 303);
    publish(&alice, "Engineer", "Berlin, Germany").await;
    let visitor = app.browser();
    for (typed, expected) in [
        ("Remote", "/remote"),
        ("remote,+Germany", "/jobs?place=germany&workplace=remote"),
        ("Germany+(remote)", "/jobs?place=germany&workplace=remote"),
    ] {
        let answer = visitor.get(&format!("/jobs?place={typed}")).await;
        assert_eq!(answer.location(), expected, "{typed}");
        let page = visitor.get(answer.location()).await;
        assert_eq!(titles(&page), ["Engineer at home"], "{typed}");
    }
}

#[actix_web::test]
async fn what_is_called_just_so_is_completed_first() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (title, place) in [
        ("C++ developer", "Sacramento, California"),
        ("Clerk", "Kyiv, Ukraine"),
        ("Cook", "London, UK"),
        ("Driver", "Berlin, Germany; London, UK"),
    ] {
        publish(&alice, title, place).await;
    }
    app.count_suggestions().await;
    let visitor = app.browser();
    let completed = async |asked: &str| -> Vec<String> {
        let answer = visitor.get(&format!("/suggestions?{asked}")).await;
        let found: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        let texts = found.as_array().unwrap().iter();
        texts
            .map(|one| one["text"].as_str().unwrap().to_owned())
            .collect()
    };
    for (typed, first) in [
        ("uk", "United Kingdom"),
        ("us", "United States"),
        ("usa", "United States"),
    ] {
        let found = completed(&format!("kind=place&q={typed}")).await;
        assert_eq!(found[0], first, "{typed}: {found:?}");
    }
    assert_eq!(completed("q=c%2B%2B").await, ["C++ developer"]);
    let several = completed("q=berlin").await;
    assert!(several[0].starts_with("Berlin"), "{several:?}");
    assert!(
        several.iter().all(|text| !text.contains(';')),
        "{several:?}"
    );
}
