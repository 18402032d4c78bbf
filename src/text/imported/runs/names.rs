//! Capitals inside words: those of names, told from those that begin another line.

use super::vocabulary::{Vocabulary, is_derived, is_opener};

/// Names with a capital inside, in lower case.
const NAMES: &[&str] = &[
    "actionscript",
    "autocad",
    "bigquery",
    "bitbucket",
    "bluetooth",
    "coffeescript",
    "coldfusion",
    "devops",
    "doubleclick",
    "dynamodb",
    "ebay",
    "fintech",
    "facebook",
    "filemaker",
    "github",
    "gitlab",
    "hubspot",
    "indesign",
    "javascript",
    "linkedin",
    "macbook",
    "mailchimp",
    "mongodb",
    "mysql",
    "netsuite",
    "openstack",
    "paypal",
    "peoplesoft",
    "phonegap",
    "photoshop",
    "postgresql",
    "powerpoint",
    "powershell",
    "pricewaterhouse",
    "pytorch",
    "quickbooks",
    "redhat",
    "salesforce",
    "sharepoint",
    "solidworks",
    "soundcloud",
    "stackoverflow",
    "successfactors",
    "tensorflow",
    "testng",
    "transferwise",
    "typescript",
    "vmware",
    "whatsapp",
    "wifi",
    "wordpress",
    "youtube",
    "zendesk",
];

/// Prefixes of surnames and places that are followed by a capital.
const PREFIXES: &[&str] = &["Mc", "Mac", "Mb", "Fitz", "La", "Le", "De", "Di", "Van"];

/// Endings that a noun has for women in German: `MitarbeiterInnen`.
const GENDERED: &[&str] = &["In", "Innen"];

/// A first half of fewer letters is part of a name: `iPhone`, `GoDaddy`.
const SHORTEST_HALF: usize = 4;

/// A second half of fewer letters may be that of a name, where little else is known: `easyJet`.
const SHORTEST_UNKNOWN: usize = 4;

/// What heads a section; any word may follow.
const TITLES: &[&str] = &[
    "Benefits",
    "Competencies",
    "Compensation",
    "Description",
    "Duties",
    "Education",
    "Experience",
    "Location",
    "Overview",
    "Profile",
    "Qualifications",
    "Qualities",
    "Requirements",
    "Responsibilities",
    "Role",
    "Salary",
    "Skills",
    "Summary",
];

/// So many capitals in a row after a small letter are a heading: `timeREQUIREMENTS`.
const SHOUTED: usize = 4;

/// A capital after a small letter, and the letters around it.
#[derive(Clone, Copy, Debug)]
struct Hump<'a> {
    /// Which character of the text the capital is.
    at: usize,
    /// From the capital or small letter that begins the word up to the capital.
    head: &'a str,
    /// From the capital to the last small letter, or to the last capital where all are.
    tail: &'a str,
    /// All of it.
    whole: &'a str,
    /// Whether no blank stands before it.
    is_close: bool,
}

/// The capitals inside the words of a text.
#[derive(Debug)]
pub struct Names<'a> {
    humps: Vec<Hump<'a>>,
    /// What the humps read, in order, so that equal ones lie together.
    sorted: Vec<&'a str>,
    /// Names that are known to be some, in order.
    known: Vec<&'a str>,
}

impl<'a> Names<'a> {
    /// The capitals inside the words of `text`; what `known` has of that kind is a name.
    pub fn of(text: &'a str, known: &'a str) -> Self {
        let wholes = |humps: &[Hump<'a>]| {
            let mut wholes: Vec<&str> = humps.iter().map(|hump| hump.whole).collect();
            wholes.sort_unstable();
            wholes
        };
        let humps = humps(text);
        let sorted = wholes(&humps);
        let known = wholes(&self::humps(known));
        Self {
            humps,
            sorted,
            known,
        }
    }

    /// Whether the capital at `at`, after a small letter, begins another line: what is before and after
    /// it are words, and both together are no name. Where many lines ran together, one of the two being a
    /// word is enough.
    pub fn are_two(&self, at: usize, vocabulary: &Vocabulary<'_>, many: bool) -> bool {
        let Ok(found) = self.humps.binary_search_by_key(&at, |hump| hump.at) else {
            return false;
        };
        let Hump {
            head,
            tail,
            whole,
            is_close,
            ..
        } = self.humps[found];
        let is_name = NAMES.contains(&whole.to_lowercase().as_str())
            || PREFIXES.contains(&head)
            || self.known.binary_search(&whole).is_ok();
        let (left, right) = (vocabulary.has(head), vocabulary.has(tail));
        if is_name || GENDERED.contains(&tail) && !left {
            return false;
        }
        let is_long = head.chars().count() >= SHORTEST_HALF;
        if tail.chars().all(char::is_uppercase) {
            return tail.len() >= SHOUTED && right && is_long;
        }
        let is_repeated = self.count(whole) > 1;
        let long_tail = tail.chars().count() >= SHORTEST_UNKNOWN;
        if head.starts_with(char::is_uppercase) {
            let ends_name = self.follows_name(found);
            let is_word = is_long && (left || is_derived(head) || many && !is_repeated);
            let is_title = TITLES.contains(&head) && (right || is_derived(tail) || is_close);
            let is_task = many && left && is_long && !is_repeated && tail.ends_with("ing");
            return is_title || is_task || is_opener(tail) && (is_word || ends_name);
        }
        match (left, right) {
            (true, true) => head.len() > 2 || is_opener(tail) || is_derived(tail),
            _ if is_repeated || !is_long => false,
            (true, false) => is_derived(tail) || many && long_tail,
            (false, true) => is_opener(tail) || is_derived(head) || many && long_tail,
            (false, false) => is_derived(tail) && (many || is_derived(head)),
        }
    }

    /// Whether the hump `found` stands behind another one in a row: `GoToMeeting`.
    fn follows_name(&self, found: usize) -> bool {
        found.checked_sub(1).is_some_and(|before| {
            let before = self.humps[before];
            before.at + before.tail.chars().count() == self.humps[found].at
        })
    }

    /// How many humps begin with `name`.
    fn count(&self, name: &str) -> usize {
        let first = self.sorted.partition_point(|other| *other < name);
        let same = &self.sorted[first..];
        same.partition_point(|other| other.starts_with(name))
    }
}

fn humps(text: &str) -> Vec<Hump<'_>> {
    let mut humps: Vec<(usize, usize, usize)> = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    let (mut small, mut is_small) = (0, false);
    let mut capital_before = None;
    let mut open: Option<usize> = None;
    for (at, (byte, c)) in text.char_indices().enumerate() {
        let is_shouted = open == Some(byte) && c.is_uppercase();
        if is_shouted {
            open = Some(byte + c.len_utf8());
        }
        if c.is_lowercase() {
            if !is_small {
                small = capital_before.unwrap_or(byte);
            }
            is_small = true;
            continue;
        }
        if open.is_some() && !is_shouted {
            ends.push(byte);
            open = None;
        }
        if is_small && c.is_uppercase() {
            humps.push((at, small, byte));
            open = Some(byte + c.len_utf8());
        }
        is_small = false;
        capital_before = c.is_uppercase().then_some(byte);
    }
    if open.is_some() {
        ends.push(text.len());
    }
    humps
        .into_iter()
        .zip(ends)
        .map(|((at, start, capital), end)| Hump {
            at,
            head: &text[start..capital],
            tail: &text[capital..end],
            whole: &text[start..end],
            is_close: !text[..start].ends_with([' ', '\u{a0}', '\t']),
        })
        .collect()
}
