use super::ACME;
use crate::sources::formats::tests::{Beside, assert_one, shown};

#[test]
fn recruitee() {
    let job = r#"{"offers":[{"id":26,"title":"Pilot","status":"published","description":"<p>Steer.</p>",
        "requirements":"<p>A licence.</p>","city":"Berlin","state_name":"Berlin","country":"Germany","country_code":"DE",
        "remote":false,"hybrid":true,"location":"Berlin, Germany","department":"Bridge","tags":["harbour"],
        "employment_type_code":"fulltime_permanent","company_name":"Acme",
        "salary":{"min":"60000","max":"75000","period":"year","currency":"EUR"},
        "careers_url":"https://jobs.acme.example/o/pilot","careers_apply_url":"https://jobs.acme.example/o/pilot/c/new",
        "published_at":"2026-07-31 22:26:40 UTC","close_at":"2026-09-30 10:00:00 UTC"}]}"#;
    assert_one(
        job,
        &Beside::default(),
        &[
            ("id", "Acme 26"),
            ("title", "Pilot"),
            ("company", "Acme"),
            ("location", "Berlin, Germany"),
            ("locality", "Berlin"),
            ("region", "Berlin"),
            ("country", "DE"),
            ("workplace", "hybrid"),
            ("type", "FULL_TIME"),
            ("category", "Bridge"),
            ("tags", "harbour"),
            ("pay_min", "6000000"),
            ("pay_max", "7500000"),
            ("pay_currency", "EUR"),
            ("pay_period", "YEAR"),
            ("apply", "https://jobs.acme.example/o/pilot/c/new"),
            ("posted", "2026-07-31"),
            ("last", "2026-09-30"),
            ("text", "Steer.\n\nA licence."),
        ],
    );
    let draft = job.replace("\"published\"", "\"draft\"");
    assert_eq!(shown(&draft, &ACME), ["passed over: is not published"]);
}

#[test]
fn teamtailor() {
    assert_one(
        r#"{"data":[{"id":"31","type":"jobs","links":{"careersite-job-url":"https://acme.teamtailor.example/jobs/31"},
            "attributes":{"title":"Cooper","body":"<p>Make barrels.</p>","pitch":"We love oak and its smell.","status":"open","internal":false,
            "created-at":"2026-01-31T10:00:00.000+01:00","end-date":null,"remote-status":"none","employment-type":"fulltime",
            "min-salary":3000,"max-salary":3500,"currency":"EUR","salary-time-unit":"monthly","tags":["oak","wood"]},
            "relationships":{"department":{"data":{"type":"departments","id":"5"}},
            "locations":{"data":[{"type":"locations","id":"7"}]}}}],
            "included":[{"id":"5","type":"departments","attributes":{"name":"Cellar"}},
            {"id":"7","type":"locations","attributes":{"city":"Lyon","country":"France","name":"HQ"}}],"meta":{}}"#,
        &ACME,
        &[
            ("id", "Acme 31"),
            ("title", "Cooper"),
            ("company", "Acme"),
            ("location", "Lyon, France"),
            ("locality", "Lyon"),
            ("country", "FR"),
            ("workplace", "on_site"),
            ("type", "FULL_TIME"),
            ("category", "Cellar"),
            ("tags", "oak,wood"),
            ("pay_min", "300000"),
            ("pay_max", "350000"),
            ("pay_currency", "EUR"),
            ("pay_period", "MONTH"),
            ("apply", "https://acme.teamtailor.example/jobs/31"),
            ("posted", "2026-01-31"),
            ("text", "We love oak and its smell.\n\nMake barrels."),
        ],
    );
}

#[test]
fn pinpoint() {
    assert_one(
        r#"{"data":[{"id":"12","title":"Caulker","url":"https://acme.pinpoint.example/postings/12",
            "description":"<div>Tar.</div>","key_responsibilities_header":"Your tasks","key_responsibilities":"<ul><li>Seams</li></ul>",
            "compensation_visible":true,"compensation_minimum":25000.0,"compensation_maximum":30000.0,
            "compensation_currency":"GBP","compensation_frequency":"year","deadline_at":"2026-12-31",
            "employment_type":"full_time","employment_type_text":"Full Time","workplace_type":"onsite",
            "location":{"city":"Hull","name":"Dock","province":"Yorkshire"},"job":{"department":{"name":"Hulls"}}}]}"#,
        &ACME,
        &[
            ("id", "Acme 12"),
            ("title", "Caulker"),
            ("company", "Acme"),
            ("location", "Hull, Yorkshire"),
            ("locality", "Hull"),
            ("region", "Yorkshire"),
            ("workplace", "on_site"),
            ("type", "FULL_TIME"),
            ("category", "Hulls"),
            ("pay_min", "2500000"),
            ("pay_max", "3000000"),
            ("pay_currency", "GBP"),
            ("pay_period", "YEAR"),
            ("apply", "https://acme.pinpoint.example/postings/12"),
            ("last", "2026-12-31"),
            ("text", "Tar.\n\n### Your tasks\n\n*   Seams"),
        ],
    );
}

#[test]
fn remote_ok() {
    assert_one(
        r#"[{"last_updated":1790265606,"legal":"Please link back."},
            {"slug":"x","id":"113","epoch":1790265606,"date":"2026-09-24T16:00:06+00:00","company":"Acme","position":"MecÃ¡nico",
            "tags":["excel"],"description":"<p>VehÃ\u00adculos.</p>","location":"","salary_min":0,"salary_max":90000,
            "apply_url":"https://remoteok.example/113","url":"https://remoteok.example/113"}]"#,
        &Beside::default(),
        &[
            ("id", "Remote OK 113"),
            ("title", "Mecánico"),
            ("company", "Acme"),
            ("workplace", "remote"),
            ("tags", "excel"),
            ("pay_max", "9000000"),
            ("pay_currency", "USD"),
            ("pay_period", "YEAR"),
            ("apply", "https://remoteok.example/113"),
            ("posted", "2026-09-24"),
            ("text", "Vehículos."),
        ],
    );
}

#[test]
fn remotive() {
    assert_one(
        r#"{"0-legal-notice":"Link back.","job-count":1,"jobs":[{"id":12,"url":"https://remotive.example/12","title":"Writer",
            "company_name":"Acme","category":"Writing","tags":["docs"],"job_type":"full_time",
            "publication_date":"2026-02-15T10:23:26","candidate_required_location":"Americas","salary":"$40,000 - $50,000 a year",
            "description":"<p>Write.</p>"}]}"#,
        &Beside::default(),
        &[
            ("id", "Remotive 12"),
            ("title", "Writer"),
            ("company", "Acme"),
            ("location", "Americas"),
            ("workplace", "remote"),
            ("applicants", "Americas"),
            ("type", "FULL_TIME"),
            ("category", "Writing"),
            ("tags", "docs"),
            ("pay_min", "4000000"),
            ("pay_max", "5000000"),
            ("pay_currency", "USD"),
            ("pay_period", "YEAR"),
            ("apply", "https://remotive.example/12"),
            ("posted", "2026-02-15"),
            ("text", "Write."),
        ],
    );
}
