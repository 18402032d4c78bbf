//! Searches as feeds, and the files that search engines and browsers look for.

use chrono::Duration;
use feed_rs::model::{Feed, FeedType};
use reqwest::Method;

use crate::support::{Answer, Browser, TestApp, job, with};

fn parse(answer: &Answer) -> Feed {
    assert_eq!(answer.status, 200, "{}", answer.body);
    feed_rs::parser::parse(answer.body.as_bytes()).unwrap()
}

fn titles(feed: &Feed) -> Vec<String> {
    let titles = feed.entries.iter().map(|entry| entry.title.clone());
    titles.map(|title| title.unwrap().content).collect()
}

/// A board with an odd job, a remote one, and a draft.
async fn three_jobs() -> (TestApp, Browser) {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    alice.publish("R&D <Engineer> “]]>”").await;
    let remote = with(with(job("Writer"), "workplace", "remote"), "location", "");
    let remote = with(remote, "publish", "yes");
    assert_eq!(alice.submit("/jobs", &remote).await.status, 303);
    alice.draft("Secret").await;
    (app, alice)
}

#[actix_web::test]
async fn every_search_is_a_feed_in_three_formats() {
    let (app, _) = three_jobs().await;
    let visitor = app.browser();
    for (extension, kind, media_type) in [
        (
            "atom",
            FeedType::Atom,
            "application/atom+xml; charset=utf-8",
        ),
        ("rss", FeedType::RSS2, "application/rss+xml; charset=utf-8"),
        (
            "json",
            FeedType::JSON,
            "application/feed+json; charset=utf-8",
        ),
    ] {
        let answer = visitor.get(&format!("/jobs.{extension}")).await;
        assert_eq!(answer.header("content-type"), media_type);
        let feed = parse(&answer);
        assert_eq!(feed.feed_type, kind);
        assert_eq!(
            titles(&feed),
            [
                "Writer – Analytical Engines",
                "R&D <Engineer> “]]>” – Analytical Engines"
            ]
        );
        let entry = &feed.entries[1];
        assert!(
            entry.id.ends_with("/jobs/1"),
            "whatever its title becomes: {}",
            entry.id
        );
        assert!(entry.links[0].href.contains("/jobs/1-r-d-engineer"));
        for address in [
            format!("/jobs.{extension}?q=writer"),
            format!("/remote.{extension}"),
        ] {
            assert_eq!(
                titles(&parse(&visitor.get(&address).await)),
                ["Writer – Analytical Engines"],
                "{address}"
            );
        }
        for address in ["/tags/rust", "/companies/analytical-engines"] {
            let feed = parse(&visitor.get(&format!("{address}.{extension}")).await);
            assert_eq!(feed.entries.len(), 2, "{address}");
        }
        assert_eq!(
            parse(&visitor.get(&format!("/places/london.{extension}")).await)
                .entries
                .len(),
            1
        );
        let empty = parse(&visitor.get(&format!("/jobs.{extension}?q=zebra")).await);
        assert!(empty.entries.is_empty());
    }
}

#[actix_web::test]
async fn a_feed_is_found_from_its_page_and_asked_for_only_when_it_changed() {
    let (app, alice) = three_jobs().await;
    let visitor = app.browser();
    let page = visitor.get("/jobs?q=engineer&type=FULL_TIME").await;
    let address = page
        .attribute("link[type='application/atom+xml']", "href")
        .unwrap();
    assert_eq!(address, "/jobs.atom?q=engineer&type=FULL_TIME");
    assert!(
        page.has(".feeds a[href^='/jobs.rss']") && page.has("link[type='application/feed+json']")
    );
    let spelled = visitor.get("/jobs.atom?type=FULL_TIME&q=engineer").await;
    assert_eq!(
        (spelled.status, spelled.location()),
        (301, address.as_str())
    );

    let first = visitor.get("/jobs.atom").await;
    let again = async || {
        let request = visitor.request(Method::GET, "/jobs.atom");
        Answer::of(request.header("if-none-match", first.header("etag")))
            .await
            .status
    };
    assert_eq!(again().await, 304);
    alice.publish("Another").await;
    assert_eq!(again().await, 200);
    assert_eq!(
        visitor.get("/jobs.atom").await.body,
        alice.get("/jobs.atom").await.body
    );
    assert_eq!(visitor.get("/jobs.pdf").await.status, 404);
}

#[actix_web::test]
async fn a_long_feed_goes_on_where_its_page_does() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for number in 0..23 {
        alice.publish(&format!("Engineer {number}")).await;
    }
    let visitor = app.browser();
    let first = parse(&visitor.get("/jobs.atom").await);
    let next = first
        .links
        .iter()
        .find(|link| link.rel.as_deref() == Some("next"))
        .unwrap();
    let path = next
        .href
        .strip_prefix(&app.board.config.whole_url(""))
        .unwrap();
    let rest = parse(&visitor.get(path).await);
    assert_eq!((first.entries.len(), rest.entries.len()), (20, 3));
}

