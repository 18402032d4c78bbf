//! What a search asks for besides its words: read from an address, and written back in one canonical
//! order.

use iso_currency::Currency;

use super::{beside, known::Known, listed, place::Location, places::Places};
use crate::{
    jobs::{
        EmploymentType, Pay, PayPeriod, Workplace,
        amount::{self, Reading},
    },
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    text::{clean, words::slug},
};

/// Most values of one filter that count.
const MOST_VALUES: usize = 8;

/// Longest value that is read, in characters; the rest is cut off.
const LONGEST_VALUE: usize = 200;

/// The same of a list of places.
const LONGEST_LIST: usize = 500;

/// The choices for how long ago a job was posted, in days.
pub static AGES: [(i64, Message); 3] = [
    (1, Message::new("search-age-day")),
    (7, Message::new("search-age-week")),
    (30, Message::new("search-age-month")),
];

/// The least pay that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeastPay {
    /// In hundredths.
    pub amount: i64,
    pub currency: Currency,
    pub period: PayPeriod,
}

/// A least pay that says too little: it filters nothing, and is asked about where it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadPay {
    pub typed: String,
    /// Its currency and period.
    pub asked: LeastPay,
    reading: Option<Reading>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// In any of these places.
    pub place: Places,
    pub workplaces: Vec<Workplace>,
    pub employment_types: Vec<EmploymentType>,
    /// A slug, as are tags and company.
    pub category: Option<String>,
    pub tags: Vec<String>,
    pub company: Option<String>,
    pub pay: Option<LeastPay>,
    /// What was typed as the least pay, where it is no amount or can be two.
    pub unread_pay: Option<UnreadPay>,
    /// Only jobs that say what they pay.
    pub paid: bool,
    /// Posted so many days ago at most.
    pub days: Option<i64>,
}

/// A filter that the numbers beside its values are counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    Workplace,
    /// Its values are those inside the place that is chosen.
    Place,
    Distance,
    EmploymentType,
    Category,
    Age,
}

impl Facet {
    /// In the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Workplace,
        Self::Place,
        Self::Distance,
        Self::EmploymentType,
        Self::Category,
        Self::Age,
    ];
}

impl Filters {
    /// Takes in one pair of an address's query; what makes no sense is passed over.
    pub fn read(&mut self, name: &str, value: &str) {
        let value = beginning(value.trim(), longest(name));
        match name {
            "place" => self.read_places(value),
            "within" => self.place.read_within(value),
            "workplace" => push(&mut self.workplaces, Workplace::from_text(value)),
            "type" => push(&mut self.employment_types, EmploymentType::from_text(value)),
            "category" => self.category = some_slug(value).or(self.category.take()),
            "tag" => push(&mut self.tags, some_slug(value)),
            "company" => self.company = some_slug(value).or(self.company.take()),
            "paid" => self.paid |= value == "yes",
            "days" => {
                let days = value.parse().ok();
                self.days = AGES
                    .iter()
                    .map(|(days, _)| *days)
                    .find(|known| Some(*known) == days)
                    .or(self.days);
            }
            _ => {}
        }
    }

    fn read_places(&mut self, typed: &str) {
        let mut named = Vec::new();
        for part in listed::parts(typed) {
            match without_remote(&part) {
                None => named.extend(listed::places(&part)),
                Some(rest) if rest.is_empty() => self.place.add(Location::of(Known::Remote)),
                Some(rest) => {
                    push(&mut self.workplaces, Some(Workplace::Remote));
                    named.extend(listed::places(&rest));
                }
            }
        }
        for place in beside::each_other(named) {
            self.place.add(place);
        }
    }

    /// Says the same in one way: remote work beside no place is a workplace, and a distance is around towns.
    pub fn settle(&mut self) {
        let only = self.place.only();
        if only.and_then(Location::known) == Some(Known::Remote) {
            self.place = Places::default();
            push(&mut self.workplaces, Some(Workplace::Remote));
        }
        self.place.settle();
    }

