//! Signing in and out.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::Cookie,
    http::{StatusCode, header},
};
use actix_web_lab::header::{ClearSiteData, ClearSiteDataDirective};
use tera::{Context, context};

use super::{
    account::Account,
    hasher::Checked,
    password::{self, Password},
    session::{self, Session},
    submission::Pending,
    throttle::Wait,
};
use crate::{
    error::Error,
    web::{
        flash::Notice,
        form::{Form, FormView, Messages},
        next::local_path,
        page::Page,
    },
};

const WRONG: &str = "Email or password is wrong";

/// Where to go when nothing else was asked for.
const HOME: &str = "/dashboard";

/// `GET /login`
pub async fn new(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let next = form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(name, _)| name == "next")
        .map(|(_, next)| next.into_owned())
        .unwrap_or_default();
    if page.visitor.account.is_some() {
        return Ok(page.redirect(local_path(&next).unwrap_or(HOME), None));
    }
    show(page, &Form::default(), &next, Messages::default())
}

/// `POST /login`: `email`, `password`, and `next`, the address to go to.
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    let email = form.value("email").to_owned();
    let password = form.value("password").to_owned();
    let next = form.value("next").to_owned();
    let address = page
        .board
        .client_address(request.peer_addr(), request.headers());
    if let Err(wait) = page.board.throttle.sign_in(address, &email) {
        tracing::warn!(target: "security", event = "sign-in throttled", ?address);
        let page = page.status(StatusCode::TOO_MANY_REQUESTS);
        let mut response = show(
            page,
            &form,
            &next,
            Messages::of("password", wait.in_words()),
        )?;
        add_retry_after(&mut response, wait);
        return Ok(response);
    }
    let account = if password.len() > password::LONGEST {
        None
    } else {
        authenticate(&page, &email, Password::new(password)).await?
    };
    let Some(account) = account else {
        tracing::info!(target: "security", event = "sign-in refused", ?address);
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return show(page, &form, &next, Messages::of("password", WRONG));
    };
    if let Some(pending) = Pending::carried_by(&form) {
        let (cookie, mut page) = start_session(page, &request, &account).await?;
        page.visitor.account = Some(account);
        return pending.offer(page.cookie(cookie));
    }
    let next = local_path(&next).unwrap_or(HOME);
    begin_session(page, &request, account, next, Notice::SignedIn).await
}

/// `POST /logout`: ends the session, in the database and in the browser.
pub async fn delete(page: Page) -> Result<HttpResponse, Error> {
    if let Some(session) = page.visitor.session.clone() {
        tracing::info!(target: "security", event = "signed out", account = session.account_id);
        page.board
            .db
            .write(move |db| Ok(Session::end(db, &session.id)?))
            .await?;
    }
    let removal = session::removal_cookie(&page.board.config);
    let mut response = page.cookie(removal).redirect("/", Some(Notice::SignedOut));
    let clear = ClearSiteData(vec![ClearSiteDataDirective::Cache]);
    if let Ok((name, value)) = actix_web::http::header::TryIntoHeaderPair::try_into_pair(clear) {
        response.headers_mut().insert(name, value);
    }
    Ok(response)
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

/// Starts a session of `account` and returns its cookie. A session this browser came with ends: an
/// id planted before signing in is worth nothing after.
async fn start_session(
    page: Page,
    request: &HttpRequest,
    account: &Account,
) -> Result<(Cookie<'static>, Page), Error> {
    let now = page.board.clock.now();
    let address = page
        .board
        .client_address(request.peer_addr(), request.headers());
    let session = Session::new(account.id, request, address, now)?;
    let cookie = session.cookie(&page.board, now)?;
    let before = page.visitor.session.clone();
    tracing::info!(
        target: "security",
        event = "signed in",
        account = account.id,
        address = session.address,
    );
    page.board
        .db
        .write(move |db| {
            if let Some(before) = before {
                Session::end(db, &before.id)?;
            }
            Ok(session.start(db)?)
        })
        .await?;
    Ok((cookie, page))
}

/// The account with this email and password. Takes as long where there is no such account.
async fn authenticate(
    page: &Page,
    email: &str,
    password: Password,
) -> Result<Option<Account>, Error> {
    let email = email.to_owned();
    let db = &page.board.db;
    let account = db
        .read(move |db| Ok(Account::find_by_email(db, &email)?))
        .await?
        .filter(|account| account.disabled_at.is_none());
    let stored = account
        .as_ref()
        .map(|account| account.password_hash.clone());
    let Checked { matches, upgraded } = page.board.hasher.check(password, stored).await?;
    let account = account.filter(|_| matches);
    if let (Some(account), Some(hash)) = (account.clone(), upgraded) {
        db.write(move |db| Ok(account.set_password_hash(db, &hash)?))
            .await?;
    }
    Ok(account)
}

/// Says when another try makes sense.
pub fn add_retry_after(response: &mut HttpResponse, wait: Wait) {
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, wait.seconds().into());
}

/// What the sign-in page needs to carry a form along.
pub fn again(pending: &Pending) -> Context {
    let mut context = sign_in_form("", "", Messages::default());
    context.insert("pending", pending);
    context
}

fn show(page: Page, typed: &Form, next: &str, messages: Messages) -> Result<HttpResponse, Error> {
    let mut context = sign_in_form(typed.value("email"), next, messages);
    context.insert("pending", &Pending::carried_by(typed));
    page.show("accounts/login.html", context)
}

fn sign_in_form(email: &str, next: &str, messages: Messages) -> Context {
    let values = [("email", email.to_owned())];
    context! {
        form => &FormView::new(values, messages, &["email", "password"]),
        next => local_path(next).unwrap_or(""),
    }
}
