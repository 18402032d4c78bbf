//! `/manage`: where the link in a guest's mails leads. Opening it changes nothing; the button on it signs in. It
//! works until it expires, as often as it is used, and only while the guest has no password.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use crate::{
    accounts::{
        account::{Account, normalize_email},
        letters,
        mail_token::{Grant, MailToken, Purpose},
        notices,
        passwords::{reset::gone, tries},
        sign_in,
    },
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        page::Page,
        query,
    },
    platform::mail::Letter,
};

/// `GET /manage?token=…`: a button. Without a token, asks for the address that a link is mailed to.
pub async fn new(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let token = query::value(&request, "token");
    if token.is_empty() {
        return ask(page, &Form::default(), Messages::default());
    }
    match find(&page, &token).await? {
        Some(guest) => page.private().show(
            "accounts/manage.html",
            context! { email => &guest.email, token => &token },
        ),
        None => gone(page, Purpose::Manage, &token).await,
    }
}

/// `POST /manage` with `token`: signs the guest in.
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    let token = form.value("token").to_owned();
    match find(&page, &token).await? {
        Some(guest) => {
            sign_in::begin_session(page, &request, guest, "/dashboard", notices::SIGNED_IN).await
        }
        None => gone(page, Purpose::Manage, &token).await,
    }
}

/// `POST /manage/link` with `email`: mails a new link. The answer is the same whoever has the address.
pub async fn send(page: Page, form: Form) -> Result<HttpResponse, Error> {
    let mut fields = Fields::new(&form);
    let email = normalize_email(&fields.email("email"));
    if !fields.messages.is_empty() {
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return ask(page, &form, fields.messages);
    }
    if let Err(wait) = tries::ask_for_mail(&page, &email).await? {
        page.origin().refused("manage_link_throttled");
        let slow = Messages::of("email", wait.message());
        return ask(page.too_many(wait), &form, slow);
    }
    let (board, asked) = (page.board.clone(), email.clone());
    page.board
        .write(move |db| {
            let found = Account::find_by_email(db, &asked)?;
            let found = found.filter(|account| account.disabled_at.is_none());
            let token = MailToken::new().map_err(Error::internal)?;
            let guest = found.as_ref().filter(|account| account.is_guest);
            let guest = guest.map(|guest| guest.id);
            token.add(db, Purpose::Manage, guest, &asked, board.clock.now())?;
            let letter: Letter = match &found {
                Some(member) if !member.is_guest => letters::already_registered(&board),
                _ => letters::manage(&board, &token),
            };
            let recipient = found.map(|account| account.email);
            Ok(board.mail.write(recipient, &letter)?.queue(db)?)
        })
        .await?;
    let has_mail_server = page.board.config.smtp_url.is_some();
    page.show(
        "accounts/check_mail.html",
        context! { email => &email, what => "manage", has_mail_server => &has_mail_server },
    )
}

/// The guest that `token` lets in.
async fn find(page: &Page, token: &str) -> Result<Option<Account>, Error> {
    let (token, now) = (token.to_owned(), page.board.clock.now());
    page.board
        .read(move |db| {
            let Some((_, id)) = Grant::find(db, Purpose::Manage, &token, now)? else {
                return Ok(None);
            };
            let account = Account::find(db, id)?;
            Ok(account.filter(|account| account.is_guest && account.disabled_at.is_none()))
        })
        .await
}

fn ask(page: Page, form: &Form, messages: Messages) -> Result<HttpResponse, Error> {
    let values = [("email", form.value("email").to_owned())];
    let locale = page.locale;
    page.show(
        "accounts/manage_link.html",
        context! { form => &FormView::new(locale, values, messages, &["email"]) },
    )
}
