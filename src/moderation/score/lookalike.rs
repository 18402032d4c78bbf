//! Hosts that are made to be taken for another: foreign letters that look like Latin ones, and names that are a letter
//! away from another.

use unicode_security::{MixedScript, confusable_detection::skeleton};

use super::hosts::{all_known, domain, label};
use crate::text::words;

/// A name is not compared by single letters where it has fewer.
const SHORTEST: usize = 6;

/// A host as people read it: `xn--mnchen-3ya.example` is `münchen.example`.
pub fn shown(host: &str) -> String {
    url::quirks::domain_to_unicode(host)
}

/// Whether a part of a host, as people read it, has letters of several alphabets, or only letters that look like Latin
/// ones.
pub fn has_odd_letters(shown: &str) -> bool {
    shown
        .split('.')
        .filter(|part| !part.is_ascii())
        .any(|part| {
            let name: String = part.chars().filter(|c| c.is_alphabetic()).collect();
            !name.is_single_script() || look(part).is_ascii()
        })
}

/// What a name looks like, whatever letters it is made of.
fn look(name: &str) -> String {
    skeleton(name).collect::<String>().to_lowercase()
}

/// The domain that `host` may be taken for: one of the company's own, or a well-known company's.
pub fn taken_for(host: &str, company: &str, own: &[&str]) -> Option<String> {
    let shown = shown(host);
    let name = label(&shown);
    let is_own_name = words::plain(company)
        .concat()
        .contains(&name.replace('-', ""));
    if is_own_name || own.iter().any(|own| label(own) == name) {
        return None;
    }
    let is_alike = |other: &str| {
        let is_near = name.is_ascii()
            && other.len() >= SHORTEST
            && !is_plural(name, other)
            && strsim::osa_distance(name, other) == 1;
        name != other && (is_near || look(name) == look(other))
    };
    if let Some(own) = own.iter().find(|own| is_alike(label(own))) {
        return Some(domain(own).to_owned());
    }
    let mut known = all_known().iter().map(|known| known.domain);
    let taken_for = known.find(|known| is_alike(label(known)));
    taken_for.map(str::to_owned)
}

/// Whether they differ by the ending of the plural alone.
fn is_plural(one: &str, other: &str) -> bool {
    one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_that_imitate_others_are_told_from_those_that_do_not() {
        for (host, like) in [
            ("careers.siernens.com", Some("siemens.com")),
            ("paypa1.com", Some("paypal.com")),
            ("netfllx.com", Some("netflix.com")),
            ("jobs.siemens.com", None),
            ("acme.example", None),
            ("aceme-tools.example", Some("acme-tools.example")),
        ] {
            let found = taken_for(host, "Acme Tools", &["acme-tools.example"]);
            assert_eq!(found.as_deref(), like, "{host}");
        }
        assert_eq!(taken_for("strive.com", "Strive Ltd", &[]), None);
        assert!(has_odd_letters("pаypal.com"));
        assert!(has_odd_letters("аррӏе.com"));
        assert!(!has_odd_letters("bäckerei-müller.de"));
        assert!(!has_odd_letters("компания.рф"));
        assert_eq!(shown("xn--mnchen-3ya.example"), "münchen.example");
    }
}
