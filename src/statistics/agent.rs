//! Which requests are a program's, by what they say of themselves. Each rule has a name, so that whoever reads the
//! figures sees what was left out and why. A program that claims to be a browser is counted as a person.

use std::sync::LazyLock;

use actix_web::{
    HttpRequest,
    http::{
        Method,
        header::{self, HeaderMap},
    },
};
use quick_cache::sync::Cache;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::platform::{db::text_enum::TextEnum, i18n::Message};

/// Why a request counts as a program's.
#[derive(Clone, Copy, Debug, EnumString, Eq, Hash, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Rule {
    /// Only the headers are asked for.
    Head,
    /// A browser fetches the page in advance, and perhaps nobody sees it.
    Prefetch,
    /// A picture or a frame in another page: nobody sees the job.
    Embedded,
    /// It does not say what it is.
    Nameless,
    SearchEngine,
    /// It gathers texts for language models.
    LanguageModel,
    /// It gathers facts about pages for sale.
    Marketing,
    /// It makes the preview of a link that somebody sent.
    LinkPreview,
    /// It looks whether the board answers.
    Monitoring,
    /// A library for programs, or a browser that a program drives.
    Library,
    /// It calls itself a robot.
    Named,
    /// It does not say that it is a browser.
    NoBrowser,
}

/// Words of names, in small letters, in the order in which they are looked for.
const NAMES: [(Rule, &[&str]); 7] = [
    (
        Rule::SearchEngine,
        &[
            "googlebot",
            "google-inspectiontool",
            "googleother",
            "storebot-google",
            "bingbot",
            "bingpreview",
            "yandex",
            "baiduspider",
            "duckduckbot",
            "applebot",
            "petalbot",
            "seznambot",
            "yahoo! slurp",
            "qwantbot",
            "mojeekbot",
            "sogou",
        ],
    ),
    (
        Rule::LanguageModel,
        &[
            "gptbot",
            "chatgpt-user",
            "oai-searchbot",
            "claudebot",
            "claude-user",
            "anthropic-ai",
            "ccbot",
            "perplexity",
            "bytespider",
            "amazonbot",
            "meta-externalagent",
            "cohere-ai",
            "diffbot",
        ],
    ),
    (
        Rule::Marketing,
        &[
            "ahrefs",
            "semrush",
            "mj12bot",
            "dotbot",
            "blexbot",
            "serpstat",
            "dataforseo",
            "screaming frog",
            "barkrowler",
        ],
    ),
    (
        Rule::LinkPreview,
        &[
            "facebookexternalhit",
            "twitterbot",
            "slackbot",
            "linkedinbot",
            "discordbot",
            "telegrambot",
            "whatsapp",
            "skypeuripreview",
            "embedly",
            "pinterestbot",
            "redditbot",
            "mastodon",
            "bluesky",
        ],
    ),
    (
        Rule::Monitoring,
        &[
            "uptimerobot",
            "pingdom",
            "statuscake",
            "betteruptime",
            "better uptime",
            "site24x7",
            "datadog",
            "updown.io",
            "prometheus",
            "zabbix",
            "nagios",
        ],
    ),
    (
        Rule::Library,
        &[
            "curl/",
            "wget",
            "python",
            "aiohttp",
            "httpx",
            "scrapy",
            "go-http-client",
            "java/",
            "okhttp",
            "apache-httpclient",
            "axios",
            "node-fetch",
            "undici",
            "libwww",
            "guzzle",
            "ruby",
            "reqwest",
            "postman",
            "headless",
            "phantomjs",
            "puppeteer",
            "playwright",
            "selenium",
            "lighthouse",
        ],
    ),
    (
        Rule::Named,
        &[
            "bot", "crawl", "spider", "slurp", "scrape", "archiver", "fetcher", "+http",
        ],
    ),
];

/// What names that came lately mean: they are few, and looking for every word in each takes longer than all else that
/// is done to count a visit.
static KNOWN: LazyLock<Cache<Vec<u8>, Option<Rule>>> = LazyLock::new(|| Cache::new(MOST_KNOWN));

const MOST_KNOWN: usize = 1_000;

/// A maker of phones, whose browsers are people's.
const NO_BOTS: &str = "cubot";

/// How browsers begin.
const BROWSERS: [&str; 2] = ["mozilla/", "opera/"];

