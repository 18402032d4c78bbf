//! What words mean in a search on this board, as its owner writes it.

use std::time::Duration;

use crate::support::{Answer, Browser, PASSWORD, TestApp};

const PATH: &str = "/admin/search-words";

async fn send(browser: &Browser, words: &str) -> Answer {
    browser
        .submit(PATH, &[("words", words), ("word", "")])
        .await
}

/// Saves lines that are taken, and goes on to the page after it.
async fn save(browser: &Browser, words: &str) -> Answer {
    let answer = send(browser, words).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = browser.follow(&answer).await;
    assert_eq!(page.text(".notice"), "Search words saved.");
    page
}

async fn found(browser: &Browser, words: &str) -> Vec<String> {
    let page = browser.get(&format!("/jobs?q={words}")).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let mut found = page.texts(".card h2");
    found.sort();
    found
}

/// A board with an administrator, and jobs with these titles.
async fn board_with(titles: &[&str]) -> (TestApp, Browser) {
    let app = TestApp::start();
    let root = app.admin().await;
    for title in titles {
        root.publish(title).await;
    }
    (app, root)
}

#[actix_web::test]
async fn the_owners_words_count_at_once_wherever_somebody_searches() {
    let (app, root) = board_with(&["Weaver", "Loomist", "Dyer", "Colourist"]).await;
    let visitor = app.browser();
    let none = [""; 0];
    // From now on these pages are kept.
    for words in ["weaver", "loomist", "dyer", "colourist"] {
        assert_eq!(found(&visitor, words).await.len(), 1, "{words}");
    }
    assert_eq!(found(&visitor, "webber").await, none);
    let api = "/api/v1/jobs?q=webber";
    assert!(!visitor.get(api).await.body.contains("Weaver"));

    save(
        &root,
        "webber = weaver = loomist\ntinter > dyer\ndyer ~ colourist",
    )
    .await;
    for typed in ["webber", "Weavers", "loomist"] {
        assert_eq!(
            found(&visitor, typed).await,
            ["Loomist", "Weaver"],
            "{typed}"
        );
    }
    assert_eq!(found(&visitor, "tinter").await, ["Dyer"]);
    assert_eq!(found(&visitor, "dyer").await, ["Colourist", "Dyer"]);
    assert_eq!(found(&visitor, "colourist").await, ["Colourist"]);
    let page = visitor.get(api).await;
    assert!(page.body.contains("Weaver"), "{}", page.body);
    let feed = visitor.get("/jobs.atom?q=webber").await;
    assert!(feed.body.contains("Loomist"), "{}", feed.body);
    assert_eq!(found(&visitor, "\"webber\"").await, none, "in quotes");

    save(&root, "").await;
    assert_eq!(found(&visitor, "webber").await, none);
    assert!(!visitor.get(api).await.body.contains("Weaver"));
}

#[actix_web::test]
async fn where_the_owner_says_something_the_built_in_list_does_not_count() {
    let (app, root) = board_with(&["Senior weaver", "Sister of the loom"]).await;
    let visitor = app.browser();
    assert_eq!(found(&visitor, "sr").await, ["Senior weaver"]);
    save(&root, "sr > sister").await;
    assert_eq!(found(&visitor, "sr").await, ["Sister of the loom"]);
    save(&root, "sr").await;
    assert_eq!(found(&visitor, "sr").await, [""; 0]);
    save(&root, "# sr > sister").await;
    assert_eq!(found(&visitor, "sr").await, ["Senior weaver"]);
}

#[actix_web::test]
async fn another_replica_and_the_next_start_know_the_words() {
    let (app, root) = board_with(&["Weaver"]).await;
    let replica = app.replica(app.board.config.clone());
    let elsewhere = replica.browser();
    assert_eq!(found(&elsewhere, "webber").await, [""; 0]);
    save(&root, "webber = weaver").await;
    let mut waited = 0;
    while found(&elsewhere, "webber").await != ["Weaver"] {
        assert!(waited < 40, "the other replica does not learn of it");
        actix_web::rt::time::sleep(Duration::from_millis(50)).await;
        waited += 1;
    }
    drop(replica);
    let database = app.database.clone();
    drop(app);
    let app = TestApp::on(database);
    assert_eq!(found(&app.browser(), "webber").await, ["Weaver"]);
    let (root, _) = app.sign_in("Root", PASSWORD).await;
    assert_eq!(
        root.get(PATH).await.text("#words").trim(),
        "webber = weaver"
    );
}

