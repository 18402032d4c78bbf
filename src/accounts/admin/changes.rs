//! What an administrator can do about an account. It holds from the account's next request on, and leads back
//! to the list that they came from, or to the account's page.

use actix_web::{HttpResponse, web::Path};
use diesel::QueryResult;

use super::{
    super::events::ContentRemoved,
    accounts::{ROLE_PASSWORD, TWO_FACTOR_PASSWORD, parse, render},
};
use crate::{
    accounts::{
        account::{Account, Role},
        actions,
        guards::Admin,
        letters, notices,
        passwords::current::{self, Refusal},
        sessions::session::Session,
        two_factor::TwoFactor,
    },
    http::{error::Error, form::Form, page::Page},
    platform::{
        audit::{Action, Origin, Subject},
        db::{Db, text_enum::TextEnum},
        i18n::Message,
    },
};

/// `POST /admin/accounts/{account}/disablement`: signs it out everywhere and lets it in no more. With
/// `remove_jobs` its jobs go off the board, too.
pub async fn disable(
    page: Page,
    admin: Admin,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let remove_jobs = !form.value("remove_jobs").is_empty();
    change(
        page,
        &admin,
        &id,
        actions::ACCOUNT_DISABLED,
        if remove_jobs {
            "and its jobs removed"
        } else {
            ""
        },
        move |db, account| {
            shut_out(db, account, &origin)?;
            if remove_jobs {
                let account_id = account.id;
                origin.publish(db, &ContentRemoved { account_id })?;
            }
            Ok(())
        },
    )
    .await
}

/// `POST /admin/accounts/{account}/disablement/delete`
pub async fn enable(page: Page, admin: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    change(
        page,
        &admin,
        &id,
        actions::ACCOUNT_ENABLED,
        "",
        |db, account| Ok(account.set_disabled(db, None)?),
    )
    .await
}

/// `POST /admin/accounts/{account}/role` with `role`, `member` or `admin`, and `current_password`. Both
/// are told by mail.
pub async fn set_role(
    page: Page,
    admin: Admin,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let role = Role::from_text(form.value("role"))
        .ok_or_else(|| Error::BadRequest(Message::new("accounts-no-role")))?;
    somebody_elses(&admin, &id)?;
    if let Some(refusal) = refusal(&page, &admin, form.value(ROLE_PASSWORD)).await? {
        return render(
            refusal.mark(page),
            &admin,
            &id,
            Some((ROLE_PASSWORD, refusal.message())),
        )
        .await;
    }
    let (board, own) = (page.board.clone(), admin.email.clone());
    change(
        page,
        &admin,
        &id,
        actions::ROLE_CHANGED,
        role.as_str(),
        move |db, account| {
            if account.is_guest {
                return Err(Error::Refused(Message::new("accounts-guest-role")));
            }
            account.set_role(db, role)?;
            let told = letters::role_changed(&board, role);
            board
                .mail
                .write(Some(account.email.clone()), &told)?
                .queue(db)?;
            let told = letters::role_given(&board, &account.email, role);
            board.mail.write(Some(own), &told)?.queue(db)?;
            Ok(())
        },
    )
    .await
}

/// `POST /admin/accounts/{account}/sessions/delete`
pub async fn end_sessions(
    page: Page,
    admin: Admin,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    change(
        page,
        &admin,
        &id,
        actions::OTHER_SESSIONS_ENDED,
        "",
        |db, account| Ok(Session::end_all(db, account.id)?),
    )
    .await
}

/// `POST /admin/accounts/{account}/sessions/{session}/delete`
pub async fn end_session(
    page: Page,
    admin: Admin,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (id, label) = path.into_inner();
    change(
        page,
        &admin,
        &id,
        actions::SESSION_ENDED,
        "",
        move |db, account| Session::end_labelled(db, account.id, &label),
    )
    .await
}

/// `POST /admin/accounts/{account}/two-factor/delete` with `two_factor_password`: for somebody who lost
/// the app and the recovery codes. They are told by mail.
pub async fn remove_two_factor(
    page: Page,
    admin: Admin,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    somebody_elses(&admin, &id)?;
    if let Some(refusal) = refusal(&page, &admin, form.value(TWO_FACTOR_PASSWORD)).await? {
        return render(
            refusal.mark(page),
            &admin,
            &id,
            Some((TWO_FACTOR_PASSWORD, refusal.message())),
        )
        .await;
    }
    let board = page.board.clone();
    change(
        page,
        &admin,
        &id,
        actions::TWO_FACTOR_REMOVED,
        "",
        move |db, account| {
            TwoFactor::remove(db, account.id)?;
            let notice = letters::two_factor_removed(&board);
            board
                .mail
                .write(Some(account.email.clone()), &notice)?
                .queue(db)?;
            Ok(())
        },
    )
    .await
}

/// Does `work` to an account, on the record, and shows it again.
async fn change(
    page: Page,
    admin: &Admin,
    id: &str,
    action: Action,
    detail: &'static str,
    work: impl FnOnce(&mut Db, &Account) -> Result<(), Error> + Send + 'static,
) -> Result<HttpResponse, Error> {
    let id = somebody_elses(admin, id)?;
    let origin = page.origin();
    let email = page
        .board
        .db
        .unhurried()
        .write::<_, Error, _>(move |db| {
            let account = Account::find(db, id)?.ok_or(Error::NotFound)?;
            work(db, &account)?;
            origin.record(db, action, Subject::Account(id), detail)?;
            Ok(account.email)
        })
        .await?;
    let back = page.back();
    let back = back.unwrap_or_else(|| format!("/admin/accounts/{id}"));
    // Jobs that went with the account would not come back with it.
    let undo = if detail.is_empty() { id } else { 0 };
    let notice = match action.name {
        name if name == actions::ACCOUNT_DISABLED.name => {
            notices::ACCOUNT_DISABLED.about(undo, &email)
        }
        name if name == actions::ACCOUNT_ENABLED.name => notices::ACCOUNT_ENABLED.about(id, &email),
        name if name == actions::ROLE_CHANGED.name => notices::ROLE_CHANGED,
        _ => notices::ACCOUNT_CHANGED,
    };
    Ok(page.redirect(&back, Some(notice)))
}

/// Disables an account, and signs it out everywhere.
pub(super) fn shut_out(db: &mut Db, account: &Account, origin: &Origin) -> QueryResult<()> {
    account.set_disabled(db, Some(origin.at))?;
    Session::end_all(db, account.id)
}

/// The account's id, unless it is the administrator's own: that is looked after at `/account`, so that
/// nobody locks themselves out here.
fn somebody_elses(admin: &Admin, id: &str) -> Result<i64, Error> {
    let id = parse(id)?;
    if id == admin.id {
        return Err(Error::Refused(Message::new("accounts-own-account")));
    }
    Ok(id)
}

/// What is wrong with the administrator's own password, if anything is.
async fn refusal(page: &Page, admin: &Admin, typed: &str) -> Result<Option<Refusal>, Error> {
    current::refusal(page, &admin.0, typed).await
}
