//! The board is killed while people write. What it said it stored is stored, and nothing is stored by
//! half.

use std::{
    net::TcpListener,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};
use futures_util::future::join_all;
use jobboard::platform::db::{Connector, Db};

use reqwest::{Method, RequestBuilder};

use crate::support::{Answer, Browser, Process, TestDatabase, account, id_of, job, with};

const ROUNDS: u64 = 50;
const WRITERS: usize = 8;

/// How long a board may take to store the first change, and to answer the first search.
const PATIENCE: Duration = Duration::from_secs(20);

/// Somebody who changes a job of their own again and again.
struct Writer {
    browser: Browser,
    path: String,
    /// What the board last said it stored.
    stored: usize,
    /// What was last sent.
    sent: usize,
}

impl Writer {
    async fn sign_up(url: &str, number: usize) -> Self {
        let browser = Browser::to(url);
        let answer = browser
            .submit("/register", &account(&format!("Writer{number}")))
            .await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let path = browser.publish(&title(0)).await;
        Self {
            browser,
            path,
            stored: 0,
            sent: 0,
        }
    }

    /// Writes until the board is gone, and says when something was stored. A connection that is left from before a kill is no answer either.
    async fn write(&mut self, has_stored: &AtomicBool, is_gone: &AtomicBool) {
        let form = format!("{}/edit", self.path);
        while !is_gone.load(Ordering::SeqCst) {
            let Some(edit) = answer(self.browser.request(Method::GET, &form)).await else {
                continue;
            };
            assert_eq!(edit.status, 200, "{}", edit.body);
            self.sent += 1;
            let fields = with(job(&title(self.sent)), "version", &edit.value("version"));
            let fields = with(fields, "description", &text(self.sent));
            let sending = self.browser.request(Method::POST, &self.path);
            if let Some(answer) = answer(sending.form(&fields)).await {
                assert_eq!(answer.status, 303, "{}", answer.body);
                self.stored = self.sent;
                has_stored.store(true, Ordering::SeqCst);
            }
        }
    }

    /// The answer of a board that is up, if need be on another connection.
    async fn get(&self, path: &str) -> Answer {
        for _ in 0..WRITERS {
            if let Some(answer) = answer(self.browser.request(Method::GET, path)).await {
                return answer;
            }
        }
        panic!("{path} is not answered");
    }

    /// The job is what was stored last, or what was being stored, whole.
    async fn check(&mut self) {
        let page = self.get(&format!("{}/edit", self.path)).await;
        let (found_title, found_text) = (page.value("title"), page.text("textarea"));
        let found = (self.stored..=self.sent).find(|number| title(*number) == found_title);
        let Some(found) = found else {
            panic!("{found_title} is neither {} nor {}", self.stored, self.sent);
        };
        if found > 0 {
            assert_eq!(found_text, text(found), "stored by half");
        }
        let id = id_of(&self.path);
        let search = format!("/jobs?q=unique{found}x");
        let started = Instant::now();
        let mut listed = self.get(&search).await;
        // The index is compared with the lists first.
        while listed.status == 503 && started.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(20)).await;
            listed = self.get(&search).await;
        }
        if found > 0 {
            assert!(
                listed.body.contains(&format!("/jobs/{id}-")),
                "not in the index: {} {}",
                listed.status,
                listed.text("main")
            );
        }
        (self.stored, self.sent) = (found, found);
    }
}

/// The answer, unless the board is gone before it is whole.
async fn answer(request: RequestBuilder) -> Option<Answer> {
    let response = request.send().await.ok()?;
    Some(Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: response.text().await.ok()?,
    })
}

fn title(number: usize) -> String {
    format!("Change number {number}")
}

fn text(number: usize) -> String {
    format!(
        "This is unique{number}x. {}",
        "Words and more words. ".repeat(200).trim()
    )
}

#[actix_web::test]
async fn what_was_said_to_be_stored_survives_kill_9() {
    let database = TestDatabase::new();
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let bind = port.to_string();
    let settings = [("DATABASE_URL", database.url.as_str()), ("BIND", &bind)];
    let first = Process::serve(database.folder(), &settings);
    let mut writers = Vec::new();
    for number in 0..WRITERS {
        writers.push(Writer::sign_up(&first.url, number).await);
    }
    drop(first);
    for round in 0..ROUNDS {
        let board = Process::serve(database.folder(), &settings);
        let (has_stored, is_gone) = (AtomicBool::new(false), AtomicBool::new(false));
        let kill = async {
            // A slow machine is not to be killed before it has done anything.
            let started = Instant::now();
            while !has_stored.load(Ordering::SeqCst) && started.elapsed() < PATIENCE {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            tokio::time::sleep(Duration::from_millis(round * 37 % 300)).await;
            board.signal("KILL");
            is_gone.store(true, Ordering::SeqCst);
        };
        let writing = join_all(
            writers
                .iter_mut()
                .map(|writer| writer.write(&has_stored, &is_gone)),
        );
        futures_util::future::join(kill, writing).await;
        drop(board);
        let _board = Process::serve(database.folder(), &settings);
        for writer in &mut writers {
            writer.check().await;
        }
    }
    let written: usize = writers.iter().map(|writer| writer.stored).sum();
    println!("{written} changes stored in {ROUNDS} rounds, none lost");
    assert!(written > WRITERS * 10, "hardly anything was written");
    assert_sound(&database);
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// The database finds no fault with itself.
fn assert_sound(database: &TestDatabase) {
    let mut db = Connector::new(&database.config().database_url)
        .establish()
        .unwrap();
    let ask = |db: &mut Db, statement: &str| -> i64 {
        sql_query(statement)
            .get_result::<Number>(db)
            .unwrap()
            .number
    };
    if matches!(db, Db::Sqlite(_)) {
        let faults = "SELECT count(*) AS number FROM pragma_integrity_check \
                      WHERE integrity_check <> 'ok'";
        assert_eq!(ask(&mut db, faults), 0);
        let orphans = "SELECT count(*) AS number FROM pragma_foreign_key_check";
        assert_eq!(ask(&mut db, orphans), 0);
    }
    let unlisted = "SELECT count(*) AS number FROM jobs WHERE status = 'published' \
                    AND id NOT IN (SELECT job_id FROM listings)";
    assert_eq!(ask(&mut db, unlisted), 0);
}
