//! The board's secrets: one or more keys, from which everything that must be signed or keyed is
//! derived separately (RFC 5869), so that a leak of one use is not a leak of the others.

use std::{
    fmt,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use aws_lc_rs::{
    hkdf::{HKDF_SHA256, KeyType, Salt},
    rand,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use zxcvbn::zxcvbn;

use crate::platform::private_file;

/// Secrets shorter than this many bytes are refused (RFC 7518, section 3.2: a key as long as the hash).
const SHORTEST: usize = 32;

/// One key: the id (`kid`) that tokens and password hashes name it by, and what is derived from its
/// secret for each use.
#[derive(Clone)]
pub struct Key {
    pub id: String,
    /// Signs session tokens.
    pub session: [u8; 48],
    /// Keys the hash of a password before bcrypt sees it.
    pub pepper: [u8; 48],
    /// Keys the hash of a recovery code.
    pub recovery: [u8; 48],
    /// Encrypts what the database must hold but whoever copies it must not read.
    pub sealing: [u8; 48],
    /// Keys names by which somebody is known again, and not found out.
    pub alias: [u8; 48],
    /// What the code for making the first administrator is made of.
    pub setup: [u8; 48],
}

/// The keys, newest first: the first signs, all of them verify.
#[derive(Clone)]
pub struct Keys(Vec<Key>);

#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    #[error(
        "must be id:secret pairs separated by commas, like k1:…, where an id is 1 to 20 letters or digits"
    )]
    Form,
    #[error("holds the id {0:?} twice")]
    Twice(String),
    #[error(
        "has a secret of {1} characters for id {0:?}; it takes at least {SHORTEST}. Make one with: openssl rand -hex 32"
    )]
    Short(String, usize),
    #[error(
        "has a secret for id {0:?} that anyone could guess. Make one with: openssl rand -hex 32"
    )]
    Guessable(String),
    #[error("could not be kept in {0}: {1}")]
    File(PathBuf, std::io::Error),
    #[error(
        "can be read by everybody on this machine in {0}. Run: chmod 600 {0}. Where somebody may have read \
         it, make new keys: docs/OPERATING.md tells how"
    )]
    Exposed(PathBuf),
    #[error("could not be made: the system gave no random numbers")]
    Random,
    #[error("could not be derived")]
    Derivation,
}

impl Keys {
    /// Reads `id:secret[,id:secret…]`.
    pub fn parse(text: &str) -> Result<Self, KeysError> {
        let mut keys: Vec<Key> = Vec::new();
        for pair in text.trim().split(',') {
            let (id, secret) = pair.trim().split_once(':').ok_or(KeysError::Form)?;
            let well_formed =
                (1..=20).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if !well_formed {
                return Err(KeysError::Form);
            }
            if secret.len() < SHORTEST {
                return Err(KeysError::Short(id.into(), secret.len()));
            }
            if is_guessable(secret) {
                return Err(KeysError::Guessable(id.into()));
            }
            if keys.iter().any(|key| key.id == id) {
                return Err(KeysError::Twice(id.into()));
            }
            keys.push(Key {
                id: id.into(),
                session: derive(secret, "session token")?,
                pepper: derive(secret, "password pepper")?,
                recovery: derive(secret, "recovery code")?,
                sealing: derive(secret, "sealing")?,
                alias: derive(secret, "alias")?,
                setup: derive(secret, "setup code")?,
            });
        }
        Ok(Self(keys))
    }

    /// The keys kept in `data_dir`, made on the first call and readable by their owner alone. Their id
    /// is made at random, so that new keys are never taken for those that a password was hashed with.
    pub fn load_or_make(data_dir: &Path) -> Result<Self, KeysError> {
        if let Some(keys) = Self::load(data_dir)? {
            return Ok(keys);
        }
        let path = file_in(data_dir);
        let failed = |error| KeysError::File(path.clone(), error);
        std::fs::create_dir_all(data_dir).map_err(failed)?;
        let id: u32 = u32::from_le_bytes(random_bytes()?);
        let text = format!("k{id:08x}:{}", random_text(32)?);
        match private_file::create(&path, text.as_bytes()) {
            Ok(()) => Self::parse(&text),
            // Another process was first: its key is the key.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Self::load_or_make(data_dir),
            Err(error) => Err(failed(error)),
        }
    }

    /// The keys kept in `data_dir`, if there are any.
    ///
    /// # Errors
    /// When the file cannot be read, is no key, or is there for everybody on the machine to read.
    pub fn load(data_dir: &Path) -> Result<Option<Self>, KeysError> {
        let path = file_in(data_dir);
        let mode = private_file::mode(&path).unwrap_or_default();
        if mode & private_file::OTHERS != 0 {
            return Err(KeysError::Exposed(path));
        }
        if mode & 0o070 != 0 {
            let file = path.display();
            tracing::warn!("the group of {file} can read the signing keys: chmod 600 {file}");
        }
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(KeysError::File(path, error)),
        }
    }

    /// The key that signs, and hashes new passwords.
    pub fn current(&self) -> &Key {
        &self.0[0]
    }

    pub fn get(&self, id: &str) -> Option<&Key> {
        self.0.iter().find(|key| key.id == id)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Key> {
        self.0.iter()
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<&str> = self.iter().map(|key| key.id.as_str()).collect();
        write!(f, "Keys({})", ids.join(", "))
    }
}

