use super::*;

fn meant(typed: &str) -> (usize, Vec<String>, Vec<String>) {
    let words = stems(typed);
    let (length, meaning) = Dictionary::of_the_trade()
        .longest(&words)
        .map_or((0, None), |(length, meaning)| (length, Some(meaning)));
    let joined = |phrases: &[Phrase]| phrases.iter().map(|words| words.join(" ")).collect();
    let (same, related) = meaning.map_or((Vec::new(), Vec::new()), |meaning| {
        (joined(&meaning.same), joined(&meaning.related))
    });
    (length, same, related)
}

#[test]
fn one_word_is_meant_however_it_is_spelled() {
    for typed in ["front end", "front-end", "Frontend"] {
        assert!(
            meant(typed)
                .1
                .iter()
                .any(|same| same.replace(' ', "") == "frontend"),
            "{typed}"
        );
    }
    assert_eq!(meant("C sharp developer").1, ["csharp"]);
    assert_eq!(meant("node js").0, 2);
    assert!(meant("sr").1.contains(&"senior".to_owned()));
    assert!(!meant("senior").1.contains(&"sr".to_owned()));
    assert!(meant("RN").1.contains(&"registered nurse".to_owned()));
    for (long, short) in [
        ("registered nurse", "rn"),
        ("Quality Assurance", "qa"),
        ("machine learning", "ml"),
        ("vice president", "vp"),
    ] {
        assert!(meant(long).2.contains(&short.to_owned()), "{long}");
        assert!(
            meant(short)
                .1
                .iter()
                .any(|same| *same == stems(long).join(" "))
        );
    }
    assert!(!meant("product manager").2.contains(&"pm".to_owned()));
    assert!(meant("Krankenschwester").2.contains(&"nurse".to_owned()));
    assert_eq!(meant("zither").0, 0);
    for (typed, other) in [("solicitor", "attorney"), ("custodian", "janitor")] {
        assert!(meant(typed).1.contains(&other.to_owned()), "{typed}");
    }
}

#[test]
fn trades_are_known_by_their_names_in_other_languages() {
    for (typed, title) in [
        ("Elektrikerin", "electrician"),
        ("Verkäufer", "retail"),
        ("Verkaeufer", "retail"),
        ("plombière", "plumber"),
        ("camarera", "waiter"),
        ("commercialista", "tax advisor"),
        ("advogado", "lawyer"),
        ("vrachtwagenchauffeur", "truck driver"),
        ("agente inmobiliario", "real estate agent"),
        ("Softwareentwicklung", "software developer"),
        ("pielęgniarka", "nurse"),
        ("kierowca autobusu", "bus driver"),
    ] {
        let (length, _, related) = meant(typed);
        assert_eq!(length, typed.split(' ').count(), "{typed}");
        assert!(related.contains(&title.to_owned()), "{typed}: {related:?}");
    }
    let lines = include_str!("../trades_abroad.txt").lines();
    let trades: Vec<&str> = lines
        .filter(|line| line.contains('|') && !line.starts_with('#'))
        .collect();
    for line in &trades {
        assert!(line.split('|').count() >= 3, "{line}");
        assert!(
            line.split(['|', '=']).all(|name| !stems(name).is_empty()),
            "{line}"
        );
    }
    assert!(trades.len() >= 150);
}
