//! The numbers beside a list, for programs.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Facets, Link, groups::Count};

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
    label: String,
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

impl Facets {
    /// The numbers alone, for a program whose addresses are at `path`.
    pub fn numbers(self, path: &str) -> Numbers {
        let choice = |link: Link| {
            let count = link.counted.unwrap_or(Count::NONE);
            Choice {
                number_of_items: count.number,
                is_at_least: !count.is_all,
                is_active: link.is_active,
                href: link.query.address_at(path),
                label: link.label,
            }
        };
        Numbers {
            number_of_items: self.counted.number,
            is_at_least: !self.counted.is_all,
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