#[actix_web::test]
async fn the_sitemap_and_the_feed_of_everything_hold_what_is_open_and_nothing_else() {
    let (app, alice) = three_jobs().await;
    let visitor = app.browser();
    let over = with(
        with(job("Over"), "valid_through", "2099-01-01"),
        "publish",
        "yes",
    );
    let over = alice.submit("/jobs", &over).await.location().to_owned();
    let index = visitor.get("/sitemap.xml").await;
    let file = app.board.config.whole_url("/sitemaps/0.xml");
    assert_eq!(index.texts("loc"), [file.as_str()]);
    let map = visitor.get("/sitemaps/0.xml").await;
    assert_eq!(map.texts("loc").len(), 3);
    assert!(
        map.texts("lastmod")
            .iter()
            .all(|time| time.starts_with("20"))
    );
    let request = visitor.request(Method::GET, "/sitemaps/0.xml");
    let again = Answer::of(request.header("if-none-match", map.header("etag"))).await;
    assert_eq!(again.status, 304);
    let everything = async || {
        let answer = visitor.get("/jobs.indeed.xml").await;
        assert!(answer.body.trim_end().ends_with("</source>"));
        answer.texts("referencenumber").len()
    };
    assert_eq!(everything().await, 3);

    alice
        .submit(
            &format!("{}/closure", over.split_once("-").unwrap().0),
            &[("reason", "filled")],
        )
        .await;
    assert_eq!(visitor.get("/sitemaps/0.xml").await.texts("loc").len(), 2);
    assert_eq!(everything().await, 2);
    assert!(
        !visitor
            .get("/jobs.indeed.xml")
            .await
            .body
            .contains("Secret")
    );
    assert_eq!(visitor.get("/sitemaps/1.xml").await.status, 404);
    assert_eq!(
        visitor.get("/sitemaps/99999999999999999.xml").await.status,
        404
    );
}

#[actix_web::test]
async fn the_small_files_are_there() {
    let app = TestApp::start_with(&[
        ("BASE_URL", "https://jobs.example.org"),
        ("SECURITY_CONTACT", "security@example.org"),
        ("JWT_KEYS", "k1:vYt4q0Zr7mXw2Lk9sPd5Hn8Bc3Jf6Gu1"),
    ]);
    let visitor = app.browser();
    let robots = visitor.get("/robots.txt").await;
    assert!(robots.body.contains("Disallow: /account\n"));
    assert!(robots.body.contains("Disallow: /jobs/*/visit\n"));
    assert!(
        robots
            .body
            .ends_with("\nSitemap: https://jobs.example.org/sitemap.xml\n")
    );
    let security = visitor.get("/.well-known/security.txt").await;
    assert!(
        security
            .body
            .starts_with("Contact: mailto:security@example.org\nExpires: 20")
    );
    assert!(
        security
            .body
            .contains("Canonical: https://jobs.example.org/.well-known/security.txt")
    );
    let home = visitor.get("/").await;
    let search = home.attribute("link[rel=search]", "href").unwrap();
    let description = visitor.get(&search).await;
    assert!(
        description
            .body
            .contains("https://jobs.example.org/jobs?q={searchTerms}")
    );
    app.count_suggestions().await;
    let completions = visitor.get("/suggestions?q=en&as=opensearch").await;
    assert_eq!(completions.body, r#"["en",[]]"#);
    app.board.clock.advance(Duration::days(100));
    assert_ne!(
        visitor.get("/.well-known/security.txt").await.body,
        security.body,
        "it never runs out"
    );
}

#[actix_web::test]
async fn a_reader_sees_nothing_twice_when_the_board_moves() {
    let (app, _) = three_jobs().await;
    let moved = app.replica_with(&[
        ("BASE_URL", "http://jobs.example.org"),
        ("ALLOW_INSECURE_HTTP", "yes"),
    ]);
    for extension in ["atom", "rss", "json"] {
        let address = format!("/jobs.{extension}");
        let ids = |feed: &Feed| {
            feed.entries
                .iter()
                .map(|entry| entry.id.clone())
                .collect::<Vec<_>>()
        };
        let before = parse(&app.browser().get(&address).await);
        let after = parse(&moved.browser().get(&address).await);
        assert_eq!(ids(&before), ids(&after), "{extension}");
        assert!(
            ids(&before).iter().all(|id| id.starts_with("urn:uuid:")),
            "{:?}",
            ids(&before)
        );
        let link = |feed: &Feed| feed.entries[0].links[0].href.clone();
        assert!(
            link(&after).starts_with("http://jobs.example.org/jobs/"),
            "{}",
            link(&after)
        );
        if extension == "atom" {
            assert_eq!(before.id, after.id);
        }
    }
}

#[actix_web::test]
async fn aggregators_read_town_region_and_country_each_for_itself() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let mut fields = with(job("Baker"), "location", "Boston, MA");
    fields.push(("publish", "yes".into()));
    alice.submit("/jobs", &fields).await;
    let visitor = app.browser();
    let indeed = visitor.get("/jobs.indeed.xml").await;
    for (part, expected) in [
        ("city", "Boston"),
        ("state", "Massachusetts"),
        ("country", "US"),
    ] {
        assert_eq!(indeed.text(part), expected, "{part}");
    }
    let mut named = with(job("Cook"), "location", "Berlin, Germany");
    named.push(("publish", "yes".into()));
    alice.submit("/jobs", &named).await;
    let indeed = visitor.get("/jobs.indeed.xml").await;
    assert_eq!(indeed.texts("state")[0], "Berlin");
    let rss = visitor.get("/jobs.rss").await;
    for expected in [
        "<job_listing:company>Analytical Engines</job_listing:company>",
        "<job_listing:location>Hybrid · Boston, MA</job_listing:location>",
        "<job_listing:job_type>Full-time</job_listing:job_type>",
        "<job_listing:salary>£52,000 – £68,000 a year</job_listing:salary>",
    ] {
        assert!(rss.body.contains(expected), "{expected}: {}", rss.body);
    }
    let feed: serde_json::Value =
        serde_json::from_str(&visitor.get("/jobs.json").await.body).unwrap();
    assert_eq!(feed["items"][0]["_job"]["company"], "Analytical Engines");
}
