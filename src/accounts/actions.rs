//! What is done in this feature that somebody may have to answer for.

use crate::platform::{audit::Action, i18n::Message};

pub const SIGNED_UP: Action =
    Action::new("signed_up", || Message::new("accounts-action-signed-up"));
pub const GUEST_ADDED: Action = Action::new("guest_added", || {
    Message::new("accounts-action-guest-added")
});
pub const GUEST_INHERITED: Action = Action::new("guest_inherited", || {
    Message::new("accounts-action-guest-inherited")
});
pub const SIGNED_IN: Action =
    Action::new("signed_in", || Message::new("accounts-action-signed-in"));
pub const SIGNED_OUT: Action =
    Action::new("signed_out", || Message::new("accounts-action-signed-out"));
pub const ADDRESS_CONFIRMED: Action = Action::new("address_confirmed", || {
    Message::new("accounts-action-address-confirmed")
});
pub const NAME_CHANGED: Action = Action::new("name_changed", || {
    Message::new("accounts-action-name-changed")
});
pub const EMAIL_CHANGE_ASKED: Action = Action::new("email_change_asked", || {
    Message::new("accounts-action-email-change-asked")
});
pub const EMAIL_CHANGED: Action = Action::new("email_changed", || {
    Message::new("accounts-action-email-changed")
});
pub const PASSWORD_CHANGED: Action = Action::new("password_changed", || {
    Message::new("accounts-action-password-changed")
});
pub const PASSWORD_RESET_ASKED: Action = Action::new("password_reset_asked", || {
    Message::new("accounts-action-password-reset-asked")
});
pub const PASSWORD_RESET: Action = Action::new("password_reset", || {
    Message::new("accounts-action-password-reset")
});
pub const TWO_FACTOR_SET: Action = Action::new("second_factor_set", || {
    Message::new("accounts-action-two-factor-set")
});
pub const TWO_FACTOR_REMOVED: Action = Action::new("second_factor_removed", || {
    Message::new("accounts-action-two-factor-removed")
});
pub const RECOVERY_CODES_MADE: Action = Action::new("recovery_codes_made", || {
    Message::new("accounts-action-recovery-codes-made")
});
pub const RECOVERY_CODE_USED: Action = Action::new("recovery_code_used", || {
    Message::new("accounts-action-recovery-code-used")
});
pub const SESSION_ENDED: Action = Action::new("session_ended", || {
    Message::new("accounts-action-session-ended")
});
pub const OTHER_SESSIONS_ENDED: Action = Action::new("other_sessions_ended", || {
    Message::new("accounts-action-other-sessions-ended")
});
pub const API_TOKEN_MADE: Action = Action::new("api_token_made", || {
    Message::new("accounts-action-api-token-made")
});
pub const API_TOKEN_REVOKED: Action = Action::new("api_token_revoked", || {
    Message::new("accounts-action-api-token-revoked")
});
pub const ACCOUNT_DELETED: Action = Action::new("account_deleted", || {
    Message::new("accounts-action-account-deleted")
});
pub const ACCOUNT_DISABLED: Action = Action::new("account_disabled", || {
    Message::new("accounts-action-account-disabled")
});
pub const ACCOUNT_ENABLED: Action = Action::new("account_enabled", || {
    Message::new("accounts-action-account-enabled")
});
pub const ROLE_CHANGED: Action = Action::new("role_changed", || {
    Message::new("accounts-action-role-changed")
});

/// All of them.
pub const ALL: &[Action] = &[
    SIGNED_UP,
    GUEST_ADDED,
    GUEST_INHERITED,
    SIGNED_IN,
    SIGNED_OUT,
    ADDRESS_CONFIRMED,
    NAME_CHANGED,
    EMAIL_CHANGE_ASKED,
    EMAIL_CHANGED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_ASKED,
    PASSWORD_RESET,
    TWO_FACTOR_SET,
    TWO_FACTOR_REMOVED,
    RECOVERY_CODES_MADE,
    RECOVERY_CODE_USED,
    SESSION_ENDED,
    OTHER_SESSIONS_ENDED,
    API_TOKEN_MADE,
    API_TOKEN_REVOKED,
    ACCOUNT_DELETED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    ROLE_CHANGED,
];
