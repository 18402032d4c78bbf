//! What the owner of a job writes.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    pay::Pay,
    vocabulary::{ApplyMethod, EmploymentType, PayPeriod, Workplace},
};
use crate::platform::{db::text_enum::Stored, schema::jobs};

/// The columns of a job that its form fills.
#[derive(
    AsChangeset,
    Clone,
    Debug,
    Deserialize,
    Eq,
    Insertable,
    PartialEq,
    Queryable,
    Selectable,
    Serialize,
)]
#[diesel(table_name = jobs, treat_none_as_null = true)]
pub struct JobFields {
    pub title: String,
    pub company: String,
    pub company_url: Option<String>,
    /// The place as it is shown; may be empty for remote work.
    pub location: String,
    pub locality: Option<String>,
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    pub workplace: Stored<Workplace>,
    /// Where somebody who works remotely must live.
    pub applicant_location: Option<String>,
    pub employment_type: Option<Stored<EmploymentType>>,
    pub category: Option<String>,
    /// In lower case, separated by commas.
    pub tags: String,
    /// In hundredths of the currency's unit, as is `pay_max`.
    pub pay_min: Option<i64>,
    pub pay_max: Option<i64>,
    /// ISO 4217.
    pub pay_currency: Option<String>,
    pub pay_period: Option<Stored<PayPeriod>>,
    pub apply_method: Stored<ApplyMethod>,
    pub apply_to: String,
    /// Markdown.
    pub description: String,
    /// The last day it takes applications.
    pub valid_through: Option<NaiveDate>,
}

impl JobFields {
    pub fn pay(&self) -> Option<Pay> {
        if self.pay_min.is_none() && self.pay_max.is_none() {
            return None;
        }
        Some(Pay {
            min: self.pay_min,
            max: self.pay_max,
            currency: iso_currency::Currency::from_code(self.pay_currency.as_deref()?)?,
            period: *self.pay_period?,
        })
    }

    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.tags.split(',').filter(|tag| !tag.is_empty())
    }

    /// Whether it takes applications on `day`, as far as its last day goes.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.valid_through.is_none_or(|last| day <= last)
    }
}
