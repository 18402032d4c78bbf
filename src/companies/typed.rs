//! A company as its team types it.

use super::company::Profile;
use crate::{
    http::form::{Fields, Form, Messages},
    platform::{i18n::Message, typed, web_address::WebAddress},
    text::words::slug,
};

/// The fields of the profile in the order in which they stand.
pub const ORDER: [&str; 5] = ["name", "logo", "website", "about", "links"];

/// In characters.
pub const LONGEST_NAME: usize = 120;
pub const LONGEST_ABOUT: usize = 5_000;
pub const LONGEST_NOTE: usize = 1_000;
const LONGEST_ADDRESS: usize = 500;

/// Most links.
pub const MOST_LINKS: usize = 6;

impl Profile {
    /// Reads the form.
    pub fn read(form: &Form) -> (Self, Messages) {
        let mut fields = Fields::new(form);
        let name = name(&mut fields);
        let website = website(&mut fields);
        let about = fields.parse("about", |typed| typed::text(typed, LONGEST_ABOUT));
        let links = fields.parse("links", links);
        let profile = Self {
            name,
            website,
            about: about.unwrap_or_default(),
            links: links.unwrap_or_default(),
        };
        (profile, fields.messages)
    }
}

/// The field `name`, which must have an address of its own.
pub fn name(fields: &mut Fields<'_>) -> String {
    let name = fields.line("name", LONGEST_NAME, Message::new("companies-field-name"));
    if !name.is_empty() && slug(&name).is_empty() {
        let wrong = Message::new("companies-field-name-letters");
        fields.messages.add("name", wrong);
    }
    name
}

/// The field `website`, which may be empty.
pub fn website(fields: &mut Fields<'_>) -> Option<String> {
    let website = fields.parse("website", |typed| match typed.trim() {
        "" => Ok(None),
        typed => WebAddress::parse(typed, LONGEST_ADDRESS).map(|url| Some(url.0)),
    });
    website.flatten()
}

fn links(typed: &str) -> Result<String, Message> {
    let lines = typed.lines().map(str::trim).enumerate();
    let mut links: Vec<String> = Vec::new();
    for (before, line) in lines.filter(|(_, line)| !line.is_empty()) {
        let wrong = |_| Message::new("companies-field-link").with("line", before + 1);
        let link = WebAddress::parse(line, LONGEST_ADDRESS).map_err(wrong)?.0;
        if !links.contains(&link) {
            links.push(link);
        }
    }
    if links.len() > MOST_LINKS {
        return Err(Message::new("companies-field-links").with("most", MOST_LINKS));
    }
    Ok(links.join("\n"))
}
