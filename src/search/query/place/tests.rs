use super::*;

fn read(typed: &str) -> Location {
    Location::read(typed)
}

#[test]
fn a_place_has_one_spelling_whatever_it_is_called() {
    for (typed, text, shown) in [
        ("München", "munich", "Munich"),
        ("munich", "munich", "Munich"),
        ("Muenchen", "munich", "Munich"),
        (
            "Paris, Texas",
            "paris-texas-us",
            "Paris, Texas, United States",
        ),
        (
            "paris-texas-us",
            "paris-texas-us",
            "Paris, Texas, United States",
        ),
        ("DE", "germany", "Germany"),
        ("USA", "united-states", "United States"),
        ("europe", "europe", "Europe"),
        ("E.U.", "european-union", "European Union"),
        (
            "SF Bay Area",
            "san-francisco-bay-area",
            "San Francisco Bay Area",
        ),
        ("Georgia", "georgia", "Georgia"),
        ("Georgia, USA", "georgia-us", "Georgia, United States"),
        ("Nowhere at all", "Nowhere at all", "Nowhere at all"),
    ] {
        let location = read(typed);
        assert_eq!(location.text(), text, "{typed}");
        assert_eq!(location.typed(), shown, "{typed}");
        assert_eq!(read(&location.typed()), location, "{typed}");
    }
}

#[test]
fn a_distance_is_around_a_town() {
    for (place, is_town) in [("Berlin", true), ("Germany", false), ("nowhere", false)] {
        let mut location = read(place);
        location.set_within(Distance::parse("50km"));
        assert_eq!(location.within().is_some(), is_town, "{place}");
    }
}
