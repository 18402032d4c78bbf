use super::super::tests::{Beside, assert_one, shown};

#[test]
fn indeed() {
    assert_one(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><source><publisher>A</publisher><job>\
         <title><![CDATA[Sales &amp; More]]></title><date><![CDATA[Tue, 29 Jun 2021 22:49:39 GMT]]></date>\
         <referencenumber>u1</referencenumber><url><![CDATA[https://acme.example/?a=1&b=2]]></url>\
         <company>Acme &amp; Co</company><city>Phoenix</city><state>AZ</state><country>US</country>\
         <description><![CDATA[<p>Sell.</p>]]></description><salary>$50K per year</salary>\
         <jobtype>parttime, fulltime</jobtype><category>Sales</category><remotetype>Fully remote</remotetype></job></source>",
        &Beside::default(),
        &[
            ("id", "Acme & Co u1"),
            ("title", "Sales & More"),
            ("company", "Acme & Co"),
            ("location", "Phoenix, AZ, US"),
            ("locality", "Phoenix"),
            ("region", "AZ"),
            ("country", "US"),
            ("workplace", "remote"),
            ("applicants", "Phoenix, AZ, US"),
            ("type", "PART_TIME"),
            ("category", "Sales"),
            ("pay_min", "5000000"),
            ("pay_currency", "USD"),
            ("pay_period", "YEAR"),
            ("apply", "https://acme.example/?a=1&b=2"),
            ("posted", "2021-06-29"),
            ("text", "Sell."),
        ],
    );
}

#[test]
fn rss_of_a_board_of_remote_work() {
    assert_one(
        "<rss version=\"2.0\"><channel><title>Acorns: remote jobs</title><link>https://acorns.example</link>\
         <item><title>Acme: Architect: Bridges</title><region>North America Only</region><category>Building</category>\
         <type>Full-Time</type><description>\n&lt;p&gt;Build&amp;nbsp;bridges.&lt;/p&gt;</description>\
         <pubDate>Fri, 11 Sep 2026 07:30:48 +0000</pubDate><guid>https://acorns.example/1</guid>\
         <link>https://acorns.example/1</link></item></channel></rss>",
        &Beside::default(),
        &[
            ("id", "Acme https://acorns.example/1"),
            ("title", "Architect: Bridges"),
            ("company", "Acme"),
            ("location", "North America Only"),
            ("workplace", "remote"),
            ("applicants", "North America Only"),
            ("type", "FULL_TIME"),
            ("category", "Building"),
            ("apply", "https://acorns.example/1"),
            ("posted", "2026-09-11"),
            ("text", "Build bridges."),
        ],
    );
}

#[test]
fn rss_of_teamtailor() {
    assert_one(
        "<rss version=\"2.0\" xmlns:tt=\"https://teamtailor.com/locations\"><channel><title>Acme</title><item>\
         <title>Lead: Barrels</title><description>&lt;p&gt;Lead.&lt;/p&gt;</description>\
         <pubDate>Fri, 11 Sep 2026 07:30:48 +0000</pubDate><link>https://acme.example/jobs/1</link>\
         <remoteStatus>hybrid</remoteStatus><guid>g1</guid><tt:locations><tt:location><tt:name>HQ</tt:name>\
         <tt:city>Lyon</tt:city><tt:country>France</tt:country></tt:location></tt:locations>\
         <tt:department>Cellar</tt:department></item></channel></rss>",
        &Beside::default(),
        &[
            ("id", "Acme g1"),
            ("title", "Lead: Barrels"),
            ("company", "Acme"),
            ("location", "Lyon, France"),
            ("workplace", "hybrid"),
            ("category", "Cellar"),
            ("apply", "https://acme.example/jobs/1"),
            ("posted", "2026-09-11"),
            ("text", "Lead."),
        ],
    );
}

#[test]
fn personio() {
    let xml = "<workzag-jobs><position><id>812</id><subcompany>Acme GmbH</subcompany><office>München</office>\
         <additionalOffices><office>Wien</office></additionalOffices><department>Küche</department>\
         <name>Koch (m/w/d)</name><jobDescriptions><jobDescription><name>Deine Aufgaben</name>\
         <value><![CDATA[<ul><li>Kochen</li></ul>]]></value></jobDescription><jobDescription><name>Wir</name>\
         <value>Lecker &amp; gut.</value></jobDescription></jobDescriptions><employmentType>permanent</employmentType>\
         <schedule>part-time</schedule><keywords>herd,topf</keywords><createdAt>2026-02-03T10:00:00+00:00</createdAt>\
         </position></workzag-jobs>";
    let site = Beside {
        site: Some("https://acme.jobs.personio.example"),
        ..Beside::default()
    };
    assert_one(
        xml,
        &site,
        &[
            ("id", "Acme GmbH 812"),
            ("title", "Koch (m/w/d)"),
            ("company", "Acme GmbH"),
            ("location", "München; Wien"),
            ("workplace", "on_site"),
            ("type", "PART_TIME"),
            ("category", "Küche"),
            ("tags", "herd,topf"),
            ("apply", "https://acme.jobs.personio.example/job/812"),
            ("posted", "2026-02-03"),
            (
                "text",
                "### Deine Aufgaben\n\n*   Kochen\n\n### Wir\n\nLecker & gut.",
            ),
        ],
    );
    assert_eq!(
        shown(xml, &Beside::default()),
        ["refused: has an address without its site: use --site https://… to say which it is"]
    );
}

fn post(fields: &str, meta: &[(&str, &str)]) -> String {
    let meta: String = meta
        .iter()
        .map(|(key, value)| {
            format!("<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>")
        })
        .collect();
    format!(
        "<?xml version=\"1.0\"?><rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Jobs</title><item>\
         <title>Barista</title><link>https://jobs.example/job/barista/</link>\
         <content:encoded><![CDATA[<!-- wp:paragraph --><p>Pour <strong>coffee</strong>.</p>]]></content:encoded>\
         <wp:post_id>412</wp:post_id><wp:post_date>2025-09-01 11:12:44</wp:post_date>\
         <category domain=\"job_listing_type\" nicename=\"p\">Part Time</category>\
         <category domain=\"job_listing_category\" nicename=\"g\">Gastronomy</category>{fields}{meta}</item></channel></rss>"
    )
}

#[test]
fn wordpress() {
    let open = "<wp:status>publish</wp:status><wp:post_type>job_listing</wp:post_type>";
    let meta = [
        ("_job_location", "Wien, Österreich"),
        ("_company_name", "Acme"),
        ("_company_website", "https://acme.example"),
        ("_application", "https://acme.example/apply"),
        ("_job_expires", "2025-12-31"),
        ("_filled", "0"),
        ("_remote_position", "0"),
    ];
    assert_one(
        &post(open, &meta),
        &Beside::default(),
        &[
            ("id", "jobs.example 412"),
            ("title", "Barista"),
            ("company", "Acme"),
            ("company_url", "https://acme.example/"),
            ("location", "Wien, Österreich"),
            ("workplace", "on_site"),
            ("type", "PART_TIME"),
            ("category", "Gastronomy"),
            ("apply", "https://acme.example/apply"),
            ("posted", "2025-09-01"),
            ("last", "2025-12-31"),
            ("text", "Pour **coffee**."),
        ],
    );
    let by_mail = meta.map(|(key, value)| match key {
        "_application" => (key, "jobs@acme.example"),
        _ => (key, value),
    });
    let found = shown(&post(open, &by_mail), &Beside::default());
    assert!(
        found.concat().contains("\napply: jobs@acme.example\n"),
        "{found:?}"
    );
    for (fields, meta, why) in [
        (
            open.replace("publish", "expired"),
            [].as_slice(),
            "is not published",
        ),
        (
            open.replace("job_listing", "page"),
            &[],
            "is another post of WordPress than a job",
        ),
        (open.to_owned(), &[("_filled", "1")], "is filled"),
    ] {
        let found = shown(&post(&fields, meta), &Beside::default());
        assert_eq!(found, [format!("passed over: {why}")]);
    }
}

#[test]
fn broken_documents_keep_what_is_before_and_expand_nothing() {
    let job = "<job><title>Cook</title><company>Acme</company><url>https://acme.example/1</url>\
        <description>&who; All day.</description></job>";
    let bomb = "<!DOCTYPE source [<!ENTITY who \"Eve\"><!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    let whole = shown(&format!("{bomb}<source>{job}</source>"), &Beside::default());
    assert_eq!(whole.len(), 1, "{whole:?}");
    assert!(!whole.concat().contains("Eve"), "{whole:?}");
    let wide = format!("<source><job>{}</job>{job}</source>", "<a/>".repeat(30_000));
    let found = shown(&wide, &Beside::default());
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[0], "refused: has more than 20,000 elements");
    for (end, why) in [
        ("<job><title>Ba", "is cut off"),
        ("<job><title>Baker</company>", "is no XML"),
        (&"<a>".repeat(60), "is nested too deeply"),
    ] {
        let found = shown(&format!("<source>{job}{end}"), &Beside::default());
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[1].starts_with(&format!("refused: {why}")),
            "{found:?}"
        );
    }
}
