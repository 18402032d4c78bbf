//! The house kept in order: what the code says about itself holds.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use jobboard::app::features;
use jobboard::http::assets;
use jobboard::platform::{
    brand::Branding,
    i18n::Locale,
    schema::{
        accounts, api_tokens, audit_log, board_settings, board_version, companies, company_domains,
        company_invitations, company_members, company_merges, company_refusals, company_slugs,
        deliveries, gone_jobs, job_outcomes, job_removals, job_schedules, job_sources,
        job_statistics, job_views, jobs, listings, mail_tokens, outbox, previews, recovery_codes,
        reminders, second_factors, sessions, suggestions, tasks, webhooks,
    },
    templates,
};

use crate::support::TestApp;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty());
    found
}

fn texts(folder: &str, extension: &str) -> String {
    files(folder, extension)
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn every_template_parses_and_is_used() {
    for locale in Locale::ALL {
        let (brand, url) = (Branding::named("Test"), "https://jobs.example");
        templates::Templates::load(brand, url, locale, assets::url).unwrap();
    }
    let code = texts("src", "rs");
    let markup = texts("templates", "html");
    for name in templates::names() {
        let quoted = format!("\"{name}\"");
        let own = fs::read_to_string(root().join("templates").join(name.as_ref())).unwrap();
        let has_used_component = own
            .match_indices("{% component ")
            .filter_map(|(at, start)| own[at + start.len()..].split('(').next())
            .any(|component| markup.contains(&format!("<{component} ")));
        assert!(
            code.contains(&quoted) || markup.contains(&quoted) || has_used_component,
            "{name} is not used"
        );
    }
}

#[test]
fn every_raw_output_is_known_to_be_safe() {
    let mut raw: Vec<String> = files("templates", "html")
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap();
            text.lines()
                .filter(|line| line.contains("| safe") || line.contains("|safe"))
                .map(|line| line.trim().to_owned())
                .collect::<Vec<_>>()
        })
        .collect();
    let safe: Vec<_> = files("src", "rs")
        .into_iter()
        .filter(|path| fs::read_to_string(path).unwrap().contains("fn is_safe("))
        .collect();
    // The address of a static file, and a sentence that escapes what it is filled in with.
    let known = [
        "src/platform/templates.rs",
        "src/platform/i18n/templates.rs",
    ];
    assert!(
        safe.iter()
            .all(|path| known.iter().any(|known| path.ends_with(known)))
    );
    raw.sort_unstable();
    raw.dedup();
    assert_eq!(
        raw,
        [
            // Sanitised by `text::markdown`.
            "<div class=\"prose\" dir=\"auto\">{{ job.description_html | safe }}</div>",
            // JSON without a `<`, by `jobs::markup`.
            "{% elif markup %}<script type=\"application/ld+json\">{{ markup | safe }}</script>",
            // Sanitised by `text::markdown`.
            "{% if brand.introduction %}<div class=\"prose introduction\" dir=\"auto\">{{ brand.introduction | safe }}</div>{% endif %}",
            // Sanitised by `text::markdown`.
            "{% if company.about %}<div class=\"prose about-company\" dir=\"auto\">{{ company.about | safe }}</div>",
            // Rendered by `search/card.html` and `search/facets.html`, which escape.
            "{{ browse | safe }}",
            "{{ cards | safe }}",
            "{{ facets | safe }}",
            "{{ nearly | safe }}",
            "{{ similar | safe }}",
            // Rendered by `visitor.html`, which escapes.
            "{{ visit | safe }}",
        ]
    );
}

