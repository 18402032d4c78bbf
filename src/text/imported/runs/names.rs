//! Names with a capital inside, told from two lines that ran together.

/// Names with a capital inside, in lower case. Anything else of that shape is two lines.
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

/// A capital after a small letter, and the letters around it.
#[derive(Clone, Copy, Debug)]
struct Hump<'a> {
    /// Which character of the text the capital is.
    at: usize,
    /// From the capital or small letter that begins the word up to the capital.
    head: &'a str,
    /// All of it.
    whole: &'a str,
}

/// The capitals of a text that stand inside a name.
#[derive(Debug)]
pub struct Names<'a> {
    humps: Vec<Hump<'a>>,
    /// What the humps read, in order, so that equal ones lie together.
    sorted: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub fn of(text: &'a str) -> Self {
        let humps = humps(text);
        let mut sorted: Vec<&str> = humps.iter().map(|hump| hump.whole).collect();
        sorted.sort_unstable();
        Self { humps, sorted }
    }

    /// Whether the capital at `at`, after a small letter, stands inside a name: a known one, one with a
    /// surname's prefix, or a capitalised word that the text uses again.
    pub fn has(&self, at: usize) -> bool {
        let Ok(found) = self.humps.binary_search_by_key(&at, |hump| hump.at) else {
            return false;
        };
        let Hump { head, whole, .. } = self.humps[found];
        head.chars().count() < 2
            || NAMES.contains(&whole.to_lowercase().as_str())
            || PREFIXES.contains(&head)
            || head.starts_with(char::is_uppercase) && self.count(whole) > 1
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
    let mut open = false;
    for (at, (byte, c)) in text.char_indices().enumerate() {
        if c.is_lowercase() {
            if !is_small {
                small = capital_before.unwrap_or(byte);
            }
            is_small = true;
            continue;
        }
        if open {
            ends.push(byte);
            open = false;
        }
        if is_small && c.is_uppercase() {
            humps.push((at, small, byte));
            open = true;
        }
        is_small = false;
        capital_before = c.is_uppercase().then_some(byte);
    }
    if open {
        ends.push(text.len());
    }
    humps
        .into_iter()
        .zip(ends)
        .map(|((at, start, capital), end)| Hump {
            at,
            head: &text[start..capital],
            whole: &text[start..end],
        })
        .collect()
}
