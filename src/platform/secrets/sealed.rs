//! Sealing: texts that the database or a form must carry, but that nobody without the board's keys
//! may read or change (AES-256-GCM).

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use super::keys::{Key, Keys, KeysError};

/// What a text was sealed for. Opened for anything else, it is not readable.
#[derive(Clone, Copy, Debug)]
pub enum Seal {
    /// A mail that waits to be sent.
    Mail,
    /// The secret of two-factor authentication, of this account.
    TwoFactor(i64),
    /// The secret of two-factor authentication that this account has not set up yet.
    NewTwoFactor(i64),
    /// The id of a browser that this account was signed in to.
    KnownDevice(i64),
    /// The secret of a webhook, of this account.
    Webhook(i64),
    /// What a notice names, which is shown to this account.
    Notice(i64),
    /// What the link in a reminder is about.
    Reminder,
    /// The proof that somebody has given the right password and owes the code.
    SignInTicket,
}

impl Keys {
    /// `text`, readable to the holder of these keys only.
    pub fn seal(&self, seal: Seal, text: &str) -> Result<String, KeysError> {
        let key = self.current();
        let mut sealed = text.as_bytes().to_vec();
        let nonce = cipher(key)?
            .seal_in_place_append_tag(Aad::from(seal.name()), &mut sealed)
            .map_err(|_| KeysError::Derivation)?;
        let whole = [nonce.as_ref().as_slice(), &sealed].concat();
        Ok(format!("{}:{}", key.id, URL_SAFE_NO_PAD.encode(whole)))
    }

    /// The text that was sealed, if it was sealed for this, by one of these keys, and is unchanged.
    pub fn open(&self, seal: Seal, sealed: &str) -> Option<String> {
        let (id, encoded) = sealed.split_once(':')?;
        let mut whole = URL_SAFE_NO_PAD.decode(encoded).ok()?;
        let (nonce, text) = whole.split_at_mut_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let text = cipher(self.get(id)?)
            .ok()?
            .open_in_place(nonce, Aad::from(seal.name()), text)
            .ok()?;
        String::from_utf8(text.to_vec()).ok()
    }
}

impl Seal {
    fn name(self) -> String {
        match self {
            Self::Mail => "mail".into(),
            Self::TwoFactor(account_id) => format!("second factor of {account_id}"),
            Self::NewTwoFactor(account_id) => format!("new second factor of {account_id}"),
            Self::KnownDevice(account_id) => format!("known device of {account_id}"),
            Self::Webhook(account_id) => format!("webhook of {account_id}"),
            Self::Notice(account_id) => format!("notice for {account_id}"),
            Self::Reminder => "reminder".into(),
            Self::SignInTicket => "sign-in ticket".into(),
        }
    }
}

fn cipher(key: &Key) -> Result<RandomizedNonceKey, KeysError> {
    RandomizedNonceKey::new(&AES_256_GCM, &key.sealing[..32]).map_err(|_| KeysError::Derivation)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Keys {
        Keys::parse(text).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn only_the_same_keys_for_the_same_purpose_open_a_seal() -> Result<(), KeysError> {
        let old = keys("k1:Jq3vT8mZx1Wc6Rk9Yp2Lb5Nd7Hs4Gf0A");
        let rotated =
            keys("k2:wE5yU8iO2pA4sD6fG9hJ1kL3zX7cV0bN,k1:Jq3vT8mZx1Wc6Rk9Yp2Lb5Nd7Hs4Gf0A");
        let other = keys("k1:wE5yU8iO2pA4sD6fG9hJ1kL3zX7cV0bN");
        let sealed = old.seal(Seal::TwoFactor(1), "a secret")?;
        assert!(!sealed.contains("secret"));
        assert_eq!(
            rotated.open(Seal::TwoFactor(1), &sealed).as_deref(),
            Some("a secret")
        );
        assert_eq!(other.open(Seal::TwoFactor(1), &sealed), None);
        assert_eq!(old.open(Seal::TwoFactor(2), &sealed), None);
        assert_eq!(old.open(Seal::Mail, &sealed), None);
        assert_eq!(old.open(Seal::Mail, "k1:AAAA"), None);
        assert_eq!(old.open(Seal::Mail, ""), None);
        Ok(())
    }
}
