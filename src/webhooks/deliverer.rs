//! Delivering an event: one task, one message to one receiver.

use std::time::Instant;

use actix_web::web::Data;
use serde::{Deserialize, Serialize};

use super::{
    delivery::Delivery,
    event::{CompanySnapshot, Snapshot},
    failure::Failure,
    sender::{Answer, Sender},
    webhook::Webhook,
};
use crate::{
    http::board::Board,
    jobs::api::posting::ApiJob,
    platform::{
        db::{self, Db, text_enum::TextEnum},
        tasks::{Attempt, Lane, Outcome, Retry, Task},
        zone::Moment,
    },
};

/// Delivers events, many at a time and of each account one: receivers that are slow or do not answer hold
/// up their owner's events, and neither those of others nor the mail.
pub struct Deliverer(pub Data<Board>);

/// What the task of an event holds. Nothing in it is secret: what it tells of is on the board, or was.
#[derive(Clone, Deserialize, Serialize)]
pub struct Message {
    pub webhook_id: i64,
    /// The same at each try, so that a receiver can drop a second copy.
    pub message_id: String,
    /// The stored text of an `Event`.
    pub event: String,
    pub snapshot: Snapshot,
}

/// What a receiver gets.
#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    event: &'a str,
    /// When it happened.
    timestamp: String,
    /// The job or the company as it stood then; nothing in a test.
    data: Option<Told<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Told<'a> {
    Job(Box<ApiJob>),
    Company(&'a CompanySnapshot),
}

impl Task for Deliverer {
    const KIND: &'static str = "webhook";
    const LANE: Lane = Lane {
        name: "webhooks",
        at_once: 16,
    };
    const RETRY: Retry = Retry::TWO_DAYS;
    type Payload = Message;

    async fn run(&self, message: Message, attempt: Attempt) -> Outcome {
        match self.deliver(message, attempt).await {
            Ok(outcome) => outcome,
            Err(error) => Outcome::failed(error.to_string()),
        }
    }
}

impl Deliverer {
    async fn deliver(&self, message: Message, attempt: Attempt) -> Result<Outcome, db::Error> {
        let id = message.webhook_id;
        let webhook = self.0.db.read(move |db| find(db, id)).await?;
        let Some(webhook) = webhook else {
            return Ok(Outcome::done());
        };
        let started = Instant::now();
        let answer = self.send(&message, &webhook).await;
        let outcome = if answer.is_success() {
            Outcome::done()
        } else {
            Outcome::failed(answer.to_string())
        };
        let delivery = Delivery {
            webhook_id: webhook.id,
            message_id: message.message_id,
            event: message.event,
            at: self.0.clock.now(),
            attempt: attempt.number,
            status: answer.status.map(|status| i32::from(status.as_u16())),
            outcome: answer.failure.map_or("", TextEnum::as_str).to_owned(),
            milliseconds: i32::try_from(started.elapsed().as_millis()).unwrap_or(i32::MAX),
        };
        Ok(outcome.recording(move |db| {
            // Deleted meanwhile, it has no log to write to.
            match find(db, delivery.webhook_id)? {
                Some(_) => Ok(delivery.record(db)?),
                None => Ok(()),
            }
        }))
    }

    async fn send(&self, message: &Message, webhook: &Webhook) -> Answer {
        let Self(board) = self;
        let Some(body) = body(board, message) else {
            return Failure::Unreadable.into();
        };
        let at = board.clock.now().and_utc().timestamp();
        let id = &message.message_id;
        let Some(signature) = webhook.sign(&board.keys, id, at, &body) else {
            return Failure::NoKey.into();
        };
        let headers = [
            ("webhook-id", id.clone()),
            ("webhook-timestamp", at.to_string()),
            ("webhook-signature", signature),
        ];
        match board.state::<Sender>() {
            Ok(sender) => sender.post(&webhook.url, headers, body).await,
            Err(_) => Failure::NoTls.into(),
        }
    }
}

fn find(db: &mut Db, webhook_id: i64) -> Result<Option<Webhook>, db::Error> {
    Ok(Webhook::of_delivery(db, webhook_id)?)
}

fn body(board: &Board, message: &Message) -> Option<String> {
    let Snapshot { at, job, company } = &message.snapshot;
    let then = Moment {
        at: *at,
        zone: board.clock.zone(),
    };
    let data = match (job, company) {
        (Some(job), _) => Some(Told::Job(Box::new(ApiJob::new(board, job, then).ok()?))),
        (None, Some(company)) => Some(Told::Company(company)),
        (None, None) => None,
    };
    serde_json::to_string(&Body {
        event: &message.event,
        timestamp: at.and_utc().to_rfc3339(),
        data,
    })
    .ok()
}
