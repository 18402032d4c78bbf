//! `/admin/accounts`: who has an account, and the page of one.

use actix_web::{HttpRequest, HttpResponse, web::Path};
use diesel::prelude::*;
use serde::Serialize;
use tera::context;

use super::{super::settings::leaving::holdings, audit_log};
use crate::{
    accounts::{
        account::{Account, normalize_email},
        guards::Admin,
        sessions::{session::Session, session_row::SessionRow},
        two_factor::TwoFactor,
    },
    http::{
        error::Error,
        form::{FormView, Messages},
        page::Page,
        query,
    },
    platform::{
        db::{Db, text_enum::TextEnum},
        i18n::{Locale, Message},
        schema::accounts,
        zone::Zone,
    },
};

/// Accounts on one page.
const PAGE_SIZE: usize = 50;

/// Entries of the audit log on an account's page.
const ENTRIES: usize = 20;

/// An account as administrators see it.
#[derive(Debug, Serialize)]
struct Row<'a> {
    id: i64,
    email: &'a str,
    name: &'a str,
    role: String,
    since: String,
    is_admin: bool,
    is_disabled: bool,
    is_confirmed: bool,
}

/// `GET /admin/accounts`; `email` is the beginning of an address, `before` the id to go on from.
pub async fn index(page: Page, _: Admin, request: HttpRequest) -> Result<HttpResponse, Error> {
    let before = query::value(&request, "before").parse().unwrap_or(i64::MAX);
    let email = normalize_email(&query::value(&request, "email"));
    let wanted = email.clone();
    let mut found = page
        .board
        .read(move |db| Ok(load(db, &wanted, before)?))
        .await?;
    let older = (found.len() > PAGE_SIZE).then(|| found[PAGE_SIZE - 1].id);
    found.truncate(PAGE_SIZE);
    let zone = page.board.clock.zone();
    let rows: Vec<Row<'_>> = found
        .iter()
        .map(|account| Row::new(account, page.locale, zone))
        .collect();
    page.show(
        "accounts/admin_accounts.html",
        context! { area => "accounts", accounts => &rows, older => &older, email => &email },
    )
}

/// `GET /admin/accounts/{account}`
pub async fn show(page: Page, admin: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    render(page, &admin, &id, None).await
}

/// The page of an account; `message` is what was wrong with the password that a change needs.
pub(super) async fn render(
    page: Page,
    admin: &Admin,
    id: &str,
    message: Option<Message>,
) -> Result<HttpResponse, Error> {
    let id = parse(id)?;
    let mut messages = Messages::default();
    if let Some(message) = message {
        messages.add("current_password", message);
    }
    let now = page.board.clock.moment();
    let board = page.board.clone();
    let (account, sessions, factor, holdings, entries) = page
        .board
        .read(move |db| {
            let account = Account::find(db, id)?.ok_or(Error::NotFound)?;
            let holdings = holdings(&board, db, id)?;
            let entries = audit_log::load(db, i64::MAX, Some(id), ENTRIES)?;
            let factor = TwoFactor::of(db, id)?;
            Ok((account, Session::all_of(db, id)?, factor, holdings, entries))
        })
        .await?;
    let entries: Vec<audit_log::Row> = entries
        .into_iter()
        .map(|entry| audit_log::Row::new(entry, page.locale, page.board.features))
        .collect();
    let locale = page.locale;
    page.show(
        "accounts/admin_account.html",
        context! {
            area => "accounts",
            account => &Row::new(&account, locale, now.zone),
            form => &FormView::new(locale, [], messages, &["current_password"]),
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

/// The newest accounts whose address begins with `email`. A range, so that an index serves it.
fn load(db: &mut Db, email: &str, before: i64) -> QueryResult<Vec<Account>> {
    let mut query = accounts::table
        .filter(accounts::id.lt(before))
        .order(accounts::id.desc())
        .limit(PAGE_SIZE as i64 + 1)
        .select(Account::as_select())
        .into_boxed();
    if !email.is_empty() {
        query = query
            .filter(accounts::email.ge(email.to_owned()))
            .filter(accounts::email.lt(format!("{email}\u{10ffff}")));
    }
    query.load(db)
}

impl<'a> Row<'a> {
    fn new(account: &'a Account, locale: Locale, zone: Zone) -> Self {
        Self {
            id: account.id,
            email: &account.email,
            name: &account.name,
            role: locale.text(&account.role.label()),
            since: locale.date(zone.day_of(account.created_at)),
            is_admin: account.is_admin(),
            is_disabled: account.disabled_at.is_some(),
            is_confirmed: account.verified_at.is_some(),
        }
    }
}
