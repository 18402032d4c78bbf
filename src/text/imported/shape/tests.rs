use super::markdown;

#[test]
fn lists_headings_and_paragraphs_stay_what_they_are() {
    for (text, expected) in [
        (
            "About us:\nWe bake.\n\nTasks\n- Bake\n- Sell\n\nYour profile\n\n• Ph.D in bread\n\n• 5* skills\nMore about it",
            "**About us:**\n\nWe bake.\n\n**Tasks**\n\n- Bake\n- Sell\n\n**Your profile**\n\n- Ph.D in bread\n- 5\\* skills\n\nMore about it",
        ),
        (
            "Steps\n\n1. Write\n2) Talk\n\n2024 was good",
            "**Steps**\n\n1. Write\n2. Talk\n\n2024 was good",
        ),
        (
            "We bake bread.\nTasks\n- Bake\nProfile\n- Kind",
            "We bake bread.\n\n**Tasks**\n\n- Bake\n\n**Profile**\n\n- Kind",
        ),
        (
            "Bea Ohm\nMain Street 5\nLondon",
            "Bea Ohm\nMain Street 5\nLondon",
        ),
        (
            "• Bake bread\n  and rolls\n• Sell\n  ◦ in the shop\n\tAsk Bea",
            "- Bake bread and rolls\n- Sell\n   - in the shop\n   Ask Bea",
        ),
        (
            "Aufgaben:\n\n-Backen\n-Verkaufen",
            "**Aufgaben:**\n\n- Backen\n- Verkaufen",
        ),
        ("Regards\n- Bea", "Regards\n\\- Bea"),
        ("One\n-----\nTwo", "One\n\n---\n\nTwo"),
        ("3. floor\n# 5", "3\\. floor\n\\# 5"),
    ] {
        assert_eq!(markdown(text), expected, "{text}");
    }
}

#[test]
fn long_lines_are_paragraphs() {
    let line = "We make engines that compute, and we have done so for many years now, in London and Turin. ";
    let text = format!("{}\n{}", line.repeat(2), line.repeat(20));
    let lengths: Vec<usize> = markdown(&text).split("\n\n").map(str::len).collect();
    assert!(lengths.len() >= 4, "{lengths:?}");
}
