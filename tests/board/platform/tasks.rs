//! Work in the background: once, in order, later and later, and never lost.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use jobboard::{
    app::Runner,
    platform::{
        schema::tasks,
        tasks::{self as work, Attempt, Lane, NewTask, Outcome, Retry, Task, Worker},
    },
};

use crate::support::TestApp;

/// Writes down what it is given, and does what that says.
#[derive(Clone, Default)]
struct Diary {
    seen: Arc<Mutex<Vec<String>>>,
    /// Whether what fails has been mended.
    is_mended: Arc<AtomicBool>,
}

impl Task for Diary {
    const KIND: &'static str = "diary";
    const LANE: Lane = Lane {
        name: "diary",
        at_once: 2,
    };
    const RETRY: Retry = Retry {
        tries: 3,
        ..Retry::TWO_DAYS
    };
    const PATIENCE: Duration = Duration::from_millis(200);
    type Payload = String;

    fn remains(payload: String) -> Option<String> {
        Some(format!("{payload}, given up"))
    }

    async fn run(&self, payload: String, attempt: Attempt) -> Outcome {
        let entry = format!("{payload} {}", attempt.number);
        self.seen.lock().unwrap().push(entry);
        match payload.as_str() {
            _ if self.is_mended.load(Ordering::SeqCst) => Outcome::done(),
            "fails" => Outcome::failed("it failed"),
            "panics" => panic!("on purpose"),
            "hangs" => std::future::pending().await,
            "is hopeless" => Outcome::hopeless("it never will"),
            _ => Outcome::done(),
        }
    }
}

impl Diary {
    fn runner(&self, app: &TestApp) -> Runner {
        Runner::new(
            &app.board.db,
            &app.board.clock,
            vec![Worker::new(self.clone())],
        )
    }

    async fn run(&self, app: &TestApp) {
        self.runner(app).run_due().await.unwrap();
    }

    fn seen(&self) -> Vec<String> {
        std::mem::take(&mut *self.seen.lock().unwrap())
    }
}

/// Queues a task as `change` would have it.
async fn queue(app: &TestApp, payload: &str, change: impl FnOnce(NewTask) -> NewTask) -> bool {
    let now = app.board.clock.now();
    let new = change(NewTask::of::<Diary>(&payload.to_owned(), now).unwrap());
    app.board.write(move |db| Ok(new.store(db)?)).await.unwrap()
}

type Row = (String, i32, Option<NaiveDateTime>, Option<String>);

/// What is left of the diary's tasks.
async fn left(app: &TestApp) -> Vec<Row> {
    app.board
        .read(|db| {
            Ok(tasks::table
                .filter(tasks::kind.eq("diary"))
                .order(tasks::id)
                .select((
                    tasks::payload,
                    tasks::attempts,
                    tasks::due_at,
                    tasks::last_error,
                ))
                .load(db)?)
        })
        .await
        .unwrap()
}

