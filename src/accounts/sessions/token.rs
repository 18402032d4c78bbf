//! The JWT in the session cookie: a signed envelope around a session's id. The signature throws
//! garbage out before the database is asked; the session's row decides whether it still counts.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode,
};
use serde::{Deserialize, Serialize};

use crate::{http::error::Error, platform::secrets::Keys};

/// Seconds from issue to `exp`.
pub const LIFETIME: i64 = 60 * 60;

/// Seconds of difference between clocks that are forgiven.
const LEEWAY: i64 = 30;

/// The `typ` of a session's token (RFC 8725, section 3.11: explicit typing).
const TYPE: &str = "session+jwt";

/// Signs and reads session tokens.
pub struct Tokens {
    origin: String,
    current: (String, EncodingKey),
    verifying: HashMap<String, DecodingKey>,
}

/// What a token says. No name, no email, no role: those are read from the database.
#[derive(Debug, Deserialize, Serialize)]
pub struct Claims {
    iss: String,
    aud: String,
    /// The account's id.
    pub sub: String,
    /// The session's id.
    pub sid: String,
    pub iat: i64,
    nbf: i64,
    pub exp: i64,
}

impl Claims {
    /// Whether `exp` is still ahead.
    pub fn is_fresh(&self, now: NaiveDateTime) -> bool {
        now.and_utc().timestamp() < self.exp + LEEWAY
    }
}

impl Tokens {
    /// `origin` is both issuer and audience: a token of one board is nothing to another.
    pub fn new(keys: &Keys, origin: &str) -> Self {
        let current = keys.current();
        Self {
            origin: origin.to_owned(),
            current: (
                current.id.clone(),
                EncodingKey::from_secret(&current.session),
            ),
            verifying: keys
                .iter()
                .map(|key| {
                    let decoding = DecodingKey::from_secret(&key.session);
                    (key.id.clone(), decoding)
                })
                .collect(),
        }
    }

    /// A token for the session `sid` of account `account_id`.
    pub fn issue(&self, account_id: i64, sid: &str, now: NaiveDateTime) -> Result<String, Error> {
        let now = now.and_utc().timestamp();
        let header = Header {
            typ: Some(TYPE.into()),
            kid: Some(self.current.0.clone()),
            ..Header::new(Algorithm::HS256)
        };
        let claims = Claims {
            iss: self.origin.clone(),
            aud: self.origin.clone(),
            sub: account_id.to_string(),
            sid: sid.to_owned(),
            iat: now,
            nbf: now,
            exp: now + LIFETIME,
        };
        encode(&header, &claims, &self.current.1).map_err(Error::internal)
    }

    /// What `token` says, if this board signed it. Its times are checked against `now`, except that
    /// an `exp` in the past is left to the caller: the session's row knows better.
    pub fn read(&self, token: &str, now: NaiveDateTime) -> Option<Claims> {
        let header = decode_header(token).ok()?;
        if header.typ.as_deref() != Some(TYPE) || header.alg != Algorithm::HS256 {
            return None;
        }
        let key = self.verifying.get(header.kid.as_deref()?)?;
        let claims = decode::<Claims>(token, key, &self.validation())
            .ok()?
            .claims;
        let now = now.and_utc().timestamp();
        let begun = claims.nbf <= now + LEEWAY && claims.iat <= now + LEEWAY;
        (begun && claims.exp > claims.iat).then_some(claims)
    }

    /// The library compares times with the machine's clock; [`Tokens::read`] uses the board's.
    fn validation(&self) -> Validation {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_required_spec_claims(&["iss", "aud", "sub", "exp", "nbf"]);
        validation.set_issuer(&[&self.origin]);
        validation.set_audience(&[&self.origin]);
        validation.validate_exp = false;
        validation
    }
}
