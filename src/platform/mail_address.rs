//! An address that mail can be sent to: one parse for accounts, applications and settings. What the grammar
//! of mail allows and no mail reaches, quoted names and addresses of machines, is refused.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Host;

use super::{i18n::Message, typed};

/// Longest address and longest part before the @ (RFC 5321, section 4.5.3.1).
const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;

/// What may stand before the @ without quotes (RFC 5322, section 3.2.3), besides letters and digits.
const LOCAL: &[u8] = b"!#$%&'*+-/=?^_`{|}~.";

/// What a `mailto:` link has to encode before the @ (RFC 6068, section 2).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'*')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// `ada@example.org`; a domain with other letters as the network knows it, `xn--…`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MailAddress(pub String);

impl MailAddress {
    /// Reads an address as it is typed or pasted: `Ada <ada@example.org>` and `mailto:ada@example.org` are
    /// `ada@example.org`.
    ///
    /// # Errors
    /// A message where it is none, more than one, or none that mail reaches.
    pub fn parse(typed: &str) -> Result<Self, Message> {
        let typed = typed::line(typed, 500)?;
        let address = bare(&typed);
        let is_doubled = address.contains("@@");
        if address.matches('@').count() > 1 && !is_doubled && !address.contains('"') {
            return Err(Message::new("platform-mail-one"));
        }
        let (local, domain) = address
            .rsplit_once('@')
            .ok_or(Message::new("platform-mail-none"))?;
        check_local(local)?;
        let domain = reachable(domain)?;
        let whole = format!("{local}@{domain}");
        if whole.len() > LONGEST || local.len() > LONGEST_LOCAL {
            return Err(Message::new("platform-mail-none"));
        }
        Ok(Self(whole))
    }
}

/// A link that opens a mail to `address`, whatever stands in it.
pub fn link(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((local, domain)) => format!(
            "mailto:{}@{}",
            utf8_percent_encode(local, ENCODED),
            utf8_percent_encode(domain, ENCODED)
        ),
        None => format!("mailto:{}", utf8_percent_encode(address, ENCODED)),
    }
}

/// The address without the name before it and the scheme of a link.
fn bare(typed: &str) -> &str {
    let in_brackets = typed
        .strip_suffix('>')
        .and_then(|rest| rest.rsplit_once('<'))
        .map(|(_, address)| address);
    let address = in_brackets.unwrap_or(typed).trim();
    match address.split_at_checked("mailto:".len()) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto:") => rest.trim(),
        _ => address,
    }
}

fn check_local(local: &str) -> Result<(), Message> {
    let is_dotted = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || LOCAL.contains(&byte);
    match local {
        "" => Err(Message::new("platform-mail-none")),
        local if local.contains('"') => Err(Message::new("platform-mail-quoted")),
        local if !local.is_ascii() => Err(Message::new("platform-mail-letters")),
        local if local.contains([' ', ',', ';']) => Err(Message::new("platform-mail-one")),
        local if is_dotted || !local.bytes().all(is_plain) => {
            Err(Message::new("platform-mail-none"))
        }
        _ => Ok(()),
    }
}

/// The domain as the network knows it. One without a dot is of this machine, or a slip.
fn reachable(domain: &str) -> Result<String, Message> {
    if domain.starts_with('[') {
        return Err(Message::new("platform-mail-machine"));
    }
    let none = Message::new("platform-mail-none");
    match Host::parse(domain.strip_suffix('.').unwrap_or(domain)) {
        Ok(Host::Domain(name)) if name == "localhost" => Ok(name),
        Ok(Host::Domain(name)) if is_domain(&name) => Ok(name),
        Ok(Host::Ipv4(_) | Host::Ipv6(_)) => Err(Message::new("platform-mail-machine")),
        _ => Err(none),
    }
}

fn is_domain(name: &str) -> bool {
    let labels: Vec<&str> = name.split('.').collect();
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    labels.len() > 1 && labels.iter().all(|label| is_label(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_mail_reaches_is_read_and_nothing_else() {
        for (typed, address) in [
            ("bea@example.org", "bea@example.org"),
            (" Bea <bea@example.org> ", "bea@example.org"),
            ("\"Doe, Bea\" <bea@example.org>", "bea@example.org"),
            ("<bea@example.org>", "bea@example.org"),
            ("mailto:bea@example.org", "bea@example.org"),
            (
                "Bea.O'Neill+jobs@Example.ORG",
                "Bea.O'Neill+jobs@example.org",
            ),
            ("bea@münchen.example", "bea@xn--mnchen-3ya.example"),
            ("bea\u{200b}@example.org.", "bea@example.org"),
            ("root@localhost", "root@localhost"),
        ] {
            let read = MailAddress::parse(typed);
            assert_eq!(read, Ok(MailAddress(address.into())), "{typed}");
        }
        for (typed, key) in [
            ("", "platform-mail-none"),
            ("bea", "platform-mail-none"),
            ("@example.org", "platform-mail-none"),
            ("bea@", "platform-mail-none"),
            ("bea@intranet", "platform-mail-none"),
            ("bea@exa mple.org", "platform-mail-none"),
            ("bea@-a.org", "platform-mail-none"),
            ("bea..b@example.org", "platform-mail-none"),
            ("bea@example.org, ada@example.org", "platform-mail-one"),
            ("bea ada@example.org", "platform-mail-one"),
            ("\"be a\"@example.org", "platform-mail-quoted"),
            ("bea@[192.0.2.1]", "platform-mail-machine"),
            ("bea@192.0.2.1", "platform-mail-machine"),
            ("béa@example.org", "platform-mail-letters"),
        ] {
            let read = MailAddress::parse(typed).map_err(|message| message.key());
            assert_eq!(read, Err(key), "{typed}");
        }
        let long = format!("{}@example.org", "a".repeat(65));
        assert!(MailAddress::parse(&long).is_err());
    }

    #[test]
    fn a_link_leads_to_the_address_whatever_stands_in_it() {
        assert_eq!(link("bea+jobs@example.org"), "mailto:bea+jobs@example.org");
        assert_eq!(
            link("a?b=c&d%@example.org"),
            "mailto:a%3Fb%3Dc%26d%25@example.org"
        );
        assert_eq!(
            link("Bea <bea@example.org>"),
            "mailto:Bea%20%3Cbea@example.org%3E"
        );
    }
}