fn file_in(data_dir: &Path) -> PathBuf {
    data_dir.join("jwt_keys")
}

/// Random bytes.
pub fn random_bytes<const COUNT: usize>() -> Result<[u8; COUNT], KeysError> {
    let mut bytes = [0; COUNT];
    rand::fill(&mut bytes).map_err(|_| KeysError::Random)?;
    Ok(bytes)
}

/// `bytes` random bytes as URL-safe text.
pub fn random_text(bytes: usize) -> Result<String, KeysError> {
    let mut buffer = vec![0; bytes];
    rand::fill(&mut buffer).map_err(|_| KeysError::Random)?;
    Ok(URL_SAFE_NO_PAD.encode(buffer))
}

/// 48 bytes of `secret` for one `purpose`, independent of those for any other.
fn derive(secret: &str, purpose: &str) -> Result<[u8; 48], KeysError> {
    struct Bytes48;
    impl KeyType for Bytes48 {
        fn len(&self) -> usize {
            48
        }
    }
    let mut derived = [0; 48];
    Salt::new(HKDF_SHA256, b"jobboard")
        .extract(secret.as_bytes())
        .expand(&[purpose.as_bytes()], Bytes48)
        .and_then(|okm| okm.fill(&mut derived))
        .map_err(|_| KeysError::Derivation)?;
    Ok(derived)
}

/// Each end of a random secret takes more guesses than this, as a power of ten: of 20,000 random ones
/// the least took 18.3. Sequences, repeats, rows of the keyboard and most phrases take fewer.
const FEWEST_GUESSES: f64 = 17.0;

/// Characters at each end that are judged. zxcvbn counts up to 10^19, which more would pass in any case.
const JUDGED: usize = 24;

/// Whether somebody could come upon `secret` without trying everything.
fn is_guessable(secret: &str) -> bool {
    let known = ["changeme", "example", "jobboard", "secret", "password"];
    let letters: Vec<char> = secret.chars().collect();
    let first: String = letters.iter().take(JUDGED).collect();
    let last: String = letters[letters.len().saturating_sub(JUDGED)..]
        .iter()
        .collect();
    let is_weak = |part: &str| zxcvbn(part, &known).guesses_log10() < FEWEST_GUESSES;
    is_weak(&first) || is_weak(&last)
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;

    #[test]
    fn a_secret_that_is_no_random_text_is_refused() {
        for secret in [
            "abcdefghijklmnopqrstuvwxyz0123456789",
            "0123456789abcdef0123456789abcdef",
            "qwertyuiopasdfghjklzxcvbnm1234567890",
            "aB3$aB3$aB3$aB3$aB3$aB3$aB3$aB3$aB3$",
            "jobboardjobboardjobboardjobboard",
            "my very secret password for the job board",
            "change-me-change-me-change-me-change-me",
            "2026-11-25-2026-11-25-2026-11-25",
        ] {
            let parsed = Keys::parse(&format!("k1:{secret}"));
            assert!(matches!(parsed, Err(KeysError::Guessable(_))), "{secret}");
        }
    }

    #[test]
    fn boards_that_start_at_once_in_one_folder_share_their_keys() -> std::io::Result<()> {
        for _ in 0..50 {
            let folder = tempfile::tempdir()?;
            let ids: Vec<Option<String>> = std::thread::scope(|scope| {
                let start = || {
                    let keys = Keys::load_or_make(folder.path());
                    keys.ok().map(|keys| keys.current().id.clone())
                };
                let starting: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
                let started = starting.into_iter().map(|each| each.join().ok().flatten());
                started.collect()
            });
            assert!(ids[0].is_some());
            assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
            let mode = private_file::mode(&file_in(folder.path()));
            assert_eq!(mode, Some(0o600));
            let files = std::fs::read_dir(folder.path())?.count();
            assert_eq!(files, 1, "nothing unfinished stays");
        }
        Ok(())
    }

    #[test]
    fn what_random_generators_make_is_taken() -> Result<(), KeysError> {
        for _ in 0..200 {
            let hex = HEXLOWER.encode(&random_bytes::<16>()?);
            let uuid = format!("{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..]);
            for secret in [random_text(24)?, random_text(32)?, hex, uuid] {
                assert!(!is_guessable(&secret), "{secret}");
            }
        }
        Ok(())
    }
}