/// Bytes of a name that are looked at.
const LONGEST: usize = 512;

/// Headers in which browsers say that they fetch in advance.
const PURPOSES: [&str; 4] = ["sec-purpose", "purpose", "x-purpose", "x-moz"];

/// The rule by which `request` counts as a program's; nothing where it is a person's.
pub fn rule_of(request: &HttpRequest) -> Option<Rule> {
    if request.method() == Method::HEAD {
        return Some(Rule::Head);
    }
    if is_in_advance(request.headers()) {
        return Some(Rule::Prefetch);
    }
    if is_embedded(request.headers()) {
        return Some(Rule::Embedded);
    }
    let name = name_of(request);
    if let Some(rule) = KNOWN.get(name) {
        return rule;
    }
    let rule = by_name(name);
    KNOWN.insert(name.to_vec(), rule);
    rule
}

/// Whether a browser says that it does not want a page of its own
/// (https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header).
fn is_embedded(headers: &HeaderMap) -> bool {
    let wanted = headers.get("sec-fetch-dest");
    wanted.is_some_and(|wanted| wanted.as_bytes() != b"document")
}

/// What `request` says that it comes from.
pub fn name_of(request: &HttpRequest) -> &[u8] {
    let name = request.headers().get(header::USER_AGENT);
    let name = name.map_or(&b""[..], |name| name.as_bytes());
    &name[..name.len().min(LONGEST)]
}

fn is_in_advance(headers: &HeaderMap) -> bool {
    let mut stated = PURPOSES.iter().filter_map(|name| headers.get(*name));
    stated.any(|purpose| {
        let purpose = purpose.as_bytes().to_ascii_lowercase();
        let says = |word: &str| memchr::memmem::find(&purpose, word.as_bytes()).is_some();
        says("prefetch") || says("prerender") || says("preview")
    })
}

fn by_name(name: &[u8]) -> Option<Rule> {
    let name = name.trim_ascii().to_ascii_lowercase();
    if name.is_empty() {
        return Some(Rule::Nameless);
    }
    let name = String::from_utf8_lossy(&name).replace(NO_BOTS, "");
    let mut rules = NAMES.iter();
    let named = rules.find(|(_, words)| words.iter().any(|word| name.contains(word)));
    match named {
        Some((rule, _)) => Some(*rule),
        None if BROWSERS.iter().any(|begin| name.starts_with(begin)) => None,
        None => Some(Rule::NoBrowser),
    }
}

impl TextEnum for Rule {
    fn label(self) -> Message {
        match self {
            Self::Head => Message::new("statistics-bot-head"),
            Self::Prefetch => Message::new("statistics-bot-prefetch"),
            Self::Embedded => Message::new("statistics-bot-embedded"),
            Self::Nameless => Message::new("statistics-bot-nameless"),
            Self::SearchEngine => Message::new("statistics-bot-search-engine"),
            Self::LanguageModel => Message::new("statistics-bot-language-model"),
            Self::Marketing => Message::new("statistics-bot-marketing"),
            Self::LinkPreview => Message::new("statistics-bot-link-preview"),
            Self::Monitoring => Message::new("statistics-bot-monitoring"),
            Self::Library => Message::new("statistics-bot-library"),
            Self::Named => Message::new("statistics-bot-named"),
            Self::NoBrowser => Message::new("statistics-bot-no-browser"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_peoples_and_programs_have_a_rule() {
        for (name, rule) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                None,
            ),
            (
                "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
                None,
            ),
            ("", Some(Rule::Nameless)),
            (
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                Some(Rule::SearchEngine),
            ),
            (
                "Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)",
                Some(Rule::LanguageModel),
            ),
            (
                "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
                Some(Rule::Marketing),
            ),
            ("facebookexternalhit/1.1", Some(Rule::LinkPreview)),
            ("UptimeRobot/2.0", Some(Rule::Monitoring)),
            ("curl/8.5.0", Some(Rule::Library)),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36",
                Some(Rule::Library),
            ),
            (
                "Mozilla/5.0 (compatible; JobCrawler/1.0)",
                Some(Rule::Named),
            ),
            ("NewsReader 3", Some(Rule::NoBrowser)),
        ] {
            assert_eq!(by_name(name.as_bytes()), rule, "{name}");
        }
    }
}
