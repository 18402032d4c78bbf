//! The words a job is described with: schema.org's, where it has them.

use strum::{EnumString, IntoStaticStr, VariantArray};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

use crate::platform::{
    db::text_enum::{self, TextEnum},
    i18n::Message,
};

/// schema.org `employmentType`, in the values search engines document.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum EmploymentType {
    FullTime,
    PartTime,
    Contractor,
    Temporary,
    Intern,
    Volunteer,
    PerDiem,
    Other,
}

/// Where the work is done.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Workplace {
    OnSite,
    Hybrid,
    Remote,
}

/// schema.org `unitText` of a salary: what one payment is for.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum PayPeriod {
    Year,
    Month,
    Week,
    Day,
    Hour,
}

/// How a person applies.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum ApplyMethod {
    Url,
    Email,
    OnSite,
}

impl TextEnum for EmploymentType {
    fn label(self) -> Message {
        match self {
            Self::FullTime => Message::new("jobs-employment-type-full-time"),
            Self::PartTime => Message::new("jobs-employment-type-part-time"),
            Self::Contractor => Message::new("jobs-employment-type-contractor"),
            Self::Temporary => Message::new("jobs-employment-type-temporary"),
            Self::Intern => Message::new("jobs-employment-type-intern"),
            Self::Volunteer => Message::new("jobs-employment-type-volunteer"),
            Self::PerDiem => Message::new("jobs-employment-type-per-diem"),
            Self::Other => Message::new("jobs-employment-type-other"),
        }
    }
}

impl TextEnum for Workplace {
    fn label(self) -> Message {
        match self {
            Self::OnSite => Message::new("jobs-workplace-on-site"),
            Self::Hybrid => Message::new("jobs-workplace-hybrid"),
            Self::Remote => Message::new("jobs-workplace-remote"),
        }
    }
}

impl TextEnum for PayPeriod {
    fn label(self) -> Message {
        match self {
            Self::Hour => Message::new("jobs-pay-period-hour"),
            Self::Day => Message::new("jobs-pay-period-day"),
            Self::Week => Message::new("jobs-pay-period-week"),
            Self::Month => Message::new("jobs-pay-period-month"),
            Self::Year => Message::new("jobs-pay-period-year"),
        }
    }
}

impl PayPeriod {
    /// How many of them a year of full-time work has.
    pub fn times_a_year(self) -> i64 {
        match self {
            Self::Hour => 2080,
            Self::Day => 260,
            Self::Week => 52,
            Self::Month => 12,
            Self::Year => 1,
        }
    }
}

impl TextEnum for ApplyMethod {
    fn label(self) -> Message {
        match self {
            Self::Url => Message::new("jobs-apply-method-url"),
            Self::Email => Message::new("jobs-apply-method-email"),
            Self::OnSite => Message::new("jobs-apply-method-on-site"),
        }
    }
}

impl PartialSchema for EmploymentType {
    fn schema() -> RefOr<Schema> {
        text_enum::schema::<Self>()
    }
}

impl ToSchema for EmploymentType {}

impl PartialSchema for Workplace {
    fn schema() -> RefOr<Schema> {
        text_enum::schema::<Self>()
    }
}

impl ToSchema for Workplace {}

impl PartialSchema for PayPeriod {
    fn schema() -> RefOr<Schema> {
        text_enum::schema::<Self>()
    }
}

impl ToSchema for PayPeriod {}
