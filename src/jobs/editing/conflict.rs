//! Two people changed the same job: both texts side by side, for the second to decide.

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;
use tera::Context;

use super::{edit, form};
use crate::{
    http::{
        error::Error,
        form::{Form, Messages},
        page::Page,
    },
    jobs::job::Job,
};

/// A field that reads differently in the two versions.
#[derive(Debug, Serialize)]
struct Difference {
    label: String,
    saved: String,
    typed: String,
}

/// The 409 page. Its form holds what was typed and the new version, so that saving once more is a
/// decision and not an accident.
pub async fn show(page: Page, job: &Job, typed: &Form) -> Result<HttpResponse, Error> {
    let saved = edit::current(&page, job).await?;
    let differences: Vec<Difference> = form::ORDER
        .iter()
        .filter(|name| saved.value(name) != typed.value(name))
        .map(|name| Difference {
            label: page.locale.text(&form::label(name)),
            saved: saved.value(name).to_owned(),
            typed: typed.value(name).to_owned(),
        })
        .collect();
    let mut context = Context::new();
    context.insert("differences", &differences);
    let view = form::view(page.locale, typed, Messages::default());
    edit::add_target(&mut context, &page, job, job.version, &view);
    page.status(StatusCode::CONFLICT)
        .show("jobs/conflict.html", context)
}
