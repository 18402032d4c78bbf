//! Files that only their owner may read.

use std::{fs::Permissions, io::Write, os::unix::fs::PermissionsExt, path::Path};

use tempfile::NamedTempFile;

use super::config::{Config, DatabaseUrl};

/// Reading, writing and opening by those who are neither the owner nor of the group.
pub const OTHERS: u32 = 0o007;

/// Makes a new file with mode 0600 and writes it to the disk. It has its name once it is whole, so that
/// nobody reads half of it.
///
/// # Errors
/// Those of the system; `AlreadyExists` where there is such a file.
pub fn create(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let mut file = NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path)?;
    Ok(())
}

/// Takes the rights of others away from files that the board keeps, as an older version or another
/// umask left them, and says so. The data directory itself may hold what is not the board's, so that
/// its mode is the operator's to change.
pub fn tighten(config: &Config) {
    if let DatabaseUrl::Sqlite(database) = &config.database_url {
        for suffix in ["", "-wal", "-shm"] {
            let mut file = database.clone().into_os_string();
            file.push(suffix);
            close_to_others(Path::new(&file), 0o600);
        }
    }
    let settings = Path::new(".env");
    if mode(settings).is_some_and(|mode| mode & OTHERS != 0) {
        tracing::warn!("other users of this machine can read .env. Run: chmod 600 .env");
    }
    let mails = config.data_dir.join("mail");
    close_to_others(&mails, 0o700);
    for mail in std::fs::read_dir(mails).into_iter().flatten().flatten() {
        close_to_others(&mail.path(), 0o600);
    }
    close_to_others(&config.data_dir.join("files"), 0o700);
    if mode(&config.data_dir).is_some_and(|mode| mode & OTHERS != 0) {
        let folder = config.data_dir.display();
        tracing::warn!("other users of this machine can read DATA_DIR. Run: chmod 700 {folder}");
    }
}

/// The permissions of what is at `path`, if anything is.
pub fn mode(path: &Path) -> Option<u32> {
    let metadata = std::fs::metadata(path).ok()?;
    Some(metadata.permissions().mode() & 0o777)
}

fn close_to_others(path: &Path, closed: u32) {
    if mode(path).is_none_or(|mode| mode & OTHERS == 0) {
        return;
    }
    let file = path.display();
    match std::fs::set_permissions(path, Permissions::from_mode(closed)) {
        Ok(()) => tracing::warn!("everybody could open {file}: its mode is {closed:o} now"),
        Err(error) => {
            tracing::warn!(%error, "everybody can open {file}: chmod {closed:o} {file}");
        }
    }
}
