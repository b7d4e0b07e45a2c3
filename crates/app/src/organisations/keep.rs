//! An organisation is made or changed; or many at once, all or none.

use super::form::{OrganisationField, OrganisationForm};
use super::known::known;
use super::logo::{Drawn, drawn};
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{Clock, OrganisationKept, Subject};
use domain::ids::{CommandId, OrganisationId, PersonId};
use domain::organisations::{Claim, Known, Logo, Registered};
use store::{NewFact, Writing};

/// Organisations of one site, at most: every health post of the country, and as many schools of a programme.
pub const MOST: usize = 10_000;

/// What becomes of the logo.
#[derive(Clone, Debug, Default)]
pub enum LogoWish {
    /// As it is; none for a new one.
    #[default]
    Stay,
    Remove,
    New(Vec<u8>),
}

#[derive(Clone, Debug)]
pub struct KeepOrganisation {
    pub command: CommandId,
    /// Which one is changed; `None` for one that is not there yet.
    pub organisation: Option<OrganisationId>,
    pub form: OrganisationForm,
    pub logo: LogoWish,
}

#[derive(Debug, thiserror::Error)]
pub enum KeepOrganisationRefused {
    /// Not there, or a double of another, or whoever asks does not administer.
    #[error("not found")]
    NotFound,
    #[error("fields to mend: {0:?}")]
    Fields(Vec<OrganisationField>),
    #[error("{MOST} are there already")]
    TooMany,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(KeepOrganisationRefused);

/// Many at once, as a file brings them. A later one may lie under an earlier one.
#[derive(Clone, Debug)]
pub struct KeepOrganisations {
    pub command: CommandId,
    pub forms: Vec<OrganisationForm>,
}

#[derive(Debug, thiserror::Error)]
pub enum KeepManyRefused {
    #[error("not found")]
    NotFound,
    /// By the place of the form, from 0.
    #[error("forms to mend: {0:?}")]
    Forms(Vec<(usize, Vec<OrganisationField>)>),
    #[error("there would be more than {MOST}")]
    TooMany,
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(KeepManyRefused);

/// One of many that are to be kept.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// A new one's id is drawn before the write begins.
    pub organisation: OrganisationId,
    pub form: OrganisationForm,
}

/// Keeps many inside one write, each beside those before it; its logo stays. For each its fields to mend, none where it was kept; whoever
/// wants all or none refuses the write. [`MOST`] is the caller's to ask.
pub fn keep_organisations(
    writing: &mut Writing<'_>,
    by: PersonId,
    wanted: Vec<Wanted>,
) -> Result<Vec<Vec<OrganisationField>>, Unavailable> {
    let mut known = known(writing)?;
    let mut facts = Vec::new();
    let mut refused = Vec::with_capacity(wanted.len());
    for it in wanted {
        let before = known.row(it.organisation);
        let logo = before.and_then(|row| row.logo.clone());
        match it.form.read(&known, (it.organisation, logo)) {
            Ok(kept) => {
                if before.is_none_or(|row| changes(row, &kept)) {
                    known.take_in(registered(&kept, before));
                    facts.push(fact(by, kept));
                }
                refused.push(Vec::new());
            }
            Err(fields) => refused.push(fields),
        }
    }
    writing.record(facts)?;
    Ok(refused)
}

pub(super) fn fact(by: PersonId, kept: OrganisationKept) -> NewFact {
    NewFact { actor: Some(by), about: Subject::Organisation(kept.organisation), what: kept.into() }
}

/// Whether what is to be kept is other than what is there.
fn changes(row: &Registered, kept: &OrganisationKept) -> bool {
    let names = row.names.iter().map(|claim| claim.name.as_str());
    let wanted = std::iter::once(&kept.name).chain(&kept.other_names).map(String::as_str);
    !names.eq(wanted)
        || (row.sector, row.kind, row.parent, row.seat) != (kept.sector, kept.kind, kept.parent, kept.seat)
        || row.logo != kept.logo
}

/// As its row will be; what it claims from now on comes after all that is claimed.
fn registered(kept: &OrganisationKept, before: Option<&Registered>) -> Registered {
    let last = Clock(i64::MAX);
    let names = std::iter::once(&kept.name).chain(&kept.other_names);
    Registered {
        organisation: kept.organisation,
        names: names.map(|name| Claim { name: name.clone(), since: last }).collect(),
        sector: kept.sector,
        kind: kept.kind,
        parent: kept.parent,
        seat: kept.seat,
        logo: kept.logo.clone(),
        kept: last,
        merged: before.and_then(|row| row.merged),
    }
}

/// The logo that it will have, and whether its content is to be kept or another's to go.
fn logo_of(row: Option<&Registered>, wish: Option<&Drawn>, remove: bool) -> Option<Logo> {
    match wish {
        Some(drawn) => Some(drawn.logo.clone()),
        None if remove => None,
        None => row.and_then(|row| row.logo.clone()),
    }
}

impl Telar {
    pub async fn keep_organisation(
        &self,
        visitor: &Visitor,
        it: KeepOrganisation,
    ) -> Result<OrganisationId, KeepOrganisationRefused> {
        if !visitor.grants.is_administrator() {
            return Err(KeepOrganisationRefused::NotFound);
        }
        let remove = matches!(it.logo, LogoWish::Remove);
        let logo = match it.logo {
            LogoWish::New(file) => {
                // An image takes tens of megabytes as it is read: one at a time.
                let _turn = self.press().acquire().await;
                self.off(move || drawn(&file)).await?.map(Some)
            }
            LogoWish::Stay | LogoWish::Remove => Ok(None),
        };
        let (by, new) = (visitor.person, chance::id(self.now())?);
        self.write(move |writing| {
            let sha256 = logo.as_ref().ok().and_then(Option::as_ref).map(|drawn| drawn.logo.sha256.clone());
            let content = (it.organisation, &it.form, sha256, remove);
            let command = Command::new(it.command, Some(by), "keep organisation", &content);
            once!(command, writing, KeepOrganisationRefused::OtherContent);
            let known = known(writing)?;
            let id = it.organisation.unwrap_or(new);
            let row = known.row(id);
            if it.organisation.is_some() && (row.is_none() || known.stands(id) != id) {
                return Err(KeepOrganisationRefused::NotFound);
            }
            if row.is_none() && known.len() >= MOST {
                return Err(KeepOrganisationRefused::TooMany);
            }
            let drawn = logo.as_ref().ok().and_then(Option::as_ref);
            let read = it.form.read(&known, (id, logo_of(row, drawn, remove)));
            let kept = match (read, &logo) {
                (Ok(kept), Ok(_)) => kept,
                (Ok(_), Err(fault)) => {
                    return Err(KeepOrganisationRefused::Fields(vec![OrganisationField::Logo(*fault)]));
                }
                (Err(mut fields), logo) => {
                    fields.extend(logo.as_ref().err().map(|fault| OrganisationField::Logo(*fault)));
                    return Err(KeepOrganisationRefused::Fields(fields));
                }
            };
            if row.is_none_or(|row| changes(row, &kept)) {
                let had = row.and_then(|row| row.logo.as_ref());
                let other_logo = had.is_some() && had != kept.logo.as_ref();
                writing.record(vec![fact(by, kept)])?;
                if let Some(drawn) = drawn {
                    writing.keep_document_content(&drawn.logo.sha256, &drawn.base64)?;
                }
                if other_logo {
                    writing.drop_document_contents()?;
                }
            }
            command.answer(writing, &id)?;
            Ok(id)
        })
        .await
    }

