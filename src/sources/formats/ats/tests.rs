mod others;

use super::super::tests::{Beside, assert_one, shown};

const ACME: Beside<'_> = Beside {
    company: Some("Acme"),
    site: None,
    columns: &[],
};

#[test]
fn greenhouse() {
    assert_one(
        r#"{"jobs":[{"absolute_url":"https://boards.greenhouse.example/acme/jobs/71","internal_job_id":9,
            "location":{"name":"Lisbon, Portugal"},"id":71,"updated_at":"2026-02-02T08:00:00-04:00","title":"Head of Sails",
            "metadata":[{"id":1,"name":"Employment Type","value":"Full-time"}],
            "company_name":"Acme ","first_published":"2026-02-01T08:00:00-04:00","application_deadline":"2026-03-01",
            "content":"&lt;p&gt;Sew &amp;amp; mend.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Canvas&lt;/li&gt;&lt;/ul&gt;",
            "departments":[{"id":2,"name":"Sails"}],
            "pay_input_ranges":[{"min_cents":5000000,"max_cents":6000050,"currency_type":"EUR","title":"Annual Salary"}]}],
            "meta":{"total":1}}"#,
        &Beside::default(),
        &[
            ("id", "Acme 71"),
            ("title", "Head of Sails"),
            ("company", "Acme"),
            ("location", "Lisbon, Portugal"),
            ("workplace", "on_site"),
            ("type", "FULL_TIME"),
            ("category", "Sails"),
            ("pay_min", "5000000"),
            ("pay_max", "6000050"),
            ("pay_currency", "EUR"),
            ("pay_period", "YEAR"),
            ("apply", "https://boards.greenhouse.example/acme/jobs/71"),
            ("posted", "2026-02-01"),
            ("last", "2026-03-01"),
            ("text", "Sew & mend.\n\n*   Canvas"),
        ],
    );
}

#[test]
fn lever() {
    let job = r#"[{"id":"5d","text":"Rigger","description":"<div>Climb.</div>","additional":"<div>Bring gloves.</div>",
        "lists":[{"text":"What you do","content":"<li>Knots</li><li>Splices</li>"}],
        "categories":{"commitment":"Contract","location":"Porto","team":"Deck","allLocations":["Porto","Vigo"]},
        "createdAt":1764205361939,"country":"PT","workplaceType":"hybrid",
        "salaryRange":{"min":30,"max":40,"currency":"EUR","interval":"per-hour-wage"},
        "hostedUrl":"https://jobs.lever.example/acme/5d","applyUrl":"https://jobs.lever.example/acme/5d/apply"}]"#;
    assert_one(
        job,
        &ACME,
        &[
            ("id", "Acme 5d"),
            ("title", "Rigger"),
            ("company", "Acme"),
            ("location", "Porto; Vigo"),
            ("country", "PT"),
            ("workplace", "hybrid"),
            ("type", "CONTRACTOR"),
            ("category", "Deck"),
            ("pay_min", "3000"),
            ("pay_max", "4000"),
            ("pay_currency", "EUR"),
            ("pay_period", "HOUR"),
            ("apply", "https://jobs.lever.example/acme/5d/apply"),
            ("posted", "2025-11-27"),
            (
                "text",
                "Climb.\n\n### What you do\n\n*   Knots\n*   Splices\n\nBring gloves.",
            ),
        ],
    );
    assert_eq!(
        shown(job, &Beside::default()),
        ["refused: has no company: use --company NAME if all are of one"]
    );
}

