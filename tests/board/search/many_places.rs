//! Jobs in many places.

use crate::support::{TestApp, job, with};

#[actix_web::test]
async fn of_a_job_in_many_places_a_list_shows_the_one_that_was_searched() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let places = "Paris, France; Madrid, Spain; Hamburg, Germany; München; Nowhere Bay";
    let mut fields = with(job("Field engineer"), "location", places);
    fields = with(fields, "tags", "a, b, c, d, e, f, g");
    fields.push(("publish", "yes".into()));
    let posted = alice.submit("/jobs", &fields).await;
    let visitor = app.browser();
    for (list, place) in [
        ("/jobs", "Paris, France"),
        ("/jobs?q=engineer", "Paris, France"),
        ("/places/munich", "München"),
        ("/jobs?q=engineer&place=germany", "Hamburg, Germany"),
        ("/jobs?q=engineer&place=Madrid", "Madrid, Spain"),
        ("/jobs?place=augsburg&within=100km", "München"),
        ("/jobs?q=engineer&place=nowhere", "Nowhere Bay"),
    ] {
        let page = visitor.visit(list).await;
        let expected = format!("Hybrid · {place} + 4 more");
        assert_eq!(page.texts(".card .facts li")[0], expected, "{list}");
        assert_eq!(page.texts(".card .tags li").len(), 5, "{list}");
    }
    let page = visitor.follow(&posted).await;
    assert_eq!(
        page.text(".places summary"),
        "Hybrid · Paris, France + 4 more"
    );
    assert_eq!(
        page.texts(".places li"),
        places.split("; ").collect::<Vec<_>>(),
        "the job's own page has all of them"
    );
    assert_eq!(page.texts(".job header .tags li").len(), 7);
    let company = visitor.visit("/companies/analytical-engines").await;
    assert_eq!(
        company.texts(".known a")[1..3],
        ["Paris, France", "Madrid, Spain"]
    );
}
