//! How often a job's page is opened by people, each counted once a day: kept in memory, written down now and then.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use actix_web::web::Data;
use diesel::{dsl::exists, prelude::*};

use crate::{
    http::board::Board,
    http::error::Error,
    platform::{
        db::Db,
        schema::{job_views, jobs},
    },
};

/// How often the counts are written down. What was counted since is lost with the process.
const WRITE_EVERY: Duration = Duration::from_secs(10);

/// Counts not written down yet.
#[derive(Default)]
pub struct Views(Mutex<HashMap<i64, i64>>);

impl Views {
    pub fn count(&self, job_id: i64) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.entry(job_id).or_default() += 1;
    }

    fn take(&self) -> HashMap<i64, i64> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// How often the page of each of these jobs was opened.
pub fn of(db: &mut Db, job_ids: &[i64]) -> QueryResult<HashMap<i64, i64>> {
    let rows: Vec<(i64, i64)> = job_views::table
        .filter(job_views::job_id.eq_any(job_ids))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// Writes the counts down every few seconds.
pub async fn run(board: Data<Board>) {
    loop {
        tokio::time::sleep(WRITE_EVERY).await;
        if let Err(error) = write_down(&board).await {
            tracing::warn!(%error, "the views of jobs could not be written down");
        }
    }
}

/// Writes the counts down now.
pub async fn write_down(board: &Board) -> Result<(), Error> {
    let counts = board.state::<Views>()?.take();
    if counts.is_empty() {
        return Ok(());
    }
    board
        .write(move |db| {
            for (job_id, count) in counts {
                add(db, job_id, count)?;
            }
            Ok(())
        })
        .await
}

fn add(db: &mut Db, job_id: i64, count: i64) -> QueryResult<()> {
    let known = diesel::update(job_views::table.find(job_id))
        .set(job_views::views.eq(job_views::views + count))
        .execute(db)?;
    if known > 0 {
        return Ok(());
    }
    // A job that was deleted since takes its views along.
    if !is_there(db, job_id)? {
        return Ok(());
    }
    let row = (job_views::job_id.eq(job_id), job_views::views.eq(count));
    let insert = diesel::insert_into(job_views::table)
        .values(row)
        .on_conflict_do_nothing();
    // `ON CONFLICT` is spelled by each backend for itself.
    match db {
        Db::Postgres(pg) => insert.execute(pg),
        Db::Sqlite(sqlite) => insert.execute(sqlite),
    }?;
    Ok(())
}

fn is_there(db: &mut Db, job_id: i64) -> QueryResult<bool> {
    diesel::select(exists(jobs::table.find(job_id))).get_result(db)
}

/// Writes the counts down before the board stops.
pub async fn save(board: Data<Board>) {
    if let Err(error) = write_down(&board).await {
        tracing::warn!(%error, "the views of jobs could not be written down");
    }
}
