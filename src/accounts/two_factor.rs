//! Two-factor authentication: codes from an app (TOTP, RFC 6238), and recovery codes for when the app is
//! gone.

pub mod page;

use aws_lc_rs::{hmac, rand};
use chrono::NaiveDateTime;
use data_encoding::HEXLOWER;
use diesel::prelude::*;
use totp_rs::{Builder, Secret, Totp};

use super::account::Account;
use crate::{
    http::error::Error,
    platform::{
        db::Db,
        schema::{recovery_codes, second_factors},
        secrets::{Keys, KeysError, Seal, keys::Key},
    },
};

/// Bytes of a secret (RFC 4226, section 4: 160 bits recommended).
const SECRET_LENGTH: usize = 20;

/// Recovery codes that somebody is given.
const RECOVERY_CODES: usize = 10;

/// The letters of recovery codes: none that looks like another. 32 of them, so that each is 5 bits.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Letters of a recovery code: 80 bits.
const RECOVERY_LENGTH: usize = 16;

/// What an account's codes are checked by. Its table is called `second_factors`.
#[derive(Clone, Debug, Identifiable, Insertable, Queryable, Selectable)]
#[diesel(table_name = second_factors, primary_key(account_id))]
pub struct TwoFactor {
    pub account_id: i64,
    sealed_secret: String,
    /// The time step of the last code taken: no code counts twice.
    last_step: i64,
    pub created_at: NaiveDateTime,
}

/// What an account and its app share.
pub struct SharedSecret(Totp);

/// How a code was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    App,
    /// A recovery code; so many are left.
    Recovery(i64),
}

impl SharedSecret {
    /// A new secret.
    pub fn generate(account: &Account, site_name: &str) -> Result<Self, Error> {
        let mut bytes = vec![0; SECRET_LENGTH];
        rand::fill(&mut bytes).map_err(|_| Error::internal(KeysError::Random))?;
        Self::new(Secret::from(bytes), account, site_name)
    }

    /// The secret that [`Self::sealed`] sealed for `account`.
    pub fn open(
        sealed: &str,
        keys: &Keys,
        account: &Account,
        site_name: &str,
    ) -> Result<Option<Self>, Error> {
        let opened = keys.open(Seal::TwoFactor(account.id), sealed);
        let secret = opened.and_then(|text| Secret::try_from_base32(text).ok());
        secret
            .map(|secret| Self::new(secret, account, site_name))
            .transpose()
    }

    fn new(secret: Secret, account: &Account, site_name: &str) -> Result<Self, Error> {
        // A colon would end the issuer in the address that apps read.
        let issuer = site_name.replace(':', " ");
        Builder::new()
            .with_secret(secret)
            .with_issuer(Some(issuer))
            .with_account_name(account.email.as_str())
            .build()
            .map(Self)
            .map_err(Error::internal)
    }

    /// For the database, or a form: readable to this board only, and only for this account.
    pub fn sealed(&self, keys: &Keys, account_id: i64) -> Result<String, Error> {
        keys.seal(Seal::TwoFactor(account_id), &self.base32())
            .map_err(Error::internal)
    }

    /// For the form that sets it: readable to this board only, and only for this account while it has
    /// its present password.
    pub fn offer(&self, keys: &Keys, account: &Account) -> Result<String, Error> {
        let text = format!("{} {}", self.base32(), account.password_fingerprint());
        keys.seal(Seal::NewTwoFactor(account.id), &text)
            .map_err(Error::internal)
    }

    /// The secret that [`Self::offer`] sealed for `account`, if its password is still the same.
    pub fn open_offer(
        sealed: &str,
        keys: &Keys,
        account: &Account,
        site_name: &str,
    ) -> Result<Option<Self>, Error> {
        let opened = keys.open(Seal::NewTwoFactor(account.id), sealed);
        let secret = opened.as_deref().and_then(|text| text.split_once(' '));
        secret
            .filter(|(_, password)| *password == account.password_fingerprint())
            .and_then(|(secret, _)| Secret::try_from_base32(secret).ok())
            .map(|secret| Self::new(secret, account, site_name))
            .transpose()
    }

    /// For typing into an app, in base 32.
    pub fn base32(&self) -> String {
        self.0.secret().to_base32()
    }

    /// For a QR code: the `otpauth:` address that apps read.
    pub fn address(&self) -> Result<String, Error> {
        self.0.to_url().map_err(Error::internal)
    }

