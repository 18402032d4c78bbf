//! A forgotten password: a link by mail, and a new password.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use super::{
    new::{self, How},
    password::Password,
    tries::{self, Source},
};
use crate::accounts::state::State;
use crate::{
    accounts::{
        account::{Account, normalize_email},
        actions, letters,
        mail_token::{Grant, MailToken, Purpose},
        notices,
        sign_in::known_device,
    },
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        page::Page,
        query,
    },
    platform::{audit::Subject, db::text_enum::TextEnum},
};

/// `GET /reset`: asks for the address.
pub async fn new(page: Page) -> Result<HttpResponse, Error> {
    show(page, &Form::default(), Messages::default())
}

/// `POST /reset`: mails a link, if the address has an account. An address that has none gets the
/// same answer after the same work; its letter goes nowhere (OWASP ASVS 6.3.8).
pub async fn create(page: Page, form: Form) -> Result<HttpResponse, Error> {
    let mut fields = Fields::new(&form);
    let email = normalize_email(&fields.email("email"));
    if !fields.messages.is_empty() {
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return show(page, &form, fields.messages);
    }
    if let Err(wait) = tries::ask_for_mail(&page, &email).await? {
        page.origin().refused("reset_throttled");
        let slow = Messages::of("email", wait.message());
        return show(page.too_many(wait), &form, slow);
    }
    let now = page.board.clock.now();
    let (board, origin) = (page.board.clone(), page.origin());
    let asked = email.clone();
    page.board
        .write(move |db| {
            let account =
                Account::find_by_email(db, &asked)?.filter(|account| account.disabled_at.is_none());
            let id = account.as_ref().map(|account| account.id);
            let token = MailToken::new().map_err(Error::internal)?;
            token.grant(db, Purpose::Reset, id, &asked, now)?;
            let recipient = account.map(|account| account.email);
            let letter = letters::reset(&board, &token);
            board.mail.write(recipient, &letter)?.queue(db)?;
            let about = Subject::Account(id.unwrap_or_default());
            Ok(origin.record(db, actions::PASSWORD_RESET_ASKED, about, "")?)
        })
        .await?;
    let has_mail_server = page.board.config.smtp_url.is_some();
    page.show(
        "accounts/check_mail.html",
        context! {
            email => &email,
            what => "reset",
            has_mail_server => &has_mail_server,
        },
    )
}

/// `GET /reset/password?token=…`: asks for the new password.
pub async fn choose(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let token = query::value(&request, "token");
    let now = page.board.clock.now();
    let asked = token.clone();
    let grant = page
        .board
        .read(move |db| Ok(Grant::find(db, Purpose::Reset, &asked, now)?))
        .await?;
    match grant {
        Some(_) => show_choice(page, &token, Messages::default()),
        None => gone(page, Purpose::Reset, &token).await,
    }
}

/// `POST /reset/password`: sets the password, ends every session, API token and open link, and leaves
/// signing in to the person. Whoever reads the account's mail has confirmed its address, too.
pub async fn update(page: Page, form: Form) -> Result<HttpResponse, Error> {
    let token = form.value("token").to_owned();
    let now = page.board.clock.now();
    let asked = token.clone();
    let found = page
        .board
        .read(
            move |db| match Grant::find(db, Purpose::Reset, &asked, now)? {
                Some((_, id)) => Ok(Account::find(db, id)?),
                None => Ok(None),
            },
        )
        .await?;
    let Some(account) = found else {
        return gone(page, Purpose::Reset, &token).await;
    };
    let password = Password::new(form.value("password"));
    let (hasher, brand) = (&State::of(&page.board)?.hasher, page.board.brand());
    let source = Source::Network(page.address);
    let hash = match hasher
        .hash_new(password, &account.email, &brand.site_name, &source)
        .await?
    {
        Ok(hash) => hash,
        Err(problem) => {
            let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
            return show_choice(page, &token, Messages::of("password", problem));
        }
    };
    // Whoever reads the account's mail need not wait for what others at the same network tried.
    let changed = Account {
        password_hash: hash.clone(),
        ..account.clone()
    };
    let known_device = known_device::cookie(&page.board, page.headers(), &changed)?;
    let notice = letters::password_reset(&page.board);
    let notice = page
        .board
        .mail
        .write(Some(account.email.clone()), &notice)?;
    let origin = page.origin();
    let redeemed = token.clone();
    let done = page
        .board
        .write(move |db| {
            let Some((_, id)) = Grant::redeem(db, Purpose::Reset, &redeemed, now)? else {
                return Ok(false);
            };
            account.confirm_address(db, now)?;
            new::set(db, &account, &hash, How::Reset)?;
            notice.queue(db)?;
            origin.record(db, actions::PASSWORD_RESET, Subject::Account(id), "")?;
            Ok(true)
        })
        .await?;
    if !done {
        return gone(page, Purpose::Reset, &token).await;
    }
    let page = page.cookie(known_device);
    Ok(page.redirect("/login", Some(notices::PASSWORD_RESET)))
}

/// The page for a link that was used, has expired, or never was.
pub async fn gone(page: Page, purpose: Purpose, token: &str) -> Result<HttpResponse, Error> {
    let token = token.to_owned();
    let was_used = page
        .board
        .read(move |db| Ok(Grant::was_used(db, purpose, &token)?))
        .await?;
    page.status(StatusCode::GONE).show(
        "accounts/link_gone.html",
        context! { was_used => &was_used, purpose => purpose.as_str() },
    )
}

fn show(page: Page, form: &Form, messages: Messages) -> Result<HttpResponse, Error> {
    let values = [("email", form.value("email").to_owned())];
    let locale = page.locale;
    page.show(
        "accounts/reset.html",
        context! { form => &FormView::new(locale, values, messages, &["email"]) },
    )
}

fn show_choice(page: Page, token: &str, messages: Messages) -> Result<HttpResponse, Error> {
    let locale = page.locale;
    page.private().show(
        "accounts/reset_password.html",
        context! {
            form => &FormView::new(locale, [], messages, &["password"]),
            token => token,
        },
    )
}
