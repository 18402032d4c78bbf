//! The properties of a posting, read leniently: schema.org lets most of them be a text, an object or a
//! list of either.

use serde_json::{Map, Value};

use super::sections::Section;

/// The properties of a posting as texts, wherever they came from.
#[derive(Debug, Default)]
pub struct Raw {
    pub source_name: String,
    pub source_value: String,
    pub title: String,
    pub description: String,
    /// What stands beside the description.
    pub sections: Vec<Section>,
    pub company: String,
    pub company_url: String,
    pub location: String,
    pub locality: String,
    pub region: String,
    pub country: String,
    pub applicant_location: String,
    pub workplace: String,
    /// Whether the work is done from anywhere, where that is a question of its own.
    pub telecommute: String,
    /// One or more, with commas between.
    pub employment_type: String,
    pub category: String,
    pub tags: String,
    pub pay_min: String,
    pub pay_max: String,
    pub pay_currency: String,
    pub pay_period: String,
    /// `url`, `email` or `on_site`, and where; nothing where `apply_url` says it.
    pub apply_method: String,
    pub apply_to: String,
    pub apply_url: String,
    pub apply_email: String,
    pub date_posted: String,
    pub valid_through: String,
}

impl Raw {
    pub fn from_json(json: &Value) -> Self {
        let at = |path: &str| text(json.pointer(path));
        let either = |object: &str, plain: &str| {
            let named = at(object);
            if named.is_empty() { at(plain) } else { named }
        };
        let locations: Vec<&Value> = match json.get("jobLocation") {
            Some(Value::Array(places)) => places.iter().collect(),
            place => place.into_iter().collect(),
        };
        let address = locations.first().and_then(|place| place.get("address"));
        let part = |name: &str| text(address.and_then(|address| address.get(name)));
        let places: Vec<String> = locations
            .iter()
            .map(|place| place_in_words(place))
            .filter(|place| !place.is_empty())
            .collect();
        let salary = json.get("baseSalary");
        let amounts = match salary {
            Some(Value::Object(salary)) => match salary.get("value") {
                Some(Value::Object(range)) => ends(range),
                None => ends(salary),
                plain => (amount(plain), String::new()),
            },
            Some(Value::Array(ends)) => (amount(ends.first()), amount(ends.get(1))),
            plain => (amount(plain), String::new()),
        };
        let unit = [
            "/baseSalary/value/unitText",
            "/baseSalary/unitText",
            "/baseSalary/value/unitCode",
        ]
        .into_iter()
        .map(at)
        .find(|unit| !unit.is_empty());
        let residences = json.get("applicantLocationRequirements").map(listed);
        Self {
            source_name: at("/identifier/name"),
            source_value: either("/identifier/value", "/identifier"),
            title: at("/title"),
            description: at("/description"),
            sections: Section::all(json),
            company: either("/hiringOrganization/name", "/hiringOrganization"),
            company_url: either("/hiringOrganization/sameAs", "/hiringOrganization/url"),
            location: places.join("; "),
            locality: part("addressLocality"),
            region: part("addressRegion"),
            country: either_of(
                text(address.and_then(|address| address.pointer("/addressCountry/name"))),
                part("addressCountry"),
            ),
            applicant_location: residences.unwrap_or_default(),
            workplace: at("/jobLocationType"),
            telecommute: String::new(),
            employment_type: json.get("employmentType").map(listed).unwrap_or_default(),
            category: either("/industry", "/occupationalCategory"),
            tags: json.get("keywords").map(listed).unwrap_or_default(),
            pay_min: amounts.0,
            pay_max: amounts.1,
            pay_currency: either("/baseSalary/currency", "/salaryCurrency"),
            pay_period: unit.unwrap_or_default(),
            apply_method: String::new(),
            apply_to: String::new(),
            apply_url: either("/url", "/applicationContact/url"),
            apply_email: at("/applicationContact/email"),
            date_posted: at("/datePosted"),
            valid_through: at("/validThrough"),
        }
    }
}

/// The ends of a range of pay; one amount is both.
fn ends(range: &Map<String, Value>) -> (String, String) {
    let end = |name: &str| either_of(amount(range.get(name)), amount(range.get("value")));
    (end("minValue"), end("maxValue"))
}

/// A text, the name of an object, or several of either with commas between.
fn listed(value: &Value) -> String {
    let one = |value: &Value| match value {
        Value::Object(named) => text(named.get("name")),
        plain => text(Some(plain)),
    };
    match value {
        Value::Array(list) => {
            let texts = list.iter().map(one).filter(|text| !text.is_empty());
            texts.collect::<Vec<_>>().join(", ")
        }
        value => one(value),
    }
}

/// An amount. A number has a point; a text is how people write it, somewhere.
fn amount(value: Option<&Value>) -> String {
    match value {
        Some(Value::Number(number)) => number
            .as_f64()
            .map(|number| format!("{number:.2}"))
            .unwrap_or_default(),
        other => text(other),
    }
}

fn place_in_words(place: &Value) -> String {
    match place.get("address") {
        Some(Value::Object(address)) => ["addressLocality", "addressRegion", "addressCountry"]
            .iter()
            .map(|part| match address.get(*part) {
                Some(Value::Object(named)) => text(named.get("name")),
                plain => text(plain),
            })
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        Some(plain) => text(Some(plain)),
        None => text(place.get("name").or(Some(place))),
    }
}

/// A text, a number as text, or the first of a list.
fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(list)) => text(list.first()),
        _ => String::new(),
    }
}

fn either_of(first: String, second: String) -> String {
    if first.is_empty() { second } else { first }
}
