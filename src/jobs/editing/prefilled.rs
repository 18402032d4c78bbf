//! What the form of a new job begins with.

use chrono::{Days, NaiveDate};
use iso_currency::Currency;

use super::form::{ORDER, view};
use crate::{
    http::form::{Form, FormView, Messages},
    jobs::{
        fields::JobFields,
        vocabulary::{ApplyMethod, Workplace},
    },
    platform::{db::text_enum::TextEnum, i18n::Locale, zone::Moment},
};

/// Days that a new job stays open, unless its owner says otherwise.
const USUAL_DAYS: u64 = 60;

/// The form of a new job, with what stays the same from an employer's last job to the next. Pay is in `currency`
/// where that job states none, and a first job is of `company`.
pub fn blank(
    locale: Locale,
    now: Moment,
    last: Option<&JobFields>,
    company: &str,
    currency: Currency,
) -> FormView {
    let last = last.map(Form::from).unwrap_or_default();
    let or = |name: &str, otherwise: &str| match last.value(name) {
        "" => otherwise.to_owned(),
        value => value.to_owned(),
    };
    let is_by_mail = last.value("apply_method") == ApplyMethod::Email.as_str();
    let values = [
        ("company", or("company", company)),
        ("company_url", or("company_url", "")),
        ("workplace", Workplace::OnSite.as_str().to_owned()),
        (
            "apply_method",
            or("apply_method", ApplyMethod::Url.as_str()),
        ),
        // A web address is one job's; a mailbox takes the applications for all.
        (
            "apply_to",
            if is_by_mail {
                or("apply_to", "")
            } else {
                String::new()
            },
        ),
        ("pay_currency", or("pay_currency", currency.code())),
        ("pay_period", or("pay_period", "YEAR")),
        ("valid_through", usual_last_day(now)),
    ];
    FormView::new(locale, values, Messages::default(), ORDER)
}

/// The form of a new job like another.
pub fn like(locale: Locale, now: Moment, job: &JobFields) -> FormView {
    let form = Form::from(&copied(now, job));
    view(locale, &form, Messages::default())
}

/// What a job and its copy have in common. A last day is counted anew.
pub fn copied(now: Moment, job: &JobFields) -> JobFields {
    JobFields {
        valid_through: job.valid_through.and_then(|_| usual_day(now)),
        ..job.clone()
    }
}

fn usual_last_day(now: Moment) -> String {
    let day = usual_day(now);
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn usual_day(now: Moment) -> Option<NaiveDate> {
    now.today().checked_add_days(Days::new(USUAL_DAYS))
}
