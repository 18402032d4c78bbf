//! `/account/finish`: a guest chooses a password, and has an account from then on.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use crate::{
    accounts::{
        account::Account,
        actions,
        guards::SignedIn,
        letters, notices,
        passwords::{
            new::{self, How},
            password::Password,
            tries::Source,
        },
        sign_in,
        state::State,
    },
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        next::local_path,
        page::Page,
        query,
    },
    platform::{audit::Subject, i18n::Message},
};

const ORDER: &[&str] = &["name", "password"];

/// `GET /account/finish`
pub async fn new(
    page: Page,
    signed_in: SignedIn,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let next = query::value(&request, "next");
    if !signed_in.is_guest {
        return Ok(page.redirect(local_path(&next).unwrap_or("/account"), None));
    }
    let form = Form::from_values([("name", signed_in.name.clone()), ("next", next)]);
    show(page, &signed_in, &form, Messages::default())
}

/// `POST /account/finish` with `name` and `password`. Every link that was mailed ends, and every other session.
pub async fn create(
    page: Page,
    signed_in: SignedIn,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, Error> {
    if !signed_in.is_guest {
        return Ok(page.redirect("/account", None));
    }
    let mut fields = Fields::new(&form);
    let name = fields.line("name", 100, Message::new("accounts-field-name-empty"));
    let password = Password::new(form.value("password"));
    if let Some(problem) = password.length_problem() {
        fields.messages.add("password", problem);
    }
    if !fields.messages.is_empty() {
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return show(page, &signed_in, &form, fields.messages);
    }
    let (hasher, brand) = (&State::of(&page.board)?.hasher, page.board.brand());
    let source = Source::Network(page.address);
    let hashed = hasher.hash_new(password, &signed_in.email, &brand.site_name, &source);
    let hash = match hashed.await? {
        Ok(hash) => hash,
        Err(problem) => {
            let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
            return show(page, &signed_in, &form, Messages::of("password", problem));
        }
    };
    let (guest, origin) = (signed_in.account, page.origin());
    let told = letters::password_chosen(&page.board);
    let told = page.board.mail.write(Some(guest.email.clone()), &told)?;
    let member = page
        .board
        .write(move |db| {
            guest.rename(db, &name)?;
            new::set(db, &guest, &hash, How::Reset)?;
            told.queue(db)?;
            let about = Subject::Account(guest.id);
            origin.record(db, actions::SIGNED_UP, about, "")?;
            Account::find(db, guest.id)?.ok_or(Error::NotFound)
        })
        .await?;
    let next = local_path(form.value("next")).unwrap_or("/dashboard");
    sign_in::begin_session(page, &request, member, next, notices::WELCOME).await
}

fn show(
    page: Page,
    guest: &Account,
    form: &Form,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let values = [("name", form.value("name").to_owned())];
    let locale = page.locale;
    page.private().show(
        "accounts/finish.html",
        context! {
            form => &FormView::new(locale, values, messages, ORDER),
            email => &guest.email,
            next => local_path(form.value("next")).unwrap_or(""),
        },
    )
}