    /// All of them, or none.
    pub async fn keep_organisations(
        &self,
        visitor: &Visitor,
        it: KeepOrganisations,
    ) -> Result<Vec<OrganisationId>, KeepManyRefused> {
        if !visitor.grants.is_administrator() {
            return Err(KeepManyRefused::NotFound);
        }
        let (by, now) = (visitor.person, self.now());
        let ids: Result<Vec<OrganisationId>, Unavailable> = it.forms.iter().map(|_| chance::id(now)).collect();
        let ids = ids?;
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "keep organisations", &it.forms);
            once!(command, writing, KeepManyRefused::OtherContent);
            let there = usize::try_from(writing.organisation_count()?).unwrap_or(usize::MAX);
            if there.saturating_add(it.forms.len()) > MOST {
                return Err(KeepManyRefused::TooMany);
            }
            let wanted =
                ids.iter().zip(it.forms).map(|(organisation, form)| Wanted { organisation: *organisation, form });
            let fields = keep_organisations(writing, by, wanted.collect())?;
            let refused: Vec<_> = fields.into_iter().enumerate().filter(|(_, fields)| !fields.is_empty()).collect();
            if !refused.is_empty() {
                return Err(KeepManyRefused::Forms(refused));
            }
            command.answer(writing, &ids)?;
            Ok(ids)
        })
        .await
    }
}

/// One more name for an organisation, as a fact of its own facts.
pub(super) fn with_name(known: &Known, organisation: OrganisationId, name: String) -> Option<OrganisationKept> {
    let row = known.row(organisation)?;
    let mut names = row.names.iter().map(|claim| claim.name.clone());
    Some(OrganisationKept {
        organisation,
        name: names.next()?,
        other_names: names.chain([name]).collect(),
        sector: row.sector,
        kind: row.kind,
        parent: row.parent,
        seat: row.seat,
        logo: row.logo.clone(),
    })
}
