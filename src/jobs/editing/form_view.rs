//! The form of a job on a page.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use tera::Context;

use super::form::{self, Completeness};
use crate::{
    http::{
        form::{Form, FormView, Messages},
        page::Page,
    },
    jobs::{
        country,
        fields::JobFields,
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

/// What laws ask for beyond what the form says of the pay, for `jobs/_form.html`. Of what a message says, only the
/// source is left to tell.
pub fn pay_rules(page: &Page, form: &Form, messages: &Messages) -> Context {
    let today = page.board.clock.today();
    let mut context = Context::new();
    if let Some(fields) = as_far_as_right(form, today) {
        let rules = Policy::of(&page.board);
        context.insert(
            "pay_rules",
            &rules.views_beside(messages, &fields, today, page.locale),
        );
    }
    context
}

/// The fields without those that are wrong, which may say anything.
fn as_far_as_right(form: &Form, today: NaiveDate) -> Option<JobFields> {
    let messages = match form::read(form, Completeness::Draft, today) {
        Ok(fields) => return Some(fields),
        Err(messages) => messages,
    };
    let is_pay = |name: &str| name.starts_with("pay_");
    let mut right = form.clone();
    for (name, _) in messages.iter() {
        right.set(name, String::new());
    }
    // A part of the pay says nothing without the others.
    if messages.iter().any(|(name, _)| is_pay(name)) {
        return None;
    }
    form::read(&right, Completeness::Draft, today).ok()
}

fn choices<T: TextEnum>(locale: Locale) -> Vec<(&'static str, String)> {
    T::ALL
        .iter()
        .map(|choice| (choice.as_str(), locale.text(&choice.label())))
        .collect()
}
