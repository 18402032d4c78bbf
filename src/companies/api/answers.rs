//! What the handlers of companies have in common.

use chrono::NaiveDateTime;

use crate::{
    accounts::{Account, Try},
    http::{error::Error, form::Messages, page::Page, problem::Wrong},
};

/// Counts a change of a company by `account`.
///
/// # Errors
/// 429.
pub async fn count_change(page: &Page, account: &Account) -> Result<(), Error> {
    let counted = Try::count_change(page, account.id).await?;
    counted.map_err(|wait| Error::TooMany {
        retry_after: wait.seconds(),
    })
}

/// The form's messages, each where in the JSON its field came from.
pub fn wrong(messages: &Messages) -> Error {
    let wrong = messages.iter();
    let wrong = wrong.map(|(field, message)| Wrong::at(pointer(field), message.clone()));
    Error::Invalid(wrong.collect())
}

/// Where in the JSON a field of a form came from.
pub fn pointer(field: &str) -> &'static str {
    match field {
        "website" => "/website",
        "about" => "/description",
        "links" => "/links",
        "note" => "/note",
        "email" => "/email",
        "role" => "/role",
        "host" => "/host",
        "reason" => "/reason",
        "logo" => "",
        _ => "/name",
    }
}

/// A moment as JSON has it.
pub fn moment(at: NaiveDateTime) -> String {
    format!("{}Z", at.format("%FT%T"))
}
