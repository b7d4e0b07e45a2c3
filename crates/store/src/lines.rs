//! Whole tables as rows of cells: how tables are compared, copied into a backup and out of it.

use crate::engine::{Conn, Param, Row, StoreError, Value, params};
use crate::statement::sql;
use sha2::{Digest as _, Sha256};

/// A row as it stands in a backup: the cells in the order of the columns.
pub type Cells = Vec<Value>;

/// The plain tables that a backup carries first, before the followers' positions and the journal.
pub const PLAIN: [&str; 24] = [
    "site",
    "origins",
    "sessions",
    "entry_links",
    "pins",
    "limits",
    "commands",
    "data_use",
    "data_limits",
    "attempt_flags",
    "markings_seen",
    "document_contents",
    "identity_numbers",
    "passwords",
    "announcements_seen",
    "imports",
    "import_rows",
    "passkeys",
    "passkey_challenges",
    "publications",
    "published_figures",
    "published_gains",
    "support_codes",
    "support_sessions",
];

macro_rules! tables {
    ($($name:literal => $columns:literal, $marks:literal;)*) => {
        /// Every table and its columns.
        #[cfg(test)]
        pub const TABLES: &[(&str, &str)] = &[$(($name, $columns)),*];

        /// Reads every row of a table, in the order of its columns.
        pub fn each(conn: &mut Conn, table: &str, mut visit: impl FnMut(Cells) -> Result<(), StoreError>) -> Result<(), StoreError> {
            let sql = match table {
                $($name => sql!(concat!("SELECT ", $columns, " FROM ", $name)),)*
                other => return Err(StoreError::Unreadable(format!("no table {other}"))),
            };
            conn.each(sql, params![], |row| visit(cells(row)?))
        }

        /// Adds a row to a table.
        pub fn insert(conn: &mut Conn, table: &str, row: &Cells) -> Result<(), StoreError> {
            let sql = match table {
                $($name => sql!(concat!("INSERT INTO ", $name, " (", $columns, ") VALUES (", $marks, ")")),)*
                other => return Err(StoreError::Unreadable(format!("no table {other}"))),
            };
            let params: Vec<Param<'_>> = row.iter().map(param).collect();
            conn.execute(sql, &params).map(drop)
        }

        /// Removes every row of a table.
        pub fn empty(conn: &mut Conn, table: &str) -> Result<(), StoreError> {
            let sql = match table {
                $($name => sql!(concat!("DELETE FROM ", $name)),)*
                other => return Err(StoreError::Unreadable(format!("no table {other}"))),
            };
            conn.execute(sql, params![]).map(drop)
        }
    };
}

