//! The numbers beside a list, for programs.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Facets, Link};

/// How many jobs a search finds, and behind each filter that it could be narrowed by.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FacetNumbers {
    number_of_items: usize,
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
    /// Whether the search has it already.
    is_active: bool,
    /// The search with it, or without it where it is active.
    href: String,
}

impl Facets {
    /// The numbers alone, for a program whose addresses are at `path`.
    pub fn numbers(self, path: &str) -> FacetNumbers {
        let choice = |link: Link| Choice {
            number_of_items: link.jobs.unwrap_or_default(),
            is_active: link.is_active,
            href: link.query.address_at(path),
            label: link.label,
        };
        FacetNumbers {
            number_of_items: self.jobs,
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
