//! `/login/token`: signing in for programs, as OAuth 2 calls the password grant (RFC 6749, section
//! 4.3). The answer holds the token and sets the cookie as well.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::code::{CodeAttempt, WRONG_CODE, try_code};
use crate::{
    accounts::{
        account::Account,
        passwords::{
            attempt::{Attempt, attempt},
            password::Password,
        },
        sessions::token,
        sign_in,
        two_factor::TwoFactor,
    },
    http::{
        error::Error,
        form::{Fields, Form},
        page::Page,
        problem::{Problem, Wrong},
    },
    platform::{i18n::Message, limits::Wait},
};

const WRONG: Message = Message::new("accounts-api-wrong");

const CODE_NEEDED: Message = Message::new("accounts-api-code-needed");

/// The sign-in form, with the field names of OAuth 2.
#[derive(Deserialize, ToSchema)]
#[expect(dead_code, reason = "described here, read as a form")]
pub struct Credentials {
    /// Must be `password` if present.
    grant_type: Option<String>,
    /// The account's email address.
    username: String,
    password: String,
    /// The two-factor code, if the account has two-factor authentication.
    code: Option<String>,
}

/// A token. It works until it expires or is signed out.
#[derive(Serialize, ToSchema)]
pub struct AccessToken {
    access_token: String,
    /// Always `bearer`.
    token_type: &'static str,
    /// Lifetime in seconds.
    expires_in: i64,
}

/// Sign in
#[utoipa::path(
    post,
    path = "/login/token",
    operation_id = "signIn",
    tag = "Account",
    request_body(content = Credentials, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, body = AccessToken, description = "Signed in. The session cookie is set, too"),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "Wrong username, password or code"),
        (status = 403, body = Problem, content_type = "application/problem+json", description = "The request came from another site"),
        (status = 415, body = Problem, content_type = "application/problem+json", description = "The request is not a form"),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Something is missing"),
        (status = 429, body = Problem, content_type = "application/problem+json", description = "Too many attempts"),
    )
)]
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    let mut fields = Fields::new(&form);
    let username = fields.line("username", 254, Message::new("platform-typed-empty"));
    if form.value("password").is_empty() {
        fields.require("password", Message::new("platform-typed-empty"));
    }
    if !matches!(form.value("grant_type"), "" | "password") {
        let only = Message::new("accounts-api-grant-type");
        fields.messages.add("grant_type", only);
    }
    if !fields.messages.is_empty() {
        return Err(Error::Invalid(Wrong::all(&fields.messages)));
    }
    let password = Password::new(form.value("password"));
    match attempt(&page, &username, password).await? {
        Attempt::Right(account) if account.may_publish(&page.board.config) => {
            check_code(&page, &account, form.value("code")).await?;
            answer(page, &request, &account).await
        }
        Attempt::Right(_) | Attempt::Wrong => Err(Error::Unauthorized(WRONG)),
        Attempt::Throttled(wait) => Err(too_many(wait)),
    }
}

async fn check_code(page: &Page, account: &Account, typed: &str) -> Result<(), Error> {
    let id = account.id;
    let factor = page
        .board
        .read(move |db| Ok(TwoFactor::of(db, id)?))
        .await?;
    if factor.is_none() {
        return Ok(());
    }
    if typed.is_empty() {
        return Err(Error::Unauthorized(CODE_NEEDED));
    }
    match try_code(page, id, account.password_fingerprint(), typed).await? {
        CodeAttempt::Right(..) => Ok(()),
        CodeAttempt::Wrong => Err(Error::Unauthorized(WRONG_CODE)),
        CodeAttempt::Gone => Err(Error::Unauthorized(WRONG)),
        CodeAttempt::Throttled(wait) => Err(too_many(wait)),
    }
}

async fn answer(
    page: Page,
    request: &HttpRequest,
    account: &Account,
) -> Result<HttpResponse, Error> {
    let (cookie, _) = sign_in::start_session(page, request, account).await?;
    let access_token = cookie.value().to_owned();
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .cookie(cookie)
        .json(AccessToken {
            access_token,
            token_type: "bearer",
            expires_in: token::LIFETIME,
        }))
}

fn too_many(wait: Wait) -> Error {
    Error::TooMany {
        retry_after: wait.seconds(),
    }
}
