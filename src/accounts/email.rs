//! Changing the address one signs in with: a link goes to the new address, a notice to the old one.

use actix_web::{HttpResponse, http::StatusCode};

use super::{
    account::{Account, normalize_email},
    letters,
    mail_token::{MailToken, Purpose},
    profile::{self, Profile},
    visitor::SignedIn,
};
use crate::{
    app::Board,
    audit::{Action, Subject},
    db::Db,
    error::Error,
    mail::outbox::Outgoing,
    web::{
        flash::Notice,
        form::{Fields, Form, Messages},
        page::Page,
    },
};

/// `POST /account/email`: `email`, and `email_password`, the current one.
///
/// An address that belongs to another account gets the same answer; the mail says there what is the
/// matter.
pub async fn change(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let mut fields = Fields::new(&form);
    let new = normalize_email(&fields.email("email"));
    let mut messages = fields.messages;
    if messages.is_empty() && new == signed_in.email {
        messages.add("email", "This is your address already.");
    }
    if !profile::is_current(&page, &signed_in, form.value("email_password")).await? {
        messages.add("email_password", "This is not your password.");
    }
    if messages.is_empty()
        && let Err(wait) = page.board.throttle.mail(page.address, &new)
    {
        messages = Messages::of("email", wait.in_words());
    }
    if !messages.is_empty() {
        let shown = Profile::of(&signed_in).with("email", form.value("email"));
        let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
        return profile::render(page, &signed_in, shown, messages).await;
    }
    let (board, account) = (page.board.clone(), signed_in.account.clone());
    let origin = page.origin();
    page.board
        .db
        .write(move |db| {
            ask(db, &board, &account, &new)?;
            let about = Subject::Account(account.id);
            Ok(origin.record(db, Action::EmailChangeAsked, about, "")?)
        })
        .await?;
    page.board.mail.wake();
    Ok(page.redirect("/account", Some(Notice::EmailChangeAsked)))
}

fn ask(db: &mut Db, board: &Board, account: &Account, new: &str) -> Result<(), Error> {
    let letter = if Account::find_by_email(db, new)?.is_some() {
        letters::already_registered(&board.config)
    } else {
        let token = MailToken::new().map_err(Error::internal)?;
        let now = board.clock.now();
        token.grant(db, Purpose::ChangeEmail, Some(account.id), new, now)?;
        letters::change_email(&board.config, &token)
    };
    Outgoing::new(board, Some(new.to_owned()), &letter)?.queue(db)?;
    let notice = letters::email_change_asked(&board.config, new);
    Outgoing::new(board, Some(account.email.clone()), &notice)?.queue(db)?;
    Ok(())
}
