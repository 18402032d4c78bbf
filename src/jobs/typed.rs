//! The values of a job as people, programs and sources state them: one parse for the form, the API and
//! imports. Each takes a text and gives the value, or a message that says what is wrong with it.

use celes::Country;
use chrono::NaiveDate;
use iso_currency::Currency;

use super::{
    amount::{self, Reading},
    pay,
    vocabulary::{ApplyMethod, PayPeriod},
};
pub use crate::platform::web_address::WebAddress;
use crate::{
    platform::{
        db::text_enum::TextEnum,
        i18n::Message,
        mail_address::MailAddress,
        typed::{self, Completeness},
    },
    text::{calendar, pasted},
};

/// Longest address to apply at, on the web or otherwise, in characters.
pub const LONGEST_ADDRESS: usize = 500;

/// Most tags on a job.
const MOST_TAGS: usize = 10;

/// Longest tag, in characters.
const LONGEST_TAG: usize = 30;

/// What a job is called.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Title(pub String);

impl Title {
    pub const LONGEST: usize = 140;

    /// A title of two characters or more, like CTO; a draft's may be shorter, but is there.
    pub fn parse(typed: &str, completeness: Completeness) -> Result<Self, Message> {
        let title = typed::line(typed, Self::LONGEST)?;
        if title.is_empty() {
            return Err(Message::new("jobs-field-title"));
        }
        typed::at_least(title, 2, completeness, Message::new("jobs-field-title")).map(Self)
    }
}

/// Who offers a job.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Company(pub String);

impl Company {
    pub const LONGEST: usize = 120;

    pub fn parse(typed: &str, completeness: Completeness) -> Result<Self, Message> {
        let company = typed::line(typed, Self::LONGEST)?;
        typed::at_least(company, 1, completeness, Message::new("jobs-field-company")).map(Self)
    }
}

/// What a job is about, as Markdown.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Description(pub String);

impl Description {
    pub const LONGEST: usize = 20_000;

    pub fn parse(typed: &str, completeness: Completeness) -> Result<Self, Message> {
        let description = pasted::markdown(&typed::text(typed, Self::LONGEST)?);
        let empty = Message::new("jobs-field-description");
        typed::at_least(description, 20, completeness, empty).map(Self)
    }
}

/// Two letters of a country that there is (ISO 3166-1).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CountryCode(pub String);

impl CountryCode {
    pub fn parse(typed: &str) -> Result<Self, Message> {
        let code = typed::line(typed, 100)?.to_ascii_uppercase();
        // Everybody says UK; the standard has GB.
        let code = if code == "UK" { "GB".into() } else { code };
        match Country::from_alpha2(&code) {
            Ok(_) => Ok(Self(code)),
            Err(_) => Err(Message::new("jobs-field-country")),
        }
    }
}

/// What stands between tags: the commas and semicolons of every keyboard.
const SEPARATORS: [char; 7] = [',', ';', '،', '؛', '、', '，', '；'];

/// Tags in lower case, each once.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Tags(Vec<String>);

impl Tags {
    /// Reads tags with commas between.
    pub fn parse(typed: &str) -> Result<Self, Message> {
        let tags = Self::each(&typed::line(typed, 400)?);
        if tags.len() > MOST_TAGS {
            return Err(Message::new("jobs-field-tags-most")
                .with("max", MOST_TAGS)
                .with("count", tags.len()));
        }
        if tags.iter().any(|tag| !fits(tag)) {
            return Err(Message::new("jobs-field-tag-long"));
        }
        Ok(Self(tags))
    }

    /// The first tags that fit, of a source that nobody can ask to mend them.
    pub fn first_of(stated: &str) -> Self {
        let fitting = Self::each(stated).into_iter().filter(|tag| fits(tag));
        Self(fitting.take(MOST_TAGS).collect())
    }

    fn each(typed: &str) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for tag in typed.split(SEPARATORS).map(|tag| tag.trim().to_lowercase()) {
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }

    /// As the column holds them.
    pub fn joined(&self) -> String {
        self.0.join(",")
    }
}

fn fits(tag: &str) -> bool {
    tag.chars().count() <= LONGEST_TAG
}

/// An amount of money as it was typed, and what it can only mean.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Amount {
    pub hundredths: i64,
    typed: String,
}

