//! `/dashboard/companies/new`: making a company's page, or claiming one that there is.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use super::path;
use crate::{
    accounts::{SignedIn, Submission},
    companies::{
        claim::Claimed,
        claiming::{self, Wanted},
        notices,
        refusals::Refusal,
        typed,
    },
    http::{
        error::Error,
        form::{Form, FormView, Messages},
        page::Page,
        query,
    },
    platform::i18n::Message,
};

const ORDER: &[&str] = &["name", "website", "note"];

/// `GET /dashboard/companies/new`, with `name` as it is known, or with `refusal`, what the claim said that was
/// refused.
pub async fn new(
    page: Page,
    signed_in: SignedIn,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    if let Ok(id) = query::value(&request, "refusal").parse() {
        let found = page
            .board
            .read(move |db| Ok(Refusal::find(db, signed_in.id, id)?));
        let refused = found.await?.ok_or(Error::NotFound)?;
        let form = Form::from_values([
            ("name", refused.name),
            ("website", refused.website.unwrap_or_default()),
            ("note", refused.note),
        ]);
        let why = Message::new("companies-refused-because").with("reason", refused.reason);
        return show(page, &form, Messages::default(), Some(why));
    }
    let name: String = query::value(&request, "name");
    let name = name.chars().take(typed::LONGEST_NAME).collect();
    let form = Form::from_values([("name", name)]);
    show(page, &form, Messages::default(), None)
}

/// `POST /dashboard/companies`
pub async fn create(page: Page, submission: Submission) -> Result<HttpResponse, Error> {
    let Submission { signed_in, form } = submission;
    let wanted = match Wanted::read(&form) {
        Ok(wanted) => wanted,
        Err(messages) => {
            let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
            return show(page, &form, messages, None);
        }
    };
    if let Some(first) = claiming::hindrance(&signed_in.account, &page.board.config) {
        let page = page.status(StatusCode::FORBIDDEN);
        return show(page, &form, Messages::default(), Some(first));
    }
    let (origin, board, account) = (page.origin(), page.board.clone(), signed_in.account);
    let claimed = page
        .board
        .write(move |db| wanted.ask(&board, db, &account, &origin))
        .await?;
    match claimed {
        Err(messages) => show(
            page.status(StatusCode::UNPROCESSABLE_ENTITY),
            &form,
            messages,
            None,
        ),
        Ok(Claimed::Granted(company)) => {
            let notice = notices::MADE.about(company.id, &company.profile.name);
            Ok(page.redirect(&path(company.id), Some(notice)))
        }
        Ok(Claimed::Waits(company)) => {
            let notice = notices::CLAIMED.about(company.id, &company.profile.name);
            Ok(page.redirect(&path(company.id), Some(notice)))
        }
    }
}

fn show(
    page: Page,
    form: &Form,
    messages: Messages,
    trouble: Option<Message>,
) -> Result<HttpResponse, Error> {
    let values = ORDER
        .iter()
        .map(|name| (*name, form.value(name).to_owned()));
    let mut view = FormView::new(page.locale, values, messages, ORDER);
    if let Some(trouble) = trouble {
        view = view.with_trouble(page.locale.text(&trouble));
    }
    page.show("companies/new.html", context! { form => &view })
}
