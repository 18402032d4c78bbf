//! The mails about an account.

use super::{
    account::Role,
    mail_token::{MailToken, Purpose},
};
use crate::{
    http::{board::Board, next::local_path},
    platform::{i18n::Message, mail::Letter},
};

const NOT_YOU: Message = Message::new("accounts-mail-not-you");

const ONCE_FOR_TWO_DAYS: Message = Message::new("accounts-mail-once-for-two-days");

/// The address of the page that redeems `token`. Built from the configured address: a `Host` header
/// must not decide where a reset link leads.
pub fn link(board: &Board, purpose: Purpose, token: &MailToken) -> String {
    let page = match purpose {
        Purpose::Confirm => "confirmation",
        Purpose::Reset => "reset/password",
        Purpose::ChangeEmail => "confirmation/email",
        Purpose::Manage => "manage",
    };
    format!("{}{page}?token={}", board.config.base_url, token.as_str())
}

/// To somebody who signed up; the link leads on to `next` afterwards.
pub fn confirm(board: &Board, token: &MailToken, next: &str) -> Letter {
    let mut link = link(board, Purpose::Confirm, token);
    if let Some(next) = local_path(next) {
        let mut query = form_urlencoded::Serializer::new(String::new());
        link = format!("{link}&{}", query.append_pair("next", next).finish());
    }
    Letter {
        locale: board.config.locale,
        subject: Message::new("accounts-mail-confirm-subject")
            .with("site", &board.brand().site_name),
        heading: None,
        paragraphs: vec![Message::new("accounts-mail-confirm")],
        action: Some((Message::new("accounts-mail-confirm-action"), link)),
        closing: vec![ONCE_FOR_TWO_DAYS, NOT_YOU],
    }
}

/// To somebody who signs up with an address that has an account: on the page this must not show.
pub fn already_registered(board: &Board) -> Letter {
    Letter {
        locale: board.config.locale,
        subject: Message::new("accounts-mail-registered-subject")
            .with("site", &board.brand().site_name),
        heading: None,
        paragraphs: vec![Message::new("accounts-mail-registered")],
        action: Some((
            Message::new("accounts-mail-registered-action"),
            format!("{}login", board.config.base_url),
        )),
        closing: vec![NOT_YOU],
    }
}

/// To somebody who signs up with an address that jobs were posted with, without an account.
pub fn choose_password(board: &Board, token: &MailToken) -> Letter {
    Letter {
        locale: board.config.locale,
        subject: Message::new("accounts-mail-choose-password-subject")
            .with("site", &board.brand().site_name),
        heading: None,
        paragraphs: vec![Message::new("accounts-mail-choose-password")],
        action: Some((
            Message::new("accounts-mail-choose-password-action"),
            link(board, Purpose::Reset, token),
        )),
        closing: vec![Message::new("accounts-mail-once-for-an-hour"), NOT_YOU],
    }
}

/// To a guest who asks for another link to their jobs.
pub fn manage(board: &Board, token: &MailToken) -> Letter {
    Letter {
        locale: board.config.locale,
        subject: Message::new("accounts-mail-manage-subject")
            .with("site", &board.brand().site_name),
        heading: None,
        paragraphs: vec![Message::new("accounts-mail-manage")],
        action: Some((
            Message::new("accounts-mail-manage-action"),
            link(board, Purpose::Manage, token),
        )),
        closing: vec![Message::new("accounts-mail-manage-keep"), NOT_YOU],
    }
}

pub fn reset(board: &Board, token: &MailToken) -> Letter {
    Letter {
        locale: board.config.locale,
        subject: Message::new("accounts-mail-reset-subject").with("site", &board.brand().site_name),
        heading: None,
        paragraphs: vec![Message::new("accounts-mail-reset")],
        action: Some((
            Message::new("accounts-mail-reset-action"),
            link(board, Purpose::Reset, token),
        )),
        closing: vec![Message::new("accounts-mail-once-for-an-hour"), NOT_YOU],
    }
}

