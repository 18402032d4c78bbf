//! The disk is full.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use crate::support::{Browser, Process, TestDatabase, account, job, with};

/// A small disk of its own, which needs the right to mount: `bin/chaos` sees to that.
struct Disk(tempfile::TempDir);

impl Disk {
    fn of(size: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(folder.path())
            .status()
            .unwrap();
        assert!(mounted.success(), "no right to mount: run bin/chaos");
        Self(folder)
    }

    /// Takes the room that is left.
    fn fill(&self) {
        let ballast = self.path().join("ballast");
        let mut ballast = OpenOptions::new()
            .create(true)
            .append(true)
            .open(ballast)
            .unwrap();
        let full = ballast.write_all(&vec![0; 64 * 1024 * 1024]);
        assert!(full.is_err(), "the disk is not full");
    }

    fn empty(&self) {
        fs::remove_file(self.path().join("ballast")).unwrap();
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).status();
    }
}

#[actix_web::test]
async fn a_full_disk_stops_writing_and_not_reading_and_heals() {
    let disk = Disk::of("12m");
    let file = format!("sqlite:{}", disk.path().join("board.db").display());
    let settings = [("DATABASE_URL", file.as_str())];
    let elsewhere = tempfile::tempdir().unwrap();
    let board = Process::serve(elsewhere.path(), &settings);
    let alice = Browser::to(&board.url);
    assert_eq!(
        alice.submit("/register", &account("Alice")).await.status,
        303
    );
    let path = alice.publish("Rust developer").await;

    disk.fill();
    let long = "Words and more words. ".repeat(800);
    let fields = with(
        with(job("Gardener"), "description", &long),
        "publish",
        "yes",
    );
    let mut refused = None;
    for _ in 0..20 {
        let answer = alice.submit("/jobs", &fields).await;
        if answer.status != 303 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.unwrap();
    assert!(matches!(refused.status, 503 | 507), "{}", refused.body);
    assert_eq!(refused.text("h1"), "Temporarily unavailable");
    let visitor = Browser::to(&board.url);
    assert_eq!(visitor.get(&path).await.status, 200);
    assert_eq!(visitor.get("/jobs").await.status, 200);

    disk.empty();
    let healed = alice.submit("/jobs", &fields).await;
    assert_eq!(healed.status, 303, "{}", healed.body);
    let found = visitor.visit("/jobs?q=gardener").await;
    assert!(found.has(".card"), "{}", found.body);
}

/// Titles that a search for `word` finds, in the order of the alphabet.
async fn found(board: &Process, word: &str) -> Vec<String> {
    let page = Browser::to(&board.url)
        .visit(&format!("/jobs?q={word}"))
        .await;
    assert_eq!(page.status, 200, "{}", page.body);
    let mut titles = page.texts(".card h2");
    titles.sort();
    titles
}

#[actix_web::test]
async fn an_index_on_a_full_disk_goes_on_finding_what_it_has_and_catches_up() {
    let disk = Disk::of("8m");
    let database = TestDatabase::new();
    let data_dir = disk.path().display().to_string();
    let settings = [
        ("DATABASE_URL", database.url.as_str()),
        ("DATA_DIR", &data_dir),
    ];
    let board = Process::serve(database.folder(), &settings);
    let alice = Browser::to(&board.url);
    assert_eq!(
        alice.submit("/register", &account("Alice")).await.status,
        303
    );
    alice.publish("Weaver zero").await;
    assert_eq!(found(&board, "weaver").await, ["Weaver zero"]);

    disk.fill();
    let visitor = Browser::to(&board.url);
    for title in ["Weaver one", "Weaver two", "Weaver three"] {
        let path = alice.publish(title).await;
        // What the index took back must not be room for the next.
        disk.fill();
        assert_eq!(visitor.get(&path).await.status, 200);
        assert!(visitor.get("/jobs").await.body.contains(title));
        let known = found(&board, "weaver").await;
        assert!(known.contains(&"Weaver zero".into()), "{known:?}");
    }

    // Another board that starts now has no room for its index, and keeps it in memory.
    let all = ["Weaver one", "Weaver three", "Weaver two", "Weaver zero"];
    let other = Process::serve(database.folder(), &settings);
    let visitor = Browser::to(&other.url);
    let started = Instant::now();
    while visitor.get("/jobs?q=weaver").await.status == 503 {
        assert!(started.elapsed() < Duration::from_secs(30));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(found(&other, "weaver").await, all);

    disk.empty();
    let started = Instant::now();
    while found(&board, "weaver").await != all {
        let waited = started.elapsed();
        assert!(waited < Duration::from_secs(70), "does not catch up");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    println!("caught up {:?} after there was room", started.elapsed());
}
