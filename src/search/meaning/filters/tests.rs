use super::*;

fn read(text: &str) -> (String, String) {
    let mut filters = Filters::default();
    let left =
        read_filters(text, &mut filters, &BoardWords::default()).unwrap_or_else(|| text.to_owned());
    let pairs = filters.pairs();
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    (left, pairs.join("&"))
}

#[test]
fn filters_are_read_out_of_words() {
    for (typed, left, filters) in [
        ("remote rust", "rust", "workplace=remote"),
        ("Work from home", "", "workplace=remote"),
        ("remote jobs", "", "workplace=remote"),
        (
            "part-time nurse london",
            "nurse",
            "place=london&type=PART_TIME",
        ),
        ("jobs in London", "", "place=london"),
        (
            "software engineer in new york",
            "software engineer",
            "place=new-york",
        ),
        ("nurse in Berlin jobs", "nurse", "place=berlin"),
        ("NYC", "", "place=new-york"),
        ("engineer berlin", "engineer", "place=berlin"),
        ("engineer tokyo", "engineer", "place=tokyo"),
        ("engineer new york", "engineer", "place=new-york"),
        (
            "software engineer new york",
            "software engineer",
            "place=new-york",
        ),
        ("german", "german", ""),
        ("german speaking", "german speaking", ""),
        ("4 day week", "4 day week", ""),
        ("12 hour shifts nurse", "12 hour shifts nurse", ""),
        ("2 week contract", "2 week contract", ""),
        (
            "engineer 60k-80k",
            "engineer",
            "pay=60000&currency=USD&per=YEAR",
        ),
        ("$100k-$150k", "", "pay=100000&currency=USD&per=YEAR"),
        ("100-150k", "", "pay=100000&currency=USD&per=YEAR"),
        ("Texas technician", "technician", "place=texas"),
        ("engineer Austin, TX", "engineer", "place=austin"),
        ("manager, Canada", "manager", "place=canada"),
        (
            "product manager, new york",
            "product manager",
            "place=new-york",
        ),
        ("jobs in new york", "", "place=new-york"),
        ("nurse jobs in texas", "nurse", "place=texas"),
        (
            "nurse cambridge ma",
            "nurse",
            "place=cambridge-massachusetts-us",
        ),
        ("designer", "designer", ""),
        ("sales manager EMEA", "sales manager", "place=emea"),
        ("Europe nurse", "nurse", "place=europe"),
        ("jobs in the Middle East", "", "place=middle-east"),
        ("nurse bay area", "nurse", "place=san-francisco-bay-area"),
        ("teacher georgia", "teacher", "place=georgia"),
        ("washington post", "washington post", ""),
        ("bank of america", "bank of america", ""),
        ("gcc developer", "gcc developer", ""),
        ("analyst anz", "analyst anz", ""),
        (
            "nurse within 25 miles of boston",
            "nurse",
            "place=boston&within=25mi",
        ),
        ("25km from Bristol", "", "place=bristol&within=25km"),
        ("jobs near Berlin", "", "place=berlin&within=25km"),
        ("around Lyon", "", "place=lyon&within=25km"),
        ("near boston nurse", "nurse", "place=boston&within=25mi"),
        (
            "nurse in a 10-mile radius of Leeds",
            "nurse",
            "place=leeds&within=10mi",
        ),
        (
            "Koch im Umkreis von 30 km um Berlin",
            "Koch",
            "place=berlin&within=30km",
        ),
        (
            "infirmier à 20 km de Lyon",
            "infirmier",
            "place=lyon&within=20km",
        ),
        ("berlin 50 km", "", "place=berlin&within=50km"),
        (
            "nurse in Berlin within 10km",
            "nurse",
            "place=berlin&within=10km",
        ),
        ("near germany", "", "place=germany"),
        ("nurse near me", "nurse near me", ""),
        ("run 5 miles", "run 5 miles", ""),
        (
            "nurse within 900 miles of boston",
            "nurse within 900 miles of boston",
            "",
        ),
        ("nurse ny", "nurse", "place=new-york-us"),
        ("software engineer TX", "software engineer", "place=texas"),
        ("nurse in wa", "nurse", "place=washington-us"),
        ("developer uk", "developer", "place=united-kingdom"),
        ("developer nl", "developer", "place=netherlands"),
        ("engineer de", "engineer", "place=germany"),
        ("engineer de jobs", "engineer", "place=germany"),
        ("senior de", "senior de", ""),
        (
            "software engineer NJ",
            "software engineer",
            "place=new-jersey",
        ),
        ("nurse Paris France", "nurse", "place=paris"),
        ("bank of texas", "bank of texas", ""),
        ("nurse in nl", "nurse", "place=netherlands"),
        ("de", "de", ""),
        ("physician assistant pa", "physician assistant pa", ""),
        ("welcome to me", "welcome to me", ""),
        ("teach in or", "teach in or", ""),
        ("iso 27001 auditor", "iso 27001 auditor", ""),
        ("85000", "", "pay=85000&currency=USD&per=YEAR"),
        ("manager", "manager", ""),
        ("mobile developer", "mobile developer", ""),
        ("nurse in training", "nurse in training", ""),
        ("full remote time", "", "workplace=remote&type=FULL_TIME"),
        ("\"remote\" rust", "\"remote\" rust", ""),
        ("rust -remote", "rust -remote", ""),
        ("contract manager", "contract manager", ""),
        ("smart contract engineer", "smart contract engineer", ""),
        ("contract", "", "type=CONTRACTOR"),
        ("java contract", "java", "type=CONTRACTOR"),
        ("contract nurse", "nurse", "type=CONTRACTOR"),
        ("contractor electrician", "electrician", "type=CONTRACTOR"),
        ("Freelance writer", "writer", "type=CONTRACTOR"),
        ("warehouse temp", "warehouse", "type=TEMPORARY"),
        ("temp agency recruiter", "temp agency recruiter", ""),
        ("$150k", "", "pay=150000&currency=USD&per=YEAR"),
        (
            "engineer 150.000 €",
            "engineer",
            "pay=150000&currency=EUR&per=YEAR",
        ),
        ("80 000 €", "", "pay=80000&currency=EUR&per=YEAR"),
        ("80 000€ nurse", "nurse", "pay=80000&currency=EUR&per=YEAR"),
        (
            "nurse 80 000 EUR",
            "nurse",
            "pay=80000&currency=EUR&per=YEAR",
        ),
        ("CHF 120'000", "", "pay=120000&currency=CHF&per=YEAR"),
        (
            "CHF 120’000.- cook",
            "cook",
            "pay=120000&currency=CHF&per=YEAR",
        ),
        (
            "over EUR 60k cook",
            "cook",
            "pay=60000&currency=EUR&per=YEAR",
        ),
        ("£45 000", "", "pay=45000&currency=GBP&per=YEAR"),
        ("£ 45,000 cook", "cook", "pay=45000&currency=GBP&per=YEAR"),
        ("1 200 000 ¥", "", "pay=1200000&currency=JPY&per=YEAR"),
        ("60k-80k €", "", "pay=60000&currency=EUR&per=YEAR"),
        ("60k-80k€", "", "pay=60000&currency=EUR&per=YEAR"),
        (
            "60k - 80k € cook",
            "cook",
            "pay=60000&currency=EUR&per=YEAR",
        ),
        ("60 000 – 80 000 €", "", "pay=60000&currency=EUR&per=YEAR"),
        ("60 000-80 000 €", "", "pay=60000&currency=EUR&per=YEAR"),
        ("chef 20 30", "chef 20 30", ""),
        ("iso 27 001 auditor", "iso 27 001 auditor", ""),
        ("80k eur", "", "pay=80000&currency=EUR&per=YEAR"),
        (
            "data scientist over $200,000",
            "data scientist",
            "pay=200000&currency=USD&per=YEAR",
        ),
        (
            "manager 250k+",
            "manager",
            "pay=250000&currency=USD&per=YEAR",
        ),
        ("nurse $45 an hour", "nurse", "pay=45&currency=USD&per=HOUR"),
        ("summer internship 2026", "summer internship 2026", ""),
        ("401k", "401k", ""),
        ("911 dispatcher", "911 dispatcher", ""),
    ] {
        assert_eq!(
            read(typed),
            (left.to_owned(), filters.to_owned()),
            "{typed}"
        );
    }
}

#[test]
fn a_filter_that_is_set_is_not_read_again() {
    let mut filters = Filters::default();
    filters.read("workplace", "hybrid");
    let words = BoardWords::default();
    assert_eq!(read_filters("remote rust", &mut filters, &words), None);
}

#[test]
fn the_owners_words_are_no_filters() {
    let words = BoardWords::of("reading > literacy\nmobile bay = alabama\nremote ~ sensing");
    for (typed, left, place) in [
        ("teacher reading", None, None),
        ("remote teacher", None, None),
        ("mobile bay potter", None, None),
        ("teacher berlin", Some("teacher"), Some("berlin")),
        (
            "teacher reading berlin",
            Some("teacher reading"),
            Some("berlin"),
        ),
    ] {
        let mut filters = Filters::default();
        let read = read_filters(typed, &mut filters, &words);
        assert_eq!(read.as_deref(), left, "{typed}");
        assert_eq!(
            filters.place.typed().to_lowercase(),
            place.unwrap_or_default(),
            "{typed}"
        );
        assert!(filters.workplaces.is_empty());
    }
}
