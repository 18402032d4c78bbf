//! Each hiring system, as its server answers.

use super::{Site, add, board, fields, last_run, next_run, titles};

/// A board of one job: its page, where its jobs are asked for, and the answer.
struct System {
    name: &'static str,
    page: &'static str,
    jobs: &'static str,
    answer: &'static str,
    /// An answer of a board without jobs.
    none: &'static str,
    apply: &'static str,
}

const SYSTEMS: [System; 9] = [
    System {
        name: "Greenhouse",
        page: "https://boards.greenhouse.io/acme",
        jobs: "/boards-api.greenhouse.io/v1/boards/acme/jobs?content=true",
        answer: r#"{"jobs":[{"absolute_url":"https://boards.greenhouse.io/acme/jobs/71","internal_job_id":9,"id":71,
            "location":{"name":"Porto, Portugal"},"title":"Rigger","content":"&lt;p&gt;Climbs masts.&lt;/p&gt;",
            "company_name":"ACME Holding"}],"meta":{"total":1}}"#,
        none: r#"{"jobs":[],"meta":{"total":0}}"#,
        apply: "https://boards.greenhouse.io/acme/jobs/71",
    },
    System {
        name: "Lever",
        page: "https://jobs.lever.co/acme",
        jobs: "/api.lever.co/v0/postings/acme?mode=json&limit=100&skip=0",
        answer: r#"[{"id":"5d","text":"Rigger","description":"<div>Climbs masts.</div>","lists":[],
            "categories":{"location":"Porto, Portugal"},"hostedUrl":"https://jobs.lever.co/acme/5d",
            "applyUrl":"https://jobs.lever.co/acme/5d/apply"}]"#,
        none: "[]",
        apply: "https://jobs.lever.co/acme/5d/apply",
    },
    System {
        name: "Lever (EU)",
        page: "https://jobs.eu.lever.co/acme",
        jobs: "/api.eu.lever.co/v0/postings/acme?mode=json&limit=100&skip=0",
        answer: r#"[{"id":"5d","text":"Rigger","description":"<div>Climbs masts.</div>","lists":[],
            "categories":{"location":"Porto, Portugal"},"hostedUrl":"https://jobs.eu.lever.co/acme/5d"}]"#,
        none: "[]",
        apply: "https://jobs.eu.lever.co/acme/5d",
    },
    System {
        name: "Ashby",
        page: "https://jobs.ashbyhq.com/acme",
        jobs: "/api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true",
        answer: r#"{"jobs":[{"id":"a1","title":"Rigger","location":"Porto, Portugal","isListed":true,
            "descriptionHtml":"<p>Climbs masts.</p>","jobUrl":"https://jobs.ashbyhq.com/acme/a1",
            "applyUrl":"https://jobs.ashbyhq.com/acme/a1/application"}]}"#,
        none: r#"{"jobs":[]}"#,
        apply: "https://jobs.ashbyhq.com/acme/a1/application",
    },
    System {
        name: "Workable",
        page: "https://apply.workable.com/acme/",
        jobs: "/apply.workable.com/api/v1/widget/accounts/acme?details=true",
        answer: r#"{"name":"Acme Ltd","jobs":[{"shortcode":"F0","title":"Rigger","city":"Porto","country":"Portugal",
            "description":"<p>Climbs masts.</p>","url":"https://apply.workable.com/j/F0"}]}"#,
        none: r#"{"name":null,"jobs":[]}"#,
        apply: "https://apply.workable.com/j/F0",
    },
    System {
        name: "Recruitee",
        page: "https://acme.recruitee.com/",
        jobs: "/acme.recruitee.com/api/offers/",
        answer: r#"{"offers":[{"id":8,"title":"Rigger","city":"Porto","country_code":"PT","company_name":"Acme",
            "description":"<p>Climbs masts.</p>","careers_url":"https://acme.recruitee.com/o/rigger"}]}"#,
        none: r#"{"offers":[]}"#,
        apply: "https://acme.recruitee.com/o/rigger",
    },
    System {
        name: "Pinpoint",
        page: "https://acme.pinpointhq.com/",
        jobs: "/acme.pinpointhq.com/postings.json",
        answer: r#"{"data":[{"id":"3","title":"Rigger","url":"https://acme.pinpointhq.com/postings/3",
            "description":"<p>Climbs masts.</p>","employment_type_text":"Full Time",
            "location":{"city":"Porto","name":"Porto"}}]}"#,
        none: r#"{"data":[]}"#,
        apply: "https://acme.pinpointhq.com/postings/3",
    },
    System {
        name: "Personio (personio.de)",
        page: "https://acme.jobs.personio.de/",
        jobs: "/acme.jobs.personio.de/xml?language=en",
        answer: "<workzag-jobs><position><id>12</id><office>Porto</office><name>Rigger</name>\
            <jobDescriptions><jobDescription><name>Work</name><value><![CDATA[<p>Climbs masts.</p>]]></value>\
            </jobDescription></jobDescriptions></position></workzag-jobs>",
        none: "<workzag-jobs></workzag-jobs>",
        apply: "https://acme.jobs.personio.de/job/12",
    },
    System {
        name: "Teamtailor",
        page: "https://acme.teamtailor.com/jobs",
        jobs: "/acme.teamtailor.com/jobs.rss",
        answer: r#"<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel><title>Acme</title><item>
            <title>Rigger</title><description>&lt;p&gt;Climbs masts.&lt;/p&gt;</description>
            <link>https://acme.teamtailor.com/jobs/5-rigger</link><guid>5-rigger</guid>
            <tt:locations><tt:location><tt:city>Porto</tt:city><tt:country>Portugal</tt:country></tt:location></tt:locations>
            </item></channel></rss>"#,
        none: r#"<rss version="2.0"><channel><title>Acme</title></channel></rss>"#,
        apply: "https://acme.teamtailor.com/jobs/5-rigger",
    },
];

