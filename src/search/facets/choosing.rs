//! The search that a choice leads to.

use super::group::Choice;
use crate::{
    jobs::{EmploymentType, Workplace},
    platform::db::text_enum::TextEnum,
    search::query::{Distance, Facet, JobQuery, Places},
};

/// `query` with a value of `facet`, or without it where it has it already.
pub fn chosen(query: &JobQuery, facet: Facet, choice: &Choice) -> JobQuery {
    let value = &choice.value;
    let mut filters = query.filters.clone();
    match facet {
        Facet::Workplace => toggle(&mut filters.workplaces, Workplace::from_text(value)),
        Facet::EmploymentType => {
            toggle(
                &mut filters.employment_types,
                EmploymentType::from_text(value),
            );
        }
        Facet::Category => filters.category = (!choice.is_active).then(|| value.clone()),
        Facet::Age => filters.days = value.parse().ok().filter(|_| !choice.is_active),
        Facet::Distance => {
            let within = Distance::parse(value).filter(|_| !choice.is_active);
            filters.place.set_within(within);
        }
        Facet::Place => {
            let within = filters.place.within();
            filters.place = Places::default();
            filters.read("place", value);
            filters.settle();
            filters.place.set_within(within);
        }
    }
    query.with(filters)
}

/// Adds a value, or takes it away.
fn toggle<T: PartialEq>(values: &mut Vec<T>, value: Option<T>) {
    let Some(value) = value else {
        return;
    };
    let before = values.len();
    values.retain(|one| *one != value);
    if values.len() == before {
        values.push(value);
    }
}
