//! Deleting one's account.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use diesel::QueryResult;
use tera::context;

use crate::{
    accounts::{
        account::Account, actions, guards::SignedIn, letters, notices, passwords::current,
        sessions::cookie,
    },
    http::{
        board::Board,
        error::Error,
        form::{Form, FormView, Messages},
        page::Page,
    },
    platform::{audit::Subject, db::Db, i18n::Message},
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
    let notice = letters::account_deleted(&page.board);
    let notice = page
        .board
        .mail
        .write(Some(signed_in.email.clone()), &notice)?;
    let account = signed_in.account.clone();
    let (origin, features) = (page.origin(), page.board.features);
    page.board
        .write(move |db| {
            if account.is_last_admin(db)? {
                return Err(Error::Refused(Message::new("accounts-last-admin")));
            }
            for feature in features.iter().rev() {
                (feature.forget)(db, account.id, &origin)?;
            }
            account.delete(db)?;
            notice.queue(db)?;
            let about = Subject::Account(account.id);
            Ok(origin.record(db, actions::ACCOUNT_DELETED, about, "")?)
        })
        .await?;
    let removal = cookie::removal(&page.board, page.headers(), page.board.clock.now())?;
    Ok(page
        .cookie(removal)
        .redirect("/", Some(notices::ACCOUNT_DELETED)))
}

async fn show(page: Page, account: &Account, messages: Messages) -> Result<HttpResponse, Error> {
    let (asker, board) = (account.clone(), page.board.clone());
    let (holdings, is_last_admin) = page
        .board
        .read(move |db| Ok((holdings(&board, db, asker.id)?, asker.is_last_admin(db)?)))
        .await?;
    let locale = page.locale;
    page.show(
        "accounts/delete.html",
        context! {
            form => &FormView::new(locale, [], messages, &["current_password"]),
            holdings => &holdings,
            is_last_admin => &is_last_admin,
        },
    )
}

/// What belongs to an account, counted, by the names that pages call it.
pub fn holdings(board: &Board, db: &mut Db, id: i64) -> QueryResult<BTreeMap<&'static str, i64>> {
    let mut all = BTreeMap::new();
    for feature in board.features {
        all.extend((feature.holdings)(db, id)?);
    }
    Ok(all)
}
