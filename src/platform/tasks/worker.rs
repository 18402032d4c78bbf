//! A kind of work with what it needs, its types forgotten, so that one runner can have them all.

use std::{panic::AssertUnwindSafe, rc::Rc, time::Duration};

use futures_util::{
    FutureExt,
    future::{LocalBoxFuture, ready},
};

use super::{Attempt, Lane, Outcome, Retry, Task, claimed::Claimed};

/// Does the tasks of one kind.
pub struct Worker {
    pub kind: &'static str,
    pub(super) lane: Lane,
    pub(super) retry: Retry,
    pub(super) patience: Duration,
    /// The first payload of a task that always waits for its next turn.
    pub(super) standing: Option<String>,
    pub(super) remains: fn(&str) -> Option<String>,
    run: Box<Run>,
}

type Run = dyn Fn(&Claimed) -> LocalBoxFuture<'static, Outcome>;

impl Worker {
    pub fn new<T: Task>(task: T) -> Self {
        let task = Rc::new(task);
        Self {
            kind: T::KIND,
            lane: T::LANE,
            retry: T::RETRY,
            patience: T::PATIENCE,
            standing: T::standing().and_then(|payload| serde_json::to_string(&payload).ok()),
            remains: remains::<T>,
            run: Box::new(move |claimed| run(task.clone(), claimed)),
        }
    }

    /// Runs a task for as long as its kind may take. A panic is a failure like others.
    pub(super) async fn run(&self, claimed: &Claimed) -> Outcome {
        let run = AssertUnwindSafe((self.run)(claimed)).catch_unwind();
        match tokio::time::timeout(self.patience, run).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Outcome::failed("it panicked; the log says where"),
            Err(_) => Outcome::failed(format!("not done in {} s", self.patience.as_secs())),
        }
    }
}

fn run<T: Task>(task: Rc<T>, claimed: &Claimed) -> LocalBoxFuture<'static, Outcome> {
    let attempt = Attempt {
        number: claimed.attempts,
        created_at: claimed.created_at,
    };
    match serde_json::from_str(&claimed.payload) {
        Ok(payload) => async move { task.run(payload, attempt).await }.boxed_local(),
        // A newer version may have written it, which runs beside this one and will take it.
        Err(error) => ready(Outcome::failed(format!("it cannot be read: {error}"))).boxed_local(),
    }
}

fn remains<T: Task>(payload: &str) -> Option<String> {
    let payload = T::remains(serde_json::from_str(payload).ok()?)?;
    serde_json::to_string(&payload).ok()
}