    /// Takes in the three fields that make the least pay.
    pub fn read_pay(&mut self, amount: &str, currency: &str, period: &str) {
        let typed = &clean::line(beginning(amount, LONGEST_VALUE));
        let currency = currency.trim().to_ascii_uppercase();
        let currency = Currency::from_code(&currency)
            .or_else(|| self.place.currency())
            .unwrap_or(Currency::USD);
        let period = PayPeriod::from_text(period.trim()).unwrap_or(PayPeriod::Year);
        let of = |amount| LeastPay {
            amount,
            currency,
            period,
        };
        let reading = amount::read(typed);
        self.pay = match reading {
            Some(Reading::One(amount)) if amount > 0 => Some(of(amount)),
            _ => None,
        };
        self.unread_pay = match reading {
            Some(Reading::One(_)) => None,
            _ if typed.is_empty() => None,
            _ => Some(UnreadPay {
                typed: typed.to_owned(),
                asked: of(0),
                reading,
            }),
        };
    }

    /// The pairs of the canonical address, in order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let places = self.place.each().iter();
        pairs.extend(places.map(|place| ("place", place.text().to_owned())));
        let within = self.place.within();
        pairs.extend(within.map(|within| ("within", within.text())));
        for workplace in in_order(&self.workplaces) {
            pairs.push(("workplace", workplace.as_str().to_owned()));
        }
        for kind in in_order(&self.employment_types) {
            pairs.push(("type", kind.as_str().to_owned()));
        }
        pairs.extend(self.category.iter().map(|slug| ("category", slug.clone())));
        let mut tags = self.tags.clone();
        tags.sort_unstable();
        pairs.extend(tags.into_iter().map(|slug| ("tag", slug)));
        pairs.extend(self.company.iter().map(|slug| ("company", slug.clone())));
        if let Some(pay) = &self.pay {
            pairs.push(("pay", amount::plain(pay.amount)));
            pairs.extend(pay.unit());
        } else if let Some(unread) = &self.unread_pay {
            pairs.push(("pay", unread.typed.clone()));
            pairs.extend(unread.asked.unit());
        } else if self.paid {
            pairs.push(("paid", "yes".into()));
        }
        pairs.extend(self.days.map(|days| ("days", days.to_string())));
        pairs
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl UnreadPay {
    /// What is wrong with it.
    pub fn message(&self) -> Message {
        match self.reading {
            Some(Reading::Either(first, second)) => Message::new("jobs-field-amount-either")
                .with("first", amount::plain(first))
                .with("second", amount::plain(second)),
            _ => Message::new("jobs-field-amount"),
        }
    }
}

impl LeastPay {
    /// Of what it is an amount, as pairs of an address.
    fn unit(&self) -> [(&'static str, String); 2] {
        [
            ("currency", self.currency.code().to_owned()),
            ("per", self.period.as_str().to_owned()),
        ]
    }

    /// For a year, in hundredths.
    pub fn yearly(&self) -> i64 {
        self.amount.saturating_mul(self.period.times_a_year())
    }

    /// For example `$52,000+ a year`.
    pub fn in_words(&self, locale: Locale) -> String {
        let pay = Pay {
            min: Some(self.amount),
            max: None,
            currency: self.currency,
            period: self.period,
        };
        pay.in_words(locale)
    }
}

fn longest(name: &str) -> usize {
    match name {
        "place" => LONGEST_LIST,
        _ => LONGEST_VALUE,
    }
}

/// As much of a value as is read.
fn beginning(value: &str, longest: usize) -> &str {
    let end = value.char_indices().nth(longest);
    end.map_or(value, |(end, _)| &value[..end])
}

fn some_slug(value: &str) -> Option<String> {
    Some(slug(value)).filter(|slug| !slug.is_empty())
}

fn push<T: PartialEq>(values: &mut Vec<T>, value: Option<T>) {
    if let Some(value) = value
        && !values.contains(&value)
        && values.len() < MOST_VALUES
    {
        values.push(value);
    }
}

pub(crate) fn in_order<T: TextEnum>(chosen: &[T]) -> Vec<T> {
    let known = T::ALL.iter().copied();
    known.filter(|one| chosen.contains(one)).collect()
}

/// The rest of a location that says `remote` among its words, as jobs state it: `Remote, Europe`, `Germany (remote)`.
fn without_remote(location: &str) -> Option<String> {
    let signs = [',', '(', ')', '-', '–', '·', '/', ';'];
    let is_remote = |word: &&str| word.trim_matches(signs).eq_ignore_ascii_case("remote");
    let (remote, rest): (Vec<&str>, Vec<&str>) = location.split_whitespace().partition(is_remote);
    let rest = rest.join(" ");
    (!remote.is_empty()).then(|| rest.trim_matches(signs).trim().to_owned())
}