impl Amount {
    /// Reads `52,000`, `18,50`, `52k`; nothing where nothing is typed.
    ///
    /// # Errors
    /// A message where it is no amount, or can be two.
    pub fn parse(typed: &str) -> Result<Option<Self>, Message> {
        let typed = typed::line(typed, 30)?;
        if typed.is_empty() {
            return Ok(None);
        }
        match amount::read(&typed) {
            Some(Reading::One(hundredths)) => Ok(Some(Self { hundredths, typed })),
            Some(Reading::Either(first, second)) => Err(Message::new("jobs-field-amount-either")
                .with("first", amount::plain(first))
                .with("second", amount::plain(second))),
            None => Err(match amount::alone(&typed) {
                Some(number) => Message::new("jobs-field-amount-alone").with("number", number),
                None => Message::new("jobs-field-amount"),
            }),
        }
    }

    /// What it is if the thousands were left out, as people say "120" of a year.
    fn in_thousands(&self, period: PayPeriod) -> Option<i64> {
        let is_said = matches!(period, PayPeriod::Year | PayPeriod::Month);
        let is_short = self.hundredths < 100_000;
        (is_said && is_short).then_some(self.hundredths * 1000)
    }

    /// Asks what is meant by an amount that nobody earns in `period`, with the readings that somebody may
    /// have had in mind.
    pub fn doubt(&self, currency: Currency, period: PayPeriod) -> Option<Message> {
        let is_usual = |hundredths: &i64| pay::is_usual(*hundredths, currency, period);
        if is_usual(&self.hundredths) {
            return None;
        }
        let meant = amount::as_fraction(&self.typed)
            .filter(is_usual)
            .or_else(|| self.in_thousands(period).filter(is_usual));
        let amount = amount::plain(self.hundredths);
        Some(match meant {
            Some(meant) => Message::new("jobs-field-amount-or")
                .with("amount", amount)
                .with("period", period.label())
                .with("meant", amount::plain(meant)),
            None => Message::new("jobs-field-amount-unusual")
                .with("amount", amount)
                .with("period", period.label()),
        })
    }
}

/// The three letters of a currency that there is (ISO 4217).
///
/// # Errors
/// A message where they are no currency's.
pub fn currency(typed: &str) -> Result<Currency, Message> {
    let code = typed::line(typed, 30)?.to_uppercase();
    Currency::from_code(&code).ok_or(Message::new("jobs-field-currency"))
}

/// Where to apply, as `method` asks for it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ApplyTo(pub String);

impl ApplyTo {
    pub fn parse(
        typed: &str,
        method: ApplyMethod,
        completeness: Completeness,
    ) -> Result<Self, Message> {
        let typed = typed::line(typed, LONGEST_ADDRESS)?;
        let typed = typed::at_least(typed, 1, completeness, Message::new("jobs-field-apply-to"))?;
        if typed.is_empty() {
            return Ok(Self(typed));
        }
        match method {
            ApplyMethod::Url => {
                let url = WebAddress::read(&typed).ok_or(match MailAddress::parse(&typed) {
                    Ok(_) => Message::new("jobs-field-apply-is-email"),
                    Err(_) => Message::new("jobs-field-apply-url"),
                })?;
                url.check_length(LONGEST_ADDRESS)?;
                Ok(Self(url.0))
            }
            ApplyMethod::Email => Ok(Self(MailAddress::parse(&typed)?.0)),
            ApplyMethod::OnSite => Ok(Self(typed)),
        }
    }
}

/// The last day a job takes applications.
///
/// # Errors
/// A message where it is no day, or before `first`.
pub fn last_day(typed: &str, first: Option<NaiveDate>) -> Result<Option<NaiveDate>, Message> {
    let typed = typed::line(typed, 20)?;
    if typed.is_empty() {
        return Ok(None);
    }
    match typed.parse::<NaiveDate>() {
        Err(_) => Err(Message::new("jobs-field-date")),
        Ok(day) if !calendar::is_usable(day) => Err(Message::new("jobs-field-day-late")),
        Ok(day) if first.is_some_and(|first| day < first) => {
            Err(Message::new("jobs-field-day-past"))
        }
        Ok(day) => Ok(Some(day)),
    }
}
