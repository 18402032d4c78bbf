//! Scams stand at the head of the queue, and honest jobs do not.

use std::time::{Duration, Instant};

use jobboard::{
    jobs::Workplace,
    moderation::score::{Apply, Copied, Employer, LINE, Posting, Score, Signal, Surroundings},
};

use super::corpus::{
    FAIR_AFTER, FAIR_BEFORE, FAIR_HARD, SCAMS_AFTER, SCAMS_BEFORE, SCAMS_EVADING, Written, read,
};

/// A line for each job: its points, its title and why.
fn described<'a>(jobs: impl Iterator<Item = &'a Written>) -> String {
    let lines = jobs.map(|job| {
        let score = job.score();
        let reasons = score.reasons.iter();
        let reasons: Vec<String> = reasons
            .map(|reason| format!("{} {}", reason.points, reason.message()))
            .collect();
        format!("{} {}: {}", score.points, job.title, reasons.join("; "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn scams_are_over_the_line() {
    for file in [SCAMS_BEFORE, SCAMS_AFTER, SCAMS_EVADING] {
        let scams = read(file);
        let missed: Vec<_> = scams
            .iter()
            .filter(|job| !job.score().is_over_the_line())
            .collect();
        assert!(
            missed.is_empty(),
            "{} of {}:\n{}",
            missed.len(),
            scams.len(),
            described(missed.into_iter())
        );
    }
}

#[test]
fn fair_jobs_are_below_the_line() {
    for file in [FAIR_BEFORE, FAIR_AFTER, FAIR_HARD] {
        let fair = read(file);
        let flagged: Vec<_> = fair
            .iter()
            .filter(|job| job.score().is_over_the_line())
            .collect();
        assert!(
            flagged.is_empty(),
            "{} of {}:\n{}",
            flagged.len(),
            fair.len(),
            described(flagged.into_iter())
        );
    }
}

fn posting(description: &str) -> Posting<'_> {
    Posting {
        title: "Baker",
        company: "Acme Bread",
        description,
        location: "Berlin",
        workplace: Workplace::OnSite,
        pay: None,
        apply: Apply::Url("https://acme-bread.example/jobs/1"),
        website: Some("https://acme-bread.example"),
        domains: &[],
    }
}

const TEXT: &str = "You bake bread and rolls with two others, from three in the morning until eleven, five days a week. \
    Sundays are free, and so is the bread.";

#[test]
fn who_posts_a_job_counts_for_it_and_against_it() {
    let of = |employer: Employer| Score::of(&posting(TEXT), &employer, &Surroundings::default());
    assert_eq!(of(Employer::default()), Score::default());
    let rejected = of(Employer {
        account_days: Some(0),
        is_unconfirmed: true,
        rejected: 3,
        ..Employer::default()
    });
    assert_eq!(rejected.points, LINE);
    assert_eq!(
        rejected.reasons[0].message().to_string(),
        "3 earlier jobs rejected"
    );
    let trusted = of(Employer {
        account_days: Some(400),
        approved: 2,
        is_on_team: true,
        ..Employer::default()
    });
    assert_eq!(trusted.points, 0);
    assert_eq!(trusted.reasons.len(), 2);
}

#[test]
fn the_text_of_another_companys_job_is_a_reason_that_names_the_job() {
    let copied = Copied {
        job: 17,
        is_exact: true,
    };
    let surroundings = Surroundings {
        copied: Some(copied),
    };
    let score = Score::of(&posting(TEXT), &Employer::default(), &surroundings);
    assert_eq!(score.reasons[0].signal, Signal::Copied(copied));
    let sentence = score.reasons[0].message().to_string();
    assert_eq!(sentence, "Same text as job 17 of another company");
}

#[test]
fn every_reason_is_a_sentence_with_what_was_found() {
    let scams = read(SCAMS_BEFORE);
    let text = described(scams.iter());
    for sentence in [
        "careers.siernens.com looks like siemens.com",
        "Uses the name Emirates, but applications go to consultant.com",
        "Anyone can have an address at bit.ly",
        "Leads to a messenger: t.me",
        "Account created 1 day ago",
    ] {
        assert!(text.contains(sentence), "{sentence} is not in\n{text}");
    }
}

#[test]
fn a_score_survives_being_stored() {
    let score = read(SCAMS_BEFORE)[0].score();
    let stored = serde_json::to_string(&score).unwrap();
    assert_eq!(serde_json::from_str::<Score>(&stored).unwrap(), score);
}

#[test]
fn the_longest_texts_are_judged_in_bounded_time() {
    let long = |part: &str| part.repeat(20_000 / part.len());
    for text in [
        long("send pay buy receive "),
        long("you pay for the registration fee "),
        long("a"),
        long("no never not "),
        long("https://a.b.c.d.e.f "),
        long("a.b-c."),
        long("!\n"),
        long("1,2."),
        long("contact whatsapp interview by telegram "),
    ] {
        let begun = Instant::now();
        Score::of(
            &posting(&text),
            &Employer::default(),
            &Surroundings::default(),
        );
        let took = begun.elapsed();
        // A debug build on a busy machine; a release build takes a hundredth of it.
        assert!(took < Duration::from_secs(5), "{took:?}: {}", &text[..20]);
    }
}
