//! Links at the foot of every page, as they are typed: one a line, the words and then the address.

use url::Url;

use crate::platform::{brand::Link, i18n::Message, mail_address::MailAddress};

/// Most links.
pub const MOST: usize = 8;

/// Longest words of a link, in characters, and longest address.
const LONGEST_LABEL: usize = 60;
const LONGEST_ADDRESS: usize = 500;

/// Reads the lines of `text`.
///
/// # Errors
/// A message about the first line that is no link, or when there are too many.
pub fn parse(text: &str) -> Result<Vec<Link>, Message> {
    let lines = text.lines().enumerate();
    let links: Vec<Link> = lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(before, line)| parse_line(before + 1, line.trim()))
        .collect::<Result<_, _>>()?;
    if links.len() > MOST {
        return Err(Message::new("settings-links-many").with("most", MOST));
    }
    Ok(links)
}

/// The opposite of [`parse`].
pub fn as_typed(links: &[Link]) -> String {
    let line = |Link { label, address }: &Link| format!("{label} {address}\n");
    links.iter().map(line).collect()
}

fn parse_line(number: usize, line: &str) -> Result<Link, Message> {
    let (label, address) = line
        .rsplit_once(char::is_whitespace)
        .ok_or_else(|| Message::new("settings-link-incomplete").with("line", number))?;
    let label = label.trim_end();
    if label.chars().count() > LONGEST_LABEL {
        return Err(Message::new("settings-link-label-long")
            .with("line", number)
            .with("max", LONGEST_LABEL));
    }
    let address = target(address)
        .ok_or_else(|| Message::new("settings-link-address").with("line", number))?;
    Ok(Link {
        label: label.to_owned(),
        address,
    })
}

/// Where a link leads: a page on the web, a mailbox, or a path of this board, and nowhere else.
fn target(address: &str) -> Option<String> {
    if address.len() > LONGEST_ADDRESS {
        return None;
    }
    if let Some(path) = address.strip_prefix('/') {
        // Browsers take both for another host.
        let is_host = path.starts_with(['/', '\\']);
        return (!is_host).then(|| address.to_owned());
    }
    let url = Url::parse(address).ok()?;
    match url.scheme() {
        "http" | "https" => web(address, url),
        "mailto" => Some(url.path())
            .filter(|_| url.query().is_none())
            .and_then(|mailbox| MailAddress::parse(mailbox).ok())
            .map(|mailbox| format!("mailto:{}", mailbox.0)),
        _ => None,
    }
}

/// An address on the web that leads where it seems to: without a name or password before the host.
fn web(typed: &str, url: Url) -> Option<String> {
    let says_host = typed
        .split_once(':')
        .is_some_and(|(_, rest)| rest.starts_with("//"));
    let is_plain = url.username().is_empty() && url.password().is_none() && !typed.contains('\\');
    (url.has_host() && says_host && is_plain).then(|| url.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_the_web_a_mailbox_or_a_page_of_this_board() {
        for good in [
            "https://example.org/privacy",
            "http://example.org/",
            "mailto:ada@example.org",
            "/jobs?q=rust",
        ] {
            assert_eq!(target(good).as_deref(), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "/\\evil.example",
            "https:",
            "mailto:",
            "ftp://example.org/",
            "https://ada:secret@example.org/",
            "https://example.org@evil.example/",
            "http://example.org\\@evil.example",
            "https:example.org",
            "mailto:ada@example.org?bcc=eve@example.org",
            "example.org",
        ] {
            assert_eq!(target(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_was_typed_comes_back() {
        let typed = "Privacy policy https://example.org/privacy\nAll jobs /jobs\n";
        assert_eq!(parse(typed).map(|links| as_typed(&links)), Ok(typed.into()));
    }
}
