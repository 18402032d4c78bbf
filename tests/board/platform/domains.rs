//! Proof of a domain: what name servers and web servers say, and what is made of it.

use std::{
    net::IpAddr,
    time::{Duration, Instant},
};

use jobboard::{
    app::features::read_settings,
    platform::{
        config::StandIns,
        domain_proof::{Finding, Findings, Host, Prover, Way},
    },
};

use crate::support::{Manner, NameServer, Site, TOKEN};

const FILE: &str = "/example.org/.well-known/jobboard-verification.txt";

/// An internet with one domain, `example.org`.
struct Internet {
    root: NameServer,
    org: NameServer,
    zone: NameServer,
    site: Site,
}

impl Internet {
    async fn start() -> Self {
        let root = NameServer::root().await;
        let (org, zone) = (root.beside(2).await, root.beside(3).await);
        root.delegate("org", "a0.org-servers.example", &[org.address.ip()]);
        org.delegate("example.org", "ns1.example.org", &[zone.address.ip()]);
        Self {
            root,
            org,
            zone,
            site: Site::start(),
        }
    }

    /// What is found of `host` within so much time.
    async fn look(&self, host: &str, patience: Duration) -> Findings {
        let mut config = read_settings(|_| None).unwrap();
        config.domains_at = Some(StandIns {
            root: self.root.address,
            files: self.site.url.parse().unwrap(),
            patience,
        });
        let host = Host::parse(host).unwrap();
        Prover::new(&config).prove(&host, TOKEN).await
    }

    async fn prove(&self) -> Findings {
        self.prove_of("example.org").await
    }

    async fn prove_of(&self, host: &str) -> Findings {
        self.look(host, Duration::from_secs(10)).await
    }
}

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[actix_web::test]
async fn a_record_proves_as_soon_as_it_is_there_and_no_longer() {
    let internet = Internet::start().await;
    for (name, way) in [
        ("example.org", Way::Record),
        ("_jobboard.example.org", Way::NamedRecord),
    ] {
        let before = internet.prove().await;
        assert_eq!(before.proven(), None);
        assert_eq!(before.record.finding, Finding::NoRecord);
        assert_eq!(before.named_record.finding, Finding::NoRecord);
        internet.zone.txt(name, TOKEN);
        assert_eq!(internet.prove().await.proven(), Some(way));
        internet.zone.forget(name);
    }
    assert_eq!(internet.prove().await.proven(), None);
}

#[actix_web::test]
async fn people_write_quotation_marks_and_other_records_too() {
    let internet = Internet::start().await;
    internet.zone.txt("example.org", "v=spf1 -all");
    internet.zone.txt("example.org", &format!(" \"{TOKEN}\" "));
    assert_eq!(internet.prove().await.record.finding, Finding::Proven);
    internet.zone.forget("example.org");
    internet.zone.txt("example.org", &format!("{TOKEN}x"));
    assert_eq!(internet.prove().await.proven(), None);
}

#[actix_web::test]
async fn what_else_is_there_is_shown_without_harm() {
    let internet = Internet::start().await;
    internet.zone.txt("example.org", "v=spf1 \u{202e}-all\u{7}");
    internet
        .zone
        .txt("_jobboard.example.org", &"long ".repeat(80));
    for number in 0..9 {
        internet
            .zone
            .txt("_jobboard.example.org", &number.to_string());
    }
    let found = internet.prove().await;
    assert_eq!(
        found.record.finding,
        Finding::OtherRecords(vec!["v=spf1 -all".into()])
    );
    let message = found.record.finding.message().to_string();
    assert_eq!(
        message,
        "The verification code was not found. The TXT records are “v=spf1 -all”."
    );
    let Finding::OtherRecords(values) = found.named_record.finding else {
        panic!("{found:?}");
    };
    assert_eq!(values.len(), 5);
    assert_eq!(values[0].chars().count(), 101);
}

