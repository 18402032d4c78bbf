//! What people type and paste comes out right.

use crate::support::{Answer, Browser, TestApp, id_of, job, with};

/// The job with these fields changed, asked to be published.
async fn publish(browser: &Browser, changes: &[(&'static str, &str)]) -> Answer {
    let mut fields = job("Rust developer");
    for (name, value) in changes {
        fields = with(fields, name, value);
    }
    fields.push(("publish", "yes".into()));
    browser.submit("/jobs", &fields).await
}

/// What the job's page shows after it was published like this.
async fn shown(browser: &Browser, changes: &[(&'static str, &str)]) -> Answer {
    let answer = publish(browser, changes).await;
    assert_eq!(answer.status, 303, "{changes:?}: {}", answer.body);
    browser.get(answer.location()).await
}

fn pay<'a>(
    min: &'a str,
    max: &'a str,
    currency: &'a str,
    period: &'a str,
) -> [(&'static str, &'a str); 4] {
    [
        ("pay_min", min),
        ("pay_max", max),
        ("pay_currency", currency),
        ("pay_period", period),
    ]
}

#[actix_web::test]
async fn pay_is_read_as_it_is_written_in_any_country() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (min, max, currency, period, words) in [
        ("18,50", "", "EUR", "HOUR", "€18.50+ an hour"),
        ("18.5", "22,75", "EUR", "HOUR", "€18.50 – €22.75 an hour"),
        ("52,5k", "60k", "EUR", "YEAR", "€52,500 – €60,000 a year"),
        (
            "52.500",
            "60.000",
            "EUR",
            "YEAR",
            "€52,500 – €60,000 a year",
        ),
        ("52.500,50", "", "EUR", "YEAR", "€52,500.50+ a year"),
        (
            "52 500",
            "60\u{a0}000",
            "EUR",
            "YEAR",
            "€52,500 – €60,000 a year",
        ),
        (
            "52'500",
            "60’000",
            "CHF",
            "YEAR",
            "CHF 52,500 – CHF 60,000 a year",
        ),
        ("12,00,000", "", "INR", "YEAR", "INR 1,200,000+ a year"),
        ("1,234,567", "", "JPY", "YEAR", "JPY 1,234,567+ a year"),
        ("", "0", "USD", "HOUR", "up to $0 an hour"),
    ] {
        let page = shown(&alice, &pay(min, max, currency, period)).await;
        assert_eq!(page.text(".facts .pay"), words, "{min} {max}");
    }
}

#[actix_web::test]
async fn pay_that_can_mean_two_things_is_asked_about_and_never_guessed() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (min, max, currency, period, field, question) in [
        (
            "120",
            "150k",
            "EUR",
            "YEAR",
            "pay_min",
            "120 a year looks wrong. Enter 120000, or tick the box below if 120 is right.",
        ),
        (
            "18,500",
            "",
            "EUR",
            "HOUR",
            "pay_min",
            "18500 an hour looks wrong. Enter 18.50, or tick the box below if 18500 is right.",
        ),
        (
            "",
            "45",
            "USD",
            "YEAR",
            "pay_max",
            "45 a year looks wrong. Enter 45000, or tick the box below if 45 is right.",
        ),
        (
            "52,500k",
            "",
            "EUR",
            "YEAR",
            "pay_min",
            "This could mean 52500 or 52500000. Enter the one you mean.",
        ),
        (
            "$100,000",
            "",
            "USD",
            "YEAR",
            "pay_min",
            "Enter only the number, like 100000. Currency and period have their own fields.",
        ),
        (
            "60",
            "80",
            "PLN",
            "YEAR",
            "pay_min",
            "60 a year looks wrong. Enter 60000, or tick the box below if 60 is right.",
        ),
        (
            "5000",
            "",
            "USD",
            "HOUR",
            "pay_min",
            "5000 an hour looks wrong. Check the amount and the period, or tick the box below if both are right.",
        ),
    ] {
        let answer = publish(&alice, &pay(min, max, currency, period)).await;
        assert_eq!(answer.status, 422, "{min} {max}");
        assert_eq!(answer.message(field), question, "{min} {max}");
        assert_eq!(
            (answer.value("pay_min"), answer.value("pay_max")),
            (min.into(), max.into())
        );
    }
}

#[actix_web::test]
async fn whoever_means_unusual_pay_says_so_once() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let odd = pay("5000", "", "USD", "HOUR");
    let asked = publish(&alice, &odd).await;
    assert_eq!(asked.status, 422);
    assert!(asked.has("[name=pay_sure]"));
    assert!(!asked.has("[name=pay_sure][checked]"));
    let mut fields = job("Rust developer");
    for (name, value) in odd {
        fields = with(fields, name, value);
    }
    fields.extend([("pay_sure", "yes".into()), ("publish", "yes".into())]);
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = alice.get(answer.location()).await;
    assert_eq!(page.text(".facts .pay"), "$5,000+ an hour");
    let edit = format!("/jobs/{}/edit", id_of(answer.location()));
    assert!(alice.get(&edit).await.has("[name=pay_sure][checked]"));
    assert!(!alice.get("/jobs/new").await.has("[name=pay_sure]"));
    // Whoever is sure of one pay is asked about another.
    let sure = asked.value("pay_sure");
    assert!(sure.contains("5000"), "{sure}");
    let another = with(with(fields, "pay_sure", &sure), "pay_min", "6000");
    assert_eq!(alice.submit("/jobs", &another).await.status, 422);
}

