//! The address of the mail server.

use std::fmt;

use url::Url;

/// `smtp://` (STARTTLS, or plain on this machine) or `smtps://`, with user and password if the server
/// asks for them.
#[derive(Clone)]
pub struct SmtpUrl(Url);

impl SmtpUrl {
    pub fn parse(value: &str) -> Result<Self, String> {
        let url = Url::parse(value)
            .ok()
            .filter(|url| matches!(url.scheme(), "smtp" | "smtps") && url.has_host());
        url.map(Self).ok_or_else(|| {
            "must be like smtp://user:password@mail.example.org:587 or smtps://…".into()
        })
    }
}

/// Shows the address without its password.
impl fmt::Debug for SmtpUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = self.0.host_str().unwrap_or_default();
        write!(f, "{}://{host}", self.0.scheme())
    }
}
