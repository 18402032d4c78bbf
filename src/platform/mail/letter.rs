//! What a mail says.

use serde::{Deserialize, Serialize};
use tera::{TeraResult, context};
use url::Url;

use crate::platform::templates::Templates;

/// A mail before it is addressed. Its words are the board's: what a stranger typed, a name for
/// example, stays out, or anybody could have the board send their message to whomever they like.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    pub subject: String,
    pub paragraphs: Vec<String>,
    /// What the reader can do: the words on the button, and its address.
    pub action: Option<(&'static str, String)>,
    /// Below the button, in small print.
    pub closing: String,
}

/// A letter as it will be sent.
#[derive(Debug, Deserialize, Serialize)]
pub struct Body {
    pub text: String,
    pub html: String,
}

impl Letter {
    /// The letter as text and as HTML.
    pub fn render(&self, base_url: &Url, templates: &Templates) -> TeraResult<Body> {
        let context = context! {
            subject => &self.subject,
            paragraphs => &self.paragraphs,
            action => &self.action,
            closing => &self.closing,
            board_url => &base_url.as_str(),
        };
        Ok(Body {
            text: templates.render("mail/letter.txt", &context)?,
            html: templates.render("mail/letter.html", &context)?,
        })
    }
}
