//! The words a job is described with: schema.org's, where it has them.

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

use crate::platform::{
    db::text_enum::{self, TextEnum},
    i18n::Message,
};

/// schema.org `employmentType`, in the values search engines document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
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
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Workplace {
    OnSite,
    Hybrid,
    Remote,
}

/// schema.org `unitText` of a salary: what one payment is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PayPeriod {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// How a person applies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ApplyMethod {
    Url,
    Email,
    OnSite,
}

impl TextEnum for EmploymentType {
    const ALL: &'static [Self] = &[
        Self::FullTime,
        Self::PartTime,
        Self::Contractor,
        Self::Temporary,
        Self::Intern,
        Self::Volunteer,
        Self::PerDiem,
        Self::Other,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::FullTime => "FULL_TIME",
            Self::PartTime => "PART_TIME",
            Self::Contractor => "CONTRACTOR",
            Self::Temporary => "TEMPORARY",
            Self::Intern => "INTERN",
            Self::Volunteer => "VOLUNTEER",
            Self::PerDiem => "PER_DIEM",
            Self::Other => "OTHER",
        }
    }

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
    const ALL: &'static [Self] = &[Self::OnSite, Self::Hybrid, Self::Remote];

    fn as_str(self) -> &'static str {
        match self {
            Self::OnSite => "on_site",
            Self::Hybrid => "hybrid",
            Self::Remote => "remote",
        }
    }

    fn label(self) -> Message {
        match self {
            Self::OnSite => Message::new("jobs-workplace-on-site"),
            Self::Hybrid => Message::new("jobs-workplace-hybrid"),
            Self::Remote => Message::new("jobs-workplace-remote"),
        }
    }
}

impl TextEnum for PayPeriod {
    const ALL: &'static [Self] = &[Self::Year, Self::Month, Self::Week, Self::Day, Self::Hour];

    fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "HOUR",
            Self::Day => "DAY",
            Self::Week => "WEEK",
            Self::Month => "MONTH",
            Self::Year => "YEAR",
        }
    }

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
    const ALL: &'static [Self] = &[Self::Url, Self::Email, Self::OnSite];

    fn as_str(self) -> &'static str {
        match self {
            Self::Url => "url",
            Self::Email => "email",
            Self::OnSite => "on_site",
        }
    }

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
