//! The first administrator. `/setup` works until there is one, for whoever has the code that the board
//! prints when it starts. Where a request comes from proves nothing: a proxy, a tunnel or another site
//! open in the operator's browser comes from this machine, too.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use tera::context;

use super::{
    account::{Account, Role},
    actions, notices, sign_in,
    sign_up::{self, SignUp},
};
use crate::accounts::state::State;
use crate::{
    http::{
        error::Error,
        form::{Form, Messages},
        page::Page,
        query,
    },
    platform::{audit::Subject, i18n::Message},
};

/// `GET /setup`
pub async fn new(page: Page, request: HttpRequest) -> Result<HttpResponse, Error> {
    require_no_admin(&page).await?;
    let code = query::value(&request, "code");
    let needs_code = !State::of(&page.board)?.setup_code.is(&code);
    show(
        page,
        &Form::default(),
        &code,
        needs_code,
        Messages::default(),
    )
}

/// `POST /setup`: makes the administrator and signs in.
pub async fn create(page: Page, request: HttpRequest, form: Form) -> Result<HttpResponse, Error> {
    require_no_admin(&page).await?;
    let code = form.value("code").trim().to_owned();
    let needs_code = !State::of(&page.board)?.setup_code.is(&code);
    if needs_code {
        let wrong = Messages::of("code", Message::new("accounts-setup-code-wrong"));
        return show_again(page, &form, &code, true, wrong);
    }
    let sign_up = match SignUp::read(&form) {
        Ok(sign_up) => sign_up,
        Err(messages) => return show_again(page, &form, &code, false, messages),
    };
    let new = match sign_up.into_account(&page, Role::Admin).await? {
        Ok(new) => new,
        Err(messages) => return show_again(page, &form, &code, false, messages),
    };
    let origin = page.origin();
    let account = page
        .board
        .write(move |db| {
            if Account::any_admin(db)? {
                return Err(Error::NotFound);
            }
            let account = new.insert(db)?;
            if let Some(account) = &account {
                let about = Subject::Account(account.id);
                let origin = origin.by(account.id);
                origin.record(db, actions::SIGNED_UP, about, "first administrator")?;
            }
            Ok(account)
        })
        .await?;
    let Some(account) = account else {
        let taken = Messages::of("email", Message::new("accounts-address-taken"));
        return show_again(page, &form, &code, false, taken);
    };
    sign_in::begin_session(
        page,
        &request,
        account,
        "/admin/welcome",
        notices::BOARD_READY,
    )
    .await
}

/// Once there is an administrator this address does not exist.
async fn require_no_admin(page: &Page) -> Result<(), Error> {
    let any = page.board.read(|db| Ok(Account::any_admin(db)?)).await?;
    if any { Err(Error::NotFound) } else { Ok(()) }
}

fn show_again(
    page: Page,
    form: &Form,
    code: &str,
    needs_code: bool,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    show(page, form, code, needs_code, messages)
}

fn show(
    page: Page,
    form: &Form,
    code: &str,
    needs_code: bool,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let locale = page.locale;
    page.show(
        "accounts/setup.html",
        context! {
            form => &sign_up::view(locale, form, messages),
            code => code,
            needs_code => &needs_code,
        },
    )
}
