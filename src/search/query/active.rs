//! The filters that are on: how each reads, the search without it, and what they ask of a job's words.

use super::{
    filters::{AGES, Filters, in_order},
    names::readable,
};
use crate::{
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    search::index::{entry_words, expression::Expression},
};

/// How jobs spell what filters have the slugs of; nothing where none does.
#[derive(Clone, Debug, Default)]
pub struct Spelled {
    pub company: Option<String>,
    pub category: Option<String>,
}

/// One active filter: how it reads, and the search without it.
#[derive(Clone, Debug)]
pub struct Active {
    pub label: String,
    pub without: Filters,
}

impl Filters {
    /// The active filters, each with the search that lacks it.
    pub fn active(&self, spelled: &Spelled, locale: Locale) -> Vec<Active> {
        let mut active = Vec::new();
        let mut add = |label: String, drop: &dyn Fn(&mut Self)| {
            let mut without = self.clone();
            drop(&mut without);
            active.push(Active { label, without });
        };
        for place in self.place.each() {
            add(place.label(locale), &|filters| {
                filters.place.remove(place);
                filters.settle();
            });
        }
        for workplace in in_order(&self.workplaces) {
            add(locale.text(&workplace.label()), &|filters| {
                filters.workplaces.retain(|one| *one != workplace);
            });
        }
        for kind in in_order(&self.employment_types) {
            add(locale.text(&kind.label()), &|filters| {
                filters.employment_types.retain(|one| *one != kind);
            });
        }
        if let Some(category) = &self.category {
            let called = spelled.category.clone();
            let called = called.unwrap_or_else(|| readable(category));
            add(called, &|filters| filters.category = None);
        }
        for tag in &self.tags {
            add(tag.clone(), &|filters| {
                filters.tags.retain(|one| one != tag)
            });
        }
        if let Some(company) = &self.company {
            let called = spelled.company.clone();
            let called = called.unwrap_or_else(|| readable(company));
            let company = Message::new("search-chip-company").with("company", called);
            add(locale.text(&company), &|filters| filters.company = None);
        }
        if let Some(pay) = &self.pay {
            add(pay.in_words(locale), &|filters| filters.pay = None);
        } else if self.paid {
            let paid = locale.text(&Message::new("search-paid"));
            add(paid, &|filters| filters.paid = false);
        }
        if let Some((_, label)) = AGES.iter().find(|(days, _)| Some(*days) == self.days) {
            add(locale.text(label), &|filters| filters.days = None);
        }
        active
    }

    /// What the filters ask of a job's words, but for those that have numbers beside them.
    pub fn expressions(&self) -> Vec<Expression> {
        let one = |word: String| Expression::Filter(vec![word]);
        let mut parts: Vec<Expression> = self.place.expression().into_iter().collect();
        parts.extend(self.tags.iter().map(|slug| one(entry_words::tag(slug))));
        let company = self.company.iter();
        parts.extend(company.map(|slug| one(entry_words::company(slug))));
        if let Some(pay) = &self.pay {
            parts.push(one(entry_words::pays_in(pay.currency.code())));
        } else if self.paid {
            parts.push(one(entry_words::PAID.into()));
        }
        parts
    }
}