    /// The time step that `code` is right for, now or half a minute ago or ahead.
    pub fn step_of(&self, code: &str, now: NaiveDateTime) -> Option<i64> {
        let seconds = u64::try_from(now.and_utc().timestamp()).ok()?;
        let step = self.0.check(code, seconds)?;
        i64::try_from(step).ok()
    }
}

impl TwoFactor {
    pub fn new(account_id: i64, sealed_secret: String, step: i64, now: NaiveDateTime) -> Self {
        Self {
            account_id,
            sealed_secret,
            last_step: step,
            created_at: now,
        }
    }

    pub fn of(db: &mut Db, account_id: i64) -> QueryResult<Option<Self>> {
        second_factors::table
            .find(account_id)
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// Stores it in place of an earlier one.
    pub fn set(&self, db: &mut Db) -> QueryResult<()> {
        Self::remove(db, self.account_id)?;
        diesel::insert_into(second_factors::table)
            .values(self)
            .execute(db)?;
        Ok(())
    }

    /// Takes it away, with its recovery codes.
    pub fn remove(db: &mut Db, account_id: i64) -> QueryResult<()> {
        diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account_id)))
            .execute(db)?;
        diesel::delete(second_factors::table.find(account_id)).execute(db)?;
        Ok(())
    }

    /// Takes a code of the app, or a recovery code, which is then spent. `None` where it is wrong or
    /// was used before.
    pub fn accept(
        &self,
        db: &mut Db,
        typed: &str,
        secret: &SharedSecret,
        keys: &Keys,
        now: NaiveDateTime,
    ) -> QueryResult<Option<Accepted>> {
        let code = tidy(typed);
        if let Some(step) = secret.step_of(&code, now) {
            let fresh = second_factors::table
                .find(self.account_id)
                .filter(second_factors::last_step.lt(step));
            let taken = diesel::update(fresh)
                .set(second_factors::last_step.eq(step))
                .execute(db)?;
            return Ok((taken == 1).then_some(Accepted::App));
        }
        let hashes: Vec<String> = keys.iter().map(|key| hash(&code, key)).collect();
        let spent = recovery_codes::table
            .filter(recovery_codes::account_id.eq(self.account_id))
            .filter(recovery_codes::hash.eq_any(hashes));
        if diesel::delete(spent).execute(db)? == 0 {
            return Ok(None);
        }
        let left = recovery_codes_left(db, self.account_id)?;
        Ok(Some(Accepted::Recovery(left)))
    }

    /// The secret, if its key is still among `keys`.
    pub fn secret(
        &self,
        keys: &Keys,
        account: &Account,
        site_name: &str,
    ) -> Result<Option<SharedSecret>, Error> {
        SharedSecret::open(&self.sealed_secret, keys, account, site_name)
    }
}

/// How many recovery codes an account has not used.
pub fn recovery_codes_left(db: &mut Db, account_id: i64) -> QueryResult<i64> {
    recovery_codes::table
        .filter(recovery_codes::account_id.eq(account_id))
        .count()
        .get_result(db)
}

/// Ten new recovery codes, as shown to their owner.
pub fn make_recovery_codes() -> Result<Vec<String>, Error> {
    let make = |_| {
        let mut bytes = [0; RECOVERY_LENGTH];
        rand::fill(&mut bytes).map_err(|_| Error::internal(KeysError::Random))?;
        let letters: Vec<char> = bytes
            .iter()
            .map(|byte| char::from(ALPHABET[usize::from(byte % 32)]))
            .collect();
        let groups: Vec<String> = letters
            .chunks(4)
            .map(|group| group.iter().collect())
            .collect();
        Ok(groups.join("-"))
    };
    (0..RECOVERY_CODES).map(make).collect()
}

/// Stores the hashes of `codes` in place of earlier ones.
pub fn store_recovery_codes(
    db: &mut Db,
    account_id: i64,
    codes: &[String],
    keys: &Keys,
) -> QueryResult<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account_id)))
        .execute(db)?;
    for code in codes {
        diesel::insert_into(recovery_codes::table)
            .values((
                recovery_codes::hash.eq(hash(&tidy(code), keys.current())),
                recovery_codes::account_id.eq(account_id),
            ))
            .execute(db)?;
    }
    Ok(())
}

fn hash(code: &str, key: &Key) -> String {
    let keyed = hmac::Key::new(hmac::HMAC_SHA256, &key.recovery);
    HEXLOWER.encode(hmac::sign(&keyed, code.as_bytes()).as_ref())
}

/// A code without what people put between its letters.
fn tidy(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .take(64)
        .collect::<String>()
        .to_lowercase()
}
