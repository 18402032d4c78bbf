//! The mails about an account.

use super::{
    account::Role,
    mail_token::{MailToken, Purpose},
};
use crate::platform::{config::Config, mail::Letter};

const NOT_YOU: &str = "If you did not ask for this, you can throw this mail away: nothing changes.";

const NOT_YOU_NOTICE: &str = "If that was not you, set a new password with the link below at once, and tell whoever runs this board.";

/// The address of the page that redeems `token`. Built from the configured address: a `Host` header
/// must not decide where a reset link leads.
fn link(config: &Config, purpose: Purpose, token: &MailToken) -> String {
    let page = match purpose {
        Purpose::Confirm => "confirmation",
        Purpose::Reset => "reset/password",
        Purpose::ChangeEmail => "confirmation/email",
    };
    format!("{}{page}?token={}", config.base_url, token.as_str())
}

pub fn confirm(config: &Config, token: &MailToken) -> Letter {
    Letter {
        subject: format!("Confirm your address for {}", config.site_name),
        paragraphs: vec![
            "Somebody made an account with this address. If it was you, confirm that the address is yours. \
             You will be asked for the password you chose."
                .into(),
        ],
        action: Some(("Confirm the address", link(config, Purpose::Confirm, token))),
        closing: format!("The link works once, for two days. {NOT_YOU}"),
    }
}

/// To somebody who signs up with an address that has an account: on the page this must not show.
pub fn already_registered(config: &Config) -> Letter {
    Letter {
        subject: format!("You already have an account on {}", config.site_name),
        paragraphs: vec![
            "Somebody tried to make an account with this address, but there is one. \
             If it was you, sign in. If you forgot the password, set a new one."
                .into(),
        ],
        action: Some((
            "Sign in or set a new password",
            format!("{}login", config.base_url),
        )),
        closing: NOT_YOU.into(),
    }
}

pub fn reset(config: &Config, token: &MailToken) -> Letter {
    Letter {
        subject: format!("Set a new password for {}", config.site_name),
        paragraphs: vec![
            "Somebody asked for a new password for the account with this address.".into(),
        ],
        action: Some(("Set a new password", link(config, Purpose::Reset, token))),
        closing: format!("The link works once, for an hour. {NOT_YOU}"),
    }
}

pub fn change_email(config: &Config, token: &MailToken) -> Letter {
    Letter {
        subject: format!("Confirm your new address for {}", config.site_name),
        paragraphs: vec![
            "Somebody wants to move an account to this address. If it was you, confirm that the address is yours."
                .into(),
        ],
        action: Some(("Use this address", link(config, Purpose::ChangeEmail, token))),
        closing: format!("The link works once, for two days. {NOT_YOU}"),
    }
}

pub fn email_change_asked(config: &Config, new: &str) -> Letter {
    notice(
        config,
        "Your address is about to change",
        &format!(
            "Somebody who is signed in to your account asked to move it to {new}. It happens once that address is confirmed."
        ),
    )
}

pub fn email_changed(config: &Config, new: &str) -> Letter {
    notice(
        config,
        "Your address was changed",
        &format!("Your account now belongs to {new}. Mail no longer comes to this address."),
    )
}

pub fn password_changed(config: &Config) -> Letter {
    notice(
        config,
        "Your password was changed",
        "The password of your account was changed, and every other browser was signed out.",
    )
}

pub fn password_reset(config: &Config) -> Letter {
    notice(
        config,
        "Your password was reset",
        "Your account has a new password, set with a link from a mail. Every browser was signed out and every API token was revoked.",
    )
}

pub fn api_token_made(config: &Config) -> Letter {
    notice(
        config,
        "A new API token was made for your account",
        "Any program that has this token can use the API as you. You can revoke it on your account page.",
    )
}

pub fn webhook_made(config: &Config, host: &str) -> Letter {
    notice(
        config,
        "A new webhook was made for your account",
        &format!(
            "A program at {host} is now told when a job changes. You can delete the webhook on your account page."
        ),
    )
}

pub fn recovery_codes_made(config: &Config) -> Letter {
    notice(
        config,
        "New recovery codes were made for your account",
        "Ten new recovery codes took the place of the old ones, which no longer work.",
    )
}

pub fn account_deleted(config: &Config) -> Letter {
    Letter {
        subject: format!("Your account was deleted – {}", config.site_name),
        paragraphs: vec![
            "Your account and its jobs were deleted, as somebody who knows its password asked."
                .into(),
        ],
        action: None,
        closing: "If that was not you, tell whoever runs this board.".into(),
    }
}

pub fn role_changed(config: &Config, role: Role) -> Letter {
    let sentence = match role {
        Role::Admin => {
            "An administrator made you one, too. You can look after every job and every account."
        }
        Role::Member => "An administrator made you a member. You look after your own jobs.",
    };
    notice(config, "Your role was changed", sentence)
}

/// To an administrator who gave or took away power: so that nobody does it in their name unnoticed.
pub fn role_given(config: &Config, email: &str, role: Role) -> Letter {
    let role = match role {
        Role::Admin => "an administrator",
        Role::Member => "a member",
    };
    notice(
        config,
        "You changed somebody’s role",
        &format!("Somebody who is signed in as you made {email} {role}."),
    )
}

pub fn second_factor_set(config: &Config) -> Letter {
    notice(
        config,
        "Signing in now takes a code",
        "An app that makes codes was added to your account. Without it, or a recovery code, nobody signs in.",
    )
}

pub fn second_factor_removed(config: &Config) -> Letter {
    notice(
        config,
        "Signing in no longer takes a code",
        "The app that makes codes was removed from your account: the password alone is enough again.",
    )
}

/// Tells of a change that its owner should know.
fn notice(config: &Config, what: &str, sentence: &str) -> Letter {
    Letter {
        subject: format!("{what} – {}", config.site_name),
        paragraphs: vec![sentence.into(), NOT_YOU_NOTICE.into()],
        action: Some(("Set a new password", format!("{}reset", config.base_url))),
        closing: String::new(),
    }
}