#[actix_web::test]
async fn the_pay_filter_reads_what_the_form_reads_and_asks_where_it_must() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let fields = pay("60000", "70000", "EUR", "YEAR");
    assert_eq!(publish(&alice, &fields).await.status, 303);
    let visitor = app.browser();
    for (typed, found) in [
        ("52,5k", 1),
        ("52.500", 1),
        ("69 999,50", 1),
        ("100.000", 0),
    ] {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("pay", typed)
            .append_pair("currency", "EUR")
            .finish();
        let page = visitor.visit(&format!("/jobs?{query}")).await;
        assert_eq!(page.texts(".card").len(), found, "{typed}");
    }
    for (typed, question) in [
        (
            "52,500k",
            "This could mean 52500 or 52500000. Enter the one you mean.",
        ),
        ("a lot", "Enter an amount in figures, like 52,000 or 18.50."),
    ] {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", "rust")
            .append_pair("pay", typed)
            .append_pair("currency", "EUR")
            .finish();
        let page = visitor.visit(&format!("/jobs?{query}")).await;
        assert_eq!(page.texts(".card").len(), 1, "nothing is left out");
        assert_eq!(page.message("pay"), question);
        assert_eq!(page.value("pay"), typed, "what was typed is still there");
        assert!(page.has(".filters-toggle[checked]"));
    }
}

#[actix_web::test]
async fn what_nobody_sees_is_taken_out_and_never_refused() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let page = shown(
        &alice,
        &[
            (
                "title",
                "\u{feff}Senior\u{200b} Rust\tdeve\u{ad}loper\u{b}(Berlin)\0",
            ),
            ("company", "Mu\u{308}nchner\u{2060} Werke"),
            ("apply_method", "on_site"),
            ("apply_to", "\u{202a}+49 30 1234567\u{202c}\u{200e}"),
        ],
    )
    .await;
    assert_eq!(page.text("h1"), "Senior Rust developer (Berlin)");
    assert!(page.text(".company").starts_with("Münchner Werke"));
    assert_eq!(page.text(".apply"), "Apply in person: +49 30 1234567");
    // Letters of Persian are joined or not by a mark; without it the word is another.
    let page = shown(&alice, &[("title", "می\u{200c}خواهم برنامه‌نویس")]).await;
    assert_eq!(page.text("h1"), "می\u{200c}خواهم برنامه‌نویس");

    let visitor = app.browser();
    for typed in [
        "sen\u{200b}ior",
        "\u{feff}Mu\u{308}nchner",
        "senior\tdeveloper\u{2060}",
    ] {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", typed)
            .finish();
        let page = visitor.visit(&format!("/jobs?{query}")).await;
        assert_eq!(page.texts(".card").len(), 1, "{typed:?}");
    }
    let damaged = publish(&alice, &[("title", "M\u{fffd}nchen developer")]).await;
    assert_eq!(
        damaged.message("title"),
        "Some characters were lost. Look for � and type them again."
    );
}

