//! What a search asks for besides its words: read from an address, and written back in one canonical
//! order.

use super::{
    least_pay::{LeastPay, UnreadPay},
    listed,
    place::Location,
    places::Places,
};
use crate::{
    jobs::{EmploymentType, Workplace, amount},
    platform::{db::text_enum::TextEnum, i18n::Message},
    text::words::slug,
};

/// Most values of one filter that count.
const MOST_VALUES: usize = 8;

/// Longest value that is read, in characters; the rest is cut off.
pub(super) const LONGEST_VALUE: usize = 200;

/// The same of a list of places.
const LONGEST_LIST: usize = 500;

/// The choices for how long ago a job was posted, in days.
pub static AGES: [(i64, Message); 3] = [
    (1, Message::new("search-age-day")),
    (7, Message::new("search-age-week")),
    (30, Message::new("search-age-month")),
];

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

impl Facet {
    /// The name of its values in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Workplace => "workplace",
            Self::Place => "place",
            Self::Distance => "within",
            Self::EmploymentType => "type",
            Self::Category => "category",
            Self::Age => "days",
        }
    }
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
        let listed = listed::read(typed);
        if listed.is_remote {
            push(&mut self.workplaces, Some(Workplace::Remote));
        }
        for place in listed.places {
            self.place.add(place);
        }
    }

    /// Says the same in one way: remote work beside no place is a workplace, and a distance is around towns.
    pub fn settle(&mut self) {
        let only = self.place.only();
        if only.is_some_and(Location::is_remote) {
            self.place = Places::default();
            push(&mut self.workplaces, Some(Workplace::Remote));
        }
        self.place.settle();
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

fn longest(name: &str) -> usize {
    match name {
        "place" => LONGEST_LIST,
        _ => LONGEST_VALUE,
    }
}

/// As much of a value as is read.
pub(super) fn beginning(value: &str, longest: usize) -> &str {
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
