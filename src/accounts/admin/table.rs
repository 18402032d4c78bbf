//! `/admin/accounts`: who has an account.

use actix_web::{HttpRequest, HttpResponse};
use diesel::prelude::*;
use strum::{EnumString, IntoStaticStr, VariantArray};
use tera::context;

use super::{super::settings::leaving::holdings, row::Row};
use crate::{
    accounts::{
        account::{Account, Role},
        guards::Admin,
    },
    http::{
        error::Error,
        listing::{Listing, count_of},
        page::Page,
    },
    platform::{
        db::{
            Db,
            contains::{ESCAPE, lower, pattern},
            text_enum::TextEnum,
        },
        i18n::Message,
        schema::accounts,
    },
};

/// Accounts on one page.
pub const PAGE_SIZE: i64 = 50;

/// The parts into which the table is divided.
#[derive(Clone, Copy, Debug, Default, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
enum Tab {
    #[default]
    All,
    Administrators,
    Disabled,
    Unconfirmed,
}

impl TextEnum for Tab {
    fn label(self) -> Message {
        match self {
            Self::All => Message::new("accounts-tab-all"),
            Self::Administrators => Message::new("accounts-tab-administrators"),
            Self::Disabled => Message::new("accounts-tab-disabled"),
            Self::Unconfirmed => Message::new("accounts-tab-unconfirmed"),
        }
    }
}

/// `GET /admin/accounts`; `tab`, `q`, part of an address or a name, and `page` say which.
pub async fn show(page: Page, _: Admin, request: HttpRequest) -> Result<HttpResponse, Error> {
    let listing = Listing::of(&request, "/admin/accounts", &["tab", "q"], PAGE_SIZE);
    let current = Tab::from_text(listing.value("tab")).unwrap_or_default();
    let (board, asked) = (page.board.clone(), listing.clone());
    let (counts, found) = page
        .board
        .read(move |db| {
            let text = asked.value("q");
            let mut counts = Vec::new();
            for tab in Tab::ALL {
                counts.push((*tab, matching(*tab, text).count().get_result::<i64>(db)?));
            }
            let window = asked.window(count_of(&counts, current));
            let found: Vec<Account> = matching(current, text)
                .order(accounts::id.desc())
                .offset(window.offset)
                .limit(window.limit)
                .select(Account::as_select())
                .load(db)?;
            let mut rows = Vec::new();
            for account in found {
                let jobs = holdings(&board, db, account.id)?.get("jobs").copied();
                rows.push((account, jobs.unwrap_or(0)));
            }
            Ok((counts, rows))
        })
        .await?;
    let (locale, zone) = (page.locale, page.board.clock.zone());
    let rows: Vec<Row<'_>> = found
        .iter()
        .map(|(account, jobs)| Row::new(account, *jobs, locale, zone))
        .collect();
    page.show(
        "accounts/admin_accounts.html",
        context! {
            area => "accounts",
            accounts => &rows,
            table => &listing.frame(&counts, current, locale),
        },
    )
}

/// The accounts of a tab whose address or name has `text` in it. Accounts are small: that all of them are
/// read for it takes no time that anybody notices.
fn matching<'a>(tab: Tab, text: &str) -> accounts::BoxedQuery<'a, <Db as Connection>::Backend> {
    let mut query = accounts::table.into_boxed();
    if !text.is_empty() {
        let has = pattern(text);
        let in_address = lower(accounts::email).like(has.clone()).escape(ESCAPE);
        query = query.filter(in_address.or(lower(accounts::name).like(has).escape(ESCAPE)));
    }
    match tab {
        Tab::All => query,
        Tab::Administrators => query.filter(accounts::role.eq(Role::Admin.as_str())),
        Tab::Disabled => query.filter(accounts::disabled_at.is_not_null()),
        Tab::Unconfirmed => query.filter(accounts::verified_at.is_null()),
    }
}
