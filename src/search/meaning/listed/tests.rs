use crate::search::{
    meaning::{board_words::BoardWords, read_filters},
    query::Filters,
};

fn read(text: &str) -> (String, String) {
    let mut filters = Filters::default();
    let left = read_filters(text, &mut filters, &BoardWords::default());
    let pairs = filters.pairs().into_iter();
    let pairs: Vec<String> = pairs
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    (left.unwrap_or_else(|| text.to_owned()), pairs.join(" "))
}

#[test]
fn several_places_are_read_out_of_words() {
    for (typed, left, filters) in [
        (
            "boston or cambridge",
            "",
            "place=boston place=cambridge-massachusetts-us",
        ),
        (
            "cambridge or boston",
            "",
            "place=boston place=cambridge-massachusetts-us",
        ),
        (
            "nurse boston or cambridge",
            "nurse",
            "place=boston place=cambridge-massachusetts-us",
        ),
        (
            "nurse (boston OR cambridge)",
            "nurse",
            "place=boston place=cambridge-massachusetts-us",
        ),
        ("jobs in london or oxford", "", "place=london place=oxford"),
        (
            "nurse berlin or remote",
            "nurse",
            "place=berlin place=remote",
        ),
        (
            "remote or berlin nurse",
            "nurse",
            "place=berlin place=remote",
        ),
        (
            "nurse berlin or work from home",
            "nurse",
            "place=berlin place=remote",
        ),
        ("london, paris", "", "place=london place=paris"),
        (
            "cook london, paris, or rome",
            "cook",
            "place=london place=paris place=rome",
        ),
        (
            "sales manager new york, san francisco",
            "sales manager",
            "place=new-york place=san-francisco",
        ),
        (
            "nurse Austin, TX or Boston, MA",
            "nurse",
            "place=austin place=boston",
        ),
        (
            "developer germany and france",
            "developer",
            "place=france place=germany",
        ),
        (
            "nurse within 25 miles of boston or cambridge",
            "nurse",
            "place=boston place=cambridge-massachusetts-us within=25mi",
        ),
        (
            "nurse boston or cambridge within 10km",
            "nurse",
            "place=boston place=cambridge-massachusetts-us within=10km",
        ),
        (
            "nurse near boston or cambridge",
            "nurse",
            "place=boston place=cambridge-massachusetts-us within=25mi",
        ),
    ] {
        let expected = (left.to_owned(), filters.to_owned());
        assert_eq!(read(typed), expected, "{typed}");
    }
}

#[test]
fn what_is_no_list_of_places_is_none() {
    for (typed, left, filters) in [
        ("rust or go", "rust or go", ""),
        ("java or python", "java or python", ""),
        ("nurse or carer", "nurse or carer", ""),
        ("nurse uk and ireland", "nurse", "place=uk-ireland"),
        ("remote, germany", "", "place=germany workplace=remote"),
        ("remote or hybrid", "", "workplace=hybrid workplace=remote"),
        ("nurse Austin, TX", "nurse", "place=austin"),
        (
            "nurse in boston or mobile developer",
            "nurse in boston or mobile developer",
            "",
        ),
        ("\"boston or cambridge\"", "\"boston or cambridge\"", ""),
        (
            "nurse -boston or -cambridge",
            "nurse -boston or -cambridge",
            "",
        ),
    ] {
        let expected = (left.to_owned(), filters.to_owned());
        assert_eq!(read(typed), expected, "{typed}");
    }
}
