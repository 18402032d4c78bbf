//! Files that only their owner may read.

use std::{fs::OpenOptions, io::Write, path::Path};

/// Makes a new file with mode 0600 and writes it to the disk.
///
/// # Errors
/// Those of the system; `AlreadyExists` where there is such a file.
pub fn create(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
