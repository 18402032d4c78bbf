//! Signing in and out.

pub mod api;
pub mod code;
pub mod known_device;
pub mod submission;

use actix_web::{HttpRequest, HttpResponse, cookie::Cookie, http::StatusCode};
use actix_web_lab::header::{ClearSiteData, ClearSiteDataDirective};
use tera::{Context, context};

use self::submission::Pending;
pub use self::submission::carrying;
use super::{
    account::Account,
    actions,
    guards::Visitor,
    guest, notices,
    passwords::{
        attempt::{Attempt, attempt},
        password::Password,
    },
    sessions::{cookie, session::Session},
    two_factor::TwoFactor,
    verify_email,
};
use crate::{
    http::{
        error::Error,
        error::OwnPage,
        flash::Notice,
        form::{Form, FormView, Messages},
        next::local_path,
        page::Page,
        query,
    },
    platform::{
        audit::Subject,
        i18n::{Locale, Message},
    },
};

const WRONG: Message = Message::new("accounts-sign-in-wrong");

/// Where addresses must be confirmed, the answer to a right password for an unconfirmed one is the
/// same as to a wrong one, or signing up would tell who has an account.
const WRONG_OR_UNCONFIRMED: Message = Message::new("accounts-sign-in-wrong-or-unconfirmed");

/// Where to go when nothing else was asked for.
const HOME: &str = "/dashboard";

/// `GET /login`
pub async fn new(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let next = query::value(&request, "next");
    if page.viewer.is_some() {
        return Ok(page.redirect(local_path(&next).unwrap_or(HOME), None));
    }
    show(page, &Form::default(), &next, Messages::default())
}

/// `POST /login`: `email`, `password`, and `next`, the address to go to.
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    let password = Password::new(form.value("password"));
    let next = form.value("next").to_owned();
    match attempt(&page, form.value("email"), password).await? {
        Attempt::Right(account) if account.may_publish(&page.board.config) => {
            go_on(page, &request, account, &form, notices::SIGNED_IN).await
        }
        Attempt::Right(_) | Attempt::Wrong => {
            let wrong = if verify_email::is_required(&page.board.config) {
                WRONG_OR_UNCONFIRMED
            } else {
                WRONG
            };
            let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
            show(page, &form, &next, Messages::of("password", wrong))
        }
        Attempt::Throttled(wait) => {
            let slow = Messages::of("password", wait.message());
            show(page.too_many(wait), &form, &next, slow)
        }
    }
}

/// `POST /logout`: ends the session, in the database and in the browser.
pub async fn delete(page: Page, visitor: Visitor) -> Result<HttpResponse, Error> {
    if let Some(session) = visitor.session {
        let origin = page.origin();
        page.board
            .write(move |db| {
                Session::end(db, &session.id)?;
                let about = Subject::Account(session.account_id);
                Ok(origin.record(db, actions::SIGNED_OUT, about, "")?)
            })
            .await?;
    }
    let removal = cookie::removal(&page.board, page.headers(), page.board.clock.now())?;
    let mut response = page
        .cookie(removal)
        .redirect("/", Some(notices::SIGNED_OUT));
    let clear = ClearSiteData(vec![ClearSiteDataDirective::Cache]);
    if let Ok((name, value)) = actix_web::http::header::TryIntoHeaderPair::try_into_pair(clear) {
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

/// Goes on after the right password: to the code, where the account has two-factor authentication, or in.
pub async fn go_on(
    page: Page,
    request: &HttpRequest,
    account: Account,
    form: &Form,
    notice: Notice,
) -> Result<HttpResponse, Error> {
    let id = account.id;
    let factor = page
        .board
        .read(move |db| Ok(TwoFactor::of(db, id)?))
        .await?;
    if factor.is_some() {
        return code::ask(page, &account, form);
    }
    complete(page, request, account, form, notice).await
}

/// Signs in, and goes where `form` wanted to: on with the form it carries, or to its `next`.
pub async fn complete(
    page: Page,
    request: &HttpRequest,
    account: Account,
    form: &Form,
    notice: Notice,
) -> Result<HttpResponse, Error> {
    if let Some(pending) = Pending::carried_by(form) {
        let (cookie, mut page) = start_session(page, request, &account).await?;
        page.viewer = Some((&account).into());
        return pending.offer(page.cookie(cookie));
    }
    let next = local_path(form.value("next")).unwrap_or(HOME);
    begin_session(page, request, account, next, notice).await
}

/// Starts a session of `account` and goes on to `location`.
pub async fn begin_session(
    page: Page,
    request: &HttpRequest,
    account: Account,
    location: &str,
    notice: Notice,
) -> Result<HttpResponse, Error> {
    let (cookie, page) = start_session(page, request, &account).await?;
    Ok(page.cookie(cookie).redirect(location, Some(notice)))
}

/// Starts a session of `account` and returns its cookie; the page carries the one that makes the browser
/// known. A session this browser came with ends: an id planted before signing in is worth nothing after.
pub async fn start_session(
    page: Page,
    request: &HttpRequest,
    account: &Account,
) -> Result<(Cookie<'static>, Page), Error> {
    let now = page.board.clock.now();
    let session = Session::new(account.id, request, page.address, now)?;
    let name = cookie::name_for(&page.board, request.headers(), now)?;
    let cookie = session.cookie(&page.board, name, now)?;
    let known_device = known_device::cookie(&page.board, page.headers(), account)?;
    let before = Visitor::of(request).await?.session;
    let origin = page.origin().by(account.id);
    page.board
        .write(move |db| {
            if let Some(before) = before {
                Session::end(db, &before.id)?;
            }
            session.start(db)?;
            let about = Subject::Account(session.account_id);
            Ok(origin.record(db, actions::SIGNED_IN, about, "")?)
        })
        .await?;
    Ok((cookie, page.cookie(known_device)))
}

/// The sign-in page, which carries along a form whose session ended. It says nothing of what was typed, in
/// whichever language.
pub fn again(pending: &Pending) -> Error {
    let mut context = sign_in_form(Locale::default(), "", "", Messages::default());
    context.insert("pending", pending);
    Error::Drawn(OwnPage {
        status: StatusCode::UNAUTHORIZED,
        template: "accounts/login.html",
        context,
    })
}

/// The sign-in page, after its second step took too long.
pub fn show_expired(page: Page, form: &Form) -> Result<HttpResponse, Error> {
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    let next = form.value("next").to_owned();
    let late = Message::new("accounts-sign-in-late");
    show(page, form, &next, Messages::of("email", late))
}

fn show(page: Page, typed: &Form, next: &str, messages: Messages) -> Result<HttpResponse, Error> {
    let mut context = sign_in_form(page.locale, typed.value("email"), next, messages);
    context.insert("pending", &Pending::carried_by(typed));
    let offers_guest_posting = guest::is_offered(&page.board.config);
    context.insert("offers_guest_posting", &offers_guest_posting);
    page.show("accounts/login.html", context)
}

fn sign_in_form(locale: Locale, email: &str, next: &str, messages: Messages) -> Context {
    let values = [("email", email.to_owned())];
    context! {
        form => &FormView::new(locale, values, messages, &["email", "password"]),
        next => local_path(next).unwrap_or(""),
    }
}
