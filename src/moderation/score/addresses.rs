//! Where a job leads: the address to apply at, and the addresses in its text.

use regex::regex;
use url::{Host, Url};

use super::{
    employer::Employer,
    hosts::{Group, domain, group, known_by_name, label},
    lookalike::{has_odd_letters, shown, taken_for},
    posting::{Apply, Posting},
    reason::{Reason, Signal},
};
use crate::{
    jobs::{Workplace, hiring_systems::is_hiring_system},
    text::words,
};

/// Most addresses of a text that are looked at.
const MOST: usize = 100;

/// The hosts that a job names.
pub struct Addresses {
    apply: Option<String>,
    is_mail: bool,
    /// The domains of the company, as it states or proved them.
    own: Vec<String>,
    /// In the text, written in full.
    links: Vec<String>,
    mails: Vec<String>,
    /// In the text, and perhaps none.
    mentioned: Vec<String>,
}

impl Addresses {
    pub fn of(posting: &Posting<'_>) -> Self {
        let (apply, is_mail) = match posting.apply {
            Apply::Url(url) => (host_of(url), false),
            Apply::Mail(mail) => (host_of_mail(mail), true),
            Apply::Words(_) => (None, false),
        };
        let website = posting.website.and_then(host_of);
        let website = website.filter(|host| group(host).is_none() && !is_hiring_system(host));
        let proved = posting.domains.iter().map(|host| host.to_lowercase());
        let mut found = Self {
            apply,
            is_mail,
            own: website.into_iter().chain(proved).collect(),
            links: Vec::new(),
            mails: Vec::new(),
            mentioned: Vec::new(),
        };
        found.read(posting.description);
        if let Apply::Words(words) = posting.apply {
            found.read(words);
        }
        found
    }

    fn read(&mut self, text: &str) {
        let address = regex!(r"(?i)(@|https?://|www\.)?((?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,24})\b");
        for found in address.captures_iter(text).take(MOST) {
            let Some(host) = Host::parse(&found[2]).ok() else {
                continue;
            };
            let hosts = match found.get(1).map(|before| before.as_str()) {
                Some("@") => &mut self.mails,
                Some(_) => &mut self.links,
                None => &mut self.mentioned,
            };
            let host = host.to_string();
            if !hosts.contains(&host) {
                hosts.push(host);
            }
        }
    }

    pub fn reasons(&self, posting: &Posting<'_>, employer: &Employer) -> Vec<Reason> {
        let mut reasons = Vec::new();
        reasons.extend(self.webmail().or_else(|| self.namelessness(posting)));
        reasons.extend(
            self.well_known_name(posting, employer)
                .or_else(|| self.other_host(posting)),
        );
        reasons.extend(self.imitation(posting));
        reasons.extend(self.detour());
        reasons.extend(is_phone_alone(posting).then(|| Reason::new(10, Signal::PhoneAlone)));
        reasons
    }

    fn webmail(&self) -> Option<Reason> {
        let is_webmail = |host: &&String| group(host) == Some(Group::Webmail);
        let apply = self.apply.as_ref().filter(|_| self.is_mail);
        let (points, host) = match apply.filter(is_webmail) {
            Some(host) => (20, host),
            None => (15, self.mails.iter().find(is_webmail)?),
        };
        let host = host.clone();
        (!self.own.is_empty()).then(|| Reason::new(points, Signal::Webmail { host }))
    }

    /// Work that nobody has to come for, at a company without an address of its own.
    fn namelessness(&self, posting: &Posting<'_>) -> Option<Reason> {
        let is_remote = posting.workplace == Workplace::Remote && self.own.is_empty();
        let host = self.apply.clone().filter(|_| is_remote)?;
        let points = match group(&host) {
            Some(Group::Webmail) => 25,
            None if !is_hiring_system(&host) => 10,
            _ => return None,
        };
        Some(Reason::new(points, Signal::Nameless { host }))
    }

    /// Where people are led, if that is an address which somebody registered for it.
    fn registered(&self) -> Option<&str> {
        let host = self.apply.as_deref()?;
        (group(host).is_none() && !is_hiring_system(host)).then_some(host)
    }

    fn other_host(&self, posting: &Posting<'_>) -> Option<Reason> {
        let host = self.registered()?;
        let name = label(host);
        let is_own = self.own.iter().any(|own| {
            let own_name = label(own);
            domain(own) == domain(host) || own_name.contains(name) || name.contains(own_name)
        });
        let company = words::plain(posting.company).concat();
        if is_own || company.contains(&name.replace('-', "")) {
            return None;
        }
        let signal = Signal::OtherHost {
            host: shown(host),
            own: domain(self.own.first()?).to_owned(),
        };
        Some(Reason::new(20, signal))
    }

    fn well_known_name(&self, posting: &Posting<'_>, employer: &Employer) -> Option<Reason> {
        let known = known_by_name(posting.company).filter(|_| !employer.is_on_team)?;
        let host = self
            .apply
            .as_deref()
            .filter(|host| !is_hiring_system(host))?;
        let (brand, name) = (label(known.domain), label(host));
        if name == brand {
            return None;
        }
        let signal = Signal::WellKnownName {
            company: posting.company.to_owned(),
            host: shown(host),
        };
        // Large companies have further domains that begin or end like their own.
        Some(Reason::new(
            if name.contains(brand) { 30 } else { 40 },
            signal,
        ))
    }

    fn imitation(&self, posting: &Posting<'_>) -> Option<Reason> {
        let own: Vec<&str> = self.own.iter().map(String::as_str).collect();
        let in_full = self.apply.iter().chain(&self.links).chain(&self.mails);
        in_full
            .chain(posting.website.and_then(host_of).as_ref())
            .find_map(|host| {
                let shown = shown(host);
                if has_odd_letters(&shown) {
                    return Some(Reason::new(40, Signal::Letters { host: shown }));
                }
                if group(host).is_some() || is_hiring_system(host) {
                    return None;
                }
                let like = taken_for(host, posting.company, &own)?;
                Some(Reason::new(45, Signal::Lookalike { host: shown, like }))
            })
    }

    /// An address that hides where it leads, or leads out of sight.
    fn detour(&self) -> Option<Reason> {
        let apply = self.apply.iter().map(|host| (host, 10));
        let in_text = self
            .links
            .iter()
            .chain(&self.mentioned)
            .map(|host| (host, 0));
        let found = apply.chain(in_text).filter_map(|(host, more)| {
            let host = host.clone();
            match group(&host)? {
                Group::Shortener => Some(Reason::new(15 + more, Signal::Shortener { host })),
                Group::Messenger => {
                    let points = if host.starts_with("wa.") || host.contains("whatsapp") {
                        15
                    } else {
                        25
                    };
                    Some(Reason::new(points + more, Signal::MessengerLink { host }))
                }
                Group::Forms if more > 0 => Some(Reason::new(more, Signal::Shortener { host })),
                Group::Forms | Group::Webmail => None,
            }
        });
        found.max_by_key(|reason| reason.points)
    }
}

fn is_phone_alone(posting: &Posting<'_>) -> bool {
    let Apply::Words(words) = posting.apply else {
        return false;
    };
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    digits >= 7 && letters <= 12
}

/// The host of an address on the web, as the network knows it.
fn host_of(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    match url.host()? {
        Host::Domain(host) => Some(host.trim_end_matches('.').to_lowercase()),
        _ => None,
    }
}

fn host_of_mail(mail: &str) -> Option<String> {
    let (_, host) = mail.rsplit_once('@')?;
    Some(Host::parse(host.trim()).ok()?.to_string())
}
