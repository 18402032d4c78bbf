//! `/account/webhooks/{webhook}`: what came of each delivery.

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use serde::Serialize;
use tera::context;

use super::{Row, parse};
use crate::{
    accounts::SignedIn,
    http::{error::Error, page::Page},
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    webhooks::{delivery::Delivery, failure::Failure, webhook::Webhook},
};

/// Tries shown.
const TRIES_SHOWN: i64 = 50;

/// A delivery, or a failed one, as it is listed.
#[derive(Serialize)]
struct DeliveryRow {
    event: String,
    /// To the second, UTC.
    at: String,
    attempt: i32,
    outcome: String,
    is_success: bool,
    milliseconds: i32,
    message_id: String,
}

/// `GET /account/webhooks/{webhook}`
pub async fn show(
    page: Page,
    signed_in: SignedIn,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let (account, id) = (signed_in.id, parse(&id)?);
    let (webhook, tries) = page
        .board
        .read(move |db| {
            let webhook = Webhook::find(db, account, id)?.ok_or(Error::NotFound)?;
            let tries = Delivery::newest_of(db, webhook.id, TRIES_SHOWN)?;
            Ok((webhook, tries))
        })
        .await?;
    let (locale, zone) = (page.locale, page.board.clock.zone());
    let tries: Vec<DeliveryRow> = tries
        .into_iter()
        .map(|delivery| DeliveryRow::new(delivery, locale))
        .collect();
    page.show(
        "webhooks/log.html",
        context! { webhook => &Row::new(webhook, locale, zone), tries => &tries },
    )
}

/// What came of a delivery: `302 Found: redirects are not followed`.
fn outcome(delivery: &Delivery, locale: Locale) -> String {
    let failure = match Failure::from_text(&delivery.outcome) {
        Some(failure) => locale.text(&failure.label()),
        None => delivery.outcome.clone(),
    };
    let status = delivery.status.and_then(|status| {
        let status = u16::try_from(status).ok()?;
        StatusCode::from_u16(status).ok()
    });
    match (status, failure.as_str()) {
        (None, _) => failure,
        (Some(status), "") => status.to_string(),
        // An earlier version wrote the answer down, too.
        (Some(status), known) if known.starts_with(status.as_str()) => failure,
        (Some(status), _) => {
            let both = Message::new("webhooks-answer-and-failure")
                .with("status", status.to_string())
                .with("failure", failure);
            locale.text(&both)
        }
    }
}

impl DeliveryRow {
    fn new(delivery: Delivery, locale: Locale) -> Self {
        Self {
            outcome: outcome(&delivery, locale),
            event: delivery.event,
            at: delivery.at.format("%F %T").to_string(),
            attempt: delivery.attempt,
            is_success: delivery.status.is_some_and(|status| status / 100 == 2),
            milliseconds: delivery.milliseconds,
            message_id: delivery.message_id,
        }
    }
}
