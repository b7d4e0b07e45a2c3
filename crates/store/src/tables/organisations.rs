//! Organisations, and the texts that people wrote of where they work.

use crate::engine::{StoreError, params};
use crate::statement::sql;
use crate::store::Reading;
use domain::Moment;
use domain::facts::{Clock, Subject};
use domain::ids::{OrganisationId, PersonId};
use domain::organisations::{Claim, Logo, Merged, Registered, Seat};
use domain::people::PersonName;
use std::collections::HashMap;

/// A merge as it was recorded.
#[derive(Clone, Debug)]
pub struct MergeRow {
    pub organisation: OrganisationId,
    pub into: OrganisationId,
    pub at: Moment,
    pub by: Option<PersonName>,
    pub reason: String,
}

/// A text that people wrote, to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenRow {
    pub text: String,
    pub people: u64,
}

impl Reading<'_> {
    /// Every organisation, doubles too, each with its names. Two queries, however many there are.
    pub fn organisations(&mut self) -> Result<Vec<Registered>, StoreError> {
        let sql = sql!("SELECT organisation, name, since FROM organisation_names ORDER BY organisation, place");
        let mut names: HashMap<OrganisationId, Vec<Claim>> = HashMap::new();
        self.conn.each(sql, params![], |row| {
            let claim = Claim { name: row.text(1)?, since: Clock(row.int(2)?) };
            names.entry(row.parse(0)?).or_default().push(claim);
            Ok(())
        })?;
        let sql = sql!(
            "SELECT organisation, sector, kind, parent, seat, logo, logo_format, logo_bytes, logo_width, logo_height, kept_clock, \
             merged_into, merged_clock FROM organisations"
        );
        self.conn.query(sql, params![], |row| {
            let organisation = row.parse(0)?;
            let logo = match row.opt_text(5)? {
                Some(sha256) => Some(Logo {
                    sha256,
                    format: word(&row.text(6)?)?,
                    bytes: row.small(7)?,
                    width: row.small(8)?,
                    height: row.small(9)?,
                }),
                None => None,
            };
            let merged = match (row.opt_parse(11)?, row.opt_int(12)?) {
                (Some(into), Some(clock)) => Some(Merged { into, at: Clock(clock) }),
                _ => None,
            };
            Ok(Registered {
                organisation,
                names: names.remove(&organisation).unwrap_or_default(),
                sector: row.opt_text(1)?.map(|sector| word(&sector)).transpose()?,
                kind: word(&row.text(2)?)?,
                parent: row.opt_parse(3)?,
                seat: row.opt_small(4)?.and_then(Seat::of),
                logo,
                kept: Clock(row.int(10)?),
                merged,
            })
        })
    }

    /// How many organisations have been made, doubles too.
    pub fn organisation_count(&mut self) -> Result<u64, StoreError> {
        let sql = sql!("SELECT COUNT(*) FROM organisations");
        Ok(self.conn.first(sql, params![], |row| row.small(0))?.unwrap_or_default())
    }

    /// The names that organisations go by, those that most people wrote to the letter first; so many at most. Without doubles.
    pub fn organisation_names_most_written(&mut self, most: u32) -> Result<Vec<String>, StoreError> {
        let sql = sql!(
            "SELECT n.name, (SELECT COUNT(*) FROM people p WHERE p.organisation = n.name) AS people FROM organisation_names n \
             JOIN organisations o ON o.organisation = n.organisation WHERE n.place = 0 AND o.merged_into IS NULL \
             ORDER BY people DESC, n.organisation LIMIT ?1"
        );
        self.conn.query(sql, params![most], |row| row.text(0))
    }

    /// The merges that stand, the latest first.
    pub fn organisation_merges(&mut self) -> Result<Vec<MergeRow>, StoreError> {
        let sql = sql!(
            "SELECT o.organisation, o.merged_into, o.merged, p.name, o.merged_reason FROM organisations o \
             LEFT JOIN people p ON p.person = o.merged_by WHERE o.merged_into IS NOT NULL ORDER BY o.merged DESC, o.organisation"
        );
        self.conn.query(sql, params![], |row| {
            Ok(MergeRow {
                organisation: row.parse(0)?,
                into: row.parse(1)?,
                at: row.moment(2)?,
                by: row.opt_word(3)?,
                reason: row.text(4)?,
            })
        })
    }

    /// Who wrote down the facts about a subject, by name.
    pub fn authors_of(&mut self, about: Subject) -> Result<HashMap<PersonId, PersonName>, StoreError> {
        let sql = sql!(
            "SELECT DISTINCT p.person, p.name FROM journal j JOIN people p ON p.person = j.actor WHERE j.about = ?1"
        );
        Ok(self.conn.query(sql, params![about], |row| Ok((row.parse(0)?, row.word(1)?)))?.into_iter().collect())
    }

    /// What people wrote of where they work, each text with how many wrote it.
    pub fn organisations_written(&mut self) -> Result<Vec<WrittenRow>, StoreError> {
        let sql = sql!(
            "SELECT organisation, COUNT(*) FROM people WHERE organisation <> '' GROUP BY organisation ORDER BY organisation"
        );
        self.conn.query(sql, params![], |row| Ok(WrittenRow { text: row.text(0)?, people: row.small(1)? }))
    }

    /// The organisations that were ever asked to name people, as whoever asked wrote them.
    pub fn organisations_called(&mut self) -> Result<Vec<String>, StoreError> {
        let sql = sql!("SELECT DISTINCT organisation FROM nomination_calls ORDER BY organisation");
        self.conn.query(sql, params![], |row| row.text(0))
    }

    /// What a logo holds, as base64 with the word of its format; `None` where no organisation has it, or it is not on this node.
    pub fn logo_content(&mut self, sha256: &str) -> Result<Option<(String, String)>, StoreError> {
        let sql = sql!(
            "SELECT o.logo_format, d.base64 FROM organisations o JOIN document_contents d ON d.sha256 = o.logo WHERE o.logo = ?1 LIMIT 1"
        );
        self.conn.first(sql, params![sha256], |row| Ok((row.text(0)?, row.text(1)?)))
    }
}

fn word<T: std::str::FromStr>(word: &str) -> Result<T, StoreError> {
    word.parse().map_err(|_| StoreError::Unreadable(format!("«{word}» is no word about an organisation")))
}
