#!/usr/bin/env python3
"""Makes src/text/gazetteer/places.bin, which the program is compiled with. README.md says how and of what."""

import sys
from collections import defaultdict
from pathlib import Path

import binary
from fold import fold
from sources import COUNTRY, REGION, TOWN, countries, regions, towns, versions

HERE = Path(__file__).parent
OUTPUT = HERE.parent.parent / "src" / "text" / "gazetteer" / "places.bin"


def main():
    entries = gathered()
    add_names(entries)
    entries.sort(key=lambda entry: (-entry.population, entry.kind, entry.id))
    levels = slug_levels(entries)
    names = index(entries)
    size, raw = binary.write(OUTPUT, entries, levels, names)
    counts = [sum(entry.kind == kind for entry in entries) for kind in (COUNTRY, REGION, TOWN)]
    print(f"{counts} countries, regions and towns, {len(names)} names, {raw} bytes, {size} deflated")
    print(f"made of {versions()}")


def gathered():
    """All places. A country and a region lie where their most populous town does; a region has as many
    inhabitants as its towns."""
    listed = list(towns())
    largest = sorted(listed, key=lambda town: town.population)
    by_country = {town.country: town for town in largest}
    by_admin = {town.admin: town for town in largest}
    people = defaultdict(int)
    for town in listed:
        people[town.admin] += town.population
    for country, capital in countries():
        place_at(country, by_country.get(country.country))
        seats = [
            town
            for town in listed
            if town.country == country.country and fold(capital) in map(fold, {town.name, *town.names})
        ]
        if seats:
            max(seats, key=lambda town: town.population).is_capital = True
        listed.append(country)
    for region in regions():
        place_at(region, by_admin.get(region.admin) or by_country.get(region.country))
        region.population = people[region.admin]
        listed.append(region)
    return listed


def place_at(entry, town):
    if town:
        entry.latitude, entry.longitude = town.latitude, town.longitude


def add_names(entries):
    by_id = {entry.id: entry for entry in entries}
    for line in (HERE / "added.tsv").read_text().splitlines():
        if line.startswith("#"):
            continue
        number, *names = line.split("\t")
        entry = by_id[int(number.lstrip("="))]
        entry.names.update(names)
        if number.startswith("="):
            entry.name = names[0]


def index(entries):
    """The places that each folded name is of, most populous first; the lowest bit says that it is the name that is
    shown."""
    found = defaultdict(dict)
    for at, entry in enumerate(entries):
        for name in entry.names:
            if key := fold(name):
                found[key].setdefault(at, 0)
        found[fold(entry.name)][at] = 1
    return {
        key.encode(): [at << 1 | is_shown for at, is_shown in sorted(places.items())]
        for key, places in found.items()
    }


def slug_levels(entries):
    """How much the slug of each place says: 0 the name, 1 region and country too, 2 the id besides. The name alone is
    a country's, else the most populous town's or region's."""
    taken = set()
    levels = {}
    regions = {entry.admin: entry for entry in entries if entry.kind == REGION}

    def rank(entry):
        # A city is better known than the region that is called after it.
        weight = 5 if entry.kind == TOWN and entry.population >= 100_000 else 1
        return (entry.kind != COUNTRY, -entry.population * weight, entry.id)

    for entry in sorted(entries, key=rank):
        region = regions.get(entry.admin) if entry.kind == TOWN else None
        whole = [fold(entry.name), fold(region.name) if region else "", entry.country.lower()]
        slugs = [whole[0], " ".join(filter(None, whole))]
        level = next((level for level, slug in enumerate(slugs) if slug not in taken), 2)
        if level < 2:
            taken.add(slugs[level])
        levels[entry.id] = level
    return levels


if __name__ == "__main__":
    sys.exit(main())
