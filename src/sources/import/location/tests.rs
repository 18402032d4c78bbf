use super::*;

#[test]
fn places_are_cleaned_and_the_workplace_is_read() {
    use Workplace::{Hybrid, OnSite, Remote};
    for (raw, telecommute, text, workplace) in [
        ("London, undefined", false, "London", OnSite),
        ("Munich, undefined - Remote", true, "Munich", Remote),
        ("Hybrid", false, "", Hybrid),
        ("Remote", false, "", Remote),
        ("Remote - US", true, "US", Remote),
        ("Remote U.S. - Remote", true, "U.S.", Remote),
        ("United States - Remote", true, "United States", Remote),
        (
            "Remote (Syracuse, New York, US)",
            true,
            "Syracuse, New York, US",
            Remote,
        ),
        (
            "Hybrid (New York, New York, US)",
            false,
            "New York, New York, US",
            Hybrid,
        ),
        (
            "San Francisco (hybrid) - Remote",
            true,
            "San Francisco",
            Hybrid,
        ),
        (
            "Universal City, CALIFORNIA",
            false,
            "Universal City, California",
            OnSite,
        ),
        ("New York, NEW YORK", false, "New York, New York", OnSite),
        ("US-CA-Menlo Park", false, "Menlo Park, CA, US", OnSite),
        ("CR-San Jose", false, "San Jose, CR", OnSite),
        ("Bangalore,India", false, "Bangalore, India", OnSite),
        (
            "Atlanta , Georgia - Remote",
            true,
            "Atlanta, Georgia",
            Remote,
        ),
        ("N/A", false, "", OnSite),
        ("Washington, D.C.", false, "Washington, D.C.", OnSite),
        ("EMEA (Remote)", true, "EMEA", Remote),
        (
            "(Canada - Remote (ON, AB, BC, or NS Only)",
            true,
            "Canada (ON, AB, BC, or NS Only)",
            Remote,
        ),
        (
            "Livingston, NJ / New York, NY / Sunnyvale, CA",
            false,
            "Livingston, NJ; New York, NY; Sunnyvale, CA",
            OnSite,
        ),
        (
            "New York, NY; Remote - U.S.A.",
            false,
            "New York, NY; U.S.A.",
            Remote,
        ),
    ] {
        let read = Location::read(raw, telecommute, "Engineer");
        assert_eq!(
            (read.text.as_str(), read.workplace),
            (text, workplace),
            "{raw}"
        );
    }
}

#[test]
fn the_title_says_how_the_work_is_done_where_the_place_does_not() {
    use Workplace::{Hybrid, OnSite, Remote};
    for (place, title, workplace) in [
        ("Austin, TX", "Baker (Hybrid)", Hybrid),
        ("Austin, TX", "Baker, Remote", Remote),
        ("Remote - US", "Baker (Hybrid)", Remote),
        ("Austin, TX", "Remote Sensing Engineer", OnSite),
    ] {
        let read = Location::read(place, false, title);
        assert_eq!(read.workplace, workplace, "{place} {title}");
    }
}
