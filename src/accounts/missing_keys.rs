//! Whether the board has the keys that its database was written with. Without them no password is right
//! and no two-factor secret counts: better known at the start than from the first person who cannot sign in.

use std::collections::BTreeSet;

use diesel::{dsl::not, prelude::*};

use super::account::Role;
use crate::{
    http::error::Error,
    platform::{
        db::{Db, text_enum::TextEnum},
        schema::{accounts, second_factors, webhooks},
        secrets::Keys,
    },
};

/// Rows that are read to name the keys that are missing.
const SAMPLE: i64 = 1000;

/// Why the board does not start: passwords that nobody could give.
#[derive(Debug, thiserror::Error)]
#[error(
    "does not have the keys {ids} that {accounts} of {all} passwords were hashed with, {administrators} of \
     them administrators'. Put these keys back into JWT_KEYS or DATA_DIR/jwt_keys, after any new ones (docs/OPERATING.md, \"Secrets and their \
     rotation\"). Where they are lost, give every administrator a new password first: jobboard admin \
     set-password EMAIL"
)]
pub struct MissingKeys {
    ids: String,
    accounts: i64,
    all: i64,
    administrators: i64,
}

/// Compares the database with `keys`, and writes what is missing to the log. `None` is a board whose keys
/// are not made yet: beside a database that names others, none must be.
///
/// # Errors
/// Inside, where no account could sign in, or an administrator could not.
pub fn check(db: &mut Db, keys: Option<&Keys>) -> Result<Result<(), MissingKeys>, Error> {
    let all: i64 = accounts::table.count().get_result(db)?;
    // A damaged hash names no key.
    let keyed = accounts::table.filter(accounts::password_hash.like("%:%"));
    let mut unknown = keyed
        .select(accounts::password_hash)
        .limit(SAMPLE)
        .into_boxed();
    let mut count = keyed.count().into_boxed();
    let mut administrators = keyed
        .filter(accounts::role.eq(Role::Admin.as_str()))
        .filter(accounts::disabled_at.is_null())
        .count()
        .into_boxed();
    for pattern in patterns(keys) {
        unknown = unknown.filter(not(accounts::password_hash.like(pattern.clone())));
        count = count.filter(not(accounts::password_hash.like(pattern.clone())));
        administrators = administrators.filter(not(accounts::password_hash.like(pattern)));
    }
    let missing = MissingKeys {
        ids: ids(&unknown.load(db)?),
        accounts: count.get_result(db)?,
        all,
        administrators: administrators.get_result(db)?,
    };
    warn_of_sealed(db, keys)?;
    let nobody_signs_in = missing.accounts > 0 && missing.accounts == all;
    if nobody_signs_in || missing.administrators > 0 {
        return Ok(Err(missing));
    }
    if missing.accounts > 0 {
        tracing::warn!(
            "{} of {all} passwords were hashed with keys that are not there ({}): their owners must set new ones",
            missing.accounts,
            missing.ids
        );
    }
    Ok(Ok(()))
}

fn warn_of_sealed(db: &mut Db, keys: Option<&Keys>) -> Result<(), Error> {
    let mut factors = second_factors::table.count().into_boxed();
    let mut hooks = webhooks::table.count().into_boxed();
    for pattern in patterns(keys) {
        factors = factors.filter(not(second_factors::sealed_secret.like(pattern.clone())));
        hooks = hooks.filter(not(webhooks::sealed_secret.like(pattern)));
    }
    let counts: [(i64, &str); 2] = [
        (factors.get_result(db)?, "two-factor secrets"),
        (hooks.get_result(db)?, "secrets of webhooks"),
    ];
    for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
        tracing::warn!("{count} {what} were sealed with keys that are not there, and do not work");
    }
    Ok(())
}

/// What is written with each of `keys` begins like this. Ids are letters and digits.
fn patterns(keys: Option<&Keys>) -> impl Iterator<Item = String> {
    let keys = keys.into_iter().flat_map(Keys::iter);
    keys.map(|key| format!("{}:%", key.id))
}

fn ids(hashes: &[String]) -> String {
    let ids: BTreeSet<&str> = hashes
        .iter()
        .filter_map(|hash| hash.split_once(':'))
        .map(|(id, _)| id)
        .collect();
    ids.into_iter().collect::<Vec<_>>().join(", ")
}
