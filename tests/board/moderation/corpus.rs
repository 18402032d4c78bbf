//! Jobs in our own words, fair ones and scams, as the files in `corpus/` have them.

use jobboard::{
    jobs::{Pay, PayPeriod, Workplace},
    moderation::score::{Apply, Employer, Posting, Score, Surroundings},
};

pub struct Written {
    pub title: String,
    company: String,
    website: Option<String>,
    apply: String,
    location: String,
    workplace: Workplace,
    pay: Option<Pay>,
    text: String,
}

pub const SCAMS_BEFORE: &str = include_str!("corpus/scams_before.txt");
pub const SCAMS_AFTER: &str = include_str!("corpus/scams_after.txt");
pub const SCAMS_EVADING: &str = include_str!("corpus/scams_evading.txt");
pub const FAIR_BEFORE: &str = include_str!("corpus/fair_before.txt");
pub const FAIR_AFTER: &str = include_str!("corpus/fair_after.txt");
pub const FAIR_HARD: &str = include_str!("corpus/fair_hard.txt");

/// The jobs of a file: blocks of named lines with empty lines between, of which `text` is the last.
pub fn read(file: &str) -> Vec<Written> {
    let blocks = file.split("\n\n").filter(|block| block.contains("title: "));
    blocks.map(written).collect()
}

fn written(block: &str) -> Written {
    let (head, text) = block.split_once("\ntext: ").unwrap();
    let value = |name: &str| {
        let line = head
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        line.map(str::to_owned)
    };
    Written {
        title: value("title").unwrap(),
        company: value("company").unwrap(),
        website: value("website"),
        apply: value("apply").unwrap(),
        location: value("location").unwrap(),
        workplace: value("workplace").map_or(Workplace::OnSite, |name| name.parse().unwrap()),
        pay: value("pay").map(|pay| read_pay(&pay)),
        text: text.trim().to_owned(),
    }
}

/// `USD 20-25 hour`.
fn read_pay(written: &str) -> Pay {
    let [currency, amounts, period] = written.split(' ').collect::<Vec<_>>().try_into().unwrap();
    let hundredths = |amount: &str| (amount.parse::<f64>().unwrap() * 100.0).round() as i64;
    let (min, max) = amounts.split_once('-').unwrap_or((amounts, amounts));
    let period: PayPeriod = period.to_uppercase().parse().unwrap();
    Pay {
        min: Some(hundredths(min)),
        max: Some(hundredths(max)),
        currency: iso_currency::Currency::from_code(currency).unwrap(),
        period,
    }
}

impl Written {
    /// Its score as the first job of an account made yesterday: all that a board knows of most who deceive, and of
    /// honest people who are new.
    pub fn score(&self) -> Score {
        let employer = Employer {
            account_days: Some(1),
            ..Employer::default()
        };
        Score::of(&self.posting(), &employer, &Surroundings::default())
    }

    pub fn posting(&self) -> Posting<'_> {
        let apply = self.apply.as_str();
        Posting {
            title: &self.title,
            company: &self.company,
            description: &self.text,
            location: &self.location,
            workplace: self.workplace,
            pay: self.pay,
            apply: if apply.starts_with("On-site: ") {
                Apply::Words(apply.trim_start_matches("On-site: "))
            } else if apply.starts_with("http") {
                Apply::Url(apply)
            } else {
                Apply::Mail(apply)
            },
            website: self.website.as_deref(),
            domains: &[],
        }
    }
}
