//! The form about an organisation, as typed, and how it is read beside the others.

use domain::facts::OrganisationKept;
use domain::ids::OrganisationId;
use domain::organisations::{DEEPEST, Known, Logo, LogoFault, MOST_NAMES, OrganisationKind, Seat, organisation_name};
use domain::people::{Sector, likened};

/// What was typed. A name and a kind are asked; the rest may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct OrganisationForm {
    pub name: String,
    /// One a line.
    pub other_names: String,
    pub sector: String,
    pub kind: String,
    /// A name of the one that it belongs to.
    pub parent: String,
    /// `16` for a department, `1601` for a municipality.
    pub seat: String,
}

/// A field that has to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganisationField {
    Name,
    /// Another bears this name: which one.
    NameTaken(String),
    /// One of the lines is no name.
    OtherName(String),
    /// More than [`MOST_NAMES`].
    OtherNames,
    /// Another bears one of these names: the name, and who.
    OtherNameTaken(String, String),
    Sector,
    Kind,
    /// Nobody bears this name.
    Parent,
    /// It lies under the very one that is changed.
    ParentBelow,
    /// There would be more than [`DEEPEST`] levels.
    ParentDeep,
    Seat,
    Logo(LogoFault),
}

impl OrganisationField {
    /// As the form calls it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Name | Self::NameTaken(_) => "name",
            Self::OtherName(_) | Self::OtherNames | Self::OtherNameTaken(..) => "other_names",
            Self::Sector => "sector",
            Self::Kind => "kind",
            Self::Parent | Self::ParentBelow | Self::ParentDeep => "parent",
            Self::Seat => "seat",
            Self::Logo(_) => "logo",
        }
    }
}

impl OrganisationForm {
    /// As it is known.
    pub fn of(known: &Known, organisation: OrganisationId) -> Option<Self> {
        let row = known.row(organisation)?;
        let mut names = row.names.iter().map(|claim| claim.name.clone());
        let parent = known.card(organisation).and_then(|card| card.parent).and_then(|parent| known.card(parent));
        Some(Self {
            name: names.next().unwrap_or_default(),
            other_names: names.collect::<Vec<_>>().join("\n"),
            sector: row.sector.map_or("", Sector::as_str).to_owned(),
            kind: row.kind.as_str().to_owned(),
            parent: parent.map_or_else(String::new, |card| card.name.clone()),
            seat: row.seat.map_or_else(String::new, |seat| seat.code().to_string()),
        })
    }

    /// The organisation as it is to be kept, beside those that are known; or everything that is not well, in the order of the form.
    pub(super) fn read(
        &self,
        known: &Known,
        (organisation, logo): (OrganisationId, Option<Logo>),
    ) -> Result<OrganisationKept, Vec<OrganisationField>> {
        let mut refused = Vec::new();
        let taken =
            |name: &str| known.of(name).filter(|card| card.organisation != organisation).map(|card| card.name.clone());
        let name = organisation_name(&self.name);
        match &name {
            None => refused.push(OrganisationField::Name),
            Some(name) => refused.extend(taken(name).map(OrganisationField::NameTaken)),
        }
        let mut other_names: Vec<String> = Vec::new();
        for line in self.other_names.lines().filter(|line| !line.trim().is_empty()) {
            let Some(other) = organisation_name(line) else {
                refused.push(OrganisationField::OtherName(line.trim().to_owned()));
                continue;
            };
            let said = name.iter().chain(&other_names).any(|before| likened(before) == likened(&other));
            if said {
                continue;
            }
            refused.extend(taken(&other).map(|who| OrganisationField::OtherNameTaken(other.clone(), who)));
            other_names.push(other);
        }
        // The name that it had stays one of its names, so that who wrote it still counts; it can be taken out by another change.
        let had = known.row(organisation).and_then(|row| row.names.first()).map(|claim| &claim.name);
        if let (Some(had), Some(name)) = (had, &name)
            && std::iter::once(name).chain(&other_names).all(|kept| likened(kept) != likened(had))
            && other_names.len() < MOST_NAMES
        {
            other_names.push(had.clone());
        }
        if other_names.len() > MOST_NAMES {
            refused.push(OrganisationField::OtherNames);
        }
        let sector = Some(self.sector.trim()).filter(|word| !word.is_empty()).map(str::parse::<Sector>).transpose();
        let sector = sector.map_err(|()| refused.push(OrganisationField::Sector)).ok().flatten();
        let kind = self.kind.trim().parse::<OrganisationKind>();
        let kind = kind.map_err(|()| refused.push(OrganisationField::Kind)).ok();
        let parent = self.parent(known, organisation).map_err(|why| refused.push(why)).ok().flatten();
        let seat = match self.seat.trim() {
            "" => None,
            code => {
                let seat = code.parse().ok().and_then(Seat::of);
                if seat.is_none() {
                    refused.push(OrganisationField::Seat);
                }
                seat
            }
        };
        match (name, kind) {
            (Some(name), Some(kind)) if refused.is_empty() => {
                Ok(OrganisationKept { organisation, name, other_names, sector, kind, parent, seat, logo })
            }
            _ => Err(refused),
        }
    }

    fn parent(&self, known: &Known, organisation: OrganisationId) -> Result<Option<OrganisationId>, OrganisationField> {
        if self.parent.trim().is_empty() {
            return Ok(None);
        }
        let parent = known.of(&self.parent).ok_or(OrganisationField::Parent)?.organisation;
        if parent == organisation || known.is_under(parent, organisation) {
            return Err(OrganisationField::ParentBelow);
        }
        // Its own levels from itself down, under those of the one above.
        let own = match known.row(organisation) {
            Some(_) => known.levels_through(organisation).saturating_sub(known.above(organisation).len()).max(1),
            None => 1,
        };
        let above = known.above(parent).len() + 1;
        if above + own > DEEPEST { Err(OrganisationField::ParentDeep) } else { Ok(Some(parent)) }
    }
}
