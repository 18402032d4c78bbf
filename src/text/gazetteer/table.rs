//! The file of places, in memory as it is compiled in: `tools/gazetteer/` writes it.
//!
//! Four bytes say how long the rest is when inflated (raw deflate). That begins with the numbers of places and of
//! names and the length of each section, all `u32` in little endian; the sections follow. A place is one entry in
//! each of the first sections, which stand in [`Section`]'s order; places are sorted by inhabitants, most populous
//! first, so the number of a place is its rank.

use std::{io::Read, ops::Range, sync::LazyLock};

use flate2::read::DeflateDecoder;

use super::{
    Kind, Place, PlaceId,
    bytes::{padded, starts, text, u32_at},
    names::Names,
};

const FILE: &[u8] = include_bytes!("places.bin");

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(FILE).unwrap_or_default());

/// What is known of all places. The first call inflates the file, which takes some milliseconds.
pub fn table() -> &'static Table {
    &TABLE
}

/// A place by its rank: 0 has the most inhabitants.
pub type Rank = u32;

#[derive(Clone, Copy)]
enum Section {
    /// `u32`, at GeoNames.
    Id,
    /// `u32`.
    Population,
    /// Hundredths of a degree, `i16`.
    Latitude,
    Longitude,
    /// `u32`: 1 more than the rank of the region, or 0.
    Region,
    /// `u8`, the place in `Countries`.
    Country,
    /// `u8`: two bits for the kind, one for a capital, two for what the slug says.
    Flags,
    /// `u8`: how many names the place has in other languages.
    Fame,
    /// Two letters each.
    Countries,
    NameLengths,
    Names,
    /// What a code can be looked up by: `US USA`, `CA`, or nothing.
    CodeLengths,
    Codes,
    /// The sorted names; see [`Names`].
    KeySizes,
    Keys,
    RankSizes,
    Ranks,
}

const SECTIONS: usize = Section::Ranks as usize + 1;

#[derive(Default)]
pub struct Table {
    data: Vec<u8>,
    sections: [Range<usize>; SECTIONS],
    /// Where each name begins, and the last one ends.
    name_starts: Vec<u32>,
    by_id: Vec<(u32, Rank)>,
    by_code: Vec<([u8; 3], Rank)>,
    names: Names,
}

impl Table {
    fn read(file: &[u8]) -> Option<Self> {
        let (size, deflated) = file.split_first_chunk::<4>()?;
        let mut data = Vec::with_capacity(u32::from_le_bytes(*size) as usize);
        DeflateDecoder::new(deflated).read_to_end(&mut data).ok()?;
        let mut sections = [const { 0..0 }; SECTIONS];
        let mut start = 8 + 4 * SECTIONS;
        for (at, section) in sections.iter_mut().enumerate() {
            let end = start + u32_at(&data, 8 + 4 * at)? as usize;
            *section = start..end;
            start = end;
        }
        let mut table = Self {
            data,
            sections,
            ..Self::default()
        };
        table.name_starts = starts(table.section(Section::NameLengths));
        table.by_id = (0..table.len())
            .map(|rank| (table.number(Section::Id, rank), rank))
            .collect();
        table.by_id.sort_unstable();
        table.by_code = table.codes();
        table.by_code.sort_unstable();
        table.names = Names::new(
            table.section(Section::KeySizes),
            table.section(Section::RankSizes),
        );
        Some(table)
    }

    pub fn len(&self) -> Rank {
        self.section(Section::Flags).len() as Rank
    }

    /// The names of all places, in [`super::fold::folded`] form.
    pub fn names(&self) -> (&Names, &[u8], &[u8]) {
        (
            &self.names,
            self.section(Section::Keys),
            self.section(Section::Ranks),
        )
    }

    pub fn place(&'static self, rank: Rank) -> Place {
        Place {
            id: self.id(rank),
            kind: self.kind(rank),
            name: self.name(rank),
            country: self.country(rank),
            region: self.region(rank).map(|region| self.id(region)),
            latitude: self.latitude(rank),
            longitude: self.degrees(Section::Longitude, rank),
            population: self.population(rank),
            is_capital: self.flags(rank) & 4 != 0,
        }
    }

    pub fn id(&self, rank: Rank) -> PlaceId {
        PlaceId(self.number(Section::Id, rank))
    }

    pub fn kind(&self, rank: Rank) -> Kind {
        match self.flags(rank) & 3 {
            0 => Kind::Country,
            1 => Kind::Region,
            _ => Kind::Town,
        }
    }

    pub fn name(&self, rank: Rank) -> &str {
        text(
            self.section(Section::Names),
            &self.name_starts,
            rank as usize,
        )
    }

    pub fn country(&self, rank: Rank) -> &str {
        let at = 2 * usize::from(self.byte(Section::Country, rank));
        let code = self.section(Section::Countries).get(at..at + 2);
        str::from_utf8(code.unwrap_or_default()).unwrap_or_default()
    }

    /// The region that the place is in; of a region, itself.
    pub fn region(&self, rank: Rank) -> Option<Rank> {
        self.number(Section::Region, rank).checked_sub(1)
    }

    pub fn latitude(&self, rank: Rank) -> f64 {
        self.degrees(Section::Latitude, rank)
    }

    pub fn population(&self, rank: Rank) -> u32 {
        self.number(Section::Population, rank)
    }

    pub fn fame(&self, rank: Rank) -> u8 {
        self.byte(Section::Fame, rank)
    }

    /// What the slug says: 0 the name, 1 region and country too, 2 the id besides.
    pub fn slug_level(&self, rank: Rank) -> u8 {
        self.flags(rank) >> 3 & 3
    }

    pub fn by_id(&self, id: PlaceId) -> Option<Rank> {
        let at = self.by_id.binary_search_by_key(&id.0, |(id, _)| *id).ok()?;
        self.by_id.get(at).map(|(_, rank)| *rank)
    }

    /// The countries and regions whose code is `code`, in capitals.
    pub fn by_code(&self, code: &str) -> impl Iterator<Item = Rank> {
        let code = padded(code);
        let first = self.by_code.partition_point(|(other, _)| *other < code);
        self.by_code
            .iter()
            .skip(first)
            .take_while(move |(other, _)| *other == code)
            .map(|(_, rank)| *rank)
    }

    fn codes(&self) -> Vec<([u8; 3], Rank)> {
        let starts = starts(self.section(Section::CodeLengths));
        let codes = |rank| text(self.section(Section::Codes), &starts, rank as usize);
        (0..self.len())
            .flat_map(|rank| {
                codes(rank)
                    .split(' ')
                    .filter(|code| matches!(code.len(), 2 | 3))
                    .map(move |code| (padded(code), rank))
            })
            .collect()
    }

    fn section(&self, section: Section) -> &[u8] {
        let range = self.sections[section as usize].clone();
        self.data.get(range).unwrap_or_default()
    }

    fn flags(&self, rank: Rank) -> u8 {
        self.byte(Section::Flags, rank)
    }

    fn byte(&self, section: Section, rank: Rank) -> u8 {
        let byte = self.section(section).get(rank as usize);
        byte.copied().unwrap_or_default()
    }

    fn number(&self, section: Section, rank: Rank) -> u32 {
        u32_at(self.section(section), 4 * rank as usize).unwrap_or_default()
    }

    fn degrees(&self, section: Section, rank: Rank) -> f64 {
        let at = self.section(section).get(2 * rank as usize..);
        let hundredths = at.and_then(|rest| rest.first_chunk::<2>());
        f64::from(i16::from_le_bytes(*hundredths.unwrap_or(&[0, 0]))) / 100.0
    }
}
