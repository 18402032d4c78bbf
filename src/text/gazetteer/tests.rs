//! What people write, and what it means.

use super::*;

/// `name|country` of a country, `name|region|country` of a region or town.
fn shown(place: &Place) -> String {
    let region = place.region_name().unwrap_or_default();
    match place.kind {
        Kind::Country => format!("{}|{}", place.name, place.country),
        Kind::Region => format!("{}|region|{}", place.name, place.country),
        Kind::Town => format!("{}|{region}|{}", place.name, place.country),
    }
}

fn meant(text: &str) -> String {
    resolve(text).as_ref().map(shown).unwrap_or_default()
}

fn all_mean(place: &str, texts: &str) {
    for text in texts.split("; ") {
        assert_eq!(meant(text), place, "{text}");
    }
}

fn mean_nothing(texts: &str) {
    for text in texts.split("; ") {
        assert_eq!(meant(text), "", "{text}");
    }
}

#[test]
fn a_town_is_known_by_all_its_names() {
    all_mean(
        "Munich|Bavaria|DE",
        "Munich; München; Muenchen; munich; München, Germany; Munich, undefined",
    );
    all_mean(
        "Köln|North Rhine-Westphalia|DE",
        "Köln; Koeln; Cologne; koln, deutschland",
    );
    all_mean(
        "Bengaluru|Karnataka|IN",
        "Bangalore; Bengaluru; Bangalore, India; IN-Bangalore-MSO",
    );
    all_mean("Moscow|Moskva|RU", "Moscow; Москва");
    all_mean("Tokyo|Tokyo|JP", "Tokyo, Japan; 東京; 东京; Tōkyō");
    all_mean(
        "Frankfurt am Main|Hesse|DE",
        "Frankfurt; Frankfurt am Main, Germany; Frankfurt/Main",
    );
    assert_eq!(meant("北京"), "Beijing|Beijing|CN");
    assert_eq!(meant("背景"), "", "it sounds the same");
}

#[test]
fn a_town_is_in_the_region_and_country_that_stand_beside_it() {
    all_mean(
        "New York|New York|US",
        "NYC; New York; New York City; New York, NY; New York, New York, USA; US-NYC; Hybrid (NYC Metro)",
    );
    all_mean(
        "San Francisco|California|US",
        "San Francisco Bay Area; Bay Area, CA, United States of America; SF; San Francisco, CA (hybrid)",
    );
    all_mean(
        "London|England|GB",
        "London; London, UK; Greater London; London, England; London - UK2",
    );
    all_mean(
        "Paris|Texas|US",
        "Paris, TX; paris, tx; Paris, Texas, United States",
    );
    all_mean(
        "Menlo Park|California|US",
        "US-CA-Menlo Park; Menlo Park CA USA; Menlo Park, CA",
    );
    all_mean(
        "Austin|Texas|US",
        "Austin; Austin TX; US TX Austin; Austin (TX) Office",
    );
    for (text, place) in [
        ("Berlin, DE", "Berlin|Berlin|DE"),
        ("Springfield, IL", "Springfield|Illinois|US"),
        ("Cambridge, MA", "Cambridge|Massachusetts|US"),
        ("Cambridge, UK", "Cambridge|England|GB"),
        ("Vienna, Austria", "Vienna|Wien|AT"),
        ("Vienna, VA", "Vienna|Virginia|US"),
        ("Perth, WA", "Perth|Western Australia|AU"),
        ("Vancouver, BC", "Vancouver|British Columbia|CA"),
        ("Vancouver, WA", "Vancouver|Washington|US"),
        ("London, Ontario", "London|Ontario|CA"),
        ("St. Louis, MO", "St. Louis|Missouri|US"),
        ("Saint Louis, MO", "St. Louis|Missouri|US"),
        ("Washington, D.C.", "Washington|District of Columbia|US"),
        ("Athens, GA", "Athens|Georgia|US"),
        (
            "Buenos Aires, Buenos Aires",
            "Buenos Aires|Ciudad Autónoma de Buenos Aires|AR",
        ),
        ("Zurich, CH", "Zürich|Zürich|CH"),
        ("10115 Berlin", "Berlin|Berlin|DE"),
        ("Starbase, TX", "Texas|region|US"),
    ] {
        assert_eq!(meant(text), place, "{text}");
    }
}

