//! The numbers beside a list, for programs.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Facets, choosing, group};
use crate::search::query::JobQuery;

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
    /// The numbers alone, beside the list of `query`, for a program whose addresses are at `path`.
    pub fn numbers(&self, query: &JobQuery, path: &str) -> FacetNumbers {
        let filter = |group: &group::Group| {
            let choices = group.all().map(|choice| Choice {
                label: choice.label.clone(),
                number_of_items: choice.jobs.unwrap_or_default(),
                is_active: choice.is_active,
                href: choosing::chosen(query, group.facet, choice).address_at(path),
            });
            FilterNumbers {
                label: group.title.clone(),
                choices: choices.collect(),
            }
        };
        FacetNumbers {
            number_of_items: self.jobs,
            filters: self.groups.iter().map(filter).collect(),
        }
    }
}
