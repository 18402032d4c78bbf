//! `/dashboard/companies/new`: making a company's page, or claiming one that there is.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use super::path;
use crate::{
    accounts::{SignedIn, Submission},
    companies::{
        claim::{Claimed, claim},
        error::Error as CompanyError,
        letters, notices,
        typed::{self, LONGEST_NOTE},
    },
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        page::Page,
        query,
    },
    platform::{i18n::Message, typed as platform_typed},
};

const ORDER: &[&str] = &["name", "website", "note"];

/// `GET /dashboard/companies/new`, with `name` as it is known.
pub async fn new(page: Page, _: SignedIn, request: HttpRequest) -> Result<HttpResponse, Error> {
    let name: String = query::value(&request, "name");
    let name = name.chars().take(typed::LONGEST_NAME).collect();
    let form = Form::from_values([("name", name)]);
    show(page, &form, Messages::default(), None)
}

/// `POST /dashboard/companies`
pub async fn create(page: Page, submission: Submission) -> Result<HttpResponse, Error> {
    let Submission { signed_in, form } = submission;
    let mut fields = Fields::new(&form);
    let name = typed::name(&mut fields);
    let website = typed::website(&mut fields);
    let note = fields.parse("note", |typed| platform_typed::text(typed, LONGEST_NOTE));
    let note = note.unwrap_or_default();
    if !fields.messages.is_empty() {
        let messages = fields.messages;
        return show(
            page.status(StatusCode::UNPROCESSABLE_ENTITY),
            &form,
            messages,
            None,
        );
    }
    if !signed_in.account.may_publish(&page.board.config) {
        let first = Message::new("companies-confirm-address-first");
        return show(
            page.status(StatusCode::FORBIDDEN),
            &form,
            Messages::default(),
            Some(first),
        );
    }
    let (origin, board, account) = (page.origin(), page.board.clone(), signed_in.account);
    let claimed = page
        .board
        .write(move |db| {
            let claimed = match claim(db, account.id, &name, website.as_deref(), &note, &origin) {
                Err(CompanyError::Wrong(field, message)) => {
                    return Ok(Err(Messages::of(field, message)));
                }
                claimed => claimed?,
            };
            if let Claimed::Waits(company) = &claimed {
                letters::tell_administrators(&board, db, company, &account)?;
            }
            Ok::<_, Error>(Ok(claimed))
        })
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
