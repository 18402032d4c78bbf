//! The mails to somebody who posts without an account.

use crate::{
    accounts::mail_token::MailToken,
    http::board::Board,
    jobs::job::Job,
    platform::{i18n::Message, mail::Letter},
};

/// The address of the page that publishes the job.
fn link(board: &Board, token: &MailToken) -> String {
    format!("{}posting?token={}", board.config.base_url, token.as_str())
}

/// With the link to a job that waits. Whoever typed the address may not own it: what they typed besides stays out.
pub fn publish(board: &Board, token: &MailToken) -> Letter {
    Letter {
        locale: board.config.locale,
        subject: Message::new("jobs-mail-guest-publish-subject")
            .with("site", &board.brand().site_name),
        heading: None,
        paragraphs: vec![Message::new("jobs-mail-guest-publish")],
        action: Some((
            Message::new("jobs-mail-guest-publish-action"),
            link(board, token),
        )),
        closing: vec![Message::new("jobs-mail-guest-publish-closing")],
    }
}

/// Says that the job is on the board.
pub fn published(board: &Board, job: &Job) -> Letter {
    Letter {
        locale: board.config.locale,
        subject: Message::new("jobs-mail-guest-published-subject").with("title", &job.fields.title),
        heading: None,
        paragraphs: vec![
            Message::new("jobs-mail-guest-published").with("title", &job.fields.title),
        ],
        action: Some((
            Message::new("jobs-mail-guest-published-action"),
            board.config.whole_url(&job.path()),
        )),
        closing: Vec::new(),
    }
}