#[test]
fn ashby() {
    let job = |listed: bool| {
        format!(
            r#"{{"jobs":[{{"id":"90","title":"Sailmaker","department":"Loft","employmentType":"FullTime","location":"Toronto",
            "shouldDisplayCompensationOnJobPostings":true,"secondaryLocations":[{{"location":"Halifax"}}],
            "publishedAt":"2026-04-20T22:43:56.531+00:00","isListed":{listed},"isRemote":true,"workplaceType":"Hybrid",
            "address":{{"postalAddress":{{"addressRegion":"Ontario","addressCountry":"CA","addressLocality":"Toronto"}}}},
            "jobUrl":"https://jobs.ashby.example/a/90","applyUrl":"https://jobs.ashby.example/a/90/application",
            "descriptionHtml":"<h2>About</h2><p>Cut cloth.</p>",
            "compensation":{{"summaryComponents":[{{"compensationType":"EquityPercentage"}},{{"compensationType":"Salary",
            "interval":"1 YEAR","currencyCode":"CAD","minValue":102800,"maxValue":137000}}]}}}}],"apiVersion":"1"}}"#
        )
    };
    assert_one(
        &job(true),
        &ACME,
        &[
            ("id", "Acme 90"),
            ("title", "Sailmaker"),
            ("company", "Acme"),
            ("location", "Toronto; Halifax"),
            ("country", "CA"),
            ("workplace", "hybrid"),
            ("type", "FULL_TIME"),
            ("category", "Loft"),
            ("pay_min", "10280000"),
            ("pay_max", "13700000"),
            ("pay_currency", "CAD"),
            ("pay_period", "YEAR"),
            ("apply", "https://jobs.ashby.example/a/90/application"),
            ("posted", "2026-04-20"),
            ("text", "## About\n\nCut cloth."),
        ],
    );
    assert_eq!(shown(&job(false), &ACME), ["passed over: is not listed"]);
    let hidden = job(true).replace("Postings\":true", "Postings\":false");
    assert!(!shown(&hidden, &ACME).concat().contains("pay_"));
}

#[test]
fn workable() {
    assert_one(
        r#"{"name":"Acme","description":null,"jobs":[{"title":"Netmaker","shortcode":"A1B2","employment_type":"Part-time",
            "telecommuting":true,"department":"Loft","url":"https://apply.workable.example/j/A1B2","published_on":"2026-01-05",
            "country":"Greece","city":"Athens","state":"Attica","description":"<p>Make nets.</p>"}]}"#,
        &Beside::default(),
        &[
            ("id", "Acme A1B2"),
            ("title", "Netmaker"),
            ("company", "Acme"),
            ("location", "Athens, Attica, Greece"),
            ("locality", "Athens"),
            ("region", "Attica"),
            ("country", "GR"),
            ("workplace", "remote"),
            ("applicants", "Athens, Attica, Greece"),
            ("type", "PART_TIME"),
            ("category", "Loft"),
            ("apply", "https://apply.workable.example/j/A1B2"),
            ("posted", "2026-01-05"),
            ("text", "Make nets."),
        ],
    );
    let draft = r#"{"jobs":[{"title":"Netmaker","shortcode":"A1","state":"draft","location":{"city":"Athens"}}]}"#;
    assert_eq!(shown(draft, &ACME), ["passed over: is not published"]);
}

#[test]
fn smart_recruiters() {
    let job = r#"{"id":"74","name":"Nurse","company":{"identifier":"Acme1","name":"Acme"},"releasedDate":"2026-06-08T02:11:28.000Z",
        "location":{"city":"St. Louis","region":"MO","country":"us","remote":false,"hybrid":true},
        "function":{"label":"Health"},"department":{},"typeOfEmployment":{"label":"Part-time"},"visibility":"PUBLIC"}"#;
    let list = format!(r#"{{"offset":0,"content":[{job}]}}"#);
    assert_eq!(
        shown(&list, &ACME),
        [
            "refused: has no description, because SmartRecruiters leaves them out of lists: import the address in its ref"
        ]
    );
    let detail = job.replace(
        "\"visibility\"",
        "\"jobAd\":{\"sections\":{\"jobDescription\":{\"title\":\"The job\",\"text\":\"<p>Care.</p>\"}}},\"visibility\"",
    );
    assert_one(
        &detail,
        &Beside::default(),
        &[
            ("id", "Acme 74"),
            ("title", "Nurse"),
            ("company", "Acme"),
            ("location", "St. Louis, MO, us"),
            ("locality", "St. Louis"),
            ("region", "MO"),
            ("country", "US"),
            ("workplace", "hybrid"),
            ("type", "PART_TIME"),
            ("category", "Health"),
            ("apply", "https://jobs.smartrecruiters.com/Acme1/74"),
            ("posted", "2026-06-08"),
            ("text", "### The job\n\nCare."),
        ],
    );
}
