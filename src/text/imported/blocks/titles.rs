//! Lines that head a section though no list has them: they are made of words of which titles are.

use regex::regex;

/// What sections are about.
const SUBJECTS: &[&str] = &[
    "accountabilities",
    "benefits",
    "competencies",
    "description",
    "duties",
    "perks",
    "qualifications",
    "qualities",
    "requirements",
    "responsibilities",
    "skills",
];

/// What is said of that, and what stands beside it.
const BESIDES: &[&str] = &[
    "&",
    "/",
    "additional",
    "and",
    "compensation",
    "core",
    "desirable",
    "desired",
    "education",
    "essential",
    "experience",
    "general",
    "job",
    "key",
    "knowledge",
    "main",
    "minimum",
    "of",
    "other",
    "position",
    "preferred",
    "primary",
    "professional",
    "required",
    "role",
    "salary",
    "soft",
    "the",
    "your",
];

/// Words of a title at most.
const MOST: usize = 6;

/// Whether `line`, in small letters, is a title: `required skills and qualifications`, `what you’ll be doing`.
pub fn is_title(line: &str) -> bool {
    let words: Vec<&str> = line
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let is_known = |word: &&str| SUBJECTS.contains(word) || BESIDES.contains(word);
    let is_of_titles = words.last().is_some_and(|last| SUBJECTS.contains(last))
        && (1..=MOST).contains(&words.len())
        && words.iter().all(is_known);
    is_of_titles || is_question(line)
}

/// Whether `line` asks what the section answers.
fn is_question(line: &str) -> bool {
    regex!(
        r"^(?:what (?:you(?:['’]ll| will)? (?:be doing|do|need|bring|get|have)|we(?:['’]re| are)? (?:look(?:ing)? for|offer|need|do|expect))(?: from (?:us|you))?|who (?:are we|we are|are you|we(?:['’]re| are) looking for)|why (?:join|work (?:for|with|at)) (?:us|our team))\??$"
    )
    .is_match(line)
}

#[cfg(test)]
mod tests {
    use super::is_title;

    #[test]
    fn a_title_is_made_of_words_of_titles() {
        for line in [
            "required skills and qualifications",
            "primary responsibilities",
            "salary & benefits",
            "what you’ll be doing",
            "what you'll need",
            "why join our team?",
            "who are we?",
            "what you will get from us",
            "description",
        ] {
            assert!(is_title(line), "{line}");
        }
        for line in [
            "communication skills",
            "strong technical skills",
            "experience required",
            "what you do matters to all of us",
            "medical benefits",
            "",
        ] {
            assert!(!is_title(line), "{line}");
        }
    }
}
