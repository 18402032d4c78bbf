//! Addresses on the web, as people type them.

use url::Url;

use super::{i18n::Message, typed};

/// An address on the web.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct WebAddress(pub String);

impl WebAddress {
    /// `example.org` is taken to mean `https://example.org`. An address may grow beyond `longest` where its
    /// special characters are encoded.
    pub fn parse(typed: &str, longest: usize) -> Result<Self, Message> {
        let typed = typed::line(typed, longest)?;
        let url = Self::read(&typed).ok_or(Message::new("platform-web-address"))?;
        url.check_length(longest)?;
        Ok(url)
    }

    /// `typed` as an `http` or `https` address with a host.
    pub fn read(typed: &str) -> Option<Self> {
        let with_scheme = if typed.contains("://") || typed.contains(':') && !typed.contains('.') {
            typed.to_owned()
        } else {
            format!("https://{typed}")
        };
        let url = Url::parse(&with_scheme).ok()?;
        let is_web = matches!(url.scheme(), "http" | "https")
            && url.host_str().is_some_and(|host| host.contains('.'))
            && url.username().is_empty();
        is_web.then(|| Self(url.into()))
    }

    /// # Errors
    /// Where it has more than `longest` characters.
    pub fn check_length(&self, longest: usize) -> Result<(), Message> {
        match self.0.chars().count() {
            length if length <= longest => Ok(()),
            length => Err(Message::new("platform-web-address-long")
                .with("max", longest)
                .with("length", length)),
        }
    }
}