#[actix_web::test]
async fn each_system_is_asked_where_its_jobs_are() {
    for system in SYSTEMS {
        let site = Site::start();
        site.serve(system.jobs, system.answer);
        let app = board(&site);
        let admin = app.admin().await;
        let source = add(&app, &admin, system.page, "Acme").await;
        let page = admin.get(&source).await;
        assert!(page.text(".pairs").contains(system.name), "{}", system.name);
        assert_eq!(titles(&app).await, ["Rigger"], "{}", system.name);
        let list = app.browser().visit("/jobs").await;
        let job = list.attribute(".card h2 a", "href").unwrap();
        let job = app.browser().get(&job).await;
        assert!(job.body.contains("Climbs masts."), "{}", system.name);
        assert!(job.body.contains("Porto"), "{}", system.name);
        assert!(job.body.contains(system.apply), "{}", system.name);
        let companies = list.text(".card");
        assert!(companies.contains("Acme"), "{companies}");
        assert!(!companies.contains("Holding"), "{companies}");
    }
}

#[actix_web::test]
async fn an_unknown_board_is_refused_and_one_that_goes_keeps_its_jobs() {
    for system in SYSTEMS {
        let site = Site::start();
        let app = board(&site);
        let admin = app.admin().await;
        let unknown = admin
            .submit("/admin/sources", &fields(system.page, "Acme"))
            .await;
        assert_eq!(
            unknown.message("address"),
            "There is no such board or feed (404).",
            "{}",
            system.name
        );
        site.serve(system.jobs, system.answer);
        let source = add(&app, &admin, system.page, "Acme").await;
        for (status, body, outcome) in [
            (404, "", "Failed There is no such board or feed (404)."),
            (429, "", "Failed It asks to be read less often (429)."),
            (
                200,
                half(system.answer),
                "Failed The document is incomplete.",
            ),
        ] {
            site.reply(system.jobs, status, &[], body);
            app.board.clock.advance(chrono::Duration::hours(24));
            app.run_tasks().await;
            let (told, _) = last_run(&admin, &source).await;
            assert_eq!(told, outcome, "{}", system.name);
        }
        assert_eq!(titles(&app).await, ["Rigger"], "{}", system.name);
    }
}

#[actix_web::test]
async fn a_board_that_has_no_jobs_says_so_where_its_system_knows_its_boards() {
    for system in SYSTEMS {
        let site = Site::start();
        site.serve(system.jobs, system.answer);
        let app = board(&site);
        let admin = app.admin().await;
        let source = add(&app, &admin, system.page, "Acme").await;
        site.serve(system.jobs, system.none);
        next_run(&app).await;
        app.board.clock.advance(chrono::Duration::hours(24));
        app.run_tasks().await;
        let (told, _) = last_run(&admin, &source).await;
        // Workable answers the same for a company that it does not know.
        let (outcome, left) = match system.name {
            "Workable" => ("Empty answer The answer was empty.", 1),
            _ => ("No jobs", 0),
        };
        assert_eq!(told, outcome, "{}", system.name);
        assert_eq!(titles(&app).await.len(), left, "{}", system.name);
    }
}