#[test]
fn countries_and_regions_are_places_too() {
    all_mean(
        "United Kingdom|GB",
        "UK; U.K.; United Kingdom; Great Britain; Remote UK",
    );
    all_mean(
        "United States|US",
        "US; USA; U.S.A.; United States; United States of America; Remote - US; États-Unis",
    );
    all_mean(
        "Germany|DE",
        "Germany; Deutschland; Allemagne; Remote - Germany; Remote, Germany",
    );
    all_mean("South Korea|KR", "Korea; South Korea; Republic of Korea");
    all_mean("Georgia|region|US", "Georgia, USA; State of Georgia, US");
    for (text, place) in [
        ("England", "England|region|GB"),
        ("California", "California|region|US"),
        ("Virginia, USA, Remote", "Virginia|region|US"),
        ("Ontario, Canada", "Ontario|region|CA"),
        ("Trinidad and Tobago", "Trinidad and Tobago|TT"),
        ("NSW", "New South Wales|region|AU"),
    ] {
        assert_eq!(meant(text), place, "{text}");
    }
}

#[test]
fn what_can_mean_two_places_means_none() {
    mean_nothing(
        "Georgia; Washington; Springfield; Cambridge; San Jose; Valencia; IN; CA; DE; Remote - CO",
    );
    mean_nothing("Ontario, CA; Salem, IN; Richmond, CA");
    assert_eq!(
        meant("Springfield, US"),
        "United States|US",
        "of that there is no doubt"
    );
}

#[test]
fn what_contradicts_itself_means_none() {
    mean_nothing("Vienna, Texas; Berlin, France; Munich, Italy; Brisbane, CA; London, Germany");
    for text in ["Vienna, Texas", "London, Germany", "Miami, Bavaria"] {
        assert!(resolve_many(text).is_empty(), "{text}");
    }
}

#[test]
fn words_that_name_no_place_mean_none() {
    mean_nothing(
        "; Remote; Hybrid; In-Office; Anywhere; EMEA; Europe; Worldwide; Global; Central America; Central Asia; Iberia; Benelux; N/A; West Coast; Distributed",
    );
}

#[test]
fn one_text_may_list_several_places() {
    for (text, places) in [
        ("London; Paris", "London, Paris"),
        ("NYC or SF", "New York, San Francisco"),
        ("Remote (US, Canada)", "United States, Canada"),
        (
            "Chicago, San Francisco, Seattle",
            "Chicago, San Francisco, Seattle",
        ),
        (
            "CA - San Francisco, NY - New York",
            "San Francisco, New York",
        ),
        (
            "Livingston, NJ/New York, NY/Sunnyvale, CA",
            "Livingston, New York, Sunnyvale",
        ),
        (
            "San Francisco, CA | Seattle, WA | New York City, NY",
            "San Francisco, Seattle, New York",
        ),
        (
            "Mountain View, CA, USA, Kirkland, WA, USA",
            "Mountain View, Kirkland",
        ),
        ("Bengaluru, Singapore", "Bengaluru, Singapore"),
        ("Newbury, Boston", "Boston"),
        ("London; London, UK", "London"),
    ] {
        let found: Vec<&str> = resolve_many(text).iter().map(|place| place.name).collect();
        assert_eq!(found.join(" "), places.replace(", ", " "), "{text}");
        let is_one = found.len() == 1 && !text.contains([';', ',']);
        assert_eq!(resolve(text).is_some(), is_one, "{text}");
    }
}
