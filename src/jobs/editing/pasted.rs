//! `/jobs/description`: rich text from a clipboard, as the Markdown that a description is.

use actix_web::{HttpResponse, http::header::ContentType};

use crate::{
    accounts::SignedIn,
    http::{blocking, error::Error, form::Form},
    platform::i18n::Message,
    text::{imported, pasted},
};

/// `POST /jobs/description` with `html`: answers with Markdown.
pub async fn convert(_: SignedIn, form: Form) -> Result<HttpResponse, Error> {
    let markdown = blocking::run(move || Ok(imported::from_html(form.value("html")))).await?;
    let markdown = markdown.ok_or(Error::BadRequest(Message::new("jobs-pasted-long")))?;
    Ok(HttpResponse::Ok()
        .content_type(ContentType::plaintext())
        .insert_header(("cache-control", "no-store"))
        .body(pasted::markdown(&markdown)))
}
