//! `/admin/styleguide`, in development only: each component of the pages in each of its states, with made-up
//! content that tries its layout: long words, other scripts, no tags, many tags.

use actix_web::HttpResponse;
use serde::Serialize;
use tera::context;

use crate::{
    accounts::guards::Admin,
    http::{
        endpoint::{Endpoint, Guard, get},
        error::Error,
        feature::Feature,
        form::{FormView, Messages},
        page::Page,
    },
    jobs::view::{Card, Tag, hue, initial},
    platform::i18n::Message,
};

pub const FEATURE: Feature = Feature {
    name: "styleguide",
    endpoints,
    ..Feature::EMPTY
};

fn endpoints() -> Vec<Endpoint> {
    if cfg!(debug_assertions) {
        vec![get("/admin/styleguide", Guard::Admin, show)]
    } else {
        Vec::new()
    }
}

/// A company as lists of companies show it.
#[derive(Serialize)]
struct Company {
    name: &'static str,
    href: &'static str,
    initial: String,
    hue: usize,
    jobs: &'static str,
}

/// Titles, companies and places in many lengths and scripts.
const JOBS: [(&str, &str, &str, &str, &str); 6] = [
    (
        "Rust engineer",
        "Acme",
        "Berlin, Germany",
        "€70,000 – €90,000 a year",
        "rust,postgresql",
    ),
    ("Intern", "A", "", "", ""),
    (
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter (m/w/d) in Teilzeit",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesellschaft mbH",
        "Hybrid · Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch + 40 more",
        "CHF 1,234,567.50+ a year",
        "a-very-long-tag-of-thirty-chars,b,c,d,e,f,g,h,i,j",
    ),
    (
        "مهندس برمجيات أول",
        "شركة النخيل للتقنية",
        "دبي، الإمارات",
        "AED 30,000 a month",
        "بايثون",
    ),
    (
        "高级软件工程师（后端方向）",
        "背景科技有限公司",
        "北京",
        "",
        "后端,数据库",
    ),
    ("👩‍🚀 Astronaut 🚀🚀🚀", "🌍 Earth", "Remote", "", "🚀"),
];

/// `GET /admin/styleguide`
pub async fn show(page: Page, _: Admin) -> Result<HttpResponse, Error> {
    let cards: Vec<Card<'_>> = JOBS.iter().map(card).collect();
    let companies: Vec<Company> = JOBS
        .iter()
        .map(|(_, company, ..)| Company {
            name: company,
            href: "/companies",
            initial: initial(company),
            hue: hue(company),
            jobs: "12 jobs",
        })
        .collect();
    let mut messages = Messages::of("title", Message::new("jobs-field-title"));
    messages.add(
        "workplace",
        Message::new("http-field-choice").with("field", "workplace"),
    );
    let values = |title: &str| {
        [
            ("title", title.to_owned()),
            ("workplace", "hybrid".to_owned()),
        ]
    };
    let order = &["title", "workplace"];
    let locale = page.locale;
    page.show(
        "styleguide.html",
        context! {
            area => "styleguide",
            cards => &cards,
            companies => &companies,
            form => &FormView::new(locale, values("Rust engineer"), Messages::default(), order),
            wrong => &FormView::new(locale, values(""), messages, order),
            choices => &[("on_site", "On site"), ("hybrid", "Hybrid"), ("remote", "Remote")],
            labels => &std::collections::BTreeMap::from([("title", "Job title"), ("workplace", "Workplace")]),
            tokens => &[
                "page", "card", "tint", "line", "edge", "ink", "soft", "brand", "on-brand", "good",
                "good-page", "bad", "bad-page", "warm", "warm-page",
            ],
        },
    )
}

fn card<'a>(
    (title, company, place, pay, tags): &(&'a str, &'a str, &'a str, &'a str, &'a str),
) -> Card<'a> {
    Card {
        path: "/jobs".to_owned(),
        title,
        company,
        company_slug: String::new(),
        logo: None,
        initial: initial(company),
        hue: hue(company),
        place: (*place).to_owned(),
        employment_type: (!place.is_empty()).then(|| "Full-time".to_owned()),
        pay: (!pay.is_empty()).then(|| (*pay).to_owned()),
        posted_on: Some("2026-01-10".to_owned()),
        posted: Some("2 days ago".to_owned()),
        is_new: pay.is_empty(),
        tags: tags
            .split(',')
            .filter(|tag| !tag.is_empty())
            .map(Tag::new)
            .collect(),
    }
}