#[actix_web::test]
async fn a_record_may_be_an_alias_of_one_elsewhere() {
    let internet = Internet::start().await;
    let elsewhere = internet.root.beside(4).await;
    internet
        .root
        .delegate("example", "ns.example", &[elsewhere.address.ip()]);
    internet
        .zone
        .alias("_jobboard.example.org", "proofs.host.example");
    assert_eq!(
        internet.prove().await.named_record.finding,
        Finding::NoRecord
    );
    elsewhere.txt("proofs.host.example", TOKEN);
    assert_eq!(internet.prove().await.proven(), Some(Way::NamedRecord));

    // Only once: an alias of an alias leads nowhere.
    elsewhere.forget("proofs.host.example");
    elsewhere.alias("proofs.host.example", "more.host.example");
    elsewhere.txt("more.host.example", TOKEN);
    assert_eq!(internet.prove().await.proven(), None);

    // And the host's own alias gives nothing to whoever it leads to.
    internet.zone.forget("_jobboard.example.org");
    internet.zone.alias("example.org", "more.host.example");
    assert_eq!(internet.prove().await.proven(), None);
}

#[actix_web::test]
async fn only_who_has_the_zone_is_believed() {
    let internet = Internet::start().await;
    internet.zone.txt("example.org", TOKEN);
    internet.zone.behave(Manner::Remembering);
    let found = internet.prove().await;
    assert_eq!(found.record.finding, Finding::NotAuthoritative);
    assert_eq!(found.named_record.finding, Finding::NotAuthoritative);
    internet.zone.behave(Manner::Refusing);
    assert_eq!(
        internet.prove().await.record.finding,
        Finding::NotAuthoritative
    );
    internet.zone.behave(Manner::Honest);
    assert_eq!(internet.prove().await.proven(), Some(Way::Record));
}

#[actix_web::test]
async fn a_network_that_lets_nobody_ask_is_not_the_domains_fault() {
    let internet = Internet::start().await;
    internet.site.serve(FILE, TOKEN);
    for manner in [Manner::Refusing, Manner::Silent] {
        internet.root.behave(manner);
        let found = internet.prove().await;
        assert_eq!(found.record.finding, Finding::NoDns, "{manner:?}");
        assert_eq!(found.proven(), Some(Way::File));
    }
}

#[actix_web::test]
async fn an_answer_to_another_question_is_none() {
    let internet = Internet::start().await;
    internet.zone.behave(Manner::SpoofedFirst);
    let found = internet.prove().await;
    assert_eq!(found.record.finding, Finding::NoRecord);
    for manner in [Manner::Spoofed, Manner::Elsewhere, Manner::Babbling] {
        internet.zone.behave(manner);
        let found = internet.prove().await;
        assert_eq!(found.record.finding, Finding::NoAnswer, "{manner:?}");
    }
}

#[actix_web::test]
async fn a_long_answer_is_fetched_by_tcp() {
    let internet = Internet::start().await;
    for _ in 0..12 {
        internet.zone.txt("example.org", &"x".repeat(4000));
    }
    let found = internet.prove().await;
    assert!(
        matches!(found.record.finding, Finding::OtherRecords(_)),
        "{found:?}"
    );
    internet.zone.txt("example.org", TOKEN);
    assert_eq!(internet.prove().await.proven(), Some(Way::Record));
    internet.zone.forget("example.org");
    internet.zone.txt("example.org", TOKEN);
    internet.zone.behave(Manner::Truncating);
    internet.org.behave(Manner::Truncating);
    assert_eq!(internet.prove().await.proven(), Some(Way::Record));
}

#[actix_web::test]
async fn name_servers_do_not_lead_into_the_boards_network() {
    for inward in [
        "10.0.0.7",
        "192.168.1.1",
        "169.254.169.254",
        "fd00::1",
        "::ffff:10.0.0.7",
    ] {
        let internet = Internet::start().await;
        let org = internet.root.beside(5).await;
        internet.root.delegate("net", "a.net", &[org.address.ip()]);
        org.delegate("example.net", "ns1.example.net", &[address(inward)]);
        let started = Instant::now();
        let found = internet.prove_of("example.net").await;
        assert_eq!(found.record.finding, Finding::PrivateServers, "{inward}");
        assert!(
            started.elapsed() < Duration::from_secs(1),
            "nobody was asked"
        );
    }
}

#[actix_web::test]
async fn one_server_that_answers_is_enough() {
    let internet = Internet::start().await;
    let silent = internet.root.beside(6).await;
    silent.behave(Manner::Silent);
    internet
        .org
        .delegate("example.org", "ns2.example.org", &[silent.address.ip()]);
    let late = internet.root.beside(7).await;
    internet
        .org
        .delegate("example.org", "ns3.example.org", &[late.address.ip()]);
    late.txt("example.org", TOKEN);
    // Of the two that answer only one has the record yet.
    assert_eq!(internet.prove().await.proven(), Some(Way::Record));
}

