//! The invented employers and the roles they hire for, from the files beside this one.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::commands::Failure;

pub struct Catalogue {
    pub employers: Vec<Employer>,
    pub roles: BTreeMap<String, Role>,
}

#[derive(Deserialize)]
pub struct Employer {
    pub name: String,
    /// A host below example.org, example.com or example.net.
    pub site: String,
    pub about: String,
    /// Town, region and the country's code, with bars between them.
    pub places: Vec<String>,
    pub roles: Vec<String>,
    pub offers: Vec<String>,
    pub closing: String,
}

#[derive(Deserialize)]
pub struct Role {
    pub titles: Vec<String>,
    pub category: String,
    pub tags: String,
    /// Thousands of pounds a year in the United Kingdom; other countries follow from it.
    pub pay: (f64, f64),
    /// Thousands of rupees a year, where an employer in India hires for it.
    pub pay_in_india: Option<(f64, f64)>,
    /// Whether it is paid by the hour where that is usual.
    #[serde(default)]
    pub hourly: bool,
    #[serde(default)]
    pub part_time: bool,
    #[serde(default)]
    pub hybrid: bool,
    #[serde(default)]
    pub remote: bool,
    pub summary: String,
    pub duties: Vec<String>,
    pub needs: Vec<String>,
}

impl Catalogue {
    pub fn read() -> Result<Self, Failure> {
        let unreadable = |error| Failure::Other(format!("the invented jobs: {error}"));
        Ok(Self {
            employers: serde_json::from_str(include_str!("employers.json")).map_err(unreadable)?,
            roles: serde_json::from_str(include_str!("roles.json")).map_err(unreadable)?,
        })
    }
}
