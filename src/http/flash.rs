//! A sentence shown once, on the page after a redirect. The cookie holds the name of a sentence and
//! never its text, so nobody can put words on a page.

use actix_web::{
    cookie::{Cookie, SameSite, time},
    http::header::HeaderMap,
};

use super::cookies;

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

    /// The sentence.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Welcome => "Welcome. Your account is ready.",
            Self::SignedIn => "You are signed in.",
            Self::SignedOut => "You are signed out.",
            Self::PasswordChanged => "Your password is changed. Everybody else is signed out.",
            Self::SessionsEnded => "Signed out there.",
            Self::AccountDeleted => "Your account and your jobs are deleted.",
            Self::DraftSaved => "Saved as a draft. Only you can see it.",
            Self::Published => "Published. Everybody can see it now.",
            Self::Unpublished => "Taken off the board. It is a draft again.",
            Self::Closed => "Closed. It no longer takes applications.",
            Self::Saved => "Saved.",
            Self::Deleted => "Deleted.",
            Self::Removed => "Removed from the board.",
            Self::BoardReady => "The board is yours. Post the first job, or import some.",
            Self::AddressConfirmed => "Your address is confirmed.",
            Self::EmailChanged => "Your address is changed. Sign in with the new one from now on.",
            Self::EmailChangeAsked => {
                "A mail is on its way to the new address. The change happens when you open the link in it."
            }
            Self::MailSent => "A mail with the link is on its way.",
            Self::PasswordReset => "Your new password is set. Sign in with it.",
            Self::SecondFactorRemoved => "Signing in no longer takes a code.",
            Self::RecoveryCodeUsed => {
                "You are signed in. That recovery code is spent; make new ones on the account page before they run out."
            }
            Self::AccountChanged => "Done. It holds from now on.",
            Self::TokenRevoked => "Revoked. Whatever used it is signed out.",
            Self::WebhookDeleted => "Deleted. Nothing is sent there any more.",
            Self::WebhookTested => "A test is on its way. Its outcome is listed below in a moment.",
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