#[actix_web::test]
async fn servers_that_do_not_answer_are_left_in_time() {
    let internet = Internet::start().await;
    internet.zone.behave(Manner::Silent);
    internet.site.hang(FILE);
    let started = Instant::now();
    let found = internet
        .look("example.org", Duration::from_millis(600))
        .await;
    assert!(started.elapsed() < Duration::from_secs(2));
    for finding in [found.record.finding, found.named_record.finding] {
        assert_eq!(finding, Finding::NoAnswer);
    }
    let message = found.file.finding.message().to_string();
    assert_eq!(message, "The web server did not answer in time.");
}

#[actix_web::test]
async fn servers_named_without_an_address_are_looked_up() {
    let internet = Internet::start().await;
    let zone = internet.root.beside(8).await;
    internet.root.delegate("net", "a.net", &[zone.address.ip()]);
    zone.address_of("ns.host.net", internet.zone.address.ip());
    let org = internet.root.beside(9).await;
    internet.root.delegate("com", "a.com", &[org.address.ip()]);
    org.delegate("example.com", "ns.host.net", &[]);
    internet.zone.txt("_jobboard.example.com", TOKEN);
    let found = internet.prove_of("example.com").await;
    assert_eq!(found.proven(), Some(Way::NamedRecord));
}

#[actix_web::test]
async fn referrals_that_lead_nowhere_end() {
    let internet = Internet::start().await;
    let own = [internet.zone.address.ip()];
    // Up, to itself, aside, and to names that each need another name.
    internet.zone.delegate("org", "a.org", &own);
    internet
        .zone
        .delegate("example.org", "ns1.example.org", &own);
    assert_eq!(
        internet.prove().await.record.finding,
        Finding::NotAuthoritative
    );

    let internet = Internet::start().await;
    for number in 0..40 {
        let server = format!("ns.zone{number}.org");
        internet.org.delegate("loop.org", &server, &[]);
        let zone = format!("zone{number}.org");
        let next = format!("ns.zone{}.org", (number + 1) % 40);
        internet.org.delegate(&zone, &next, &[]);
    }
    let found = internet.prove_of("loop.org").await;
    assert_eq!(found.record.finding, Finding::NoAnswer);
    let asked = internet.root.asked().len() + internet.org.asked().len();
    assert!(asked <= 60, "{asked} questions");
}

#[actix_web::test]
async fn a_file_on_the_host_proves_by_its_first_line() {
    let internet = Internet::start().await;
    let site = &internet.site;
    assert_eq!(internet.prove().await.file.finding, Finding::Status(404));
    for (content, finding) in [
        (TOKEN.to_owned(), Finding::Proven),
        (format!("\u{feff}{TOKEN}\r\nmore\n"), Finding::Proven),
        (String::new(), Finding::EmptyFile),
        (format!("\n{TOKEN}"), Finding::EmptyFile),
        (
            format!("<!doctype html>\n{TOKEN}"),
            Finding::OtherFile("<!doctype html>".into()),
        ),
    ] {
        site.serve(FILE, content.clone());
        assert_eq!(internet.prove().await.file.finding, finding, "{content}");
    }
    site.serve(FILE, vec![b'x'; 10 * 1024 * 1024]);
    let found = internet.prove().await;
    assert!(matches!(found.file.finding, Finding::OtherFile(_)));
    site.reply(FILE, 500, &[], TOKEN);
    assert_eq!(internet.prove().await.file.finding, Finding::Status(500));
}

#[actix_web::test]
async fn a_redirect_proves_nothing() {
    let internet = Internet::start().await;
    internet.site.serve("/elsewhere", TOKEN);
    let to = [("location", "/elsewhere")];
    internet.site.reply(FILE, 302, &to, TOKEN);
    let found = internet.prove().await;
    assert_eq!(found.proven(), None);
    assert_eq!(
        found.file.finding.message().to_string(),
        "The address redirects to /elsewhere. The file must be at the address itself."
    );
    assert_eq!(internet.site.asked().len(), 1);
}

#[actix_web::test]
async fn people_are_told_where_to_put_it() {
    let host = Host::parse("https://Example.org/about").unwrap();
    let places: Vec<String> = Prover::places(&host)
        .iter()
        .map(|(way, at)| way.label(at).to_string())
        .collect();
    assert_eq!(
        places,
        [
            "TXT record at example.org",
            "TXT record at _jobboard.example.org",
            "File at https://example.org/.well-known/jobboard-verification.txt",
        ]
    );
}
