//! Signing up.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use email_address::EmailAddress;
use tera::context;

use super::{
    account::{NewAccount, Role, normalize_email},
    password::Password,
    sign_in,
};
use crate::{
    config::Config,
    db::text_enum::Stored,
    error::Error,
    web::{
        flash::Notice,
        form::{Fields, Form, FormView, Messages},
        next::local_path,
        page::Page,
    },
};

const ORDER: &[&str] = &["name", "email", "password"];

/// What somebody typed to get an account.
pub struct SignUp {
    pub email: String,
    pub name: String,
    pub password: Password,
}

/// `GET /register`
pub async fn new(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    if page.visitor.account.is_some() {
        return Ok(page.redirect("/dashboard", None));
    }
    let next = form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(name, _)| name == "next")
        .map(|(_, next)| next.into_owned())
        .unwrap_or_default();
    show(page, &Form::default(), &next, Messages::default())
}

/// `POST /register`: makes the account and signs it in.
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    let next = form.value("next").to_owned();
    let sign_up = match SignUp::read(&form, &page.board.config) {
        Ok(sign_up) => sign_up,
        Err(messages) => return show_again(page, &form, &next, messages),
    };
    let address = page
        .board
        .client_address(request.peer_addr(), request.headers());
    if let Err(wait) = page.board.throttle.sign_up(address) {
        tracing::warn!(target: "security", event = "sign-up throttled", ?address);
        let page = page.status(StatusCode::TOO_MANY_REQUESTS);
        let mut response = show(page, &form, &next, Messages::of("email", wait.in_words()))?;
        sign_in::add_retry_after(&mut response, wait);
        return Ok(response);
    }
    let new = sign_up.into_account(&page, Role::Member).await?;
    let Some(account) = page.board.db.write(move |db| new.insert(db)).await? else {
        let taken = Messages::of(
            "email",
            "This address has an account already. Sign in instead.",
        );
        return show_again(page, &form, &next, taken);
    };
    let next = local_path(&next).unwrap_or("/dashboard");
    sign_in::begin_session(page, &request, account, next, Notice::Welcome).await
}

impl SignUp {
    /// Reads `name`, `email` and `password`.
    pub fn read(form: &Form, config: &Config) -> Result<Self, Messages> {
        let mut fields = Fields::new(form);
        let name = fields.line("name", 1, 100);
        let email = normalize_email(&fields.line("email", 1, 254));
        if !email.is_empty() && !EmailAddress::is_valid(&email) {
            fields
                .messages
                .add("email", "Give an email address, like ada@example.org.");
        }
        let password = Password::new(form.value("password"));
        if let Some(problem) = password.problem(&email, &config.site_name) {
            fields.messages.add("password", problem);
        }
        if fields.messages.is_empty() {
            Ok(Self {
                email,
                name,
                password,
            })
        } else {
            Err(fields.messages)
        }
    }

    /// Hashes the password, on the thread for that.
    pub async fn into_account(self, page: &Page, role: Role) -> Result<NewAccount, Error> {
        Ok(NewAccount {
            email: self.email,
            name: self.name,
            password_hash: page.board.hasher.hash(self.password).await?,
            role: Stored(role),
            created_at: page.board.clock.now(),
        })
    }
}

/// The form as it was typed, without the password.
pub fn view(form: &Form, messages: Messages) -> FormView {
    let values = ["name", "email"].map(|name| (name, form.value(name).to_owned()));
    FormView::new(values, messages, ORDER)
}

fn show_again(
    page: Page,
    form: &Form,
    next: &str,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    show(page, form, next, messages)
}

fn show(page: Page, form: &Form, next: &str, messages: Messages) -> Result<HttpResponse, Error> {
    let next = local_path(next).unwrap_or("");
    page.show(
        "accounts/register.html",
        context! { form => &view(form, messages), next => next },
    )
}
