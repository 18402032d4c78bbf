//! Disabling and enabling many accounts at once.

use actix_web::HttpResponse;
use diesel::prelude::*;
use tera::context;

use super::{changes::shut_out, table};
use crate::{
    accounts::{account::Account, actions, guards::Admin, notices},
    http::{error::Error, form::Form, next::local_path, page::Page},
    platform::{audit::Subject, i18n::Message, schema::accounts},
};

/// `POST /admin/accounts/bulk` with `account`, as often as there are accounts, `action`, `disable` or `enable`,
/// and `back`, the list to return to. One's own account, and what is so already, is left out and counted.
pub async fn create(page: Page, admin: Admin, form: Form) -> Result<HttpResponse, Error> {
    let back = local_path(form.value("back")).unwrap_or("/admin/accounts");
    let chosen = form
        .ids("account", table::PAGE_SIZE as usize)
        .ok_or_else(|| Error::BadRequest(Message::new("accounts-bulk-too-many")))?;
    let disable = match form.value("action") {
        "disable" if !chosen.is_empty() => true,
        "enable" if !chosen.is_empty() => false,
        _ => return Ok(page.redirect(back, Some(notices::NO_ACCOUNTS))),
    };
    let count = chosen.len();
    let others: Vec<i64> = chosen.into_iter().filter(|id| *id != admin.id).collect();
    let (of_others, own) = (others.len(), count - others.len());
    if disable && form.value("confirmed").is_empty() {
        return confirm(page, others, own, back).await;
    }
    let origin = page.origin();
    let changed = page
        .board
        .write(move |db| {
            let mut changed = 0;
            for id in others {
                let Some(account) = Account::find(db, id)? else {
                    continue;
                };
                let action = match (disable, account.disabled_at.is_some()) {
                    (true, false) => {
                        shut_out(db, &account, &origin)?;
                        actions::ACCOUNT_DISABLED
                    }
                    (false, true) => {
                        account.set_disabled(db, None)?;
                        actions::ACCOUNT_ENABLED
                    }
                    _ => continue,
                };
                origin.record(db, action, Subject::Account(id), "")?;
                changed += 1;
            }
            Ok(changed)
        })
        .await?;
    let notice = if disable {
        notices::DISABLED_MANY
    } else {
        notices::ENABLED_MANY
    };
    Ok(page.redirect(
        back,
        Some(notice.of_many(numbers(changed, of_others - changed, own), &[])),
    ))
}

/// Asks before accounts are disabled.
async fn confirm(
    page: Page,
    others: Vec<i64>,
    own: usize,
    back: &str,
) -> Result<HttpResponse, Error> {
    let count = others.len();
    let found: Vec<Account> = page
        .board
        .read(move |db| {
            let enabled = accounts::table
                .filter(accounts::id.eq_any(others))
                .filter(accounts::disabled_at.is_null())
                .order(accounts::id.desc())
                .select(Account::as_select());
            Ok(enabled.load(db)?)
        })
        .await?;
    if found.is_empty() {
        let nothing = notices::DISABLED_MANY.of_many(numbers(0, count, own), &[]);
        return Ok(page.redirect(back, Some(nothing)));
    }
    let rows: Vec<(i64, &str)> = found
        .iter()
        .map(|account| (account.id, account.email.as_str()))
        .collect();
    page.show(
        "accounts/bulk_disable.html",
        context! {
            area => "accounts",
            accounts => &rows,
            left => &(count + own - found.len()),
            back => back,
        },
    )
}

/// How many were changed, were so already, and are one's own, for the notice.
fn numbers(changed: usize, already: usize, own: usize) -> Vec<u64> {
    let numbers = [changed, already, own];
    let as_u64 = |number: usize| u64::try_from(number).unwrap_or(0);
    numbers.into_iter().map(as_u64).collect()
}
