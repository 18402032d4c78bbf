//! The second step of signing in: the code. Between the steps nobody is signed in; the form carries a
//! sealed ticket that says whose password was right, and for how long that counts.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use tera::context;

use super::submission::Pending;
use crate::{
    accounts::{
        account::Account,
        actions, notices,
        passwords::{
            attempt,
            tries::{Source, Try},
        },
        sign_in,
        two_factor::{Accepted, TwoFactor},
    },
    http::board::Board,
    http::{
        error::Error,
        form::{Form, FormView, Messages},
        next::local_path,
        page::Page,
    },
    platform::{audit::Subject, db::Db, i18n::Message, limits::Wait, secrets::Seal},
};

/// Seconds for typing the code.
const TICKET_LIFETIME: i64 = 5 * 60;

pub const WRONG_CODE: Message = Message::new("accounts-wrong-code");

/// The end of trying a code.
pub enum CodeAttempt {
    Right(Account, Accepted),
    Wrong,
    /// The account, its two-factor authentication or its password is another than it was.
    Gone,
    Throttled(Wait),
}

/// Whose password was right.
#[derive(Debug, Deserialize, Serialize)]
struct Ticket {
    account_id: i64,
    expires_at: i64,
    /// Which password: a ticket ends when the password changes.
    password: String,
}

impl Ticket {
    fn issue(board: &Board, account: &Account) -> Result<String, Error> {
        let ticket = Self {
            account_id: account.id,
            expires_at: board.clock.now().and_utc().timestamp() + TICKET_LIFETIME,
            password: account.password_fingerprint(),
        };
        let text = serde_json::to_string(&ticket).map_err(Error::internal)?;
        board
            .keys
            .seal(Seal::SignInTicket, &text)
            .map_err(Error::internal)
    }

    fn read(board: &Board, text: &str, now: NaiveDateTime) -> Option<Self> {
        let text = board.keys.open(Seal::SignInTicket, text)?;
        let ticket: Self = serde_json::from_str(&text).ok()?;
        (now.and_utc().timestamp() < ticket.expires_at).then_some(ticket)
    }
}

/// Asks for the code of `account`, whose password was right; `form` is the one that had it.
pub fn ask(page: Page, account: &Account, form: &Form) -> Result<HttpResponse, Error> {
    let ticket = Ticket::issue(&page.board, account)?;
    show(page, &ticket, form, Messages::default())
}

/// `POST /login/code`: `ticket`, `code`, and what the sign-in form carried along.
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    let ticket = form.value("ticket").to_owned();
    let now = page.board.clock.now();
    let Some(opened) = Ticket::read(&page.board, &ticket, now) else {
        return sign_in::show_expired(page, &form);
    };
    match try_code(
        &page,
        opened.account_id,
        opened.password,
        form.value("code"),
    )
    .await?
    {
        CodeAttempt::Gone => sign_in::show_expired(page, &form),
        CodeAttempt::Throttled(wait) => {
            let slow = Messages::of("code", wait.message());
            show(page.too_many(wait), &ticket, &form, slow)
        }
        CodeAttempt::Wrong => {
            let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
            show(page, &ticket, &form, Messages::of("code", WRONG_CODE))
        }
        CodeAttempt::Right(account, how) => {
            let notice = match how {
                Accepted::App => notices::SIGNED_IN,
                Accepted::Recovery(_) => notices::RECOVERY_CODE_USED,
            };
            sign_in::complete(page, &request, account, &form, notice).await
        }
    }
}

/// Tries `typed` as a code of the account whose password has this fingerprint, counting the try.
pub async fn try_code(
    page: &Page,
    account_id: i64,
    password: String,
    typed: &str,
) -> Result<CodeAttempt, Error> {
    let account = page
        .board
        .read(move |db| Ok(Account::find(db, account_id)?))
        .await?;
    let Some(account) = account else {
        return Ok(CodeAttempt::Gone);
    };
    let limits = &page.board.config.limits;
    let as_try = |source: &Source| Try::code(limits, account_id, source);
    let tried = match attempt::charge(page, Some(&account), as_try).await? {
        Ok((tried, _)) => tried,
        Err(wait) => {
            page.origin().by(account_id).refused("code_throttled");
            return Ok(CodeAttempt::Throttled(wait));
        }
    };
    let (board, typed) = (page.board.clone(), typed.to_owned());
    let (origin, now) = (page.origin().by(account_id), page.board.clock.now());
    let outcome = page
        .board
        .write(move |db| {
            let accepted = accept(db, &board, account_id, &password, &typed, now)?;
            if let CodeAttempt::Right(_, how) = &accepted {
                tried.refund(db)?;
                if let Accepted::Recovery(left) = how {
                    let left = format!("{left} left");
                    let about = Subject::Account(account_id);
                    origin.record(db, actions::RECOVERY_CODE_USED, about, &left)?;
                }
            }
            Ok(accepted)
        })
        .await?;
    if matches!(outcome, CodeAttempt::Wrong) {
        page.origin().by(account_id).refused("code_refused");
    }
    Ok(outcome)
}

fn accept(
    db: &mut Db,
    board: &Board,
    account_id: i64,
    password: &str,
    typed: &str,
    now: NaiveDateTime,
) -> Result<CodeAttempt, Error> {
    let account = Account::find(db, account_id)?.filter(|account| {
        account.disabled_at.is_none() && account.password_fingerprint() == password
    });
    let factor = TwoFactor::of(db, account_id)?;
    let (Some(account), Some(factor)) = (account, factor) else {
        return Ok(CodeAttempt::Gone);
    };
    let secret = factor.secret(&board.keys, &account, &board.brand().site_name)?;
    let secret = secret.ok_or_else(|| {
        Error::internal("the key of the two-factor secret is no longer in JWT_KEYS")
    })?;
    let accepted = factor.accept(db, typed, &secret, &board.keys, now)?;
    Ok(accepted.map_or(CodeAttempt::Wrong, |how| CodeAttempt::Right(account, how)))
}

fn show(page: Page, ticket: &str, form: &Form, messages: Messages) -> Result<HttpResponse, Error> {
    let locale = page.locale;
    page.private().show(
        "accounts/code.html",
        context! {
            form => &FormView::new(locale, [], messages, &["code"]),
            ticket => ticket,
            next => local_path(form.value("next")).unwrap_or(""),
            pending => &Pending::carried_by(form),
        },
    )
}