#[test]
fn no_page_has_inline_script_or_style() {
    for path in files("templates", "html") {
        let text = fs::read_to_string(&path).unwrap();
        let is_letter = path.ends_with("mail/letter.html");
        for forbidden in ["<style", "style=\"", "onclick=", "onsubmit=", "javascript:"] {
            // A mail program loads no style sheet; what a mail needs stands in it.
            let is_allowed = is_letter && forbidden == "<style";
            assert!(
                is_allowed || !text.contains(forbidden),
                "{} has {forbidden}",
                path.display()
            );
        }
        assert!(!text.contains("<script>"), "{}", path.display());
    }
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |folder: &str| -> BTreeSet<String> {
        fs::read_dir(root().join("migrations").join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[actix_web::test]
async fn the_schema_in_the_code_is_that_of_the_database() {
    let app = TestApp::start();
    let mut connection = app.board.db.connection().unwrap();
    let db = &mut *connection;
    accounts::table
        .select(accounts::all_columns)
        .load::<jobboard::accounts::Account>(db)
        .unwrap();
    sessions::table
        .select(sessions::all_columns)
        .load::<jobboard::accounts::sessions::session::Session>(db)
        .unwrap();
    jobs::table
        .select(jobboard::jobs::Job::as_select())
        .load(db)
        .unwrap();
    jobs::table
        .select(jobs::submission_key)
        .load::<Option<String>>(db)
        .unwrap();
    job_sources::table
        .load::<(i64, String, String, String, Option<String>, String, String)>(db)
        .unwrap();
    listings::table
        .select(jobboard::search::search_entry::SearchEntry::as_select())
        .load(db)
        .unwrap();
    suggestions::table
        .load::<(String, String, String, i64)>(db)
        .unwrap();
    previews::table
        .load::<(i64, String, i64, Option<i64>, String, NaiveDateTime)>(db)
        .unwrap();
    board_version::table
        .load::<(i64, String, Option<String>, i32, i64)>(db)
        .unwrap();
    board_settings::table.load::<(String, String)>(db).unwrap();
    gone_jobs::table.load::<(i64,)>(db).unwrap();
    job_views::table.load::<(i64, i64)>(db).unwrap();
    job_statistics::table
        .load::<(i64, NaiveDate, String, String, String, i64)>(db)
        .unwrap();
    job_removals::table
        .load::<(i64, String, String)>(db)
        .unwrap();
    job_schedules::table
        .load::<(i64, NaiveDate, bool)>(db)
        .unwrap();
    job_outcomes::table.load::<(i64, String)>(db).unwrap();
    reminders::table
        .select(jobboard::jobs::life::reminder::Reminder::as_select())
        .load(db)
        .unwrap();
    companies::table
        .select(jobboard::companies::Company::as_select())
        .load(db)
        .unwrap();
    company_slugs::table.load::<(String, i64)>(db).unwrap();
    company_members::table
        .load::<(i64, i64, String, NaiveDateTime)>(db)
        .unwrap();
    company_refusals::table
        .load::<(
            i64,
            i64,
            String,
            String,
            Option<String>,
            String,
            String,
            NaiveDateTime,
            NaiveDateTime,
        )>(db)
        .unwrap();
    company_invitations::table
        .load::<(
            i64,
            i64,
            String,
            String,
            String,
            Option<i64>,
            NaiveDateTime,
            NaiveDateTime,
        )>(db)
        .unwrap();
    company_domains::table
        .load::<(
            i64,
            i64,
            String,
            String,
            NaiveDateTime,
            Option<NaiveDateTime>,
            Option<NaiveDateTime>,
            Option<NaiveDateTime>,
            Option<NaiveDateTime>,
            i32,
            String,
        )>(db)
        .unwrap();
    company_merges::table
        .load::<(i64, i64, String, String, NaiveDateTime)>(db)
        .unwrap();
    jobboard::platform::db::version::read(db).unwrap();
    jobboard::platform::db::board_id::read(db).unwrap();
    audit_log::table
        .select(jobboard::platform::audit::Entry::as_select())
        .load(db)
        .unwrap();
    tasks::table
        .load::<(
            i64,
            String,
            Option<String>,
            Option<String>,
            String,
            NaiveDateTime,
            Option<NaiveDateTime>,
            i32,
            Option<NaiveDateTime>,
            Option<String>,
        )>(db)
        .unwrap();
    outbox::table
        .select((outbox::due_at, outbox::last_error))
        .load::<(Option<NaiveDateTime>, Option<String>)>(db)
        .unwrap();
    mail_tokens::table
        .load::<(String, String, Option<i64>, String, NaiveDateTime)>(db)
        .unwrap();
    second_factors::table
        .load::<(i64, String, i64, NaiveDateTime)>(db)
        .unwrap();
    recovery_codes::table.load::<(String, i64)>(db).unwrap();
    api_tokens::table
        .load::<(
            i64,
            i64,
            String,
            String,
            String,
            NaiveDateTime,
            Option<NaiveDateTime>,
        )>(db)
        .unwrap();
    webhooks::table
        .select(jobboard::webhooks::Webhook::as_select())
        .load(db)
        .unwrap();
    deliveries::table
        .select((deliveries::id, jobboard::webhooks::Delivery::as_select()))
        .load::<(i64, jobboard::webhooks::Delivery)>(db)
        .unwrap();
}

#[test]
fn every_setting_is_documented_and_nothing_else_reads_the_environment() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for setting in features::settings() {
        let row = format!("| `{}` |", setting.name);
        assert!(
            readme.contains(&row),
            "the README has no row for {}",
            setting.name
        );
    }
    for path in files("src", "rs") {
        let reads = fs::read_to_string(&path).unwrap().contains("env::var");
        let may = path.ends_with("src/platform/config/given.rs");
        assert_eq!(reads, may, "{}", path.display());
    }
}
