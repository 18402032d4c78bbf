"""Writes the file that `src/text/gazetteer/table.rs` reads; its documentation there is the description."""

import struct
import zlib

from sources import REGION

BLOCK = 16


def write(path, entries, levels, names):
    countries = sorted({entry.country for entry in entries})
    at = {entry.id: number for number, entry in enumerate(entries)}
    # A region may be listed by two codes; the first counts.
    regions = {}
    for entry in entries:
        if entry.kind == REGION and entry.admin:
            regions.setdefault(entry.admin, at[entry.id])

    def region_of(entry):
        number = at[entry.id] if entry.kind == REGION else regions.get(entry.admin)
        return 0 if number is None else number + 1

    sections = [
        column("I", (entry.id for entry in entries)),
        column("I", (entry.population for entry in entries)),
        column("h", (round(entry.latitude * 100) for entry in entries)),
        column("h", (round(entry.longitude * 100) for entry in entries)),
        column("I", (region_of(entry) for entry in entries)),
        column("B", (countries.index(entry.country) for entry in entries)),
        column("B", (flags(entry, levels[entry.id]) for entry in entries)),
        column("B", (min(entry.fame, 255) for entry in entries)),
        "".join(countries).encode(),
        *texts([entry.name for entry in entries]),
        *texts([entry.code for entry in entries]),
        *blocks(names),
    ]
    raw = struct.pack("<II", len(entries), len(names))
    raw += struct.pack(f"<{len(sections)}I", *map(len, sections)) + b"".join(sections)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    packed = struct.pack("<I", len(raw)) + packer.compress(raw) + packer.flush()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed)
    return len(packed), len(raw)


def column(kind, values):
    values = list(values)
    return struct.pack(f"<{len(values)}{kind}", *values)


def flags(entry, level):
    return entry.kind | entry.is_capital << 2 | level << 3


def texts(values):
    encoded = [value.encode() for value in values]
    return column("B", map(len, encoded)), b"".join(encoded)


def blocks(names):
    """Sorted names in blocks of 16, each after the first as the length that it shares with the one before and the
    rest of it; and what places they are of."""
    sizes, keys, places = [], bytearray(), bytearray()
    ordered = sorted(names)
    for first in range(0, len(ordered), BLOCK):
        before_keys, before_places, last = len(keys), len(places), b""
        for name in ordered[first : first + BLOCK]:
            shared = 0
            while shared < min(len(name), len(last)) and name[shared] == last[shared]:
                shared += 1
            keys += bytes([shared, len(name) - shared]) + name[shared:]
            places.append(len(names[name]))
            for number in names[name]:
                places += varint(number)
            last = name
        sizes.append((len(keys) - before_keys, len(places) - before_places))
    return column("H", (size for size, _ in sizes)), bytes(keys), column("H", (size for _, size in sizes)), bytes(places)


def varint(number):
    out = bytearray()
    while number >= 0x80:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)
