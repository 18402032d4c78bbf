//! The host that somebody says is theirs.

use std::fmt;

use crate::{platform::i18n::Message, text::clean};

/// Longest name that leaves room for the label of the record below it (RFC 1035, section 2.3.4).
const LONGEST: usize = 240;

/// Names that nobody can be given, or that mean another host in each network (RFC 6761, RFC 6762, RFC 8375,
/// RFC 9476).
const LOCAL: [&str; 12] = [
    "alt",
    "arpa",
    "corp",
    "home",
    "internal",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "onion",
    "test",
];

/// A name on the public internet that one owner can have, in lower case and in the form that DNS knows.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Host(String);

impl Host {
    /// Reads what was typed: a name like `example.org`, or the address of a page there.
    ///
    /// # Errors
    /// A message where that is no name, or none that one owner can have.
    pub fn parse(typed: &str) -> Result<Self, Message> {
        let typed = clean::line(typed).to_lowercase();
        let name = ["https://", "http://"]
            .iter()
            .find_map(|scheme| typed.strip_prefix(scheme))
            .unwrap_or(&typed);
        let name = name.split(['/', '?', '#']).next().unwrap_or_default();
        let name = name.strip_suffix('.').unwrap_or(name);
        if name.is_empty() {
            return Err(Message::new("platform-host-empty"));
        }
        if name.contains(':') && !name.starts_with('[') {
            return Err(Message::new("platform-host-port"));
        }
        let name = match url::Host::parse(name) {
            Ok(url::Host::Domain(name)) if !name.contains('%') => name,
            Ok(url::Host::Ipv4(_) | url::Host::Ipv6(_)) => {
                return Err(Message::new("platform-host-address"));
            }
            _ => return Err(wrong()),
        };
        let last = name.rsplit('.').next().unwrap_or_default();
        if LOCAL.contains(&last) {
            return Err(Message::new("platform-host-local"));
        }
        if name.len() > LONGEST || !name.contains('.') || !name.split('.').all(is_label) {
            return Err(wrong());
        }
        if psl::suffix_str(&name).is_none_or(|suffix| suffix == name) {
            return Err(Message::new("platform-host-suffix").with("name", name));
        }
        Ok(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn wrong() -> Message {
    Message::new("platform-host-wrong")
}

/// Letters, digits and hyphens, of which none stands at an end.
fn is_label(label: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=63).contains(&label.len())
        && label.chars().all(is_letter)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_one_owner_can_have_is_a_host() {
        for (typed, host) in [
            ("example.org", "example.org"),
            (" Example.ORG. ", "example.org"),
            ("https://www.example.org/about?x=1#y", "www.example.org"),
            ("HTTP://example.org", "example.org"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("münchen.de", "xn--mnchen-3ya.de"),
            ("shop.example.co.uk", "shop.example.co.uk"),
            ("ada.github.io", "ada.github.io"),
            ("例え.jp", "xn--r8jz45g.jp"),
        ] {
            let parsed = Host::parse(typed).map(|host| host.to_string());
            assert_eq!(parsed, Ok(host.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_belongs_to_nobody_or_to_many_is_none() {
        for (typed, key) in [
            ("", "platform-host-empty"),
            ("https://", "platform-host-empty"),
            ("example.org:8443", "platform-host-port"),
            ("https://example.org:443/", "platform-host-port"),
            ("127.0.0.1", "platform-host-address"),
            ("0x7f.1", "platform-host-address"),
            ("2130706433", "platform-host-address"),
            ("[::1]", "platform-host-address"),
            ("localhost", "platform-host-local"),
            ("printer.local", "platform-host-local"),
            ("db.internal", "platform-host-local"),
            ("1.168.192.in-addr.arpa", "platform-host-local"),
            ("intranet", "platform-host-wrong"),
            ("ada@example.org", "platform-host-wrong"),
            ("exa mple.org", "platform-host-wrong"),
            ("-example.org", "platform-host-wrong"),
            ("_dmarc.example.org", "platform-host-wrong"),
            ("example..org", "platform-host-wrong"),
            ("*.example.org", "platform-host-wrong"),
            ("co.uk", "platform-host-suffix"),
            ("github.io", "platform-host-suffix"),
        ] {
            let refused = Host::parse(typed).map_err(|message| message.key());
            assert_eq!(refused, Err(key), "{typed}");
        }
        let long = format!("{}.org", ["abcdefghi"; 25].join("."));
        assert!(Host::parse(&long).is_err());
    }
}
