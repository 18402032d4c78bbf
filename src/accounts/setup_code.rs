//! The code that `/setup` asks for.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::platform::secrets::Keys;

/// Proof that somebody reads the board's log or holds its keys. Derived from the keys: the same on every
/// replica, and after a restart.
pub struct SetupCode(String);

impl SetupCode {
    pub fn new(keys: &Keys) -> Self {
        Self(URL_SAFE_NO_PAD.encode(&keys.current().setup[..15]))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is(&self, given: &str) -> bool {
        verify_slices_are_equal(self.0.as_bytes(), given.as_bytes()).is_ok()
    }
}
