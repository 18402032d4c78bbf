//! Takes events from the outbox and sends them, a few at a time, so that a receiver that does not answer
//! holds up neither the others nor the mail.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use actix_web::{rt::spawn, web::Data};
use chrono::NaiveDateTime;
use diesel::QueryResult;
use serde::Serialize;
use tokio::sync::{Notify, Semaphore};

use super::{
    delivery::Delivery,
    event::Snapshot,
    sender::{Outcome, Sender},
    webhook::Webhook,
};
use crate::{
    http::board::Board,
    http::error::Error,
    jobs::api::posting::ApiJob,
    platform::{
        db::Db,
        mail::outbox::{Lane, Queued},
    },
};

/// How often to look for events.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Events under way at once.
const AT_ONCE: usize = 4;

/// What a receiver gets.
#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    event: &'a str,
    /// When it happened.
    timestamp: String,
    /// The job as it stood then; nothing in a test.
    data: Option<ApiJob>,
}

/// The webhooks that an event is on its way to. Each gets one at a time, in order: a receiver that takes
/// its time keeps nobody else's events from theirs.
#[derive(Clone, Default)]
struct Busy {
    webhooks: Arc<Mutex<HashSet<i64>>>,
    freed: Arc<Notify>,
}

impl Busy {
    fn ids(&self) -> Vec<i64> {
        self.lock().iter().copied().collect()
    }

    fn begin(&self, webhook_id: i64) {
        self.lock().insert(webhook_id);
    }

    fn end(&self, webhook_id: i64) {
        self.lock().remove(&webhook_id);
        self.freed.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, HashSet<i64>> {
        self.webhooks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends events for ever.
pub async fn run(board: Data<Board>) {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let busy = Busy::default();
    loop {
        let Ok(place) = places.clone().acquire_owned().await else {
            return;
        };
        let (now, excluded) = (board.clock.now(), busy.ids());
        let taken = board.write(move |db| take(db, &excluded, now)).await;
        match taken {
            Ok(Some((queued, webhook))) => {
                let (board, busy, id) = (board.clone(), busy.clone(), webhook.id);
                busy.begin(id);
                spawn(async move {
                    if let Err(error) = deliver(&board, queued, webhook).await {
                        tracing::warn!(target: "webhook", %error, "a try could not be written down");
                    }
                    busy.end(id);
                    drop(place);
                });
            }
            Ok(None) => {
                drop(place);
                let _ = tokio::time::timeout(LOOK_EVERY, busy.freed.notified()).await;
            }
            Err(error) => {
                drop(place);
                tracing::warn!(target: "webhook", %error, "the outbox cannot be read");
                tokio::time::sleep(LOOK_EVERY).await;
            }
        }
    }
}

fn take(db: &mut Db, busy: &[i64], now: NaiveDateTime) -> Result<Option<(Queued, Webhook)>, Error> {
    let Some(queued) = Queued::take(db, Lane::Webhooks { busy }, now)? else {
        return Ok(None);
    };
    let webhook = Webhook::of_delivery(db, queued.webhook_id.unwrap_or_default())?;
    Ok(webhook.map(|webhook| (queued, webhook)))
}

async fn deliver(board: &Data<Board>, queued: Queued, webhook: Webhook) -> Result<(), Error> {
    let started = Instant::now();
    let outcome = send(board, &queued, &webhook).await;
    let milliseconds = i32::try_from(started.elapsed().as_millis()).unwrap_or(i32::MAX);
    let now = board.clock.now();
    board
        .write(move |db| Ok(settle(db, &queued, &webhook, &outcome, milliseconds, now)?))
        .await
}

async fn send(board: &Board, queued: &Queued, webhook: &Webhook) -> Outcome {
    let Some(body) = body(board, queued) else {
        return Outcome::failure("what happened can no longer be read");
    };
    let at = board.clock.now().and_utc().timestamp();
    let id = &queued.message_id;
    let Some(signature) = webhook.sign(&board.keys, id, at, &body) else {
        return Outcome::failure("the key of its secret is no longer in JWT_KEYS");
    };
    let headers = [
        ("webhook-id", id.clone()),
        ("webhook-timestamp", at.to_string()),
        ("webhook-signature", signature),
    ];
    match board.state::<Sender>() {
        Ok(sender) => sender.post(&webhook.url, headers, body).await,
        Err(error) => Outcome::failure(error.to_string()),
    }
}

fn body(board: &Board, queued: &Queued) -> Option<String> {
    let snapshot: Snapshot = serde_json::from_str(queued.snapshot()).ok()?;
    let data = match &snapshot.job {
        Some(job) => Some(ApiJob::new(board, job, snapshot.at).ok()?),
        None => None,
    };
    serde_json::to_string(&Body {
        event: &queued.subject,
        timestamp: snapshot.at.and_utc().to_rfc3339(),
        data,
    })
    .ok()
}

fn settle(
    db: &mut Db,
    queued: &Queued,
    webhook: &Webhook,
    outcome: &Outcome,
    milliseconds: i32,
    now: NaiveDateTime,
) -> QueryResult<()> {
    // Deleted meanwhile, it has no log to write to.
    if Webhook::of_delivery(db, webhook.id)?.is_none() {
        return Ok(());
    }
    let delivery = Delivery {
        webhook_id: webhook.id,
        message_id: queued.message_id.clone(),
        event: queued.subject.clone(),
        at: now,
        attempt: queued.attempts + 1,
        status: outcome.status.map(i32::from),
        outcome: outcome.words.clone(),
        milliseconds,
    };
    delivery.record(db)?;
    if outcome.is_success() {
        return queued.settle(db);
    }
    tracing::info!(target: "webhook", webhook = webhook.id, outcome = outcome.words, "not delivered");
    match queued.postpone(db, &outcome.words, now)? {
        // The others for the same receiver would fail as well, one long wait after the other.
        Some(due) => Queued::postpone_others(db, webhook.id, due),
        // The log has it.
        None => queued.settle(db),
    }
}
