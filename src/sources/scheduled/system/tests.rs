use super::*;
use crate::jobs::hiring_systems::is_hiring_system;

fn recognised(address: &str) -> Option<(System, String)> {
    System::recognise(&Url::parse(address).ok()?)
}

#[test]
fn boards_are_known_by_their_pages_and_by_what_programs_ask() {
    for (address, system, token) in [
        (
            "https://boards.greenhouse.io/acme",
            System::Greenhouse,
            "acme",
        ),
        (
            "https://job-boards.greenhouse.io/acme/jobs/12",
            System::Greenhouse,
            "acme",
        ),
        (
            "https://boards.greenhouse.io/embed/job_board?for=acme",
            System::Greenhouse,
            "acme",
        ),
        (
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true",
            System::Greenhouse,
            "acme",
        ),
        ("https://jobs.lever.co/acme/1-2-3", System::Lever, "acme"),
        ("https://jobs.eu.lever.co/acme", System::LeverEurope, "acme"),
        (
            "https://api.lever.co/v0/postings/acme?mode=json",
            System::Lever,
            "acme",
        ),
        ("https://jobs.ashbyhq.com/acme.io", System::Ashby, "acme.io"),
        ("https://apply.workable.com/acme/", System::Workable, "acme"),
        (
            "https://apply.workable.com/api/v1/widget/accounts/acme",
            System::Workable,
            "acme",
        ),
        ("https://acme.workable.com/jobs", System::Workable, "acme"),
        (
            "https://careers.smartrecruiters.com/Acme1",
            System::SmartRecruiters,
            "Acme1",
        ),
        (
            "https://acme.recruitee.com/o/cook",
            System::Recruitee,
            "acme",
        ),
        (
            "https://acme.jobs.personio.de/job/1",
            System::Personio,
            "acme",
        ),
        (
            "https://acme.jobs.personio.com/",
            System::PersonioCom,
            "acme",
        ),
        (
            "https://acme.teamtailor.com/jobs",
            System::Teamtailor,
            "acme",
        ),
        ("https://acme.pinpointhq.com", System::Pinpoint, "acme"),
    ] {
        assert_eq!(
            recognised(address),
            Some((system, token.to_owned())),
            "{address}"
        );
    }
}

#[test]
fn other_addresses_are_feeds_and_a_board_is_one_part_of_an_address() {
    for address in [
        "https://example.org/jobs.xml",
        "https://boards.greenhouse.io/",
        "https://jobs.lever.co/..%2f..%2fadmin",
        "https://a.b.recruitee.com/",
        "https://recruitee.com/",
        "https://boards.greenhouse.io.example.org/acme",
    ] {
        assert_eq!(recognised(address), None, "{address}");
    }
    assert!(!System::Recruitee.is_token("acme.example.org/x?"));
    assert!(!System::Lever.is_token(".."));
    assert!(!System::Lever.is_token("a/b"));
    assert!(!System::Personio.is_token("a.b"));
}

#[test]
fn a_job_at_a_known_system_may_be_any_companys() {
    let by_path = BY_PATH.iter().map(|(host, ..)| (*host).to_owned());
    let by_host = BY_HOST.iter().map(|(suffix, _)| format!("acme{suffix}"));
    for host in by_path.chain(by_host) {
        assert!(is_hiring_system(&host), "{host}");
    }
    assert!(!is_hiring_system("acme.example"));
}
