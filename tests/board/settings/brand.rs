//! Where the name, the color and the words that were chosen show.

use jobboard::text::palette::{DARK_SURFACES, LIGHT_SURFACES};

use super::{PATH, save, send, wait_for};
use crate::support::{PASSWORD, TestApp, account, id_of};

#[actix_web::test]
async fn a_new_name_shows_at_once_on_kept_pages_and_in_feeds_mails_and_the_api() {
    let app = TestApp::start();
    let root = app.admin().await;
    root.publish("Rust developer").await;
    let visitor = app.browser();
    let places = [
        "/",
        "/jobs",
        "/jobs.atom",
        "/jobs.indeed.xml",
        "/opensearch.xml",
    ];
    for path in places {
        assert!(visitor.get(path).await.body.contains("Job board"), "{path}");
    }
    save(&root, &[("site_name", "Café <Jobs>")], b"").await;
    for path in places {
        let body = visitor.get(path).await.body;
        assert!(body.contains("Café &lt;Jobs&gt;"), "{path}: {body}");
        assert!(!body.contains("Job board"), "{path}");
    }
    assert_eq!(visitor.get("/").await.text("header .name"), "Café <Jobs>");
    let api = visitor.get("/api/openapi.json").await;
    assert!(api.body.contains("\"title\":\"Café <Jobs>\""));

    visitor
        .submit("/reset", &[("email", "root@example.org")])
        .await;
    let mail = app.mails(1).await.remove(0);
    assert!(mail.subject.contains("Café <Jobs>"), "{}", mail.subject);
    assert!(mail.text.contains("Café <Jobs>"));

    let passwords = [
        ("current_password", PASSWORD),
        ("password", "weaving by the sea"),
    ];
    root.submit("/account/password", &passwords).await;
    let told = app.mail(2, "Root", "Your password was changed").await;
    assert_eq!(told.subject, "Your password was changed – Café <Jobs>");
    assert!(
        told.html.contains("<h1>Your password was changed</h1>"),
        "the name is above it: {}",
        told.html
    );
}

#[actix_web::test]
async fn the_new_name_is_no_password() {
    let app = TestApp::start();
    let root = app.admin().await;
    save(&root, &[("site_name", "Analytical Jobs")], b"").await;
    let mut fields = account("Ada").to_vec();
    fields[2].1 = "analytical jobs".into();
    let answer = app.browser().submit("/register", &fields).await;
    assert_eq!(answer.status, 422);
    assert!(!answer.message("password").is_empty());
}

#[actix_web::test]
async fn another_replica_and_the_next_start_show_it() {
    let app = TestApp::start();
    let root = app.admin().await;
    let replica = app.replica(app.board.config.clone());
    let elsewhere = replica.browser();
    assert!(elsewhere.get("/jobs").await.body.contains("Job board"));
    save(&root, &[("site_name", "Rust Jobs")], b"").await;
    wait_for(&elsewhere, "/jobs", "Rust Jobs").await;
    let later = app.replica(app.board.config.clone());
    assert!(
        later
            .browser()
            .get("/jobs")
            .await
            .body
            .contains("Rust Jobs")
    );
}

#[actix_web::test]
async fn a_page_that_another_replica_keeps_is_made_anew_even_when_it_writes_meanwhile() {
    let app = TestApp::start();
    let root = app.admin().await;
    let replica = app.replica(app.board.config.clone());
    save(&root, &[("site_name", "Rust Jobs")], b"").await;
    root.at(&replica).publish("Rust developer").await;
    let elsewhere = replica.browser();
    elsewhere.get("/jobs").await;
    wait_for(&elsewhere, "/jobs", "Rust Jobs").await;
}

#[actix_web::test]
async fn what_the_environment_sets_wins_and_the_form_says_so() {
    let app = TestApp::start_with(&[("SITE_NAME", "Set by hand"), ("BRAND_COLOR", "#0000ff")]);
    let root = app.admin().await;
    let changes = [("site_name", "Rust Jobs"), ("color", "#ff0000")];
    let page = save(&root, &changes, b"").await;
    assert!(page.has("#site_name[readonly]"));
    assert!(page.has("#color[disabled]"));
    assert!(page.text("#site_name-hint").contains("SITE_NAME"));
    assert!(page.text("#color-hint").contains("BRAND_COLOR"));
    assert_eq!(page.text("header .name"), "Set by hand");
    let style = page.attribute("link[rel=stylesheet]", "href").unwrap();
    let style = app.browser().get(&style).await.body;
    assert!(style.contains(":root{--brand:#0000ff;"));
    let wrong = [("introduction", "x".repeat(3000))];
    let wrong: Vec<_> = wrong
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let again = send(&root, &wrong, b"").await;
    assert_eq!(
        again.attribute("#site_name", "value").as_deref(),
        Some("Set by hand")
    );
}

