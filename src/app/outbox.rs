//! Letters and events that a version without `tasks` left in `outbox`, or puts there while it still runs
//! beside this one. They become tasks. To be deleted, with the table, in the next version.

use std::time::Duration;

use actix_web::web::Data;
use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::{
    http::board::Board,
    platform::{
        db::{self, Db},
        mail::{Mailer, Sealed},
        schema::outbox,
        tasks::NewTask,
    },
    webhooks::{
        Webhook,
        deliverer::{Deliverer, Message},
        event::queue_of,
    },
};

/// How often to look. The other version looks as often, and whoever is first sends.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Rows moved in one transaction.
const BATCH: i64 = 100;

#[derive(Queryable, Selectable)]
#[diesel(table_name = outbox)]
struct Row {
    id: i64,
    message_id: String,
    recipient: Option<String>,
    subject: String,
    sealed_body: String,
    created_at: NaiveDateTime,
    /// None where it was given up.
    due_at: Option<NaiveDateTime>,
    attempts: i32,
    last_error: Option<String>,
    webhook_id: Option<i64>,
}

/// Moves what is due, for as long as the board is served.
pub async fn run(board: Data<Board>) {
    loop {
        if board.db.is_ready()
            && let Err(error) = move_due(&board).await
        {
            tracing::warn!(target: "tasks", %error, "the outbox cannot be read");
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Moves all that is due, and what was given up. What another process is sending has its due time in the
/// future.
///
/// # Errors
/// Those of the database.
pub async fn move_due(board: &Board) -> Result<(), db::Error> {
    loop {
        let now = board.clock.now();
        let due = board
            .db
            .read::<_, db::Error, _>(move |db| Ok(due(db, now)?));
        let due = due.await?;
        if due.is_empty() {
            return Ok(());
        }
        let moved = board
            .db
            .write(move |db| due.iter().try_for_each(|row| row.adopt(db)));
        moved.await?;
    }
}

fn due(db: &mut Db, now: NaiveDateTime) -> QueryResult<Vec<Row>> {
    outbox::table
        .filter(outbox::due_at.le(now).or(outbox::due_at.is_null()))
        .order((outbox::due_at, outbox::id))
        .limit(BATCH)
        .select(Row::as_select())
        .load(db)
}

impl Row {
    /// Makes it a task, unless another process has taken it meanwhile.
    fn adopt(&self, db: &mut Db) -> Result<(), db::Error> {
        let own = outbox::table.find(self.id);
        let untouched = own.filter(outbox::attempts.eq(self.attempts));
        if diesel::delete(untouched).execute(db)? == 0 {
            return Ok(());
        }
        match self.task(db) {
            Ok(None) => {}
            Ok(Some(task)) => {
                task.due(self.due_at)
                    .tried(self.attempts, self.last_error.clone())
                    .store(db)?;
            }
            Err(error) => tracing::error!(target: "tasks", id = self.message_id, %error, "dropped"),
        }
        Ok(())
    }

    /// Nothing, where its webhook is gone.
    fn task(&self, db: &mut Db) -> Result<Option<NewTask>, db::Error> {
        let Some(webhook_id) = self.webhook_id else {
            let letter = Sealed {
                message_id: self.message_id.clone(),
                recipient: self.recipient.clone(),
                subject: self.subject.clone(),
                body: self.sealed_body.clone(),
            };
            return NewTask::of::<Mailer>(&letter, self.created_at).map(Some);
        };
        let Some(webhook) = Webhook::of_delivery(db, webhook_id)? else {
            return Ok(None);
        };
        let message = Message {
            webhook_id,
            message_id: self.message_id.clone(),
            event: self.subject.clone(),
            snapshot: serde_json::from_str(&self.sealed_body).map_err(db::Error::internal)?,
        };
        let task = NewTask::of::<Deliverer>(&message, self.created_at)?;
        Ok(Some(task.queue(queue_of(&webhook))))
    }
}
