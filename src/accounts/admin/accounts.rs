//! `/admin/accounts`: who has an account, and what an administrator can do about it. What is done
//! here holds from the account's next request on.

use actix_web::{HttpRequest, HttpResponse, web::Path};
use diesel::prelude::*;
use serde::Serialize;
use tera::context;

use super::{
    super::{events::ContentRemoved, settings::leaving::holdings},
    audit_log,
};
use crate::{
    accounts::{
        account::{Account, Role, normalize_email},
        guards::Admin,
        letters,
        passwords::current::{self, Refusal},
        sessions::{session::Session, session_row::SessionRow},
        two_factor::SecondFactor,
    },
    http::{
        error::Error,
        flash::Notice,
        form::{Form, FormView, Messages},
        page::Page,
        query,
    },
    platform::{
        audit::{Action, Subject},
        db::{Db, text_enum::TextEnum},
        i18n::{Locale, Message},
        schema::accounts,
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
    let rows: Vec<Row<'_>> = found
        .iter()
        .map(|account| Row::new(account, page.locale))
        .collect();
    page.show(
        "accounts/admin_accounts.html",
        context! { accounts => &rows, older => &older, email => &email },
    )
}

/// `GET /admin/accounts/{account}`
pub async fn show(page: Page, admin: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    render(page, &admin, &id, None).await
}

/// The page of an account; `message` is what was wrong with the password that a change needs.
async fn render(
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
    let now = page.board.clock.now();
    let board = page.board.clone();
    let (account, sessions, factor, holdings, entries) = page
        .board
        .read(move |db| {
            let account = Account::find(db, id)?.ok_or(Error::NotFound)?;
            let holdings = holdings(&board, db, id)?;
            let entries = audit_log::load(db, i64::MAX, Some(id), ENTRIES)?;
            let factor = SecondFactor::of(db, id)?;
            Ok((account, Session::all_of(db, id)?, factor, holdings, entries))
        })
        .await?;
    let entries: Vec<audit_log::Row> = entries
        .into_iter()
        .map(|entry| audit_log::Row::new(entry, page.locale))
        .collect();
    let locale = page.locale;
    page.show(
        "accounts/admin_account.html",
        context! {
            account => &Row::new(&account, locale),
            form => &FormView::new(locale, [], messages, &["current_password"]),
            is_self => &(account.id == admin.id),
            has_second_factor => &factor.is_some(),
            sessions => &SessionRow::all(&sessions, None, locale, now),
            holdings => &holdings,
            entries => &entries,
        },
    )
}

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
        Action::AccountDisabled,
        if remove_jobs {
            "and its jobs removed"
        } else {
            ""
        },
        move |db, account| {
            account.set_disabled(db, Some(origin.at))?;
            Session::end_all(db, account.id)?;
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
        Action::AccountEnabled,
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
    if let Some(refusal) = refusal(&page, &admin, &form).await? {
        return render(refusal.mark(page), &admin, &id, Some(refusal.message())).await;
    }
    let (board, own) = (page.board.clone(), admin.email.clone());
    change(
        page,
        &admin,
        &id,
        Action::RoleChanged,
        role.as_str(),
        move |db, account| {
            account.set_role(db, role)?;
            let told = letters::role_changed(&board.config, role);
            board
                .mail
                .write(Some(account.email.clone()), &told)?
                .queue(db)?;
            let told = letters::role_given(&board.config, &account.email, role);
            board.mail.write(Some(own), &told)?.queue(db)?;
            board.mail.wake();
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
        Action::OtherSessionsEnded,
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
        Action::SessionEnded,
        "",
        move |db, account| Session::end_labelled(db, account.id, &label),
    )
    .await
}

/// `POST /admin/accounts/{account}/second-factor/delete` with `current_password`: for somebody who lost
/// the app and the recovery codes. They are told by mail.
pub async fn remove_second_factor(
    page: Page,
    admin: Admin,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    somebody_elses(&admin, &id)?;
    if let Some(refusal) = refusal(&page, &admin, &form).await? {
        return render(refusal.mark(page), &admin, &id, Some(refusal.message())).await;
    }
    let board = page.board.clone();
    change(
        page,
        &admin,
        &id,
        Action::SecondFactorRemoved,
        "",
        move |db, account| {
            SecondFactor::remove(db, account.id)?;
            let notice = letters::second_factor_removed(&board.config);
            board
                .mail
                .write(Some(account.email.clone()), &notice)?
                .queue(db)?;
            board.mail.wake();
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
    page.board
        .db
        .unhurried()
        .write::<_, Error, _>(move |db| {
            let account = Account::find(db, id)?.ok_or(Error::NotFound)?;
            work(db, &account)?;
            Ok(origin.record(db, action, Subject::Account(id), detail)?)
        })
        .await?;
    Ok(page.redirect(
        &format!("/admin/accounts/{id}"),
        Some(Notice::AccountChanged),
    ))
}

/// The account's id, unless it is the administrator's own: that is looked after at `/account`, so that
/// nobody locks themselves out here.
fn somebody_elses(admin: &Admin, id: &str) -> Result<i64, Error> {
    let id = parse(id)?;
    if id == admin.id {
        return Err(Error::Conflict(Message::new("accounts-own-account")));
    }
    Ok(id)
}

/// What is wrong with the administrator's own password in `form`, if anything is.
async fn refusal(page: &Page, admin: &Admin, form: &Form) -> Result<Option<Refusal>, Error> {
    current::refusal(page, &admin.0, form.value("current_password")).await
}

fn parse(id: &str) -> Result<i64, Error> {
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
    fn new(account: &'a Account, locale: Locale) -> Self {
        Self {
            id: account.id,
            email: &account.email,
            name: &account.name,
            role: locale.text(&account.role.label()),
            since: locale.date(account.created_at.date()),
            is_admin: account.is_admin(),
            is_disabled: account.disabled_at.is_some(),
            is_confirmed: account.verified_at.is_some(),
        }
    }
}
