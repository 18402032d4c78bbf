//! What other systems call the values of a job: `Full-time`, `FULL_TIME` and `fulltime_permanent` are one.

use crate::{
    jobs::{ApplyMethod, EmploymentType, PayPeriod, Workplace, country, typed::CountryCode},
    platform::{db::text_enum::TextEnum, i18n::Locale},
};

/// The type that `text` names, as schema.org, common systems or the board's form call it.
pub fn employment_type(text: &str) -> Option<EmploymentType> {
    use EmploymentType as Type;
    Some(match key(last_segment(text)).as_str() {
        "fulltime" | "fulltimepermanent" | "permanentfulltime" | "regularfulltime" | "vollzeit"
        | "tempsplein" | "tiempocompleto" | "jornadacompleta" | "voltijd" => Type::FullTime,
        "parttime" | "parttimepermanent" | "permanentparttime" | "regularparttime" | "teilzeit"
        | "tempspartiel" | "tiempoparcial" | "mediajornada" | "deeltijd" => Type::PartTime,
        "contract" | "contracttohire" | "freelance" | "freelancer" | "independentcontractor" => {
            Type::Contractor
        }
        "temp" | "temporaryfulltime" | "fulltimetemporary" | "temporaryparttime"
        | "parttimetemporary" | "fixedterm" | "fulltimefixedterm" | "parttimefixedterm" => {
            Type::Temporary
        }
        "intern" | "internship" | "praktikum" | "prácticas" | "tirocinio" => Type::Intern,
        "volunteering" => Type::Volunteer,
        key => return called(key),
    })
}

/// The workplace that `text` names.
pub fn workplace(text: &str) -> Option<Workplace> {
    Some(match key(text).as_str() {
        "telecommute" | "fullyremote" | "100remote" | "workfromhome" | "homeoffice" => {
            Workplace::Remote
        }
        "onsite" | "inoffice" | "office" | "inperson" => Workplace::OnSite,
        key => return called(key),
    })
}

/// What one payment is for, also as UN/CEFACT and Lever write it.
pub fn pay_period(text: &str) -> Option<PayPeriod> {
    let key = key(text);
    let key = ["per", "pro", "je", "par", "por", "al"]
        .iter()
        .find_map(|beginning| key.strip_prefix(beginning))
        .unwrap_or(&key);
    let key = ["salary", "wage", "rate", "pay"]
        .iter()
        .find_map(|ending| key.strip_suffix(ending))
        .unwrap_or(key);
    Some(match key {
        "year" | "years" | "yr" | "yearly" | "annual" | "annually" | "annum" | "ann" | "pa" => {
            PayPeriod::Year
        }
        "jahr" | "jährlich" | "an" | "année" | "año" | "anno" | "ano" => PayPeriod::Year,
        "month" | "months" | "mo" | "mon" | "monthly" | "pm" | "pcm" => PayPeriod::Month,
        "monat" | "monatlich" | "mois" | "mes" | "mese" | "mês" => PayPeriod::Month,
        "week" | "weeks" | "wk" | "wee" | "weekly" | "pw" => PayPeriod::Week,
        "woche" | "wöchentlich" | "semaine" | "semana" | "settimana" => PayPeriod::Week,
        "day" | "days" | "daily" | "tag" | "täglich" | "jour" | "día" | "giorno" => {
            PayPeriod::Day
        }
        "hour" | "hours" | "hr" | "hur" | "hourly" | "h" | "ph" => PayPeriod::Hour,
        "stunde" | "stündlich" | "std" | "heure" | "hora" | "ora" => PayPeriod::Hour,
        key => return called(key),
    })
}

/// How people apply.
pub fn apply_method(text: &str) -> Option<ApplyMethod> {
    Some(match key(text).as_str() {
        "url" | "link" | "website" | "web" => ApplyMethod::Url,
        "email" | "mail" => ApplyMethod::Email,
        key => return called(key),
    })
}

/// The country with this code of two or three letters, or this name.
pub fn country(text: &str) -> Option<CountryCode> {
    let text = text.trim();
    let code = CountryCode::parse(text).ok();
    let of_three = || {
        let code = celes::Country::from_alpha3(text.to_ascii_uppercase()).ok()?;
        Some(CountryCode(code.alpha2.to_owned()))
    };
    let named = || {
        let country = country::named(text)?;
        Some(CountryCode(country.alpha2.to_owned()))
    };
    code.or_else(of_three).or_else(named)
}

/// Whether `text` is a yes.
pub fn is_yes(text: &str) -> bool {
    matches!(key(text).as_str(), "yes" | "true" | "1" | "y" | "x" | "on")
}

/// The value that this key stands for: as it is stored, or as people read it.
fn called<T: TextEnum>(name: &str) -> Option<T> {
    let is_called = |value: &T| {
        key(value.as_str()) == name || key(&Locale::English.text(&value.label())) == name
    };
    T::ALL.iter().copied().find(is_called)
}

/// The letters and digits of `text`, in lower case.
fn key(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The last part of an address: schema.org has `https://schema.org/FULL_TIME`.
fn last_segment(text: &str) -> &str {
    match text.contains("://") {
        true => text.rsplit(['/', '#']).next().unwrap_or(text),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_known_however_they_are_written() {
        use EmploymentType::{Contractor, FullTime, Intern, PartTime, PerDiem, Temporary};
        for (texts, expected) in [
            (
                "FULL_TIME Full-time FullTime full_time https://schema.org/FULL_TIME",
                FullTime,
            ),
            ("fulltime_permanent Vollzeit", FullTime),
            ("PartTime part-time", PartTime),
            ("Contract CONTRACTOR freelance", Contractor),
            ("Temporary temp", Temporary),
            ("Internship INTERN", Intern),
            ("PER_DIEM", PerDiem),
        ] {
            for text in texts.split(' ') {
                assert_eq!(employment_type(text), Some(expected), "{text}");
            }
        }
        assert_eq!(employment_type("Permanent"), None);
        for (texts, expected) in [
            ("TELECOMMUTE Remote remote", Workplace::Remote),
            ("Hybrid", Workplace::Hybrid),
            ("on_site On-site onsite", Workplace::OnSite),
        ] {
            for text in texts.split(' ') {
                assert_eq!(workplace(text), Some(expected), "{text}");
            }
        }
        for (texts, expected) in [
            ("YEAR ANNUAL yearly per-year-salary ANN", PayPeriod::Year),
            ("HOUR hourly per-hour-wage HUR", PayPeriod::Hour),
            ("month MON monthly", PayPeriod::Month),
        ] {
            for text in texts.split(' ') {
                assert_eq!(pay_period(text), Some(expected), "{text}");
            }
        }
        assert_eq!(pay_period("a year"), Some(PayPeriod::Year));
        assert_eq!(apply_method("By email"), Some(ApplyMethod::Email));
        assert_eq!(apply_method("In person"), Some(ApplyMethod::OnSite));
        for text in ["DE", "de", "DEU", "Germany", "Deutschland"] {
            assert_eq!(country(text), Some(CountryCode("DE".into())), "{text}");
        }
        assert_eq!(country("Europe"), None);
    }
}
