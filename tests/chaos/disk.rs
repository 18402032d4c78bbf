//! The disk is full.

use std::{fs, path::Path, process::Command};

use crate::support::{Browser, Process, account, job, with};

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

    let ballast = disk.path().join("ballast");
    let full = fs::write(&ballast, vec![0; 16 * 1024 * 1024]);
    assert!(full.is_err(), "the disk is not full");
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

    fs::remove_file(&ballast).unwrap();
    let healed = alice.submit("/jobs", &fields).await;
    assert_eq!(healed.status, 303, "{}", healed.body);
    let found = visitor.visit("/jobs?q=gardener").await;
    assert!(found.has(".card"), "{}", found.body);
}
