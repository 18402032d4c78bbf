//! The form of a job on a page.

use std::collections::BTreeMap;

use tera::Context;

use super::form::{self, Completeness};
use crate::{
    http::{
        form::{Form, FormView},
        page::Page,
    },
    jobs::{
        country,
        pay::COMMON_CURRENCIES,
        pay_rules::Policy,
        vocabulary::{ApplyMethod, EmploymentType, PayPeriod, Workplace},
    },
    platform::{db::text_enum::TextEnum, i18n::Locale},
};

/// Adds the form and its lists of choices, for `jobs/_form.html`.
pub fn add_form(context: &mut Context, page: &Page, view: &FormView) {
    let locale = page.locale;
    context.insert("zone", &page.board.clock.zone().label(locale));
    context.insert("form", view);
    let labels = form::ORDER
        .iter()
        .chain(&["email"])
        .map(|name| (*name, locale.text(&form::label(name))));
    context.insert("labels", &labels.collect::<BTreeMap<_, _>>());
    context.insert("workplaces", &choices::<Workplace>(locale));
    context.insert("employment_types", &choices::<EmploymentType>(locale));
    context.insert("countries", &country::all(locale));
    context.insert("pay_periods", &choices::<PayPeriod>(locale));
    context.insert("apply_methods", &choices::<ApplyMethod>(locale));
    context.insert("currencies", COMMON_CURRENCIES);
}

/// What laws ask for beyond what the form says of the pay, for `jobs/_form.html`.
pub fn pay_rules(page: &Page, form: &Form) -> Context {
    let today = page.board.clock.today();
    let mut context = Context::new();
    // What is typed may lack anything else, but not be wrong.
    if let Ok(fields) = form::read(form, Completeness::Draft, today) {
        let rules = Policy::of(&page.board);
        context.insert("pay_rules", &rules.views(&fields, today, page.locale));
    }
    context
}

fn choices<T: TextEnum>(locale: Locale) -> Vec<(&'static str, String)> {
    T::ALL
        .iter()
        .map(|choice| (choice.as_str(), locale.text(&choice.label())))
        .collect()
}
