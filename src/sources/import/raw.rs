//! The properties of a posting, read leniently: schema.org lets most of them be a text, an object or a
//! list of either.

use serde_json::Value;

/// The properties of a posting as texts, wherever they came from.
#[derive(Debug, Default)]
pub struct Raw {
    pub source_name: String,
    pub source_value: String,
    pub title: String,
    pub description: String,
    pub company: String,
    pub company_url: String,
    pub location: String,
    pub locality: String,
    pub region: String,
    pub country: String,
    pub applicant_location: String,
    pub workplace: String,
    pub employment_type: String,
    pub category: String,
    pub tags: String,
    pub pay_min: String,
    pub pay_max: String,
    pub pay_currency: String,
    pub pay_period: String,
    pub apply_url: String,
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
        let salary = json.pointer("/baseSalary/value");
        let amount = |name: &str| match salary {
            Some(Value::Object(range)) => {
                either_of(amount(range.get(name)), amount(range.get("value")))
            }
            plain => amount(plain),
        };
        let unit = either("/baseSalary/value/unitText", "/baseSalary/unitText");
        Self {
            source_name: at("/identifier/name"),
            source_value: either("/identifier/value", "/identifier"),
            title: at("/title"),
            description: at("/description"),
            company: either("/hiringOrganization/name", "/hiringOrganization"),
            company_url: either("/hiringOrganization/sameAs", "/hiringOrganization/url"),
            location: places.join("; "),
            locality: part("addressLocality"),
            region: part("addressRegion"),
            country: either_of(
                text(address.and_then(|address| address.pointer("/addressCountry/name"))),
                part("addressCountry"),
            ),
            applicant_location: either(
                "/applicantLocationRequirements/name",
                "/applicantLocationRequirements",
            ),
            workplace: at("/jobLocationType"),
            employment_type: at("/employmentType"),
            category: either("/industry", "/occupationalCategory"),
            tags: at("/keywords"),
            pay_min: amount("minValue"),
            pay_max: amount("maxValue"),
            pay_currency: at("/baseSalary/currency"),
            pay_period: unit,
            apply_url: at("/url"),
            date_posted: at("/datePosted"),
            valid_through: at("/validThrough"),
        }
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
