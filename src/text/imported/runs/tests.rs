mod marks;

use super::split;

fn pieces(text: &str, known: &str) -> Option<Vec<String>> {
    let lines = split(text, known)?;
    Some(
        lines
            .into_iter()
            .flatten()
            .map(|piece| piece.text)
            .collect(),
    )
}

/// A text that lost its lines, with `line` among them.
fn among_others(line: &str) -> String {
    format!(
        "We bake bread.Writing the contentTesting the website{line} every day.Helping our usersAbility to write"
    )
}

#[test]
fn a_name_is_no_two_lines_even_where_others_ran_together() {
    for name in [
        "SimilarWeb",
        "GoToMeeting",
        "DoorDash",
        "GitHub",
        "iPhone",
        "MySQL",
        "McDonald",
        "MitarbeiterInnen",
        "l'Équipe",
        "l’Équipe",
        "Ph.D in",
        "St.Louis",
        "Node.Js",
        "Booking.Com",
        "SQLite",
        "FreeBSDiptables",
        "easyJet",
        "APIs",
        "MBAs",
    ] {
        let text = among_others(&format!(" and {name}"));
        let pieces = pieces(&text, "").unwrap_or_default();
        assert!(pieces.len() >= 5, "{pieces:?}");
        assert!(
            pieces.iter().any(|piece| piece.contains(name)),
            "{name} in {pieces:?}"
        );
    }
}

#[test]
fn a_known_name_is_whole_though_both_halves_are_words() {
    let text = among_others(" at salesForward");
    let has_name = |known: &str| {
        let pieces = pieces(&text, known).unwrap_or_default();
        pieces.iter().any(|piece| piece.contains("salesForward"))
    };
    assert!(has_name("salesForward GmbH"));
    assert!(!has_name("Acme"));
}

#[test]
fn what_ran_together_comes_apart_where_both_halves_are_words() {
    let text = "Our team:Writing contentTesting HTML in JavaScript & CSSHelping our usersAbility to readWindowsMust be known24/7Support for GitHubMust be quickQualificationsCollege degree";
    assert_eq!(
        pieces(text, "").unwrap_or_default(),
        [
            "Our team:",
            "Writing content",
            "Testing HTML in JavaScript & CSS",
            "Helping our users",
            "Ability to read",
            "Windows",
            "Must be known24/7",
            "Support for GitHub",
            "Must be quick",
            "Qualifications",
            "College degree",
        ]
    );
}

#[test]
fn a_slip_in_a_text_with_lines_is_left_alone() {
    let text = "Tasks\n- Baking breadSelling it\n- Talking to people.Listening\n- Cleaning";
    assert_eq!(pieces(text, ""), None);
    assert_eq!(
        pieces("DoorDash is hiring. We use SimilarWeb daily.", "").unwrap_or_default(),
        ["DoorDash is hiring. We use SimilarWeb daily."]
    );
}

#[test]
fn dashes_after_sentences_begin_items() {
    assert_eq!(
        pieces(
            "Tasks: - Baking bread. - Selling it. - Cleaning, 9 - 5, Monday - Friday",
            ""
        )
        .unwrap_or_default(),
        [
            "Tasks:",
            "Baking bread.",
            "Selling it.",
            "Cleaning, 9 - 5, Monday",
            "Friday"
        ]
    );
}

#[test]
fn dashes_and_stars_close_to_words_begin_items() {
    for (text, expected) in [
        (
            "You will:- bake full- and part-time- sell bread-Help our users",
            &[
                "You will:",
                "bake full- and part-time",
                "sell bread",
                "Help our users",
            ][..],
        ),
        (
            "Skills:* Baking* Selling* On time",
            &["Skills:", "Baking", "Selling", "On time"],
        ),
        ("Pay* Depends on skills", &["Pay* Depends on skills"]),
        (
            "A full-time Part- and Time",
            &["A full-time Part- and Time"],
        ),
    ] {
        assert_eq!(pieces(text, "").unwrap_or_default(), expected);
    }
}

#[test]
fn a_bullet_with_many_blanks_behind_it_belongs_to_its_line() {
    let lines = split("•      Bake bread", "").unwrap_or_default();
    assert!(
        lines.iter().flatten().all(|piece| piece.has_bullet),
        "{lines:?}"
    );
    assert_eq!(
        pieces("DEPARTMENT: Bread      REPORTS TO: Bea", "").unwrap_or_default(),
        ["DEPARTMENT: Bread", "REPORTS TO: Bea"]
    );
}

#[test]
fn long_texts_of_humps_take_no_longer_than_their_length() {
    for text in [
        "aB",
        "Ab",
        "ABc",
        "ab.Cd",
        "skillsAbility",
        "- A",
        "• ",
        "a1 year",
        "x\"Ab",
        "1. A",
        "a)  B",
    ] {
        let text = text.repeat(30_000 / text.len());
        assert!(split(&text, &text[..text.len().min(500)]).is_some());
    }
}
