//! A search index that is not built before the test says so.

use std::{
    fs::{self, OpenOptions},
    path::PathBuf,
    process::Command,
};

use super::TestDatabase;

/// In the place of the file that says whose index it is there is a pipe: the board that reads it waits until
/// somebody writes. Make it before the board, and let it go before.
pub struct HeldIndex(PathBuf);

impl HeldIndex {
    /// The index of the next board that starts on `database`.
    pub fn of(database: &TestDatabase) -> Self {
        let folder = database.folder().join("index/1");
        fs::create_dir_all(&folder).unwrap();
        let label = folder.join("board");
        let _ = fs::remove_file(&label);
        let made = Command::new("mkfifo").arg(&label).status().unwrap();
        assert!(made.success());
        Self(label)
    }

    /// Lets it be built. The board must be running.
    pub fn release(&self) {
        fs::write(&self.0, "another 1\n").unwrap();
    }
}

impl Drop for HeldIndex {
    /// After a failure the board must not wait for ever; nor must this, where the board is gone.
    fn drop(&mut self) {
        let _ = OpenOptions::new().read(true).write(true).open(&self.0);
    }
}
