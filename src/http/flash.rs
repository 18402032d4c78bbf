//! A sentence shown once, on the page after a redirect. The cookie holds the name of a sentence and
//! never its text, so nobody can put words on a page.

use actix_web::{
    cookie::{Cookie, SameSite, time},
    http::header::HeaderMap,
};

use super::cookies;
use crate::platform::i18n::Message;

pub const COOKIE: &str = "notice";

/// What there is to say after something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    Welcome,
    SignedIn,
    SignedOut,
    PasswordChanged,
    SessionsEnded,
    AccountDeleted,
    DraftSaved,
    Published,
    Unpublished,
    Closed,
    Saved,
    Deleted,
    Removed,
    BoardReady,
    AddressConfirmed,
    EmailChanged,
    EmailChangeAsked,
    MailSent,
    PasswordReset,
    SecondFactorRemoved,
    RecoveryCodeUsed,
    AccountChanged,
    TokenRevoked,
    WebhookDeleted,
    WebhookTested,
}

impl Notice {
    const ALL: [Self; 25] = [
        Self::Welcome,
        Self::SignedIn,
        Self::SignedOut,
        Self::PasswordChanged,
        Self::SessionsEnded,
        Self::AccountDeleted,
        Self::DraftSaved,
        Self::Published,
        Self::Unpublished,
        Self::Closed,
        Self::Saved,
        Self::Deleted,
        Self::Removed,
        Self::BoardReady,
        Self::AddressConfirmed,
        Self::EmailChanged,
        Self::EmailChangeAsked,
        Self::MailSent,
        Self::PasswordReset,
        Self::SecondFactorRemoved,
        Self::RecoveryCodeUsed,
        Self::AccountChanged,
        Self::TokenRevoked,
        Self::WebhookDeleted,
        Self::WebhookTested,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::SignedIn => "signed-in",
            Self::SignedOut => "signed-out",
            Self::PasswordChanged => "password-changed",
            Self::SessionsEnded => "sessions-ended",
            Self::AccountDeleted => "account-deleted",
            Self::DraftSaved => "draft-saved",
            Self::Published => "published",
            Self::Unpublished => "unpublished",
            Self::Closed => "closed",
            Self::Saved => "saved",
            Self::Deleted => "deleted",
            Self::Removed => "removed",
            Self::BoardReady => "board-ready",
            Self::AddressConfirmed => "address-confirmed",
            Self::EmailChanged => "email-changed",
            Self::EmailChangeAsked => "email-change-asked",
            Self::MailSent => "mail-sent",
            Self::PasswordReset => "password-reset",
            Self::SecondFactorRemoved => "second-factor-removed",
            Self::RecoveryCodeUsed => "recovery-code-used",
            Self::AccountChanged => "account-changed",
            Self::TokenRevoked => "token-revoked",
            Self::WebhookDeleted => "webhook-deleted",
            Self::WebhookTested => "webhook-tested",
        }
    }

    /// What it says.
    pub const fn message(self) -> Message {
        match self {
            Self::Welcome => Message::new("http-notice-welcome"),
            Self::SignedIn => Message::new("http-notice-signed-in"),
            Self::SignedOut => Message::new("http-notice-signed-out"),
            Self::PasswordChanged => Message::new("http-notice-password-changed"),
            Self::SessionsEnded => Message::new("http-notice-sessions-ended"),
            Self::AccountDeleted => Message::new("http-notice-account-deleted"),
            Self::DraftSaved => Message::new("http-notice-draft-saved"),
            Self::Published => Message::new("http-notice-published"),
            Self::Unpublished => Message::new("http-notice-unpublished"),
            Self::Closed => Message::new("http-notice-closed"),
            Self::Saved => Message::new("http-notice-saved"),
            Self::Deleted => Message::new("http-notice-deleted"),
            Self::Removed => Message::new("http-notice-removed"),
            Self::BoardReady => Message::new("http-notice-board-ready"),
            Self::AddressConfirmed => Message::new("http-notice-address-confirmed"),
            Self::EmailChanged => Message::new("http-notice-email-changed"),
            Self::EmailChangeAsked => Message::new("http-notice-email-change-asked"),
            Self::MailSent => Message::new("http-notice-mail-sent"),
            Self::PasswordReset => Message::new("http-notice-password-reset"),
            Self::SecondFactorRemoved => Message::new("http-notice-second-factor-removed"),
            Self::RecoveryCodeUsed => Message::new("http-notice-recovery-code-used"),
            Self::AccountChanged => Message::new("http-notice-account-changed"),
            Self::TokenRevoked => Message::new("http-notice-token-revoked"),
            Self::WebhookDeleted => Message::new("http-notice-webhook-deleted"),
            Self::WebhookTested => Message::new("http-notice-webhook-tested"),
        }
    }

    /// The cookie that carries the notice to the next page.
    pub fn cookie(self, secure: bool) -> Cookie<'static> {
        build(self.name(), secure, time::Duration::minutes(1))
    }

    /// The notice that a request with these `headers` carries.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let name = cookies::value(headers, COOKIE)?;
        Self::ALL.into_iter().find(|notice| notice.name() == name)
    }
}

/// The cookie that takes the notice away, once it was shown.
pub fn shown(secure: bool) -> Cookie<'static> {
    build("", secure, time::Duration::ZERO)
}

fn build(value: &'static str, secure: bool, max_age: time::Duration) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path("/")
        .secure(secure)
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(max_age)
        .finish()
}
