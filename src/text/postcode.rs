//! Postcodes, which say where somebody lives to the post and not to this program.

use regex::regex;

/// Whether `text` is a postcode and nothing else: `10001`, `SW1A 1AA`, `D-10115`, `K1A 0B1`, `1012 AB`.
pub fn is_postcode(text: &str) -> bool {
    let forms = [
        // In most countries digits, in one or two groups.
        regex!(r"(?i)^(?:[a-z]{1,2}[- ])?[0-9]{4,6}$"),
        regex!(r"^[0-9]{2,5}[- ][0-9]{2,4}$"),
        regex!(r"(?i)^[a-z]{1,2}[0-9][a-z0-9]?(?: *[0-9][a-z]{2})?$"),
        regex!(r"(?i)^[a-z][0-9][a-z](?: *[0-9][a-z][0-9])?$"),
        regex!(r"(?i)^[0-9]{4} *[a-z]{2}$"),
    ];
    forms.iter().any(|form| form.is_match(text.trim()))
}

#[cfg(test)]
mod tests {
    use super::is_postcode;

    #[test]
    fn postcodes_are_told_from_names() {
        for code in [
            "10001",
            "10001-1234",
            "SW1A 1AA",
            "sw1a1aa",
            "E14",
            "M1",
            "D-10115",
            "K1A 0B1",
            "1012 AB",
            "00-001",
            "100-0001",
            "111 22",
            "110001",
            "2000",
            "01310-100",
        ] {
            assert!(is_postcode(code), "{code}");
        }
        for name in [
            "",
            "Berlin",
            "10115 Berlin",
            "Paris 12",
            "Area 51",
            "US",
            "24",
            "NYC",
        ] {
            assert!(!is_postcode(name), "{name}");
        }
    }
}