/// `account` is the address of the account that takes over what was posted with the new one, where that is a
/// guest's.
pub fn change_email(board: &Board, token: &MailToken, account: Option<&str>) -> Letter {
    let moves = account.map(|account| {
        Message::new("accounts-mail-change-email-jobs").with("account", account.to_owned())
    });
    Letter {
        locale: board.config.locale,
        subject: Message::new("accounts-mail-change-email-subject")
            .with("site", &board.brand().site_name),
        heading: None,
        paragraphs: [Some(Message::new("accounts-mail-change-email")), moves]
            .into_iter()
            .flatten()
            .collect(),
        action: Some((
            Message::new("accounts-mail-change-email-action"),
            link(board, Purpose::ChangeEmail, token),
        )),
        closing: vec![ONCE_FOR_TWO_DAYS, NOT_YOU],
    }
}

pub fn email_change_asked(board: &Board, new: &str) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-email-change-asked-subject"),
        Message::new("accounts-mail-email-change-asked").with("email", new.to_owned()),
    )
}

pub fn email_changed(board: &Board, new: &str) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-email-changed-subject"),
        Message::new("accounts-mail-email-changed").with("email", new.to_owned()),
    )
}

pub fn password_changed(board: &Board) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-password-changed-subject"),
        Message::new("accounts-mail-password-changed"),
    )
}

/// To a guest whose address has a password from now on.
pub fn password_chosen(board: &Board) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-password-chosen-subject"),
        Message::new("accounts-mail-password-chosen"),
    )
}

pub fn password_reset(board: &Board) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-password-reset-subject"),
        Message::new("accounts-mail-password-reset"),
    )
}

pub fn api_token_made(board: &Board) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-api-token-made-subject"),
        Message::new("accounts-mail-api-token-made"),
    )
}

pub fn webhook_made(board: &Board, host: &str) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-webhook-made-subject"),
        Message::new("accounts-mail-webhook-made").with("host", host.to_owned()),
    )
}

pub fn recovery_codes_made(board: &Board) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-recovery-codes-made-subject"),
        Message::new("accounts-mail-recovery-codes-made"),
    )
}

pub fn account_deleted(board: &Board) -> Letter {
    let what = Message::new("accounts-mail-account-deleted-subject");
    Letter {
        locale: board.config.locale,
        subject: about(board, what.clone()),
        heading: Some(what),
        paragraphs: vec![Message::new("accounts-mail-account-deleted")],
        action: None,
        closing: vec![Message::new("accounts-mail-account-deleted-not-you")],
    }
}

pub fn role_changed(board: &Board, role: Role) -> Letter {
    let sentence = match role {
        Role::Admin => Message::new("accounts-mail-made-admin"),
        Role::Member => Message::new("accounts-mail-made-member"),
    };
    let subject = Message::new("accounts-mail-role-changed-subject");
    // It was never the reader, and no new password changes it.
    Letter {
        action: None,
        closing: Vec::new(),
        ..notice(board, subject, sentence)
    }
}

/// To an administrator who gave or took away power: so that nobody does it in their name unnoticed.
pub fn role_given(board: &Board, email: &str, role: Role) -> Letter {
    let sentence = match role {
        Role::Admin => Message::new("accounts-mail-gave-admin").with("email", email.to_owned()),
        Role::Member => Message::new("accounts-mail-gave-member").with("email", email.to_owned()),
    };
    notice(
        board,
        Message::new("accounts-mail-role-given-subject"),
        sentence,
    )
}

pub fn two_factor_set(board: &Board) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-two-factor-set-subject"),
        Message::new("accounts-mail-two-factor-set"),
    )
}

pub fn two_factor_removed(board: &Board) -> Letter {
    notice(
        board,
        Message::new("accounts-mail-two-factor-removed-subject"),
        Message::new("accounts-mail-two-factor-removed"),
    )
}

/// Tells of a change that its owner should know.
fn notice(board: &Board, what: Message, sentence: Message) -> Letter {
    Letter {
        locale: board.config.locale,
        subject: about(board, what.clone()),
        heading: Some(what),
        paragraphs: vec![sentence, Message::new("accounts-mail-not-you-notice")],
        action: Some((
            Message::new("accounts-mail-reset-action"),
            format!("{}reset", board.config.base_url),
        )),
        closing: Vec::new(),
    }
}

/// What happened, and on which board.
fn about(board: &Board, what: Message) -> Message {
    Message::new("accounts-mail-subject")
        .with("what", what)
        .with("site", &board.brand().site_name)
}
