//! Signing up.

use std::net::IpAddr;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use super::{
    account::{Account, NewAccount, Role, normalize_email},
    actions, letters, notices,
    passwords::{
        password::Password,
        tries::{Source, Try},
    },
    sign_in, verify_email,
};
use crate::accounts::state::State;
use crate::{
    http::board::Board,
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        next::local_path,
        page::Page,
        query,
    },
    platform::{
        audit::Subject,
        db::{Db, text_enum::Stored},
        i18n::{Locale, Message},
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
    if page.viewer.is_some() {
        return Ok(page.redirect("/dashboard", None));
    }
    let next = query::value(&request, "next");
    show(page, &Form::default(), &next, Messages::default())
}

/// `POST /register`: makes the account. Where addresses must be confirmed, the answer is the same
/// whether the address had an account or not, and the rest is in the mail; elsewhere the account is
/// signed in at once.
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    let next = form.value("next").to_owned();
    let sign_up = match SignUp::read(&form) {
        Ok(sign_up) => sign_up,
        Err(messages) => return show_again(page, &form, &next, messages),
    };
    if let Err(wait) = page.board.throttle.sign_up(page.address) {
        page.origin().refused("sign_up_throttled");
        let slow = Messages::of("email", wait.message());
        return show(page.too_many(wait), &form, &next, slow);
    }
    let new = match sign_up.into_account(&page, Role::Member).await? {
        Ok(new) => new,
        Err(messages) => return show_again(page, &form, &next, messages),
    };
    let email = new.email.clone();
    let account = store(&page, new, &next).await?;
    if verify_email::is_required(&page.board.config) {
        let has_mail_server = page.board.config.smtp_url.is_some();
        return page.show(
            "accounts/check_mail.html",
            context! {
                email => &email,
                what => "confirm",
                has_mail_server => &has_mail_server,
            },
        );
    }
    let Some(account) = account else {
        let taken = Messages::of("email", Message::new("accounts-address-taken-sign-in"));
        return show_again(page, &form, &next, taken);
    };
    let next = local_path(&next).unwrap_or("/dashboard");
    sign_in::begin_session(page, &request, account, next, notices::WELCOME).await
}

/// Stores the account and mails a link to confirm it. Whoever had that address before gets a mail
/// that says so, if the page does not say it.
async fn store(page: &Page, new: NewAccount, next: &str) -> Result<Option<Account>, Error> {
    let (board, origin, address) = (page.board.clone(), page.origin(), page.address);
    let next = next.to_owned();
    page.board
        .write(move |db| {
            let Some(account) = new.insert(db)? else {
                if verify_email::is_required(&board.config) {
                    tell_the_owner(db, &board, &new.email, address, &next)?;
                }
                return Ok(None);
            };
            account.ask_to_confirm(db, &board, &next)?;
            let about = Subject::Account(account.id);
            let origin = origin.by(account.id);
            origin.record(db, actions::SIGNED_UP, about, "")?;
            Ok(Some(account))
        })
        .await
}

fn tell_the_owner(
    db: &mut Db,
    board: &Board,
    email: &str,
    address: Option<IpAddr>,
    next: &str,
) -> Result<(), Error> {
    let mail = Try::mail(&board.config.limits, email, address);
    match mail.charge(db, board.clock.now()) {
        Err(Error::TooMany { .. }) => return Ok(()),
        charged => charged?,
    }
    match Account::find_by_email(db, email)? {
        Some(guest) if guest.is_guest => guest.offer_password(db, board),
        // The first mail may have been lost, or thrown away.
        Some(account) if account.verified_at.is_none() => account.ask_to_confirm(db, board, next),
        Some(account) => {
            let letter = letters::already_registered(board);
            Ok(board.mail.write(Some(account.email), &letter)?.queue(db)?)
        }
        None => Ok(()),
    }
}

impl SignUp {
    /// Reads `name`, `email` and `password`.
    pub fn read(form: &Form) -> Result<Self, Messages> {
        let mut fields = Fields::new(form);
        let name = fields.line("name", 100, Message::new("accounts-field-name-empty"));
        let email = normalize_email(&fields.email("email"));
        let password = Password::new(form.value("password"));
        if let Some(problem) = password.length_problem() {
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

    /// Judges and hashes the password, on the thread for that. Inside, a message where it is too easy
    /// to guess. The operator's word is enough for the address of an administrator.
    pub async fn into_account(
        self,
        page: &Page,
        role: Role,
    ) -> Result<Result<NewAccount, Messages>, Error> {
        let (hasher, brand) = (&State::of(&page.board)?.hasher, page.board.brand());
        let source = Source::Network(page.address);
        let hashed = hasher.hash_new(self.password, &self.email, &brand.site_name, &source);
        let now = page.board.clock.now();
        Ok(match hashed.await? {
            Ok(password_hash) => Ok(NewAccount {
                email: self.email,
                name: self.name,
                password_hash,
                role: Stored(role),
                created_at: now,
                verified_at: (role == Role::Admin).then_some(now),
                is_guest: false,
            }),
            Err(problem) => Err(Messages::of("password", problem)),
        })
    }
}

/// The form as it was typed, without the password.
pub fn view(locale: Locale, form: &Form, messages: Messages) -> FormView {
    let values = ["name", "email"].map(|name| (name, form.value(name).to_owned()));
    FormView::new(locale, values, messages, ORDER)
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
    let locale = page.locale;
    page.show(
        "accounts/register.html",
        context! { form => &view(locale, form, messages), next => next },
    )
}