#[actix_web::test]
async fn what_is_wrong_is_said_by_line_and_nothing_is_lost() {
    let (app, root) = board_with(&[]).await;
    save(&root, "webber = weaver").await;
    let long = format!("first = second\n{} = other", "word ".repeat(50));
    let many = "a = b\n".repeat(501);
    let huge = "some = other\n".repeat(1600);
    let meanings: String = (0..31).map(|n| format!("pm > word{n}\n")).collect();
    for (words, message) in [
        (
            "a = b\n\nsr > senior > older",
            "Line 3: use only one > or ~",
        ),
        ("sr > senior ~ older", "Line 1: use only one > or ~"),
        ("a = b\nsr >", "Line 2: a word is missing"),
        ("= b", "Line 1: a word is missing"),
        ("a = = b", "Line 1: a word is missing"),
        ("# fine\n--- = b", "Line 2: “---” has no letters"),
        (&long, "Line 2: must be 200 characters or fewer."),
        (&many, "Enter up to 500 lines."),
        (&huge, ""),
        (&meanings, "Line 31: “pm” stands for more than 30"),
    ] {
        let answer = send(&root, words).await;
        assert_eq!(answer.status, 422, "{words}");
        let said = answer.message("words");
        assert!(
            !said.is_empty() && said.starts_with(message),
            "{words}: {said}"
        );
        assert!(answer.has("[name=words][autofocus]"));
        let shown = answer.text("#words");
        let (shown, typed): (Vec<_>, Vec<_>) = (
            shown.split_whitespace().collect(),
            words.split_whitespace().collect(),
        );
        assert_eq!(shown, typed);
    }
    let answer = send(&root, "sr >\nfine = good\n> senior\n~ nurse").await;
    let said = answer.texts("#words ~ .message");
    let lines: Vec<&str> = said
        .iter()
        .filter_map(|said| said.split(':').next())
        .collect();
    assert_eq!(lines, ["Line 1", "Line 3", "Line 4"]);
    assert_eq!(app.board.brand().chosen.search_words, "webber = weaver");
}

#[actix_web::test]
async fn the_owner_looks_up_why_something_is_found() {
    let (_app, root) = board_with(&[]).await;
    let look_up = async |word: &str, words: &str| {
        let fields = [("word", word), ("words", words), ("look_up", "yes")];
        root.submit(PATH, &fields).await
    };
    let page = look_up("Front-End weavers for sr zither", "weaver ~ loomist").await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert_eq!(
        page.texts(".looked-up h3"),
        ["Front-End", "weavers", "for", "sr", "zither"]
    );
    let text = page.text(".looked-up");
    for said in [
        "frontend",
        "front end = frontend",
        "Also finds, in job titles: loomist.",
        "From your lines: weaver ~ loomist",
        "Left out of a search that has other words.",
        "senior",
        "It is neither in your lines nor in the built-in list.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(page.value("word"), "Front-End weavers for sr zither");
    assert_eq!(page.text("#words").trim(), "weaver ~ loomist", "not lost");
    assert_eq!(root.get(PATH).await.text("#words").trim(), "", "not saved");

    let page = look_up("sr", "sr > sister").await;
    let text = page.text(".looked-up");
    assert!(text.contains("Also finds: sister."), "{text}");
    assert!(text.contains("Built-in, replaced by your lines:"), "{text}");
    let page = look_up("dev", "").await;
    let text = page.text(".looked-up");
    assert!(text.contains("Also finds: developer."), "once: {text}");
    assert!(text.contains("devs > developer"), "{text}");
    for nothing in ["", " !? "] {
        let page = look_up(nothing, "weaver ~ loomist").await;
        assert_eq!(page.status, 422);
        assert_eq!(page.text("#word ~ .message"), "Enter a word to look up.");
        assert_eq!(page.text("#words").trim(), "weaver ~ loomist", "not lost");
        assert!(!page.has(".looked-up"));
    }
    let page = look_up("<b>", "").await;
    assert_eq!(page.status, 200);
    assert!(!page.has(".looked-up b"));
    let page = look_up("sr", "sr >").await;
    assert_eq!(page.status, 422, "lines that are wrong are not passed over");
}

#[actix_web::test]
async fn only_administrators_change_the_words_and_the_audit_log_tells_how() {
    let (app, root) = board_with(&[]).await;
    let alice = app.member("Alice").await;
    assert_eq!(alice.get(PATH).await.status, 404);
    assert_eq!(send(&alice, "a = b").await.status, 404);
    let ended = send(&app.browser(), "webber = weaver").await;
    assert_eq!(ended.status, 401);
    assert_eq!(ended.value("pending_to"), PATH);
    let carried = ended.value("pending_fields");
    assert!(carried.contains("webber"), "{carried}");

    save(&root, "webber = weaver\nsr > senior").await;
    save(&root, "webber = weaver\npm > product manager").await;
    save(&root, "webber = weaver\npm > product manager").await;
    let log = root.get("/admin/audit").await.text("table");
    assert_eq!(log.matches("changed the search words").count(), 2, "{log}");
    assert!(
        log.contains("+ pm > product manager; − sr > senior"),
        "{log}"
    );

    // The form of the other settings leaves them as they are.
    let nav = root.get("/admin/settings").await;
    assert!(nav.has(&format!(".side a[href='{PATH}']")));
    super::save(&root, &[("introduction", "Jobs for weavers")], b"").await;
    let kept = root.get(PATH).await.text("#words");
    assert!(kept.contains("webber = weaver"), "{kept}");
}
