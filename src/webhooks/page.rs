//! `/account/webhooks`: making, testing and deleting webhooks.

pub mod log;

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use serde::Serialize;
use tera::context;

use super::{
    actions,
    event::{self, Event},
    failure::Failure,
    notices,
    webhook::{MOST, NewWebhook, Scope, Webhook},
};
use crate::{
    accounts::{SignedIn, Try, letters, passwords::current},
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        page::Page,
    },
    platform::{
        audit::Subject,
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        zone::Zone,
    },
};

/// A webhook as it is listed.
#[derive(Serialize)]
struct Row {
    id: i64,
    url: String,
    scope: String,
    created: String,
}

/// `GET /account/webhooks`
pub async fn index(page: Page, signed_in: SignedIn) -> Result<HttpResponse, Error> {
    render(
        page,
        &signed_in,
        &Form::default(),
        Messages::default(),
        None,
    )
    .await
}

/// `POST /account/webhooks` with `url`, `scope` and `current_password`: shows the secret, this once.
pub async fn create(page: Page, signed_in: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let mut fields = Fields::new(&form);
    let url = fields.line("url", 500, Message::new("webhooks-field-url"));
    let scope = fields.optional_choice::<Scope>("scope");
    let mut messages = fields.messages;
    let scope = scope.filter(|_| signed_in.is_admin()).unwrap_or(Scope::Own);
    match reqwest::Url::parse(&url) {
        Ok(parsed) if parsed.has_host() && matches!(parsed.scheme(), "http" | "https") => {
            if let Some(objection) = page.board.state::<super::Sender>()?.objection(&parsed) {
                messages.add("url", message(objection));
            }
        }
        _ => messages.add("url", Message::new("webhooks-field-url")),
    }
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
        let now = page.board.clock.now();
        let made = NewWebhook::new(&page.board.keys, signed_in.id, url.clone(), scope, now);
        let (webhook, secret) = made.map_err(Error::internal)?;
        let (account, origin) = (signed_in.id, page.origin());
        let notice = letters::webhook_made(&page.board, &host(&url));
        let notice = page
            .board
            .mail
            .write(Some(signed_in.email.clone()), &notice)?;
        let is_stored = page
            .board
            .write(move |db| {
                if Webhook::all_of(db, account)?.len() >= MOST {
                    return Ok(false);
                }
                webhook.insert(db)?;
                notice.queue(db)?;
                let about = Subject::Account(account);
                origin.record(db, actions::WEBHOOK_MADE, about, &host(&url))?;
                Ok(true)
            })
            .await?;
        if is_stored {
            return render(page, &signed_in, &Form::default(), messages, Some(secret)).await;
        }
        let many = Message::new("webhooks-most").with("most", MOST);
        messages.add("url", many);
        page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    }
    render(page, &signed_in, &form, messages, None).await
}

/// `POST /account/webhooks/{webhook}/test`
pub async fn test(
    page: Page,
    signed_in: SignedIn,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let (account, id) = (signed_in.id, parse(&id)?);
    let now = page.board.clock.now();
    let counted = Try::change(&page.board.config.limits, account);
    page.board
        .write(move |db| {
            counted.charge(db, now)?;
            let webhook = Webhook::find(db, account, id)?.ok_or(Error::NotFound)?;
            Ok(event::queue_for(db, &webhook, Event::Test, None, now)?)
        })
        .await?;
    let log = format!("/account/webhooks/{id}");
    Ok(page.redirect(&log, Some(notices::WEBHOOK_TESTED)))
}

/// `POST /account/webhooks/{webhook}/delete`
pub async fn delete(
    page: Page,
    signed_in: SignedIn,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let (account, id, origin) = (signed_in.id, parse(&id)?, page.origin());
    page.board
        .write(move |db| {
            let webhook = Webhook::find(db, account, id)?.ok_or(Error::NotFound)?;
            webhook.delete(db)?;
            let about = Subject::Account(account);
            Ok(origin.record(db, actions::WEBHOOK_DELETED, about, &host(&webhook.url))?)
        })
        .await?;
    Ok(page.redirect("/account/webhooks", Some(notices::WEBHOOK_DELETED)))
}

/// What others may read of an address: the rest of it may hold a secret.
fn host(url: &str) -> String {
    let url = reqwest::Url::parse(url).ok();
    let host = url.as_ref().and_then(reqwest::Url::host_str);
    host.unwrap_or_default().to_owned()
}

fn parse(id: &str) -> Result<i64, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

async fn render(
    page: Page,
    signed_in: &SignedIn,
    typed: &Form,
    messages: Messages,
    secret: Option<String>,
) -> Result<HttpResponse, Error> {
    let account = signed_in.id;
    let webhooks = page
        .board
        .read(move |db| Ok(Webhook::all_of(db, account)?))
        .await?;
    let zone = page.board.clock.zone();
    let rows: Vec<Row> = webhooks
        .into_iter()
        .map(|webhook| Row::new(webhook, page.locale, zone))
        .collect();
    let scopes: Vec<_> = Scope::ALL
        .iter()
        .map(|scope| (scope.as_str(), page.locale.text(&scope.label())))
        .collect();
    let scope = match typed.value("scope") {
        "" => Scope::Own.as_str(),
        scope => scope,
    };
    let values = [
        ("url", typed.value("url").to_owned()),
        ("scope", scope.to_owned()),
    ];
    let locale = page.locale;
    page.show(
        "webhooks/list.html",
        context! {
            form => &FormView::new(locale, values, messages, &["url", "scope", "current_password"]),
            webhooks => &rows,
            scopes => &scopes,
            may_watch_all => &signed_in.is_admin(),
            secret => &secret,
        },
    )
}

impl Row {
    fn new(webhook: Webhook, locale: Locale, zone: Zone) -> Self {
        Self {
            id: webhook.id,
            url: webhook.url,
            scope: locale.text(&webhook.scope.label()),
            created: locale.date(zone.day_of(webhook.created_at)),
        }
    }
}

/// What is said of an address at the field where it was typed.
fn message(objection: Failure) -> Message {
    match objection {
        Failure::NotHttps => Message::new("webhooks-field-https"),
        _ => Message::new("webhooks-field-public"),
    }
}
