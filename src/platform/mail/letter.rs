//! What a mail says.

use serde::{Deserialize, Serialize};
use tera::{TeraResult, context};
use url::Url;

use crate::platform::{
    i18n::{Locale, Message},
    templates::Templates,
};

/// A mail before it is addressed. Its words are the board's: what a stranger typed, a name for
/// example, stays out, or anybody could have the board send their message to whomever they like.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The language of whoever reads it.
    pub locale: Locale,
    pub subject: Message,
    /// What stands above it, where the subject says the site's name besides, which the HTML part has there.
    pub heading: Option<Message>,
    pub paragraphs: Vec<Message>,
    /// What the reader can do: the words on the button, and its address.
    pub action: Option<(Message, String)>,
    /// Sentences below the button, in small print.
    pub closing: Vec<Message>,
}

/// A letter as it will be sent.
#[derive(Debug, Deserialize, Serialize)]
pub struct Body {
    pub text: String,
    pub html: String,
}

impl Letter {
    pub fn subject(&self) -> String {
        self.locale.text(&self.subject)
    }

    /// The letter as text and as HTML.
    pub fn render(&self, base_url: &Url, templates: &Templates) -> TeraResult<Body> {
        let locale = self.locale;
        let texts = |messages: &[Message]| -> Vec<String> {
            messages
                .iter()
                .map(|message| locale.text(message))
                .collect()
        };
        let action = self.action.as_ref();
        let heading = self.heading.as_ref().unwrap_or(&self.subject);
        let context = context! {
            subject => &self.subject(),
            heading => &locale.text(heading),
            paragraphs => &texts(&self.paragraphs),
            action => &action.map(|(words, address)| (locale.text(words), address)),
            closing => &texts(&self.closing).join(" "),
            board_url => &base_url.as_str(),
        };
        Ok(Body {
            text: templates.render(locale, "mail/letter.txt", &context)?,
            html: templates.render(locale, "mail/letter.html", &context)?,
        })
    }
}
