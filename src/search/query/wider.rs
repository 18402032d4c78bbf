//! What a search can do without: each of its filters, with what is offered in its place.

use super::{filters::Filters, places::Places};
use crate::platform::i18n::Message;

/// A wider search: what it asks for instead of one filter, and its filters.
#[derive(Clone, Debug)]
pub struct Wider {
    pub label: Message,
    pub without: Filters,
}

impl Filters {
    /// The filters without each of them in turn. Values of which a job has one go together: without one of
    /// them fewer jobs are left.
    pub fn wider(&self) -> Vec<Wider> {
        let mut wider = Vec::new();
        let mut add = |label: Message, drop: &dyn Fn(&mut Self)| {
            let mut without = self.clone();
            drop(&mut without);
            wider.push(Wider { label, without });
        };
        if self.place.is_stated() {
            add(Message::new("search-place-any"), &|filters| {
                filters.place = Places::default();
            });
        }
        if !self.workplaces.is_empty() {
            add(Message::new("search-workplace-any"), &|filters| {
                filters.workplaces.clear();
            });
        }
        if !self.employment_types.is_empty() {
            add(Message::new("search-type-any"), &|filters| {
                filters.employment_types.clear();
            });
        }
        if self.category.is_some() {
            add(Message::new("search-category-any"), &|filters| {
                filters.category = None;
            });
        }
        for tag in &self.tags {
            let label = Message::new("search-tag-any").with("tag", tag);
            add(label, &|filters| filters.tags.retain(|one| one != tag));
        }
        if self.company.is_some() {
            add(Message::new("search-company-any"), &|filters| {
                filters.company = None;
            });
        }
        if self.pay.is_some() {
            add(Message::new("search-pay-any"), &|filters| {
                filters.pay = None
            });
        } else if self.paid {
            add(Message::new("search-paid-any"), &|filters| {
                filters.paid = false
            });
        }
        if self.days.is_some() {
            add(Message::new("search-days-any"), &|filters| {
                filters.days = None
            });
        }
        wider
    }
}