tables! {
    "programme_versions" => "version, about, slug, label, digest, imported, programme", "?1, ?2, ?3, ?4, ?5, ?6, ?7";
    "package_files" => "version, path, about, text", "?1, ?2, ?3, ?4";
    "cohorts" => "cohort, about, name, version, join_code, starts, ends, organisation, authority, opened", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10";
    "admissions" => "cohort, about, admission", "?1, ?2, ?3";
    "nomination_calls" => "call_id, about, cohort, organisation, places, code, called, closed", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8";
    "cohort_schedules" => "cohort, about, schedule", "?1, ?2, ?3";
    "documents" => "document, number, about, cohort, topic, title, note, dated, language, format, bytes, sha256, author, kept, withdrawn", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15";
    "organisations" => "organisation, about, sector, kind, parent, seat, logo, logo_format, logo_bytes, logo_width, logo_height, made, kept_clock, merged_into, merged_clock, merged, merged_by, merged_reason", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18";
    "organisation_names" => "organisation, likened, about, name, place, since", "?1, ?2, ?3, ?4, ?5, ?6";
    "announcements" => "announcement, about, cohort, text, author, made, withdrawn", "?1, ?2, ?3, ?4, ?5, ?6, ?7";
    "people" => "person, about, name, folded, sector, organisation, municipality, language, consent, entry_code, registered", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11";
    "profiles" => "person, about, called, sex, people, community, post, profession, licence, path, phone, email, access, diet, childcare, interpreter, described", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17";
    "agreements" => "person, document, version, about, agreed", "?1, ?2, ?3, ?4, ?5";
    "applications" => "application, about, person, cohort, call_id, state, made, turn, decided, word", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10";
    "enrolment_ends" => "enrolment, about, ended, word, author", "?1, ?2, ?3, ?4, ?5";
    "enrolments" => "enrolment, about, person, cohort, enrolled", "?1, ?2, ?3, ?4, ?5";
    "grants" => "grant_id, about, person, role, scope, granted", "?1, ?2, ?3, ?4, ?5, ?6";
    "activities" => "enrolment, activity, about, begun, done", "?1, ?2, ?3, ?4, ?5";
    "attempts" => "attempt, about, enrolment, activity, number, asked, started, submitted, per_cent, passed, mark", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11";
    "answers" => "attempt, question, about, answer, given, saved", "?1, ?2, ?3, ?4, ?5, ?6";
    "readings" => "attempt, answer, about, hundredths, comment, reader, at", "?1, ?2, ?3, ?4, ?5, ?6, ?7";
    "markings" => "marking, about, attempt, at, per_cent_before, per_cent_after, kept, why, reason", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9";
    "attempt_comments" => "comment, about, attempt, question, words, author, at", "?1, ?2, ?3, ?4, ?5, ?6, ?7";
    "allowances" => "allowance_id, about, enrolment, activity, allowance, reason, author, at", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8";
    "quiz_windows" => "cohort, activity, about, window_json", "?1, ?2, ?3, ?4";
    "question_mends" => "version, number, about, activity, question, reason, author, at", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8";
    "completions" => "enrolment, about, completed", "?1, ?2, ?3";
    "certificates" => "certificate, about, person, number, enrolment, cohort, version, name, language, hours, issued, chain, signature, revoked, reason", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15";
    "certificate_papers" => "certificate, about, stated, replaces, reason", "?1, ?2, ?3, ?4, ?5";
    "supports" => "support, about, person, helper, role, begun, until, ended, ended_by", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9";
    "erasures" => "erasure, about, person, certificates, asked, ended", "?1, ?2, ?3, ?4, ?5, ?6";
    "redactions" => "about, target, certificates", "?1, ?2, ?3";
    "site" => "name, value", "?1, ?2";
    "origins" => "node, epoch, seq, chain", "?1, ?2, ?3, ?4";
    "sessions" => "session, token, person, label, created, seen, away", "?1, ?2, ?3, ?4, ?5, ?6, ?7";
    "entry_links" => "token, purpose, person, created, expires, spent", "?1, ?2, ?3, ?4, ?5, ?6";
    "pins" => "person, hash, changed", "?1, ?2, ?3";
    "limits" => "name, count, until", "?1, ?2, ?3";
    "commands" => "command, author, digest, answer, at", "?1, ?2, ?3, ?4, ?5";
    "data_use" => "person, day, family, down, up", "?1, ?2, ?3, ?4, ?5";
    "data_limits" => "person, megabytes, go_on", "?1, ?2, ?3";
    "attempt_flags" => "attempt, question, person", "?1, ?2, ?3";
    "markings_seen" => "marking, person, at", "?1, ?2, ?3";
    "document_contents" => "sha256, base64", "?1, ?2";
    "identity_numbers" => "person, sealed, keyed, kept", "?1, ?2, ?3, ?4";
    "passwords" => "person, hash, changed", "?1, ?2, ?3";
    "announcements_seen" => "announcement, person, seen", "?1, ?2, ?3";
    "imports" => "import_id, cohort, author, file, state, unused, sent, taken", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8";
    "import_rows" => "import_id, number, person, body, stand, remarks, outcome, application", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8";
    "passkeys" => "passkey, person, credential, kept, label, made, used", "?1, ?2, ?3, ?4, ?5, ?6, ?7";
    "passkey_challenges" => "token, person, state, expires", "?1, ?2, ?3, ?4";
    "publications" => "published, cohorts", "?1, ?2";
    "published_figures" => "published, dimension, category, measure, label, figure", "?1, ?2, ?3, ?4, ?5, ?6";
    "published_gains" => "published, version, tests, pairs, pre, post, gain, low, high", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9";
    "support_codes" => "person, code, expires", "?1, ?2, ?3";
    "support_sessions" => "session, support, language", "?1, ?2, ?3";
    "followers" => "name, position, holder, until", "?1, ?2, ?3, ?4";
    "journal" => "position, id, node, epoch, seq, at, clock, actor, about, kind, salt, payload, digest, chain, received", "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15";
}

fn cells(row: &Row<'_>) -> Result<Cells, StoreError> {
    Ok(row.cells()?.into_iter().map(|(_, value)| value).collect())
}

fn param(value: &Value) -> Param<'_> {
    match value {
        Value::Null => Param::Null,
        Value::Int(n) => Param::Int(*n),
        Value::Text(text) => Param::from(text),
    }
}

/// A table's content as one number: how many rows, and the sum over all rows of each row's SHA-256, taken as four
/// 64-bit numbers that wrap. The order of rows does not matter, so both engines give the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fingerprint {
    pub rows: u64,
    pub sum: [u64; 4],
}

pub fn fingerprint(conn: &mut Conn, table: &str) -> Result<Fingerprint, StoreError> {
    let mut print = Fingerprint::default();
    each(conn, table, |row| {
        let line = serde_json::to_vec(&row).map_err(|why| StoreError::Unreadable(why.to_string()))?;
        let hash: [u8; 32] = Sha256::digest(line).into();
        for (sum, part) in print.sum.iter_mut().zip(hash.chunks_exact(8)) {
            let part = <[u8; 8]>::try_from(part).map_or(0, u64::from_be_bytes);
            *sum = sum.wrapping_add(part);
        }
        print.rows += 1;
        Ok(())
    })?;
    Ok(print)
}
