//! The search index when its board is killed while it writes, and when two boards have one database.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};
use jobboard::platform::db::{Connector, Db};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::support::{Browser, Process, TestDatabase, account, program};

/// Jobs of the import during which the board is killed.
const JOBS: usize = 3_000;

/// Jobs that one import brings: it holds up other writers, and a board that starts, until it is stored.
const AT_ONCE: usize = 100;

/// How often the board is killed after it.
const ROUNDS: u64 = 20;

#[derive(QueryableByName)]
struct JobId {
    #[diesel(sql_type = BigInt)]
    job_id: i64,
}

/// The database as the tests look into it, past the board.
struct Inside {
    db: Db,
    database: TestDatabase,
}

impl Inside {
    fn new() -> Self {
        let database = TestDatabase::new();
        let url = database.config().database_url;
        let db = Connector::new(&url).establish().unwrap();
        Self { db, database }
    }

    fn data_dir(&self) -> PathBuf {
        self.database.folder().join("data")
    }

    fn serve(&self) -> Process {
        let data_dir = self.data_dir().display().to_string();
        let settings = [
            ("DATABASE_URL", self.database.url.as_str()),
            ("DATA_DIR", &data_dir),
        ];
        Process::serve(self.database.folder(), &settings)
    }

    /// Starts an import of jobs with these numbers, which is a process of its own.
    fn import(&self, numbers: std::ops::Range<usize>) -> Child {
        let file = self.database.folder().join("jobs.ndjson");
        let lines: String = numbers
            .map(|number| format!("{}\n", posting(number)))
            .collect();
        fs::write(&file, lines).unwrap();
        program(self.database.folder())
            .arg("import")
            .arg(file)
            .env("DATABASE_URL", &self.database.url)
            .env("DATA_DIR", self.data_dir())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// Takes every twentieth job off the lists.
    fn take_off(&mut self, remainder: u64) {
        for statement in [
            format!("UPDATE jobs SET status = 'draft' WHERE id % 20 = {remainder}"),
            format!("DELETE FROM listings WHERE job_id % 20 = {remainder}"),
        ] {
            sql_query(statement).execute(&mut self.db).unwrap();
        }
    }

    fn listed(&mut self) -> BTreeSet<i64> {
        let rows: Vec<JobId> = sql_query("SELECT job_id FROM listings")
            .load(&mut self.db)
            .unwrap();
        rows.into_iter().map(|row| row.job_id).collect()
    }
}

fn posting(number: usize) -> Value {
    json!({
        "@type": "JobPosting",
        "identifier": {"name": "mill", "value": number.to_string()},
        "title": format!("Weaver number{number}"),
        "description": format!("Work at loom {number}. {}", "Words and more words. ".repeat(40)),
        "datePosted": "2026-01-01",
        "hiringOrganization": {"name": format!("Mill {}", number % 50)},
        "jobLocation": {"address": "Leeds"},
        "url": format!("https://mill.example/{number}"),
    })
}

/// The numbers of all jobs that a search for `word` finds, page after page; nothing while the index is
/// being built.
async fn search(url: &str, word: &str) -> Option<Vec<i64>> {
    let browser = Browser::to(url);
    let mut found = Vec::new();
    let mut next = Some(format!("/api/v1/jobs?q={word}"));
    while let Some(path) = next {
        let answer = browser.get(&path).await;
        if answer.status == 503 {
            return None;
        }
        let page: Value = serde_json::from_str(&answer.body).unwrap();
        let jobs = page["itemListElement"].as_array().unwrap();
        found.extend(jobs.iter().map(|job| {
            let (_, id) = job["url"].as_str().unwrap().rsplit_once("/jobs/").unwrap();
            id.split('-').next().unwrap().parse::<i64>().unwrap()
        }));
        next = page["next"]
            .as_str()
            .map(|next| next[next.find("/api/").unwrap()..].to_owned());
    }
    Some(found)
}

/// What a search finds as soon as searches are answered.
async fn found(url: &str, word: &str) -> Vec<i64> {
    let started = Instant::now();
    loop {
        if let Some(found) = search(url, word).await {
            return found;
        }
        let waited = started.elapsed();
        assert!(waited < Duration::from_secs(120), "never built");
        sleep(Duration::from_millis(50)).await;
    }
}

fn assert_each_once(mut found: Vec<i64>, listed: &BTreeSet<i64>) {
    found.sort_unstable();
    let twice: Vec<_> = found.windows(2).filter(|two| two[0] == two[1]).collect();
    assert!(twice.is_empty(), "found twice: {twice:?}");
    let found: BTreeSet<i64> = found.into_iter().collect();
    let missing: Vec<_> = listed.difference(&found).collect();
    let unlisted: Vec<_> = found.difference(listed).collect();
    assert!(missing.is_empty(), "not found: {missing:?}");
    assert!(unlisted.is_empty(), "not listed: {unlisted:?}");
}

/// The board runs for a moment and is killed.
async fn kill_one(inside: &Inside, round: u64) {
    let board = inside.serve();
    sleep(Duration::from_millis(20 + round * 67 % 900)).await;
    board.signal("KILL");
}

fn forget_index(data_dir: &Path) {
    let _ = fs::remove_dir_all(data_dir.join("index"));
}

#[actix_web::test]
async fn a_board_that_is_killed_while_it_writes_its_index_finds_every_listed_job_once() {
    let mut inside = Inside::new();
    let mut rounds = 0;
    for first in (0..JOBS).step_by(AT_ONCE) {
        let mut import = inside.import(first..first + AT_ONCE);
        while import.try_wait().unwrap().is_none() {
            kill_one(&inside, rounds).await;
            rounds += 1;
        }
        assert!(import.wait().unwrap().success());
    }
    assert!(rounds > 2, "killed {rounds} times during the import");
    let board = inside.serve();
    let listed = inside.listed();
    assert_eq!(listed.len(), JOBS);
    assert_each_once(found(&board.url, "weaver").await, &listed);
    drop(board);

    for round in 0..ROUNDS {
        if round % 4 == 0 {
            forget_index(&inside.data_dir());
        }
        inside.take_off(round % 10);
        kill_one(&inside, round).await;
    }
    let board = inside.serve();
    let listed = inside.listed();
    assert_eq!(listed.len(), JOBS / 2);
    assert_each_once(found(&board.url, "weaver").await, &listed);
    println!("killed {} times, nothing lost", rounds + ROUNDS);
}

#[actix_web::test]
async fn two_boards_with_one_database_find_the_same_soon_after_many_changes() {
    let mut inside = Inside::new();
    let boards = [inside.serve(), inside.serve()];
    for board in &boards {
        assert_eq!(found(&board.url, "weaver").await, [0; 0]);
    }
    let mut writers = Vec::new();
    for number in 0..8 {
        let browser = Browser::to(&boards[number % 2].url);
        let name = format!("Writer{number}");
        assert_eq!(
            browser.submit("/register", &account(&name)).await.status,
            303
        );
        writers.push(browser);
    }
    for first in (0..JOBS / 3).step_by(AT_ONCE) {
        let mut import = inside.import(first..first + AT_ONCE);
        let writer = &writers[first / AT_ONCE % writers.len()];
        writer.publish(&format!("Weaver after {first}")).await;
        assert!(import.wait().unwrap().success());
    }
    inside.take_off(3);
    let ended = Instant::now();
    let listed = inside.listed();
    assert!(listed.len() > JOBS / 4, "{}", listed.len());
    for board in &boards {
        loop {
            let number = found(&board.url, "weaver").await.len();
            if number == listed.len() {
                break;
            }
            let waited = ended.elapsed();
            assert!(
                waited < Duration::from_secs(30),
                "{number} after {waited:?}"
            );
        }
    }
    println!("both boards find all after {:?}", ended.elapsed());
    for board in &boards {
        assert_each_once(found(&board.url, "weaver").await, &listed);
    }
}
