//! What is said on the next page, after something was done.

use crate::{http::flash::Notice, platform::i18n::Message};

pub const WELCOME: Notice = Notice::new("welcome", || Message::new("accounts-notice-welcome"));
pub const SIGNED_IN: Notice =
    Notice::new("signed-in", || Message::new("accounts-notice-signed-in"));
pub const SIGNED_OUT: Notice =
    Notice::new("signed-out", || Message::new("accounts-notice-signed-out"));
pub const PASSWORD_CHANGED: Notice = Notice::new("password-changed", || {
    Message::new("accounts-notice-password-changed")
});
pub const SESSIONS_ENDED: Notice = Notice::new("sessions-ended", || {
    Message::new("accounts-notice-sessions-ended")
});
pub const ACCOUNT_DELETED: Notice = Notice::new("account-deleted", || {
    Message::new("accounts-notice-account-deleted")
});
pub const BOARD_READY: Notice = Notice::new("board-ready", || {
    Message::new("accounts-notice-board-ready")
});
pub const ADDRESS_CONFIRMED: Notice = Notice::new("address-confirmed", || {
    Message::new("accounts-notice-address-confirmed")
});
pub const EMAIL_CHANGED: Notice = Notice::new("email-changed", || {
    Message::new("accounts-notice-email-changed")
});
pub const EMAIL_CHANGE_ASKED: Notice = Notice::new("email-change-asked", || {
    Message::new("accounts-notice-email-change-asked")
});
pub const MAIL_SENT: Notice =
    Notice::new("mail-sent", || Message::new("accounts-notice-mail-sent"));
pub const PASSWORD_RESET: Notice = Notice::new("password-reset", || {
    Message::new("accounts-notice-password-reset")
});
pub const TWO_FACTOR_REMOVED: Notice = Notice::new("two-factor-removed", || {
    Message::new("accounts-notice-two-factor-removed")
});
pub const RECOVERY_CODE_USED: Notice = Notice::new("recovery-code-used", || {
    Message::new("accounts-notice-recovery-code-used")
});
pub const ACCOUNT_CHANGED: Notice = Notice::new("account-changed", || {
    Message::new("accounts-notice-account-changed")
});
pub const ACCOUNT_DISABLED: Notice = Notice::undoable(
    "account-disabled",
    || Message::new("accounts-notice-account-disabled"),
    |id| format!("/admin/accounts/{id}/disablement/delete"),
);
pub const ACCOUNT_ENABLED: Notice = Notice::new("account-enabled", || {
    Message::new("accounts-notice-account-enabled")
});
pub const ROLE_CHANGED: Notice = Notice::new("role-changed", || {
    Message::new("accounts-notice-role-changed")
});
pub const NO_ACCOUNTS: Notice =
    Notice::new("no-accounts", || Message::new("accounts-bulk-nothing"));
pub const DISABLED_MANY: Notice = Notice::counting("disabled-many", |changed, left| {
    let done = Message::new("accounts-bulk-disabled").with("changed", changed);
    besides(left, done)
});
pub const ENABLED_MANY: Notice = Notice::counting("enabled-many", |changed, left| {
    let done = Message::new("accounts-bulk-enabled").with("changed", changed);
    besides(left, done)
});
pub const TOKEN_REVOKED: Notice = Notice::new("token-revoked", || {
    Message::new("accounts-notice-token-revoked")
});

/// All of them.
pub const ALL: &[Notice] = &[
    WELCOME,
    SIGNED_IN,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    SESSIONS_ENDED,
    ACCOUNT_DELETED,
    BOARD_READY,
    ADDRESS_CONFIRMED,
    EMAIL_CHANGED,
    EMAIL_CHANGE_ASKED,
    MAIL_SENT,
    PASSWORD_RESET,
    TWO_FACTOR_REMOVED,
    RECOVERY_CODE_USED,
    ACCOUNT_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    ROLE_CHANGED,
    NO_ACCOUNTS,
    DISABLED_MANY,
    ENABLED_MANY,
    TOKEN_REVOKED,
];

/// What was done, and how many accounts were left as they are.
fn besides(left: u64, done: Message) -> Message {
    if left == 0 {
        return done;
    }
    Message::new("accounts-bulk-left")
        .with("done", done)
        .with("left", left)
}