#[actix_web::test]
async fn what_fails_panics_or_hangs_is_tried_again_and_given_up_in_the_end() {
    let app = TestApp::start();
    app.leave_tasks();
    let diary = Diary::default();
    for payload in ["fails", "panics", "hangs", "is hopeless", "is done"] {
        queue(&app, payload, |new| new).await;
    }
    diary.run(&app).await;
    let mut seen = diary.seen();
    seen.sort_unstable();
    let all = [
        "fails 1",
        "hangs 1",
        "is done 1",
        "is hopeless 1",
        "panics 1",
    ];
    assert_eq!(seen, all);
    diary.run(&app).await;
    assert!(diary.seen().is_empty(), "each in its time");
    for (number, minutes) in [(2, 2), (3, 3)] {
        app.board.clock.advance(TimeDelta::minutes(minutes));
        diary.run(&app).await;
        let mut seen = diary.seen();
        seen.sort_unstable();
        let again = ["fails", "hangs", "panics"].map(|payload| format!("{payload} {number}"));
        assert_eq!(seen, again);
    }
    app.board.clock.advance(TimeDelta::days(1));
    diary.run(&app).await;
    assert!(diary.seen().is_empty());
    let left = left(&app).await;
    let told: Vec<_> = left
        .iter()
        .map(|(payload, _, due, error)| {
            assert_eq!(*due, None, "{payload}");
            (payload.as_str(), error.as_deref().unwrap_or_default())
        })
        .collect();
    let expected = [
        (r#""fails, given up""#, "it failed"),
        (r#""panics, given up""#, "it panicked; the log says where"),
        (r#""hangs, given up""#, "not done in 0 s"),
        (r#""is hopeless, given up""#, "it never will"),
    ];
    assert_eq!(told, expected);
}

#[actix_web::test]
async fn of_tasks_with_one_key_one_waits_until_it_begins() {
    let app = TestApp::start();
    let diary = Diary::default();
    let key = |new: NewTask| new.key("the key".into());
    assert!(queue(&app, "first", key).await);
    assert!(!queue(&app, "second", key).await);
    let replaced = app
        .board
        .write(|db| Ok(work::replace::<Diary>(db, "the key", &"fails".into())?))
        .await;
    assert!(replaced.unwrap());
    diary.run(&app).await;
    assert_eq!(diary.seen(), ["fails 1"]);
    assert!(queue(&app, "third", key).await, "the other one has begun");
    diary.is_mended.store(true, Ordering::SeqCst);
    app.board.clock.advance(TimeDelta::minutes(2));
    diary.run(&app).await;
    assert_eq!(diary.seen(), ["third 1", "fails 2"]);
}

#[actix_web::test]
async fn tasks_of_one_queue_wait_for_each_other() {
    let app = TestApp::start();
    let diary = Diary::default();
    let queued = |new: NewTask| new.queue("a receiver".into());
    queue(&app, "fails", queued).await;
    queue(&app, "is next", queued).await;
    queue(&app, "is elsewhere", |new| new).await;
    diary.run(&app).await;
    assert_eq!(diary.seen(), ["fails 1", "is elsewhere 1"]);
    diary.is_mended.store(true, Ordering::SeqCst);
    app.board.clock.advance(TimeDelta::minutes(2));
    diary.run(&app).await;
    assert_eq!(diary.seen(), ["fails 2", "is next 1"]);
}

#[actix_web::test]
async fn nobody_fills_a_lane_with_many_queues() {
    let app = TestApp::start();
    app.leave_tasks();
    let diary = Diary::default();
    for (payload, name) in [
        ("hangs", "ada/1"),
        ("is next", "ada/2"),
        ("is bobs", "bob/1"),
    ] {
        queue(&app, payload, |new| new.queue(name.into())).await;
    }
    diary.run(&app).await;
    assert_eq!(diary.seen(), ["hangs 1", "is bobs 1", "is next 1"]);
}

#[actix_web::test]
async fn a_task_is_queued_if_and_only_if_its_cause_is_kept() {
    let app = TestApp::start();
    let diary = Diary::default();
    let new = NewTask::of::<Diary>(&"never".into(), app.board.clock.now()).unwrap();
    let undone = app.board.write(move |db| {
        new.store(db)?;
        Err::<(), _>(jobboard::http::error::Error::NotFound)
    });
    assert!(undone.await.is_err());
    diary.run(&app).await;
    assert!(diary.seen().is_empty());
}

#[actix_web::test]
async fn what_a_newer_version_queued_is_left_for_it() {
    let app = TestApp::start();
    app.leave_tasks();
    let diary = Diary::default();
    queue(&app, "is known", |new| new).await;
    app.board
        .write(|db| {
            Ok(diesel::update(tasks::table.filter(tasks::kind.eq("diary")))
                .set(tasks::payload.eq("{\"words\": 1}"))
                .execute(db)?)
        })
        .await
        .unwrap();
    diary.run(&app).await;
    app.run_tasks().await;
    let left = left(&app).await;
    assert_eq!((left.len(), left[0].1), (1, 1));
    assert!(left[0].2.is_some(), "it is not given up");
}

#[actix_web::test]
async fn the_board_sweeps_once_an_hour_whichever_replica_does_it() {
    let app = TestApp::start();
    let replica = app.replica(app.board.config.clone());
    app.run_tasks().await;
    replica.run_tasks().await;
    let due = || async {
        let due = app.board.read(|db| {
            Ok(tasks::table
                .filter(tasks::kind.eq("sweep"))
                .select(tasks::due_at)
                .load::<Option<NaiveDateTime>>(db)?)
        });
        due.await.unwrap()
    };
    let [Some(first)] = due().await[..] else {
        panic!("one row stands for all");
    };
    assert!(first > app.board.clock.now() + TimeDelta::minutes(59));
    app.board.clock.advance(TimeDelta::minutes(61));
    app.run_tasks().await;
    let [Some(second)] = due().await[..] else {
        panic!("one row stands for all");
    };
    assert!(second > first);
}
