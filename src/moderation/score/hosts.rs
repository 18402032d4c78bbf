//! The hosts of `hosts.txt`, and companies by the names that others borrow.

use std::{
    collections::{HashMap, HashSet},
    iter::successors,
    sync::LazyLock,
};

use crate::text::words;

/// What a host is known for.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Group {
    Webmail,
    Shortener,
    Messenger,
    Forms,
}

/// A company whose name is borrowed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Known {
    pub domain: &'static str,
    names: Vec<Vec<String>>,
}

struct File {
    groups: HashMap<Group, HashSet<&'static str>>,
    known: Vec<Known>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    let mut file = File {
        groups: HashMap::new(),
        known: Vec::new(),
    };
    let mut group = None;
    let lines = include_str!("hosts.txt").lines();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line {
            "[webmail]" => group = Some(Group::Webmail),
            "[shortener]" => group = Some(Group::Shortener),
            "[messenger]" => group = Some(Group::Messenger),
            "[forms]" => group = Some(Group::Forms),
            "[known]" => group = None,
            _ => match (group, line.split_once(' ')) {
                (Some(group), _) => {
                    file.groups.entry(group).or_default().insert(line);
                }
                (None, Some((domain, names))) => {
                    let names = names.split(',').map(words::plain).collect();
                    file.known.push(Known { domain, names });
                }
                (None, None) => {}
            },
        }
    }
    file
});

/// What `host`, or what it is below, is known for.
pub fn group(host: &str) -> Option<Group> {
    let is_in = |group| {
        let known = FILE.groups.get(&group);
        known.is_some_and(|known| above(host).any(|host| known.contains(host)))
    };
    if is_in(Group::Webmail) || is_in_any_country(host) {
        return Some(Group::Webmail);
    }
    [Group::Shortener, Group::Messenger, Group::Forms]
        .into_iter()
        .find(|group| is_in(*group))
}

/// Whether it is a name of [`Group::Webmail`] below some ending: `yahoo.co.uk`.
fn is_in_any_country(host: &str) -> bool {
    let known = FILE.groups.get(&Group::Webmail);
    let label = (domain(host) == host).then(|| label(host));
    label.is_some_and(|label| known.is_some_and(|known| known.contains(label)))
}

/// The host and what it is below: `a.b.org`, `b.org`, `org`.
fn above(host: &str) -> impl Iterator<Item = &str> {
    successors(Some(host), |host| {
        host.split_once('.').map(|(_, above)| above)
    })
}

/// The part of a host that somebody registered; the whole host where that is not known.
pub fn domain(host: &str) -> &str {
    psl::domain_str(host).unwrap_or(host)
}

/// The name in a domain: `acme` in `jobs.acme.co.uk`.
pub fn label(host: &str) -> &str {
    domain(host).split('.').next().unwrap_or_default()
}

/// All companies whose names are borrowed.
pub fn all_known() -> &'static [Known] {
    &FILE.known
}

/// Words that follow the name of a company in ads.
const AFTER_A_NAME: &[&str] = &[
    "inc",
    "ltd",
    "llc",
    "plc",
    "gmbh",
    "ag",
    "se",
    "kg",
    "co",
    "corp",
    "corporation",
    "company",
    "group",
    "careers",
    "career",
    "jobs",
    "hr",
    "recruitment",
    "recruiting",
    "hiring",
    "global",
    "international",
    "airline",
    "airlines",
    "promotions",
    "promotion",
    "usa",
    "us",
    "uk",
    "canada",
    "europe",
    "germany",
    "deutschland",
    "online",
    "com",
    "remote",
    "team",
    "official",
    "logistics",
    "services",
    "stores",
    "support",
];

/// The well-known company that `company` is, or says it is.
pub fn known_by_name(company: &str) -> Option<&'static Known> {
    let written = words::plain(company);
    FILE.known.iter().find(|known| {
        known.names.iter().any(|name| {
            let rest = written.strip_prefix(name.as_slice());
            rest.is_some_and(|rest| {
                rest.iter()
                    .all(|word| AFTER_A_NAME.contains(&word.as_str()))
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_known_below_their_domains_and_companies_by_their_names() {
        assert_eq!(group("yahoo.co.uk"), Some(Group::Webmail));
        assert_eq!(group("web.de"), Some(Group::Webmail));
        assert_eq!(group("careers.yahoo.com"), None);
        assert_eq!(group("acme.notion.site"), Some(Group::Forms));
        assert_eq!(group("acme.example"), None);
        let of = |name| known_by_name(name).map(|known| known.domain);
        assert_eq!(of("Emirates Airlines"), Some("emirates.com"));
        assert_eq!(of("Emirates Garden Centre"), None);
    }
}
