//! Countries as people write them.

use celes::Country;

use crate::{
    platform::i18n::{Locale, Message},
    text::gazetteer::{Kind, resolve},
};

/// The states of the USA, and its capital's district, as places end in them.
const STATES: &str = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH \
    NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC";

/// The country of a place in the parts that commas part: as its last part names it, or the USA where that is
/// a state behind a town.
pub fn of(parts: &[&str]) -> Option<Country> {
    let last = parts.last()?;
    if parts.len() == 2 && is_state(last) {
        return Country::from_alpha2("US").ok();
    }
    named(last)
}

/// Whether `text` is the code of one of the United States.
pub fn is_state(text: &str) -> bool {
    STATES.split_whitespace().any(|state| state == text)
}

/// Every country's code and name, in the order of the names.
pub fn all(locale: Locale) -> Vec<(&'static str, String)> {
    let mut countries: Vec<(&str, String)> = Country::get_countries()
        .into_iter()
        .map(|country| (country.alpha2, country.alpha2.to_owned()))
        .map(|(code, text)| {
            let name = Message::new("jobs-country").with("code", text);
            (code, locale.text(&name))
        })
        .collect();
    countries.sort_by_cached_key(|(_, name)| crate::text::words::plain(name).join(" "));
    countries
}

/// The country that somebody calls `name`.
pub fn named(name: &str) -> Option<Country> {
    let letters: String = name.chars().filter(|c| c.is_alphabetic()).collect();
    let without_article = letters.strip_prefix("the").unwrap_or(&letters);
    let common = match letters.to_lowercase().as_str() {
        "us" | "usa" | "unitedstates" | "unitedstatesofamerica" => Some("US"),
        "uk" | "unitedkingdom" | "greatbritain" => Some("GB"),
        "southkorea" => Some("KR"),
        "vietnam" => Some("VN"),
        // As often the American state.
        "georgia" => return None,
        _ => None,
    };
    match common {
        Some(code) => Country::from_alpha2(code).ok(),
        // Two letters are as often a state, a province or "EU".
        None if letters.is_ascii() && letters.len() <= 2 => None,
        None => without_article.parse().ok().or_else(|| abroad(name)),
    }
}

/// The country that is called `name` in another language.
fn abroad(name: &str) -> Option<Country> {
    let place = resolve(name).filter(|place| place.kind == Kind::Country)?;
    Country::from_alpha2(place.country).ok()
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn countries_are_known_as_people_write_them() {
        let known = "US United States, USA, United States of America; GB UK, United Kingdom; \
            DE Germany, Deutschland, Allemagne, Германия; FR France; CA Canada; NL Netherlands, The Netherlands; IN India; \
            CH Switzerland; PL Poland; KR South Korea; CZ Czech Republic; IE Ireland; JP Japan; \
            AU Australia; ES Spain; BR Brazil; IL Israel; SG Singapore; MX Mexico; PH Philippines; \
            TW Taiwan, 台灣; RO Romania; AR Argentina; CO Colombia; AE United Arab Emirates; \
            NZ New Zealand; SE Sweden; DK Denmark; NO Norway; TR Turkey; RU Russia; CN China; \
            HK Hong Kong; VN Vietnam; PT Portugal; IT Italy; GR Greece; ZA South Africa";
        for country in known.split("; ") {
            let (code, names) = country.split_once(' ').unwrap_or_default();
            for name in names.split(", ") {
                let found = named(name).map(|country| country.alpha2);
                assert_eq!(found, Some(code), "{name}");
            }
        }
        for name in "CA, EU, Europe, Worldwide, Anywhere, CET, Berlin, Georgia, Texas, ".split(", ")
        {
            assert!(named(name).is_none(), "{name}");
        }
    }
}
