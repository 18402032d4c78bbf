//! Confirming an address: the link in the mail after signing up, or after asking to change the
//! address. A link alone changes nothing, because programs that read mail open links too: the page
//! behind it has a button.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use crate::{
    accounts::{
        account::Account,
        actions,
        events::GuestInherited,
        guards::SignedIn,
        letters,
        mail_token::{Grant, Purpose},
        notices,
        passwords::{
            attempt::{Attempt, attempt},
            password::Password,
            reset::gone,
            tries::Try,
        },
        sign_in,
    },
    http::board::Board,
    http::{
        error::Error,
        form::{Form, FormView, Messages},
        next::local_path,
        page::Page,
        query,
    },
    platform::{audit::Subject, i18n::Message},
};

/// `GET /confirmation?token=…`
pub async fn new(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let token = query::value(&request, "token");
    match find(&page.board, Purpose::Confirm, &token).await? {
        Some((account, _)) => {
            let next = query::value(&request, "next");
            show(page, &account, &token, &next, Messages::default())
        }
        None => gone(page, Purpose::Confirm, &token).await,
    }
}

/// `POST /confirmation`: confirms the address, and signs in with the password that the account was
/// made with. Without it somebody who was sent the mail by mistake, or by a trick, would confirm an
/// account that a stranger holds the password of.
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    let token = form.value("token").to_owned();
    let Some((account, _)) = find(&page.board, Purpose::Confirm, &token).await? else {
        return gone(page, Purpose::Confirm, &token).await;
    };
    if !is_own(&page, &account) {
        let password = Password::new(form.value("password"));
        match attempt(&page, &account.email, password).await? {
            Attempt::Right(_) => {}
            Attempt::Wrong => {
                let wrong = Messages::of("password", Message::new("accounts-not-its-password"));
                let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
                return show(page, &account, &token, form.value("next"), wrong);
            }
            Attempt::Throttled(wait) => {
                let slow = Messages::of("password", wait.message());
                return show(
                    page.too_many(wait),
                    &account,
                    &token,
                    form.value("next"),
                    slow,
                );
            }
        }
    }
    let now = page.board.clock.now();
    let origin = page.origin().by(account.id);
    let confirmed = account.clone();
    let redeemed = token.clone();
    let done = page
        .board
        .write(move |db| {
            let Some((_, id)) = Grant::redeem(db, Purpose::Confirm, &redeemed, now)? else {
                return Ok(false);
            };
            confirmed.confirm_address(db, now)?;
            origin.record(db, actions::ADDRESS_CONFIRMED, Subject::Account(id), "")?;
            Ok(true)
        })
        .await?;
    if !done {
        return gone(page, Purpose::Confirm, &token).await;
    }
    if is_own(&page, &account) {
        let next = local_path(form.value("next")).unwrap_or("/dashboard");
        return Ok(page.redirect(next, Some(notices::ADDRESS_CONFIRMED)));
    }
    sign_in::go_on(page, &request, account, &form, notices::ADDRESS_CONFIRMED).await
}

/// `GET /confirmation/email?token=…`: the new address of an account.
pub async fn new_email(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    let token = query::value(&request, "token");
    match find(&page.board, Purpose::ChangeEmail, &token).await? {
        Some((account, email)) => {
            let asked = email.clone();
            let holder = page
                .board
                .read(move |db| Ok(Account::find_by_email(db, &asked)?));
            let takes_jobs = holder.await?.is_some_and(|holder| holder.is_guest);
            page.private().show(
                "accounts/confirm_email.html",
                context! {
                    old => &account.email,
                    new => &email,
                    token => &token,
                    takes_jobs => &takes_jobs,
                },
            )
        }
        None => gone(page, Purpose::ChangeEmail, &token).await,
    }
}

/// `POST /confirmation/email`: moves the account to the address, and tells the old one.
pub async fn change_email(page: Page, form: Form) -> Result<HttpResponse, Error> {
    let token = form.value("token").to_owned();
    let now = page.board.clock.now();
    let (board, origin) = (page.board.clone(), page.origin());
    let sent = token.clone();
    let changed = page
        .board
        .write(move |db| {
            let redeemed = Grant::redeem(db, Purpose::ChangeEmail, &sent, now)?;
            let Some((grant, id)) = redeemed else {
                return Ok(false);
            };
            let account = Account::find(db, id)?.ok_or(Error::NotFound)?;
            match Account::find_by_email(db, &grant.email)? {
                None => {}
                Some(guest) if guest.is_guest && guest.disabled_at.is_none() => {
                    let (guest_id, account_id) = (guest.id, id);
                    origin.clone().by(id).publish(
                        db,
                        &GuestInherited {
                            guest_id,
                            account_id,
                        },
                    )?;
                    guest.delete(db)?;
                    let about = Subject::Account(id);
                    origin.record(db, actions::GUEST_INHERITED, about, "")?;
                }
                Some(_) => {
                    return Err(Error::Refused(Message::new(
                        "accounts-address-taken-meanwhile",
                    )));
                }
            }
            account.set_email(db, &grant.email, now)?;
            Grant::withdraw_all(db, &account)?;
            let notice = letters::email_changed(&board, &grant.email);
            board.mail.write(Some(account.email), &notice)?.queue(db)?;
            origin.record(db, actions::EMAIL_CHANGED, Subject::Account(id), "")?;
            Ok(true)
        })
        .await?;
    if !changed {
        return gone(page, Purpose::ChangeEmail, &token).await;
    }
    let location = if page.viewer.is_some() {
        "/account"
    } else {
        "/login"
    };
    Ok(page.redirect(location, Some(notices::EMAIL_CHANGED)))
}

/// `POST /account/confirmation`: mails the link once more.
pub async fn send_again(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    let account = signed_in.account.clone();
    if account.verified_at.is_some() {
        return Ok(page.redirect("/account", None));
    }
    let asked = Try::mail(&page.board.config.limits, &account.email, page.address);
    let board = page.board.clone();
    page.board
        .write(move |db| {
            asked.charge(db, board.clock.now())?;
            account.ask_to_confirm(db, &board, "")
        })
        .await?;
    Ok(page.redirect("/account", Some(notices::MAIL_SENT)))
}

fn is_own(page: &Page, account: &Account) -> bool {
    let viewer = page.viewer.as_ref();
    viewer.is_some_and(|viewer| viewer.id == account.id)
}

/// The account a link is for, and the address it was mailed to.
async fn find(
    board: &Board,
    purpose: Purpose,
    token: &str,
) -> Result<Option<(Account, String)>, Error> {
    let (token, now) = (token.to_owned(), board.clock.now());
    board
        .read(move |db| {
            let Some((grant, id)) = Grant::find(db, purpose, &token, now)? else {
                return Ok(None);
            };
            let account = Account::find(db, id)?;
            Ok(account.map(|account| (account, grant.email)))
        })
        .await
}

fn show(
    page: Page,
    account: &Account,
    token: &str,
    next: &str,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let is_own = is_own(&page, account);
    let locale = page.locale;
    page.private().show(
        "accounts/confirm.html",
        context! {
            form => &FormView::new(locale, [], messages, &["password"]),
            email => &account.email,
            token => token,
            next => local_path(next).unwrap_or(""),
            is_own => &is_own,
        },
    )
}
