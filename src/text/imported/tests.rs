use super::to_markdown as convert;

fn to_markdown(raw: &str) -> String {
    convert(raw).unwrap_or_default()
}

#[test]
fn run_together_text_gets_its_lines_back() {
    let raw = "We run a website for cooks.Writing contentTesting HTML in JavaScript &amp; CSSHelping our users\n\nRequirements:Patience";
    assert_eq!(
        to_markdown(raw),
        "We run a website for cooks.\n\n- Writing content\n- Testing HTML in JavaScript & CSS\n- Helping our users\n\n**Requirements:**\n\nPatience"
    );
}

#[test]
fn bullets_in_the_middle_of_a_line_are_a_list() {
    assert_eq!(
        to_markdown("You are: * kind * curious * on time"),
        "**You are:**\n\n- kind\n- curious\n- on time"
    );
    assert_eq!(
        to_markdown("Benefits•Lunch•Dental plan"),
        "**Benefits**\n\n- Lunch\n- Dental plan"
    );
}

#[test]
fn dashes_that_begin_lines_are_told_from_those_that_join_words() {
    assert_eq!(
        to_markdown("You will…-Sell to our Mid-Market customers-Visit them-Help Post-Sales"),
        "You will…\n\n- Sell to our Mid-Market customers\n- Visit them\n- Help Post-Sales"
    );
    assert_eq!(
        to_markdown("A pan-European role, anti-Money laundering"),
        "A pan-European role, anti-Money laundering"
    );
}

#[test]
fn a_wall_of_text_becomes_paragraphs() {
    let sentence = "We make engines that compute, and we have done so for many years now. ";
    let markdown = to_markdown(&sentence.repeat(20));
    let lengths: Vec<usize> = markdown.split("\n\n").map(str::len).collect();
    assert!(
        lengths.len() >= 3 && lengths.iter().all(|length| *length < 600),
        "{lengths:?}"
    );
}

#[test]
fn names_and_abbreviations_stay_whole() {
    for text in [
        "Work at GitHub, LinkedIn or McDonald in Washington, D.C. with iPhone and MySQL APIs.",
        "Node.js and ASP.NET at U.S.A. level; see www.Example.com/AboutUs.",
    ] {
        assert_eq!(to_markdown(text), text);
    }
}

#[test]
fn html_becomes_markdown_and_a_single_mark_is_shown_as_typed() {
    assert_eq!(
        to_markdown("<p>Hello <b>you</b></p><ul><li>one</li><li>two</li></ul>"),
        "Hello **you**\n\n*   one\n*   two"
    );
    assert_eq!(
        to_markdown("2*3 [x](y) snake_case"),
        r"2\*3 \[x\](y) snake\_case"
    );
}

#[test]
fn markdown_stays_markdown_also_between_line_breaks_of_html() {
    let markdown = "## About us\n\nWe are **Acme**.\n\n* one\n* two";
    assert_eq!(to_markdown(markdown), markdown);
    assert_eq!(
        to_markdown("**Tasks**<br>- [Bake](https://acme.example)<br>- Sell"),
        "**Tasks**\n- [Bake](https://acme.example)\n- Sell"
    );
}

#[test]
fn what_only_looks_like_a_tag_is_text() {
    for (text, markdown) in [
        ("a < b, <your name>", r"a \< b, \<your name>"),
        ("See <i>this</i>", "See *this*"),
        (
            "<a href=\"https://acme.example\">Acme</a>",
            "[Acme](https://acme.example)",
        ),
        ("Twice&lt;p&gt;a&amp;amp;b&lt;/p&gt;", "Twice\n\na&b"),
    ] {
        assert_eq!(to_markdown(text), markdown, "{text}");
    }
}

#[test]
fn what_is_not_for_reading_goes_and_the_rest_stays_apart() {
    for (html, markdown) in [
        (
            "<head><title>T</title><style>p{}</style></head><p>a</p><style>b{}</style><script>x()</script><template><b>t</b></template><!-- c -->",
            "a",
        ),
        ("<head><meta><p>never closed</p>", "never closed"),
        ("<p>One<strong>&nbsp;</strong>two</p>", "One two"),
        (
            "<p><b>Pay:</b>good, so<b>(very)</b> good</p>",
            "**Pay**:good, so(**very)** good",
        ),
        ("<p><code>a <b>b</b></code></p>", "`a b`"),
        ("<p>a<b>:</b>b <b>#1</b></p>", "a:b **#1**"),
        ("<p><i>a</i><b>: b</b></p>", "*a*: **b**"),
        (
            "<p><b>Tasks</b><br>• Bake<br>• Sell</p><h3>Profile</h3><p>-&nbsp;kind</p><p>- on time</p>",
            "**Tasks**\n\n*   Bake\n*   Sell\n\n### Profile\n\n*   kind\n*   on time",
        ),
    ] {
        assert_eq!(to_markdown(html), markdown, "{html}");
    }
}

#[test]
fn inputs_that_are_made_to_be_slow_are_not() {
    for text in [
        "aB",
        "<b>",
        "<b>a</b>(",
        "<p>- a<br>",
        "**a** ",
        "- a\n",
        "1. a\n",
        "<a b=c",
        "&lt;i>",
    ] {
        let text = text.repeat(30_000 / text.len());
        let _ = convert(&text);
    }
}
