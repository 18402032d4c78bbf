//! The numbers beside a list, for programs.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Link, Narrowing, groups::Count};

/// How many jobs a search finds, and behind each filter that it could be narrowed by.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Numbers {
    /// Counted up to a thousand.
    number_of_items: usize,
    /// Whether there may be more.
    is_at_least: bool,
    filters: Vec<FilterNumbers>,
}

/// One filter, and its values.
#[derive(Debug, Serialize, ToSchema)]
struct FilterNumbers {
    /// For people.
    label: &'static str,
    choices: Vec<Choice>,
}

/// One value of a filter.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Choice {
    /// For people.
    label: String,
    number_of_items: usize,
    is_at_least: bool,
    /// Whether the search has it already.
    is_active: bool,
    /// The search with it, or without it where it is active.
    href: String,
}

impl Narrowing {
    /// How many jobs there are, counted up to a thousand.
    pub fn total(&self) -> i64 {
        i64::try_from(self.total.0.number).unwrap_or(i64::MAX)
    }

    /// The same for a program, whose addresses are at `path`.
    pub fn numbers(self, path: &str) -> Numbers {
        let choice = |link: Link| {
            let count = link.count.unwrap_or(Count::NONE);
            Choice {
                number_of_items: count.number,
                is_at_least: !count.is_all,
                is_active: link.is_active,
                href: link.query.address_at(path),
                label: link.label,
            }
        };
        Numbers {
            number_of_items: self.total.0.number,
            is_at_least: !self.total.0.is_all,
            filters: self
                .groups
                .into_iter()
                .map(|group| FilterNumbers {
                    label: group.title,
                    choices: group.links.into_iter().map(choice).collect(),
                })
                .collect(),
        }
    }
}
