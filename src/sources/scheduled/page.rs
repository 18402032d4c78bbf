//! `/admin/sources`: all sources, and adding one.

mod changes;
mod facts;
mod jobs;
mod show;

use actix_web::{HttpResponse, http::StatusCode};
use tera::context;

use self::facts::{Row, hours_in_words};
pub use self::{
    changes::{close, delete, keep, pause, reschedule, resume, run},
    jobs::jobs,
    show::{ask_delete, show},
};
use super::{
    clockwork,
    fetch::{Kind, Problem},
    fetcher::Fetcher,
    notices, posting,
    preview::{self, Preview},
    source::{HOURS, MOST, NewSource, Source},
    system::System,
    typed::{ORDER, USUAL_HOURS, Wanted},
};
use crate::{
    accounts::{Admin, sign_in},
    http::{
        error::Error,
        form::{Form, FormView, Messages},
        page::Page,
    },
    platform::{
        audit::Subject,
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    sources::actions::SOURCE_ADDED,
};

const PATH: &str = "/admin/sources";

/// `GET /admin/sources`
pub async fn index(page: Page, _: Admin) -> Result<HttpResponse, Error> {
    let now = page.board.clock.moment();
    let (sources, open, queued) = page
        .board
        .read(move |db| {
            let open = posting::count_open(db, now.today())?;
            Ok((Source::all(db)?, open, clockwork::queued(db, now.at)?))
        })
        .await?;
    let row = |source: &Source| {
        let open = open.get(&source.id).copied().unwrap_or_default();
        let is_queued = queued.contains(&source.id);
        Row::new(source, open, is_queued, page.locale, now)
    };
    let rows: Vec<Row> = sources.iter().map(row).collect();
    page.show(
        "sources/list.html",
        context! { area => "sources", sources => &rows },
    )
}

/// `GET /admin/sources/new`
pub async fn new(page: Page, _: Admin) -> Result<HttpResponse, Error> {
    let form = Form::from_values([("hours", USUAL_HOURS.to_string())]);
    render(page, &form, Messages::default(), None)
}

/// `POST /admin/sources`. It shows what would come, or with `confirmed` adds the source. What was typed survives
/// the end of a session.
pub async fn add(
    page: Page,
    admin: Result<Admin, Error>,
    form: Form,
) -> Result<HttpResponse, Error> {
    sign_in::carrying(admin, PATH, &form)?;
    let read = Wanted::read(&form, page.board.state::<Fetcher>()?, page.locale);
    let wanted = match read {
        Ok(wanted) => wanted,
        Err(messages) => return refuse(page, &form, messages),
    };
    let (system, address) = (wanted.system, wanted.address.clone());
    let (before, is_full) = page
        .board
        .read(move |db| {
            let before = Source::at(db, system, &address)?;
            Ok((before, Source::count(db)? >= MOST))
        })
        .await?;
    if before.is_some() {
        let there = Message::new("sources-field-there");
        return refuse(page, &form, Messages::of("address", there));
    }
    if is_full {
        let full = Message::new("sources-field-most").with("most", MOST);
        return refuse(page, &form, Messages::of("address", full));
    }
    if !form.has("confirmed") {
        return match preview::preview(&page.board, &wanted, page.locale).await? {
            Ok(preview) => render(page, &form, Messages::default(), Some(preview)),
            Err(problem) => refuse(page, &form, objection(&problem)),
        };
    }
    let origin = page.origin();
    let id = page
        .board
        .write(move |db| {
            let Wanted {
                system,
                address,
                company,
                hours,
            } = wanted;
            if let Some(before) = Source::at(db, system, &address)? {
                return Ok(before.id);
            }
            let source = NewSource::new(system, address, company, hours, origin.at);
            let id = source.insert(db)?;
            clockwork::queue(db, id, origin.at)?;
            let added = Source::find(db, id)?.ok_or(Error::NotFound)?;
            added.wait(db, origin.at + chrono::TimeDelta::hours(hours.into()))?;
            origin.record(db, SOURCE_ADDED, Subject::Board, &added.name())?;
            Ok(id)
        })
        .await?;
    Ok(page.redirect(&format!("{PATH}/{id}"), Some(notices::ADDED)))
}

/// Why nothing would come, at the field that it is about.
fn objection(problem: &Problem) -> Messages {
    match problem.kind {
        Kind::NoCompany => Messages::of("company", Message::new("sources-field-company-of-feed")),
        _ => Messages::of("address", problem.message()),
    }
}

fn refuse(page: Page, form: &Form, messages: Messages) -> Result<HttpResponse, Error> {
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    render(page, form, messages, None)
}

fn render(
    page: Page,
    form: &Form,
    messages: Messages,
    preview: Option<Preview>,
) -> Result<HttpResponse, Error> {
    let locale = page.locale;
    let values = ORDER.map(|name| (name, form.value(name).to_owned()));
    let systems: Vec<(&str, String)> = System::ALL
        .iter()
        .map(|system| (system.as_str(), locale.text(&system.label())))
        .collect();
    page.show(
        "sources/new.html",
        context! {
            area => "sources",
            form => &FormView::new(locale, values, messages, &ORDER),
            systems => &systems,
            hours => &choices_of_hours(locale),
            preview => &preview,
        },
    )
}

/// How often a source may be read, as choices of a form.
fn choices_of_hours(locale: Locale) -> Vec<(String, String)> {
    HOURS
        .iter()
        .map(|hours| (hours.to_string(), hours_in_words(*hours, locale)))
        .collect()
}
