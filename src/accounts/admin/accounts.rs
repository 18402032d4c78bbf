//! The page of an account, for administrators.

use actix_web::{HttpResponse, web::Path};
use tera::context;

use super::{
    super::settings::leaving::holdings,
    audit_entries::{Row as EntryRow, Wanted},
    row::Row,
};
use crate::{
    accounts::{
        account::Account,
        guards::Admin,
        sessions::{session::Session, session_row::SessionRow},
        two_factor::TwoFactor,
    },
    http::{
        error::Error,
        form::{FormView, Messages},
        listing::back_to,
        page::Page,
    },
    platform::i18n::Message,
};

/// Entries of the audit log on an account's page.
const ENTRIES: i64 = 20;

/// The fields in which a change of the role, and the end of two-factor authentication, ask for the
/// administrator's own password.
pub(super) const ROLE_PASSWORD: &str = "current_password";
pub(super) const TWO_FACTOR_PASSWORD: &str = "two_factor_password";

/// `GET /admin/accounts/{account}`
pub async fn show(page: Page, admin: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    render(page, &admin, &id, None).await
}

/// The page of an account; `refused` is the field of the password that a change needs, and what is wrong
/// with it.
pub(super) async fn render(
    page: Page,
    admin: &Admin,
    id: &str,
    refused: Option<(&'static str, Message)>,
) -> Result<HttpResponse, Error> {
    let id = parse(id)?;
    let mut messages = Messages::default();
    if let Some((field, message)) = refused {
        messages.add(field, message);
    }
    let back = page.back();
    let now = page.board.clock.moment();
    let board = page.board.clone();
    let (account, sessions, factor, holdings, entries) = page
        .board
        .read(move |db| {
            let account = Account::find(db, id)?.ok_or(Error::NotFound)?;
            let holdings = holdings(&board, db, id)?;
            let entries = Wanted::about(id).load(db, 0, ENTRIES)?;
            let factor = TwoFactor::of(db, id)?;
            Ok((account, Session::all_of(db, id)?, factor, holdings, entries))
        })
        .await?;
    let entries: Vec<EntryRow> = entries
        .into_iter()
        .map(|entry| EntryRow::new(entry, page.locale, page.board.features))
        .collect();
    let locale = page.locale;
    page.show(
        "accounts/admin_account.html",
        context! {
            area => "accounts",
            account => &Row::new(&account, 0, locale, now.zone),
            form => &FormView::new(locale, [], messages, &[ROLE_PASSWORD, TWO_FACTOR_PASSWORD]),
            back => &back,
            back_query => &back.as_deref().map(back_to),
            is_self => &(account.id == admin.id),
            has_two_factor => &factor.is_some(),
            sessions => &SessionRow::all(&sessions, None, locale, now),
            holdings => &holdings,
            entries => &entries,
        },
    )
}

pub(super) fn parse(id: &str) -> Result<i64, Error> {
    id.parse().map_err(|_| Error::NotFound)
}
