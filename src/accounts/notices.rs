//! What is said on the next page, after something was done.

use crate::{
    http::flash::{Notice, first},
    platform::i18n::{Argument, Message},
};

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
    |email| Message::new("accounts-notice-account-disabled").with("account", account(email)),
    |id| format!("/admin/accounts/{id}/disablement/delete"),
);
pub const ACCOUNT_ENABLED: Notice = Notice::naming("account-enabled", |email| {
    Message::new("accounts-notice-account-enabled").with("account", account(email))
});
pub const ROLE_CHANGED: Notice = Notice::new("role-changed", || {
    Message::new("accounts-notice-role-changed")
});
pub const NO_ACCOUNTS: Notice =
    Notice::new("no-accounts", || Message::new("accounts-bulk-nothing"));
pub const DISABLED_MANY: Notice = Notice::counting("disabled-many", |numbers| {
    let done = Message::new("accounts-bulk-disabled").with("changed", first(numbers));
    besides(numbers, done, |left| {
        Message::new("accounts-left-disabled").with("left", left)
    })
});
pub const ENABLED_MANY: Notice = Notice::counting("enabled-many", |numbers| {
    let done = Message::new("accounts-bulk-enabled").with("changed", first(numbers));
    besides(numbers, done, |left| {
        Message::new("accounts-left-enabled").with("left", left)
    })
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

/// What was done, and what was not and why. The numbers are: changed, so already, and one's own.
fn besides(numbers: &[u64], done: Message, already: fn(u64) -> Message) -> Message {
    let at = |place: usize| numbers.get(place).copied().filter(|number| *number > 0);
    let already = at(1).map(already);
    let own = at(2).map(|_| Message::new("accounts-left-own"));
    let why = [already, own].into_iter().flatten();
    why.fold(done, |done, why| {
        Message::new("accounts-bulk-and-left")
            .with("done", done)
            .with("why", why)
    })
}

/// An account in a sentence.
fn account(email: &str) -> Argument {
    match email {
        "" => Message::new("accounts-notice-an-account").into(),
        email => email.to_owned().into(),
    }
}
