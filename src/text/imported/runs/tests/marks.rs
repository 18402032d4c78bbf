//! Bullets, numbers, titles and gaps.

use super::{among_others, pieces};
use crate::text::imported::runs::spaced;

#[test]
fn numbered_items_begin_lines_and_numbers_in_sentences_do_not() {
    for (text, expected) in [
        (
            "Questions:1. Why you? 2. Tell of a loss. 3.Which one?",
            &[
                "Questions:",
                "1. Why you?",
                "2. Tell of a loss.",
                "3.Which one?",
            ][..],
        ),
        (
            "You will:a)\u{a0}\u{a0}\u{a0} Build thingsb)\u{a0}\u{a0}\u{a0} Keep themc)\u{a0} Sell them",
            &[
                "You will:",
                "a) Build things",
                "b) Keep them",
                "c) Sell them",
            ],
        ),
        ("See 1. Above and 3. Below", &["See 1. Above and 3. Below"]),
        ("In HTML5. We use 2. Java", &["In HTML5. We use 2. Java"]),
    ] {
        assert_eq!(pieces(text, "").unwrap_or_default(), expected, "{text}");
    }
}

#[test]
fn bullets_close_to_words_begin_items() {
    for (text, expected) in [
        (
            "Tasks:*Bake bread every day*Sell it*Clean up",
            &["Tasks:", "Bake bread every day", "Sell it", "Clean up"][..],
        ),
        (
            "Tasks:○      Bake bread○      Sell it",
            &["Tasks:", "Bake bread", "Sell it"],
        ),
        (
            "Tasks:·\u{a0}\u{a0} Bake bread. ·\u{a0}\u{a0} Sell it",
            &["Tasks:", "Bake bread.", "Sell it"],
        ),
        (
            "French: Advanced-\u{a0}\u{a0}\u{a0} German: Superior-\u{a0}\u{a0}\u{a0} Greek: None",
            &["French: Advanced", "German: Superior", "Greek: None"],
        ),
    ] {
        assert_eq!(pieces(text, "").unwrap_or_default(), expected, "{text}");
    }
}

#[test]
fn numbers_headings_and_quotations_end_and_begin_lines() {
    for (line, expected) in [
        (
            " of projects1-2 years of law",
            " of projects|1-2 years of law",
        ),
        (" is a plus.3+ years of law", " is a plus.|3+ years of law"),
        (" at Level39 in London", " at Level39 in London"),
        (" at work.KEY DUTIES", " at work.|KEY DUTIES"),
        (" in asp.NET MVC", " in asp.NET MVC"),
        (" for QA and QC.Working", " for QA and QC.|Working"),
        (" in the U.S.Army", " in the U.S.Army"),
        (" all \"my way\"Hire people", " all \"my way\"|Hire people"),
        (" all \"Hire people\"", " all \"Hire people\""),
    ] {
        let text = among_others(line);
        let pieces = pieces(&text, "").unwrap_or_default().join("|");
        assert!(pieces.contains(expected), "{expected} in {pieces}");
    }
}

#[test]
fn gaps_in_the_middle_of_sentences_are_wrapped_lines() {
    let gap = "\u{a0}\u{a0}\u{a0}\u{a0} ";
    let text = format!(
        "We bake {gap}bread and {gap}Rolls.Selling it to {gap}the people who {gap}Like bread.Cleaning {gap}up"
    );
    let pieces = pieces(&text, "").unwrap_or_default();
    assert_eq!(
        pieces,
        [
            "We bake bread and Rolls.",
            "Selling it to the people who Like bread.",
            "Cleaning up"
        ]
    );
}

#[test]
fn a_sentence_right_behind_another_one_gets_a_blank_where_lines_are_there() {
    let text = "We bake.You may sell.\n\nSee Node.Js and St.Louis.";
    assert_eq!(
        spaced(text, ""),
        "We bake. You may sell.\n\nSee Node.Js and St.Louis."
    );
}
