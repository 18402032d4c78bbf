//! Passwords: what is accepted, and how one is kept and checked.

use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::STANDARD};
use zxcvbn::zxcvbn;

use crate::platform::{
    i18n::Message,
    secrets::{Keys, keys::Key},
};

/// The shortest password accepted, in characters (OWASP ASVS 6.2.1).
pub const SHORTEST: usize = 8;

/// The longest password accepted, in bytes: far past what a person types, far below what would
/// slow a request.
const LONGEST: usize = 1024;

/// A password that is found in fewer guesses is refused: the common ones, and those made of the
/// email address or the site's name (OWASP ASVS 6.2.4 and 6.2.11).
const FEWEST_GUESSES: u64 = 10_000;

/// Characters at each end of a password that are judged.
const MOST_JUDGED: usize = 32;

/// A password as it was typed. Never shown, logged or stored.
pub struct Password(String);

impl Password {
    /// Takes what was typed, exactly as it was received (OWASP ASVS 6.2.8).
    pub fn new(typed: impl Into<String>) -> Self {
        Self(typed.into())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is longer than any that could have been set: not worth hashing.
    pub fn is_too_long(&self) -> bool {
        self.0.len() > LONGEST
    }

    /// What is wrong with its length as a new password, if anything is.
    pub fn length_problem(&self) -> Option<Message> {
        if self.0.chars().count() < SHORTEST {
            Some(Message::new("platform-typed-short").with("min", SHORTEST))
        } else if self.is_too_long() {
            Some(Message::new("accounts-password-long"))
        } else {
            None
        }
    }

    /// What is wrong with this as a new password, if anything is. Takes up to a
    /// third of a second: not for the event loop.
    pub fn problem(&self, email: &str, site_name: &str) -> Option<Message> {
        self.length_problem().or_else(|| {
            is_guessable(&self.0, email, site_name).then(|| Message::new("accounts-password-easy"))
        })
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

/// Whether `password` is found in fewer than [`FEWEST_GUESSES`], or is a word that stands in the address
/// or the site's name, with nothing but digits and signs added. The time that zxcvbn takes grows with
/// the cube of the length, and some texts of 100 characters take more than a second: of a long password
/// it sees both ends, and the password is as good as the better one.
fn is_guessable(password: &str, email: &str, site_name: &str) -> bool {
    let known = known_words(email, site_name);
    let core = letters_of(password);
    if core.chars().count() > 2 && known.iter().any(|word| letters_of(word) == core) {
        return true;
    }
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let letters: Vec<char> = password.chars().collect();
    let first: String = letters.iter().take(MOST_JUDGED).collect();
    let last: String = letters[letters.len().saturating_sub(MOST_JUDGED)..]
        .iter()
        .collect();
    let is_weak = |part: &str| zxcvbn(part, &known).guesses() < FEWEST_GUESSES;
    is_weak(&first) && (first == last || is_weak(&last))
}

/// What an attacker tries first: the address, its parts, and the site's name, whole and in words.
fn known_words(email: &str, site_name: &str) -> Vec<String> {
    let site_name = site_name.to_lowercase();
    let (local, domain) = email.split_once('@').unwrap_or((email, ""));
    let mut known = vec![
        email.to_lowercase(),
        local.to_lowercase(),
        domain.to_lowercase(),
    ];
    known.extend([letters_of(local), letters_of(&site_name), site_name.clone()]);
    let parts = [local, domain, &site_name]
        .into_iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    known.extend(parts.filter(|part| part.len() > 2).map(str::to_lowercase));
    known
}

/// The letters of `text` in lower case, without the digits and signs that people put around a word.
fn letters_of(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.flat_map(char::to_lowercase).collect()
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