#[actix_web::test]
async fn pasted_text_keeps_its_shape() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (pasted, html) in [
        (
            "You will do this:\n• Build engines\n• Test engines",
            "<ul> <li>Build engines</li> <li>Test engines</li> </ul>",
        ),
        (
            "\u{f0b7}\tBuild engines\n\u{f0b7}\tTest engines\no\tSmall ones",
            "<li>Test engines <ul> <li>Small ones</li> </ul> </li>",
        ),
        (
            "Analytical Engines\nMarylebone 1\nLondon W1",
            "Analytical Engines<br> Marylebone 1<br> London W1",
        ),
        (
            "Read https://engines.example/jobs?a=1&b=2. Or ask bea@engines.example!",
            "Read <a href=\"https://engines.example/jobs?a=1&amp;b=2\" rel=\"nofollow noopener ugc\">https://engines.example/jobs?a=1&amp;b=2</a>. Or ask <a href=\"mailto:bea@engines.example\" rel=\"nofollow noopener ugc\">bea@engines.example</a>!",
        ),
        (
            "Everything is at www.engines.example/about for you.",
            "<a href=\"https://www.engines.example/about\" rel=\"nofollow noopener ugc\">www.engines.example/about</a>",
        ),
        (
            "See [our site](www.engines.example) and [write](bea@engines.example).",
            "<a href=\"https://www.engines.example\" rel=\"nofollow noopener ugc\">our site</a> and <a href=\"mailto:bea@engines.example\" rel=\"nofollow noopener ugc\">write</a>",
        ),
        (
            "The hours of work:\nDay\tFrom\tTo\nMonday\t8:00\t16:00\nFriday\t8:00\t14:00\nThat is all.",
            "<tr><td>Friday</td><td>8:00</td><td>14:00</td></tr>",
        ),
        (
            "Write: [mail](mailto:bea@engines.example), <bea@engines.example>, [call](tel:+49-30-123).",
            "<a href=\"mailto:bea@engines.example\" rel=\"nofollow noopener ugc\">mail</a>, <a href=\"mailto:bea@engines.example\" rel=\"nofollow noopener ugc\">bea@engines.example</a>, <a href=\"tel:+49-30-123\" rel=\"nofollow noopener ugc\">call</a>.",
        ),
        (
            "Tasks:\n• Build engines\n• Test engines\nProfile:\n• Patience",
            "<li>Test engines</li> </ul> <p>Profile:</p> <ul>",
        ),
        (
            "[out](http:/logout) and [there](https://board.example@evil.example/) lead nowhere.",
            "<p>out and there lead nowhere.</p>",
        ),
        (
            "We use Node.js, ASP.NET and `www.code.example` every day.",
            "We use Node.js, ASP.NET and <code>www.code.example</code> every day.",
        ),
    ] {
        let page = shown(&alice, &[("description", pasted)]).await;
        let body = page.body.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(body.contains(html), "{pasted:?}\n{body}");
    }
}

#[actix_web::test]
async fn titles_may_be_short_where_the_word_is() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for title in ["CEO", "CTO", "VP", "看護師"] {
        let page = shown(&alice, &[("title", title)]).await;
        assert_eq!(page.text("h1"), title);
    }
}

