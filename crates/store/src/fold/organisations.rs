//! Folding the facts about organisations. A fact changes its own organisation alone: which of two stands, and whose a name is that both
//! bear, is read from the rows of all (`domain::organisations::Known`).

use crate::engine::{Conn, StoreError, params};
use crate::statement::sql;
use domain::facts::{Fact, OrganisationKept, OrganisationMerged, Subject};
use domain::people::likened;

/// A name that it goes on bearing keeps the clock since when it has borne it.
pub fn keep(conn: &mut Conn, fact: &Fact, it: &OrganisationKept) -> Result<u64, StoreError> {
    let Subject::Organisation(id) = fact.about else { return Ok(0) };
    let logo = it.logo.as_ref();
    let changed = conn.execute(
        sql!(
            "INSERT INTO organisations (organisation, about, sector, kind, parent, seat, logo, logo_format, logo_bytes, logo_width, \
             logo_height, made, kept_clock) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) \
             ON CONFLICT (organisation) DO UPDATE SET sector = excluded.sector, kind = excluded.kind, parent = excluded.parent, \
             seat = excluded.seat, logo = excluded.logo, logo_format = excluded.logo_format, logo_bytes = excluded.logo_bytes, \
             logo_width = excluded.logo_width, logo_height = excluded.logo_height, kept_clock = excluded.kept_clock"
        ),
        params![
            id,
            fact.about,
            it.sector.map(|sector| sector.as_str()),
            it.kind.as_str(),
            it.parent.map(|parent| parent.to_string()),
            it.seat.map(|seat| seat.code()),
            logo.map(|logo| logo.sha256.as_str()),
            logo.map(|logo| logo.format.as_str()),
            logo.map(|logo| logo.bytes),
            logo.map(|logo| logo.width),
            logo.map(|logo| logo.height),
            fact.at,
            fact.clock.0
        ],
    )?;
    conn.execute(sql!("UPDATE organisation_names SET place = -1 WHERE organisation = ?1"), params![id])?;
    for (place, name) in (0_u32..).zip(std::iter::once(&it.name).chain(&it.other_names)) {
        conn.execute(
            sql!(
                "INSERT INTO organisation_names (organisation, likened, about, name, place, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                 ON CONFLICT (organisation, likened) DO UPDATE SET name = excluded.name, place = excluded.place \
                 WHERE organisation_names.place = -1"
            ),
            params![id, likened(name), fact.about, name, place, fact.clock.0],
        )?;
    }
    conn.execute(sql!("DELETE FROM organisation_names WHERE organisation = ?1 AND place = -1"), params![id])?;
    Ok(changed)
}

pub fn merge(conn: &mut Conn, fact: &Fact, it: &OrganisationMerged) -> Result<u64, StoreError> {
    conn.execute(
        sql!(
            "UPDATE organisations SET merged_into = ?2, merged_clock = ?3, merged = ?4, merged_by = ?5, merged_reason = ?6 WHERE about = ?1"
        ),
        params![fact.about, it.into, fact.clock.0, fact.at, fact.actor, &it.reason],
    )
}

pub fn separate(conn: &mut Conn, fact: &Fact) -> Result<u64, StoreError> {
    conn.execute(
        sql!(
            "UPDATE organisations SET merged_into = NULL, merged_clock = NULL, merged = NULL, merged_by = NULL, merged_reason = NULL \
             WHERE about = ?1"
        ),
        params![fact.about],
    )
}
