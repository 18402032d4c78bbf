//! What a job in a country is paid in.

use super::catalogue::Role;

pub struct Country {
    pub code: &'static str,
    pub name: &'static str,
    pub currency: &'static str,
    period: &'static str,
    /// Pay in this currency for a pound in the United Kingdom.
    factor: f64,
    has_hourly_pay: bool,
}

const fn country(
    code: &'static str,
    name: &'static str,
    currency: &'static str,
    period: &'static str,
    factor: f64,
    has_hourly_pay: bool,
) -> Country {
    Country {
        code,
        name,
        currency,
        period,
        factor,
        has_hourly_pay,
    }
}

const COUNTRIES: &[Country] = &[
    country("GB", "United Kingdom", "GBP", "YEAR", 1.0, true),
    country("IE", "Ireland", "EUR", "YEAR", 1.25, true),
    country("DE", "Germany", "EUR", "YEAR", 1.3, true),
    country("FR", "France", "EUR", "YEAR", 1.1, false),
    country("ES", "Spain", "EUR", "YEAR", 0.85, false),
    country("NL", "Netherlands", "EUR", "MONTH", 1.35, false),
    country("PL", "Poland", "PLN", "MONTH", 2.7, false),
    country("US", "USA", "USD", "YEAR", 1.8, true),
    country("CA", "Canada", "CAD", "YEAR", 1.8, true),
    country("IN", "India", "INR", "YEAR", 1.0, false),
    country("AU", "Australia", "AUD", "YEAR", 2.2, true),
];

/// Least and most, as the form takes them, and the period they are for.
pub struct Offer {
    pub min: String,
    pub max: String,
    pub period: &'static str,
}

impl Country {
    pub fn find(code: &str) -> Option<&'static Self> {
        COUNTRIES.iter().find(|country| country.code == code)
    }

    /// What `role` is paid here, with the figures `raise` per cent higher.
    pub fn offer(&self, role: &Role, raise: usize) -> Offer {
        let (min, max) = match (self.code, role.pay_in_india) {
            ("IN", Some(rupees)) => rupees,
            _ => role.pay,
        };
        let by_hour = role.hourly && self.has_hourly_pay;
        let (period, times, step) = match self.period {
            _ if by_hour => ("HOUR", 2080.0, 0.25),
            "MONTH" => ("MONTH", 12.0, 50.0),
            _ if self.currency == "INR" => ("YEAR", 1.0, 10_000.0),
            period => (period, 1.0, 500.0),
        };
        let amount = |thousands: f64| {
            let year = thousands * 1000.0 * self.factor * (1.0 + raise as f64 / 100.0);
            format!("{:.2}", (year / times / step).ceil() * step)
        };
        Offer {
            min: amount(min),
            max: amount(max),
            period,
        }
    }
}
