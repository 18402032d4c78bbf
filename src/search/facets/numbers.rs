//! The numbers beside a list, for programs.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Facets, Link};

/// How many jobs a search finds, in total and for each filter value.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FacetNumbers {
    number_of_items: usize,
    filters: Vec<FilterNumbers>,
}

/// A filter and its values.
#[derive(Debug, Serialize, ToSchema)]
struct FilterNumbers {
    /// A label to display.
    label: String,
    choices: Vec<Choice>,
}

/// A filter value.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Choice {
    /// A label to display.
    label: String,
    number_of_items: usize,
    /// Whether the search has this value already.
    is_active: bool,
    /// The search with this value added, or removed if it is active.
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
                    label: group.title.clone(),
                    choices: group.all().map(choice).collect(),
                })
                .collect(),
        }
    }
}
