//! Tasks in tests: they run when a test says so, and none is left at its end.

use std::{cell::RefCell, thread};

use actix_web::{rt::System, web::Data};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use jobboard::{
    app::{self, Board},
    platform::schema::tasks,
};
use tokio::sync::oneshot;

/// A runner on a thread of its own.
#[derive(Default)]
pub struct Background(RefCell<Option<(oneshot::Sender<()>, thread::JoinHandle<()>)>>);

impl Background {
    pub fn start(&self, board: Data<Board>) {
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            System::new().block_on(async {
                let runner = app::runner(&board);
                tokio::select! {
                    () = runner.run() => {}
                    _ = stopped => {}
                }
            });
        });
        self.0.replace(Some((stop, thread)));
    }

    pub fn stop(&self) {
        if let Some((stop, thread)) = self.0.take() {
            let _ = stop.send(());
            let _ = thread.join();
        }
    }
}

/// Runs what is due.
///
/// # Panics
/// When something is left that cannot be done, or has failed.
pub fn finish(board: &Data<Board>) {
    // More may be due meanwhile.
    let now = board.clock.now();
    if count_due(board, now) > 0 {
        let board = board.clone();
        let running = thread::spawn(move || {
            System::new().block_on(async { app::runner(&board).run_due().await.unwrap() });
        });
        running.join().unwrap();
    }
    let failed: Vec<(String, Option<String>)> = tasks::table
        .filter(tasks::last_error.is_not_null())
        .select((tasks::kind, tasks::last_error))
        .load(&mut *board.db.connection().unwrap())
        .unwrap();
    assert!(failed.is_empty(), "tasks failed: {failed:?}");
    assert_eq!(count_due(board, now), 0, "tasks are left over");
}

fn count_due(board: &Board, now: NaiveDateTime) -> i64 {
    tasks::table
        .filter(tasks::due_at.le(now))
        .count()
        .get_result(&mut *board.db.connection().unwrap())
        .unwrap()
}