/// The first half of an answer.
fn half(answer: &str) -> &str {
    answer.get(..answer.len() / 2).unwrap()
}

#[actix_web::test]
async fn the_pages_of_lever_are_read_to_the_last() {
    let site = Site::start();
    let job = |number: usize| {
        format!(
            r#"{{"id":"{number}","text":"Rigger {number}","description":"<div>Climbs masts.</div>",
                "categories":{{"location":"Porto"}},"hostedUrl":"https://jobs.lever.co/acme/{number}"}}"#
        )
    };
    let page = |numbers: std::ops::Range<usize>| {
        let jobs: Vec<String> = numbers.map(job).collect();
        format!("[{}]", jobs.join(","))
    };
    let path =
        |skip: usize| format!("/api.lever.co/v0/postings/acme?mode=json&limit=100&skip={skip}");
    site.serve(&path(0), page(0..100));
    site.serve(&path(100), page(100..130));
    let app = board(&site);
    let admin = app.admin().await;
    let address = "https://jobs.lever.co/acme";
    let preview = admin
        .submit("/admin/sources", &fields(address, "Acme"))
        .await;
    assert!(preview.text("#preview").contains("This is a sample."));
    let source = add(&app, &admin, address, "Acme").await;
    assert_eq!(last_run(&admin, &source).await.1, "130 added");
    // Where a page is missing, the board is not half of itself.
    site.reply(&path(100), 500, &[], "");
    next_run(&app).await;
    assert_eq!(
        last_run(&admin, &source).await.0,
        "Failed It answered 500 Internal Server Error."
    );
    assert!(admin.get(&source).await.text(".pairs").contains("130"));
}

#[actix_web::test]
async fn smart_recruiters_hands_out_its_jobs_one_by_one() {
    let site = Site::start();
    let list = "/api.smartrecruiters.com/v1/companies/Acme1/postings";
    let listed = |ids: &[&str], total: usize| {
        let ids: Vec<String> = ids.iter().map(|id| format!(r#"{{"id":"{id}"}}"#)).collect();
        format!(r#"{{"totalFound":{total},"content":[{}]}}"#, ids.join(","))
    };
    let job = |id: &str| {
        format!(
            r#"{{"id":"{id}","name":"Rigger {id}","releasedDate":"2026-01-01T00:00:00Z","active":true,
                "company":{{"identifier":"Acme1","name":"Acme"}},"location":{{"city":"Porto","country":"pt"}},
                "jobAd":{{"sections":{{"jobDescription":{{"title":"Work","text":"<p>Climbs masts.</p>"}}}}}}}}"#
        )
    };
    let page = format!("{list}?limit=100&offset=0");
    let app = board(&site);
    let admin = app.admin().await;
    let address = "https://careers.smartrecruiters.com/Acme1";

    // A company that is not there answers like one without jobs.
    site.serve(&page, listed(&[], 0));
    let unknown = admin
        .submit("/admin/sources", &fields(address, "Acme"))
        .await;
    assert_eq!(
        unknown.message("address"),
        "There is no such board or feed (404)."
    );
    site.serve(&page, listed(&["1", "2", "3"], 3));
    for id in ["1", "2", "3"] {
        site.serve(&format!("{list}/{id}"), job(id));
    }
    let preview = admin
        .submit("/admin/sources", &fields(address, "Acme"))
        .await;
    assert_eq!(preview.text("#preview h2"), "3 jobs found");
    assert!(!preview.text("#preview").contains("sample"));
    let source = add(&app, &admin, address, "Acme").await;
    assert_eq!(titles(&app).await, ["Rigger 1", "Rigger 2", "Rigger 3"]);

    // One is closed between the list and the job; of the rest one asks for patience.
    site.reply(&format!("{list}/3"), 404, &[], "");
    next_run(&app).await;
    assert_eq!(last_run(&admin, &source).await.1, "1 missing");
    site.reply(&format!("{list}/2"), 429, &[("retry-after", "60")], "");
    next_run(&app).await;
    assert_eq!(
        last_run(&admin, &source).await.0,
        "Failed It asks to be read less often (429)."
    );
    assert_eq!(titles(&app).await, ["Rigger 1", "Rigger 2", "Rigger 3"]);

    // A list that has fewer than it says is incomplete.
    site.serve(&page, listed(&["1"], 3));
    site.serve(&format!("{list}?limit=100&offset=1"), listed(&[], 3));
    next_run(&app).await;
    assert_eq!(
        last_run(&admin, &source).await.0,
        "Failed The document is incomplete."
    );
}
