//! Changing the address one signs in with: a link goes to the new address, a notice to the old one.

use actix_web::{HttpResponse, http::StatusCode};

use super::profile::{self, Profile};
use crate::{
    accounts::{
        account::{Account, normalize_email},
        actions,
        guards::SignedIn,
        letters,
        mail_token::{MailToken, Purpose},
        notices,
        passwords::{current, tries},
    },
    http::board::Board,
    http::{
        error::Error,
        form::{Fields, Form},
        page::Page,
    },
    platform::{audit::Subject, db::Db, i18n::Message},
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
        messages.add("email", Message::new("accounts-same-address"));
    }
    let mut page = page;
    if !messages.is_empty() {
        page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let typed = form.value("email_password");
    if let Some(refusal) = current::refusal(&page, &signed_in, typed).await? {
        messages.add("email_password", refusal.message());
        page = refusal.mark(page);
    }
    if messages.is_empty()
        && let Err(wait) = tries::ask_for_mail(&page, &new).await?
    {
        messages.add("email", wait.message());
        page = page.too_many(wait);
    }
    if !messages.is_empty() {
        let shown = Profile::of(&signed_in).with("email", form.value("email"));
        return profile::render(page, &signed_in, shown, messages).await;
    }
    let (board, account) = (page.board.clone(), signed_in.account.clone());
    let origin = page.origin();
    page.board
        .write(move |db| {
            ask(db, &board, &account, &new)?;
            let about = Subject::Account(account.id);
            Ok(origin.record(db, actions::EMAIL_CHANGE_ASKED, about, "")?)
        })
        .await?;
    Ok(page.redirect("/account", Some(notices::EMAIL_CHANGE_ASKED)))
}

fn ask(db: &mut Db, board: &Board, account: &Account, new: &str) -> Result<(), Error> {
    let other = Account::find_by_email(db, new)?;
    let letter = if other.as_ref().is_some_and(|other| !other.is_guest) {
        letters::already_registered(board)
    } else {
        let token = MailToken::new().map_err(Error::internal)?;
        let now = board.clock.now();
        token.grant(db, Purpose::ChangeEmail, Some(account.id), new, now)?;
        letters::change_email(board, &token, other.map(|_| account.email.as_str()))
    };
    board.mail.write(Some(new.to_owned()), &letter)?.queue(db)?;
    let notice = letters::email_change_asked(board, new);
    board
        .mail
        .write(Some(account.email.clone()), &notice)?
        .queue(db)?;
    Ok(())
}
