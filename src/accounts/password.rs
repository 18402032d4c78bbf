//! Passwords: what is accepted, and how one is kept and checked.

use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::STANDARD};
use zxcvbn::zxcvbn;

use super::keys::{Key, Keys};

/// The shortest password accepted, in characters (OWASP ASVS 6.2.1).
pub const SHORTEST: usize = 8;

/// The longest password accepted, in bytes: far past what a person types, far below what would
/// slow a request.
const LONGEST: usize = 1024;

/// A password that is found in fewer guesses is refused: the common ones, and those made of the
/// email address or the site's name (OWASP ASVS 6.2.4 and 6.2.11).
const FEWEST_GUESSES: u64 = 10_000;

/// A password as it was typed. Never shown, logged or stored.
pub struct Password(String);

impl Password {
    /// Takes what was typed, exactly as it was received (OWASP ASVS 6.2.8).
    pub fn new(typed: impl Into<String>) -> Self {
        Self(typed.into())
    }

    /// Whether it is longer than any that could have been set: not worth hashing.
    pub fn is_too_long(&self) -> bool {
        self.0.len() > LONGEST
    }

    /// What is wrong with this as a new password, as a sentence, if anything is.
    pub fn problem(&self, email: &str, site_name: &str) -> Option<&'static str> {
        if self.0.chars().count() < SHORTEST {
            Some("Use at least 8 characters.")
        } else if self.is_too_long() {
            Some("Use at most 1,024 bytes.")
        } else if zxcvbn(&self.0, &[email, site_name]).guesses() < FEWEST_GUESSES {
            Some("This is too easy to guess. A few words in a row are better.")
        } else {
            None
        }
    }

    /// The text to store: the id of the key, a colon, and bcrypt's own format.
    ///
    /// bcrypt reads only 72 bytes and stops at NUL, so it is given a keyed hash of the password
    /// instead, which is 64 characters whatever was typed.
    pub fn hash(&self, keys: &Keys, cost: u32) -> Result<String, bcrypt::BcryptError> {
        let key = keys.current();
        let hash = bcrypt::hash(self.prehash(key), cost)?;
        Ok(format!("{}:{hash}", key.id))
    }

    /// Whether this is the password that `stored` was made from. A stored text that cannot be read
    /// is a password that does not match.
    pub fn matches(&self, stored: &str, keys: &Keys) -> bool {
        let Some((key, hash)) = split(stored, keys) else {
            return false;
        };
        bcrypt::verify(self.prehash(key), hash).unwrap_or(false)
    }

    fn prehash(&self, key: &Key) -> String {
        let pepper = hmac::Key::new(hmac::HMAC_SHA384, &key.pepper);
        STANDARD.encode(hmac::sign(&pepper, self.0.as_bytes()))
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Whether `stored` should be made anew at the next sign-in: a lower cost, or an older key.
pub fn is_outdated(stored: &str, keys: &Keys, cost: u32) -> bool {
    let current = split(stored, keys).is_some_and(|(key, hash)| {
        let stored_cost = hash
            .parse::<bcrypt::HashParts>()
            .map(|parts| parts.get_cost());
        key.id == keys.current().id && stored_cost.is_ok_and(|stored| stored >= cost)
    });
    !current
}

fn split<'a>(stored: &'a str, keys: &'a Keys) -> Option<(&'a Key, &'a str)> {
    let (id, hash) = stored.split_once(':')?;
    Some((keys.get(id)?, hash))
}
