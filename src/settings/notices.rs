//! What is said on the next page, after something was done.

use crate::{http::flash::Notice, platform::i18n::Message};

pub const SAVED: Notice = Notice::new("settings-saved", || Message::new("settings-notice-saved"));
pub const WORDS_SAVED: Notice = Notice::new("search-words-saved", || {
    Message::new("settings-words-saved")
});

/// All of them.
pub const ALL: &[Notice] = &[SAVED, WORDS_SAVED];
