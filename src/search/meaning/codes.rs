//! States and countries by their codes, as the last word of a search: `nurse ny`, `developer nl`.

use crate::text::{
    gazetteer::{self, Place},
    words::stems,
};

/// States of the USA whose codes mean little else. Not among them are words (`in`, `me`, `or`, `hi`, `la`), and what
/// is as often something of a trade: `ca` and `pa` are accountants and assistants, `va` and `ma` assistants, too, `ia`
/// is artificial intelligence in French and Spanish, `ct` and `mt` are done in hospitals, `co` is a company.
const STATES: &str =
    "ak az dc fl ga il ks ky mi mn mo nc nd ne nh nj nm nv ny oh ri sc sd tn tx ut vt wa wi wv wy";

/// More of them, which are meant where they are in capitals and other words are not.
const STATES_IN_CAPITALS: &str = "al ct hi ia id in me mt ok or";

/// States and provinces elsewhere.
const REGIONS: [(&str, &str); 3] = [
    ("bc", "BC, Canada"),
    ("nsw", "NSW, Australia"),
    ("qld", "QLD, Australia"),
];

/// Countries whose codes mean little else beside other words.
const COUNTRIES: &str = "au br ch cz de dk fr gb hk hu ie jp kr mx nl nz pl sg th vn za";

/// Levels say nothing of the trade: `senior de` is a data engineer, `engineer de` is one in Germany.
const LEVELS: &str =
    "senior sr junior jr mid lead staff principal head chief entry level graduate intern trainee";

/// The place that is meant by this last word of a search, with `others` before it. Countries need another word that
/// is more than a level, unless it `is_said` that a place follows.
pub fn meant(typed: &str, others: &[&str], is_said: bool) -> Option<Place> {
    let code = typed.to_ascii_lowercase();
    let is_capital = |text: &str| text.chars().all(char::is_uppercase);
    let in_capitals = is_capital(typed) && others.iter().any(|word| !is_capital(word));
    if is_one_of(STATES, &code) || in_capitals && is_one_of(STATES_IN_CAPITALS, &code) {
        return gazetteer::resolve(&format!("{}, USA", code.to_ascii_uppercase()));
    }
    if let Some((_, name)) = REGIONS.iter().find(|(known, _)| *known == code) {
        return gazetteer::resolve(name);
    }
    let mut words = others.iter().flat_map(|typed| stems(typed));
    let has_trade = words.any(|word| !is_one_of(LEVELS, &word));
    (is_one_of(COUNTRIES, &code) && (has_trade || is_said)).then(|| gazetteer::country(&code))?
}

/// Whether it may be a code that means a place as the last word.
pub fn may_be_meant(typed: &str) -> bool {
    let code = typed.to_ascii_lowercase();
    let regions = REGIONS.iter().any(|(known, _)| *known == code);
    regions
        || [STATES, STATES_IN_CAPITALS, COUNTRIES]
            .iter()
            .any(|codes| is_one_of(codes, &code))
}

fn is_one_of(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_a_state_or_a_country() {
        let others = ["potter"];
        let regions = REGIONS.iter().map(|(code, _)| *code);
        let codes = STATES.split(' ').chain(regions);
        for code in codes {
            let place = meant(code, &[], false).unwrap_or_else(|| panic!("{code}"));
            assert!(
                ["US", "CA", "AU"].contains(&place.country),
                "{code}: {place:?}"
            );
            assert!(place.region.is_some(), "{code}: {place:?}");
        }
        for code in COUNTRIES.split(' ') {
            assert!(meant(code, &others, false).is_some(), "{code}");
            assert!(meant(code, &[], false).is_none(), "{code}");
        }
        assert!(meant("nl", &[], true).is_some());
        assert!(meant("ME", &others, false).is_some());
        assert!(meant("ME", &["POTTER"], false).is_none());
        for word in ["in", "or", "me", "ok", "hi", "pa", "ml", "it", "c"] {
            assert!(meant(word, &others, false).is_none(), "{word}");
        }
    }
}