#[actix_web::test]
async fn a_color_reaches_the_style_sheet_the_icon_and_the_browsers_bars() {
    let app = TestApp::start();
    let root = app.admin().await;
    let visitor = app.browser();
    let before = visitor.get("/").await;
    let address =
        |page: &crate::support::Answer, selector: &str| page.attribute(selector, "href").unwrap();
    let page = save(&root, &[("color", "#7a1fa2")], b"").await;
    assert_eq!(page.value("color"), "#7a1fa2");
    let after = visitor.get("/").await;
    for selector in ["link[rel=stylesheet]", "link[rel=icon]"] {
        assert_ne!(address(&before, selector), address(&after, selector));
        let file = visitor.get(&address(&after, selector)).await;
        assert!(file.body.contains("#7a1fa2"), "{selector}");
        assert!(file.header("cache-control").contains("immutable"));
        let older = visitor.get(&address(&before, selector)).await;
        assert_eq!(older.header("cache-control"), "no-cache");
    }
    let theme = after.attribute("meta[name=theme-color]", "content");
    assert_eq!(theme.as_deref(), Some("#7a1fa2"));

    let page = save(
        &root,
        &[("color", "#7a1fa2"), ("default_color", "yes")],
        b"",
    )
    .await;
    assert_eq!(page.value("color"), "#0f5c4d");
    let default = visitor.get("/").await;
    assert_eq!(
        address(&before, "link[rel=stylesheet]"),
        address(&default, "link[rel=stylesheet]")
    );
}

#[test]
fn the_surfaces_that_colors_are_read_on_are_those_of_the_style_sheet() {
    let style = include_str!("../../../static/css/00-base.css").replace("#fff;", "#ffffff;");
    let (light, dark) = style.split_once("prefers-color-scheme").unwrap();
    for (style, [page, card]) in [(light, LIGHT_SURFACES), (dark, DARK_SURFACES)] {
        for (name, color) in [("page", page), ("card", card)] {
            let line = format!("--{name}: {};", color.css());
            assert!(style.contains(&line), "{line}");
        }
    }
    let default = jobboard::platform::brand::DEFAULT_COLOR.css();
    assert!(light.contains(&format!("--brand: {default};")));
}

#[actix_web::test]
async fn the_introduction_is_on_the_home_page_and_links_are_at_the_foot_of_every_page() {
    let app = TestApp::start();
    let root = app.admin().await;
    let changes = [
        (
            "introduction",
            "Jobs for **everyone**.\n\n<script>alert(1)</script>",
        ),
        (
            "links",
            "Privacy policy https://example.org/privacy\n\nNewest /jobs",
        ),
        ("contact", "hello@example.org"),
    ];
    save(&root, &changes, b"").await;
    let home = app.browser().get("/").await;
    assert_eq!(home.text(".introduction strong"), "everyone");
    assert!(!home.body.contains("alert(1)</script>"));
    let login = app.browser().get("/login").await;
    let hrefs = login.attributes("footer a", "href");
    let ends = [
        "https://example.org/privacy",
        "/jobs",
        "mailto:hello@example.org",
    ];
    assert!(hrefs.ends_with(&ends.map(ToOwned::to_owned)), "{hrefs:?}");
    assert!(login.texts("footer a").ends_with(&["Contact".to_owned()]));
    assert!(!login.has(".introduction"));
}

#[actix_web::test]
async fn the_picture_of_a_job_has_another_address_after_a_change() {
    let app = TestApp::start();
    let root = app.admin().await;
    let job = root.publish("Rust developer").await;
    let visitor = app.browser();
    let picture = async || {
        let page = visitor.get(&job).await;
        page.attribute("meta[property='og:image']", "content")
            .unwrap()
    };
    let before = picture().await;
    save(&root, &[("color", "#7a1fa2")], b"").await;
    let after = picture().await;
    assert_ne!(before, after);
    let path = format!("/jobs/{}/picture.png", id_of(&job));
    assert!(after.contains(&path));
    assert_eq!(visitor.get(&path).await.status, 200);
}

#[actix_web::test]
async fn the_audit_log_tells_who_changed_what() {
    let app = TestApp::start();
    let root = app.admin().await;
    save(&root, &[("contact", "hello@example.org")], b"").await;
    let log = root.get("/admin/audit").await;
    let entry = log.text(".log tbody tr");
    assert!(entry.contains("root@example.org"), "{entry}");
    assert!(entry.contains("changed the settings"), "{entry}");
    assert!(
        entry.contains("changed the settings: Site name, Contact email"),
        "{entry}"
    );
    assert_eq!(
        root.get(PATH).await.text(".side [aria-current]"),
        "Settings"
    );
}
