//! What is offered beside a list.

use crate::support::{TestApp, job, with};

#[actix_web::test]
async fn rare_categories_and_places_are_behind_a_line() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for number in 1..=13 {
        let title = format!("Baker {number}");
        let mut fields = with(job(&title), "category", &format!("Kind {number:02}"));
        fields.push(("publish", "yes".into()));
        alice.submit("/jobs", &fields).await;
    }
    let visitor = app.browser();
    let page = visitor.visit("/jobs").await;
    let shown = ".groups > fieldset > label [name=category]:not([value=''])";
    assert_eq!(page.attributes(shown, "value").len(), 10);
    assert_eq!(page.text(".more-choices summary"), "Show 3 more");
    assert_eq!(
        page.attributes(".more-choices [name=category]", "value"),
        ["kind-11", "kind-12", "kind-13"]
    );
    let chosen = visitor.visit("/jobs?category=kind-13").await;
    assert_eq!(
        chosen.attributes(&format!("{shown}[checked]"), "value"),
        ["kind-13"],
        "what is chosen is shown"
    );
}

#[actix_web::test]
async fn pay_is_asked_for_in_the_currency_of_the_place_or_of_the_board() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let visitor = app.browser();
    let currency = "select[name=currency] option[selected]";
    let mut unpaid = job("Baker");
    for name in ["pay_min", "pay_max"] {
        unpaid = with(unpaid, name, "");
    }
    unpaid.push(("publish", "yes".into()));
    alice.submit("/jobs", &unpaid).await;
    assert_eq!(visitor.visit("/jobs").await.text(currency), "USD");

    alice.publish("Nurse").await;
    for (list, expected) in [
        ("/jobs", "GBP"),
        ("/jobs?q=nurse", "GBP"),
        ("/places/london", "GBP"),
        ("/places/england-gb", "GBP"),
        (
            "/jobs?q=nurse&pay=10&currency=CHF&per=HOUR&place=london",
            "CHF",
        ),
    ] {
        let page = visitor.visit(list).await;
        assert_eq!(page.text(currency), expected, "{list}");
    }
    let berlin = with(job("Cook"), "location", "Berlin, Germany");
    let berlin = with(berlin, "country", "DE");
    let mut berlin = with(berlin, "pay_currency", "USD");
    berlin.push(("publish", "yes".into()));
    alice.submit("/jobs", &berlin).await;
    let page = visitor.visit("/places/berlin").await;
    assert_eq!(page.text(currency), "EUR");
    let asked = visitor.get("/jobs?place=berlin&pay=1000").await;
    assert_eq!(
        asked.location(),
        "/jobs?place=berlin&pay=1000&currency=EUR&per=YEAR"
    );
}