#[actix_web::test]
async fn an_address_to_apply_at_is_one_that_mail_reaches() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (typed, link) in [
        ("jobs@engines.example", "mailto:jobs@engines.example"),
        (
            "Bea Doe <bea+jobs@engines.example>",
            "mailto:bea+jobs@engines.example",
        ),
        ("mailto:bea@engines.example", "mailto:bea@engines.example"),
        (
            "o'neill&co@engines.example",
            "mailto:o'neill%26co@engines.example",
        ),
    ] {
        let fields = [("apply_method", "email"), ("apply_to", typed)];
        let page = shown(&alice, &fields).await;
        assert_eq!(alice.where_to_apply(&page).await, link);
    }
    for (typed, message) in [
        ("bea", "Enter an email address, like ada@example.org."),
        (
            "bea@intranet",
            "Enter an email address, like ada@example.org.",
        ),
        (
            "a@b.example, c@d.example",
            "Enter one email address, without spaces.",
        ),
        (
            "\"be a\"@engines.example",
            "Email addresses in quotation marks are not supported. Enter another one.",
        ),
        (
            "bea@[192.0.2.1]",
            "Email can’t be sent to IP addresses. Enter an address at a domain, like ada@example.org.",
        ),
    ] {
        let fields = [("apply_method", "email"), ("apply_to", typed)];
        let answer = publish(&alice, &fields).await;
        assert_eq!(answer.message("apply_to"), message, "{typed}");
        assert_eq!(answer.value("apply_to"), typed);
    }
}

#[actix_web::test]
async fn a_company_has_a_page_of_its_own_in_any_script() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    // Both are Bei Jing Ke Ji in Latin letters.
    for (company, title) in [
        ("北京科技", "工程师一"),
        ("背景科技", "工程师二"),
        ("Яндекс", "Повар"),
    ] {
        shown(&alice, &[("company", company), ("title", title)]).await;
    }
    let visitor = app.browser();
    for (company, title) in [
        ("北京科技", "工程师一"),
        ("背景科技", "工程师二"),
        ("Яндекс", "Повар"),
    ] {
        let found = visitor.visit(&format!("/jobs?company={company}")).await;
        assert_eq!(found.texts(".card h2"), [title]);
        let job = found.attribute(".card h2 a", "href").unwrap();
        let page = visitor.get(&job).await;
        let address = page.attribute(".of-company a", "href").unwrap();
        let page = visitor.get(&address).await;
        assert_eq!(
            (page.status, page.texts(".card h2")),
            (200, vec![title.to_owned()]),
            "{address}"
        );
        assert!(page.text("h1").contains(company), "{}", page.text("h1"));
        assert_eq!(visitor.get(&format!("{address}.atom")).await.status, 200);
    }
    // An address of earlier versions still leads to jobs.
    assert_eq!(
        visitor.get("/companies/iandeks").await.texts(".card h2"),
        ["Повар"]
    );
}

#[actix_web::test]
async fn text_from_right_to_left_is_shown_so_on_a_board_in_english() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let page = shown(&alice, &[("title", "מפתח C++\u{200f} בתל אביב")]).await;
    assert_eq!(page.text("h1"), "מפתח C++\u{200f} בתל אביב");
    assert_eq!(page.attribute(".job-text:has(h1)", "dir").unwrap(), "auto");
    assert_eq!(page.attribute(".prose", "dir").unwrap(), "auto");
    let list = app.browser().get("/").await;
    assert_eq!(list.attribute(".card h2", "dir").unwrap(), "auto");
    let form = alice.get("/jobs/new").await;
    for field in ["#title", "#company", "#description"] {
        assert_eq!(form.attribute(field, "dir").unwrap(), "auto", "{field}");
    }
}

#[actix_web::test]
async fn rich_text_from_a_clipboard_becomes_markdown() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let html = "<h2>Tasks</h2><ul><li><b>Build</b> engines</li><li>Read <a href=\"https://engines.example/\">this</a></li></ul>\
        <table><tr><th>Day</th><th>From</th></tr><tr><td>Mon</td><td>8:00</td></tr></table>";
    let answer = alice.submit("/jobs/description", &[("html", html)]).await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (200, "text/plain; charset=utf-8")
    );
    for part in [
        "## Tasks",
        "**Build** engines",
        "[this](https://engines.example/)",
    ] {
        assert!(answer.body.contains(part), "{part}: {}", answer.body);
    }
    let long = "<p>word</p>".repeat(8_000);
    assert_eq!(
        alice
            .submit("/jobs/description", &[("html", &long)])
            .await
            .status,
        400
    );
    assert_eq!(
        app.browser()
            .submit("/jobs/description", &[("html", html)])
            .await
            .status,
        303
    );
}
