//! `/account/tokens`: making and revoking what programs sign in with.

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use serde::Serialize;
use tera::context;

use super::api_token::{ApiToken, MOST, NewToken, Scope};
use crate::{
    accounts::{actions, guards::SignedIn, letters, notices, passwords::current},
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        page::Page,
    },
    platform::{audit::Subject, db::text_enum::TextEnum, i18n::Message},
};

/// A token as it is listed.
#[derive(Serialize)]
struct Row {
    id: i64,
    name: String,
    scope: String,
    created: String,
    used: Option<String>,
}

/// `GET /account/tokens`
pub async fn show(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    render(
        page,
        &signed_in,
        &Form::default(),
        Messages::default(),
        None,
    )
    .await
}

/// `POST /account/tokens` with `name`, `scope` and `current_password`: shows the new token, this once.
pub async fn create(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let mut fields = Fields::new(&form);
    let name = fields.line("name", 60, Message::new("accounts-tokens-name-empty"));
    let scope = fields.choice::<Scope>("scope").unwrap_or(Scope::Read);
    let mut messages = fields.messages;
    let now = page.board.clock.now();
    let token = NewToken::new(signed_in.id, name, scope, now).map_err(Error::internal)?;
    let text = token.text.clone();
    let mut page = page;
    if !messages.is_empty() {
        page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    }
    let typed = form.value("current_password");
    if let Some(refusal) = current::refusal(&page, &signed_in, typed).await? {
        messages.add("current_password", refusal.message());
        page = refusal.mark(page);
    }
    if messages.is_empty() {
        let (account, origin) = (signed_in.id, page.origin());
        let notice = letters::api_token_made(&page.board);
        let notice = page
            .board
            .mail
            .write(Some(signed_in.email.clone()), &notice)?;
        let is_stored = page
            .board
            .write(move |db| {
                if ApiToken::all_of(db, account)?.len() >= MOST {
                    return Ok(false);
                }
                token.insert(db)?;
                notice.queue(db)?;
                let about = Subject::Account(account);
                origin.record(db, actions::API_TOKEN_MADE, about, scope.as_str())?;
                Ok(true)
            })
            .await?;
        if is_stored {
            return render(page, &signed_in, &Form::default(), messages, Some(text)).await;
        }
        let many = Message::new("accounts-tokens-most").with("most", MOST);
        messages.add("name", many);
        page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    }
    render(page, &signed_in, &form, messages, None).await
}

/// `POST /account/tokens/{token}/delete`
pub async fn delete(
    page: Page,
    signed_in: SignedIn,
    token: Path<String>,
) -> Result<HttpResponse, Error> {
    let token = token.parse().map_err(|_| Error::NotFound)?;
    let (account, origin) = (signed_in.id, page.origin());
    page.board
        .write(move |db| {
            let name = ApiToken::revoke(db, account, token)?.ok_or(Error::NotFound)?;
            Ok(origin.record(
                db,
                actions::API_TOKEN_REVOKED,
                Subject::Account(account),
                &name,
            )?)
        })
        .await?;
    Ok(page.redirect("/account/tokens", Some(notices::TOKEN_REVOKED)))
}

async fn render(
    page: Page,
    signed_in: &SignedIn,
    typed: &Form,
    messages: Messages,
    made: Option<String>,
) -> Result<HttpResponse, Error> {
    let (account, now) = (signed_in.id, page.board.clock.moment());
    let tokens = page
        .board
        .read(move |db| Ok(ApiToken::all_of(db, account)?))
        .await?;
    let rows: Vec<Row> = tokens
        .into_iter()
        .map(|token| Row {
            id: token.id,
            name: token.name,
            scope: page.locale.text(&token.scope.label()),
            created: page.locale.date(now.zone.day_of(token.created_at)),
            used: token.last_used_at.map(|then| page.locale.ago(then, now)),
        })
        .collect();
    let scopes: Vec<_> = Scope::ALL
        .iter()
        .map(|scope| (scope.as_str(), page.locale.text(&scope.label())))
        .collect();
    let scope = match typed.value("scope") {
        "" => Scope::Read.as_str(),
        scope => scope,
    };
    let values = [
        ("name", typed.value("name").to_owned()),
        ("scope", scope.to_owned()),
    ];
    let locale = page.locale;
    page.show(
        "accounts/tokens.html",
        context! {
            form => &FormView::new(locale, values, messages, &["name", "scope", "current_password"]),
            tokens => &rows,
            scopes => &scopes,
            made => &made,
        },
    )
}
