//! Folding the facts about announcements.

use crate::engine::{Conn, StoreError, params};
use crate::statement::sql;
use domain::facts::{AnnouncementMade, AnnouncementWithdrawn, Fact};

pub fn make(conn: &mut Conn, fact: &Fact, it: &AnnouncementMade) -> Result<u64, StoreError> {
    conn.execute(
        sql!(
            "INSERT INTO announcements (announcement, about, cohort, text, author, made, withdrawn) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL) ON CONFLICT (announcement) DO NOTHING"
        ),
        params![it.announcement, fact.about, it.cohort, &it.text, fact.actor, fact.at],
    )
}

pub fn withdraw(conn: &mut Conn, fact: &Fact, it: &AnnouncementWithdrawn) -> Result<u64, StoreError> {
    conn.execute(
        sql!("UPDATE announcements SET withdrawn = ?3 WHERE announcement = ?1 AND about = ?2 AND withdrawn IS NULL"),
        params![it.announcement, fact.about, fact.at],
    )
}
