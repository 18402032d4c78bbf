//! What a source is called.

use url::Url;

use super::source::Source;

/// Longest name of a feed, in characters.
const LONGEST: usize = 60;

impl Source {
    /// What people call it: the company, or a feed's address in short.
    pub fn name(&self) -> String {
        if !self.company.is_empty() {
            return self.company.clone();
        }
        let url = Url::parse(&self.address).ok();
        let short = url.as_ref().and_then(|url| {
            let path = url.path().trim_end_matches('/');
            Some(format!("{}{path}", url.host_str()?))
        });
        let name = short.unwrap_or_else(|| self.address.clone());
        name.chars().take(LONGEST).collect()
    }
}
