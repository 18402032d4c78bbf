//! Whether an account counts only once its address is confirmed by mail.

use crate::platform::config::{Config, Setting};

pub const SETTING: Setting = Setting {
    name: "VERIFY_EMAIL",
    default: "auto",
    about: "whether an account counts only once its address is confirmed by mail: `yes`, `no`, or `auto` (yes with SMTP_URL)",
    check: |value| match value {
        "auto" => Ok(()),
        _ => Setting::is_yes_no(value),
    },
    shown: |config| Setting::yes_no(is_required(config)),
};

pub fn is_required(config: &Config) -> bool {
    match config.of(&SETTING) {
        None | Some("auto") => config.smtp_url.is_some(),
        Some(_) => config.is_on(&SETTING),
    }
}
