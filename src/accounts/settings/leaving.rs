//! Deleting one's account.

use actix_web::HttpResponse;
use tera::context;

use super::data::jobs_of;
use crate::{
    accounts::{
        account::Account, guards::SignedIn, letters, passwords::current, sessions::session,
    },
    http::{
        error::Error,
        flash::Notice,
        form::{Form, FormView, Messages},
        page::Page,
    },
    platform::{
        audit::{Action, Subject},
        mail::outbox::Outgoing,
    },
    webhooks::event::{self, Event},
};

/// `GET /account/removal`: says what goes, and asks.
pub async fn ask(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    show(page, &signed_in.account, Messages::default()).await
}

/// `POST /account/removal`: needs the current password.
pub async fn create(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let typed = form.value("current_password");
    if let Some(refusal) = current::refusal(&page, &signed_in, typed).await? {
        let messages = Messages::of("current_password", refusal.message());
        return show(refusal.mark(page), &signed_in.account, messages).await;
    }
    let notice = letters::account_deleted(&page.board.config);
    let notice = Outgoing::new(&page.board, Some(signed_in.email.clone()), &notice)?;
    let account = signed_in.account.clone();
    let origin = page.origin();
    page.board
        .db
        .write(move |db| {
            if account.is_last_admin(db)? {
                return Err(Error::Conflict(
                    "The only administrator cannot leave. Make somebody else one first.",
                ));
            }
            let mut open = jobs_of(db, account.id)?;
            open.retain(|job| job.is_open(origin.at.date()));
            account.delete(db)?;
            for job in &open {
                event::queue(db, Event::Closed, job, origin.at)?;
            }
            notice.queue(db)?;
            let about = Subject::Account(account.id);
            Ok(origin.record(db, Action::AccountDeleted, about, "")?)
        })
        .await?;
    page.board.mail.wake();
    let removal = session::removal_cookie(&page.board.config);
    Ok(page
        .cookie(removal)
        .redirect("/", Some(Notice::AccountDeleted)))
}

async fn show(page: Page, account: &Account, messages: Messages) -> Result<HttpResponse, Error> {
    let asker = account.clone();
    let (jobs, is_last_admin) = page
        .board
        .db
        .read(move |db| Ok((jobs_of(db, asker.id)?.len(), asker.is_last_admin(db)?)))
        .await?;
    page.show(
        "accounts/delete.html",
        context! {
            form => &FormView::new([], messages, &["current_password"]),
            jobs => &jobs,
            is_last_admin => &is_last_admin,
        },
    )
}
