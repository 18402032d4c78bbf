//! The second step of signing in: the code. Between the steps nobody is signed in; the form carries a
//! sealed ticket that says whose password was right, and for how long that counts.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use tera::context;

use super::{
    account::Account,
    sealed::Seal,
    second_factor::{Accepted, SecondFactor},
    sign_in,
    submission::Pending,
};
use crate::{
    app::Board,
    audit::{Action, Subject},
    error::Error,
    web::{
        flash::Notice,
        form::{Form, FormView, Messages},
        next::local_path,
        page::Page,
    },
};

/// Seconds for typing the code.
const TICKET_LIFETIME: i64 = 5 * 60;

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
            password: fingerprint(account),
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
    if let Err(wait) = page.board.throttle.code(opened.account_id) {
        page.origin()
            .by(opened.account_id)
            .refused("code_throttled");
        let page = page.status(StatusCode::TOO_MANY_REQUESTS);
        let slow = Messages::of("code", wait.in_words());
        let mut response = show(page, &ticket, &form, slow)?;
        sign_in::add_retry_after(&mut response, wait);
        return Ok(response);
    }
    let (board, typed) = (page.board.clone(), form.value("code").to_owned());
    let origin = page.origin().by(opened.account_id);
    let accepted = page
        .board
        .db
        .write(move |db| {
            let id = opened.account_id;
            let account = Account::find(db, id)?.filter(|account| {
                account.disabled_at.is_none() && fingerprint(account) == opened.password
            });
            let (Some(account), Some(factor)) = (account, SecondFactor::of(db, id)?) else {
                return Ok(None);
            };
            let secret = factor.secret(&board.keys, &account, &board.config.site_name)?;
            let secret = secret.ok_or_else(|| {
                Error::internal("the second factor's key is no longer in JWT_KEYS")
            })?;
            let accepted = factor.accept(db, &typed, &secret, &board.keys, now)?;
            if let Some(Accepted::Recovery(left)) = accepted {
                let left = format!("{left} left");
                origin.record(db, Action::RecoveryCodeUsed, Subject::Account(id), &left)?;
            }
            Ok(Some((account, accepted)))
        })
        .await?;
    match accepted {
        None => sign_in::show_expired(page, &form),
        Some((account, None)) => {
            page.origin().by(account.id).refused("code_refused");
            let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
            let wrong = "This code is wrong, or was used already. Wait for the next one.";
            show(page, &ticket, &form, Messages::of("code", wrong))
        }
        Some((account, Some(how))) => {
            let notice = match how {
                Accepted::App => Notice::SignedIn,
                Accepted::Recovery(_) => Notice::RecoveryCodeUsed,
            };
            sign_in::complete(page, &request, account, &form, notice).await
        }
    }
}

fn show(page: Page, ticket: &str, form: &Form, messages: Messages) -> Result<HttpResponse, Error> {
    page.private().show(
        "accounts/code.html",
        context! {
            form => &FormView::new([], messages, &["code"]),
            ticket => ticket,
            next => local_path(form.value("next")).unwrap_or(""),
            pending => &Pending::carried_by(form),
        },
    )
}

fn fingerprint(account: &Account) -> String {
    URL_SAFE_NO_PAD.encode(&digest(&SHA256, account.password_hash.as_bytes()).as_ref()[..12])
}
