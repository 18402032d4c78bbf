//! `/account`: one's name, password, and the sessions that are signed in.

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use serde::Serialize;
use tera::context;

use super::{
    device,
    hasher::Checked,
    password::{self, Password},
    session::Session,
    visitor::SignedIn,
};
use crate::{
    error::Error,
    jobs::ago,
    web::{
        flash::Notice,
        form::{Fields, Form, FormView, Messages},
        page::Page,
    },
};

const ORDER: &[&str] = &["name", "current_password", "password"];

/// A session as its owner sees it.
#[derive(Debug, Serialize)]
struct Row {
    label: String,
    device: String,
    address: String,
    last_seen: String,
    is_this_one: bool,
}

/// `GET /account`
pub async fn show(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let name = signed_in.name.clone();
    render(page, &signed_in, name, Messages::default()).await
}

/// `POST /account/name`
pub async fn rename(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let mut fields = Fields::new(&form);
    let name = fields.line("name", 1, 100);
    if !fields.messages.is_empty() {
        let (typed, messages) = (form.value("name").to_owned(), fields.messages);
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return render(page, &signed_in, typed, messages).await;
    }
    let account = signed_in.account.clone();
    page.board
        .db
        .write(move |db| Ok(account.rename(db, &name)?))
        .await?;
    Ok(page.redirect("/account", Some(Notice::Saved)))
}

/// `POST /account/password`: needs the current password, and ends every other session (OWASP ASVS
/// 6.2.3 and 7.4.3).
pub async fn change_password(
    page: Page,
    signed_in: SignedIn,
    form: Form,
) -> Result<HttpResponse, Error> {
    let mut messages = Messages::default();
    let new = Password::new(form.value("password"));
    if let Some(problem) = new.problem(&signed_in.email, &page.board.config.site_name) {
        messages.add("password", problem);
    }
    if !is_current(&page, &signed_in, form.value("current_password")).await? {
        messages.add("current_password", "This is not your password.");
    }
    if !messages.is_empty() {
        let name = signed_in.name.clone();
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return render(page, &signed_in, name, messages).await;
    }
    let hash = page.board.hasher.hash(new).await?;
    let (account, session) = (signed_in.account.clone(), signed_in.session.clone());
    page.board
        .db
        .write(move |db| {
            account.set_password_hash(db, &hash)?;
            Ok(session.end_others(db)?)
        })
        .await?;
    tracing::info!(target: "security", event = "password changed", account = signed_in.id);
    Ok(page.redirect("/account", Some(Notice::PasswordChanged)))
}

/// `POST /account/sessions/delete`: signs out everywhere else.
pub async fn end_other_sessions(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let session = signed_in.session.clone();
    page.board
        .db
        .write(move |db| Ok(session.end_others(db)?))
        .await?;
    tracing::info!(target: "security", event = "other sessions ended", account = signed_in.id);
    Ok(page.redirect("/account", Some(Notice::SessionsEnded)))
}

/// `POST /account/sessions/{session}/delete`: ends one of one's own sessions.
pub async fn end_session(
    page: Page,
    signed_in: SignedIn,
    label: Path<String>,
) -> Result<HttpResponse, Error> {
    let account = signed_in.id;
    let label = label.into_inner();
    page.board
        .db
        .write(move |db| {
            let session = Session::all_of(db, account)?
                .into_iter()
                .find(|session| session.label() == label)
                .ok_or(Error::NotFound)?;
            Ok(Session::end(db, &session.id)?)
        })
        .await?;
    tracing::info!(target: "security", event = "session ended", account = signed_in.id);
    Ok(page.redirect("/account", Some(Notice::SessionsEnded)))
}

/// Whether `typed` is the password of whoever is signed in.
pub async fn is_current(page: &Page, signed_in: &SignedIn, typed: &str) -> Result<bool, Error> {
    if typed.len() > password::LONGEST {
        return Ok(false);
    }
    let stored = Some(signed_in.password_hash.clone());
    let hasher = &page.board.hasher;
    let Checked { matches, .. } = hasher.check(Password::new(typed), stored).await?;
    Ok(matches)
}

async fn render(
    page: Page,
    signed_in: &SignedIn,
    name: String,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let now = page.board.clock.now();
    let account = signed_in.id;
    let sessions = page
        .board
        .db
        .read(move |db| Ok(Session::all_of(db, account)?))
        .await?;
    let rows: Vec<Row> = sessions
        .iter()
        .filter(|session| session.is_alive(now))
        .map(|session| Row {
            label: session.label(),
            device: device::in_words(&session.user_agent),
            address: session.address.clone(),
            last_seen: ago(session.last_seen_at, now),
            is_this_one: session.id == signed_in.session.id,
        })
        .collect();
    page.show(
        "accounts/account.html",
        context! {
            form => &FormView::new([("name", name)], messages, ORDER),
            email => &signed_in.email,
            sessions => &rows,
        },
    )
}
