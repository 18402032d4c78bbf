//! From one place of files to another.

use super::{Error, Files};

/// How many files were copied, and how many were there already.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Copied {
    pub copied: usize,
    pub known: usize,
}

/// Copies every file that `to` lacks. A file is named by its content, so that one of that name is the same.
/// `progress` hears of each file, and of how many there are.
///
/// # Errors
/// For the first file that cannot be copied; those before it stay.
pub async fn copy(
    from: &Files,
    to: &Files,
    progress: impl Fn(usize, usize),
) -> Result<Copied, Error> {
    let (names, known) = (from.list("").await?, to.list("").await?);
    let mut counts = Copied::default();
    for (number, name) in names.iter().enumerate() {
        progress(number + 1, names.len());
        if known.binary_search(name).is_ok() {
            counts.known += 1;
        } else if let Some(bytes) = from.get(name).await? {
            to.put(name, bytes).await?;
            counts.copied += 1;
        }
    }
    Ok(counts)
}
