//! Every statement of the house, in the common subset of both engines, with parameters written `?1`, `?2`… In tests each
//! registers itself, so that one test can prepare them all on both engines.

/// Names a statement: gives back its text, and in tests registers it.
macro_rules! sql {
    ($text:expr) => {{
        #[cfg(test)]
        inventory::submit! { $crate::statement::Statement($text) }
        $text
    }};
}
pub(crate) use sql;

#[cfg(test)]
pub struct Statement(pub &'static str);

#[cfg(test)]
inventory::collect!(Statement);

#[cfg(test)]
pub fn all() -> Vec<&'static str> {
    let mut all: Vec<&'static str> = inventory::iter::<Statement>().map(|statement| statement.0).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::engine::{Conn, StoreError};
    use crate::{Location, fold, lines};
    use std::collections::{BTreeMap, BTreeSet};

    /// A store's tables, empty, on each engine.
    fn on_both_engines(test: impl Fn(&mut Conn)) {
        let folder = tempfile::tempdir().unwrap();
        let mut places = vec![Location::Sqlite { folder: folder.path().join("data") }];
        std::fs::create_dir_all(places[0].folder()).unwrap();
        let server = std::env::var("TELAR_TEST_POSTGRES").ok().filter(|url| !url.is_empty());
        let schema = format!("telar_{}", uuid::Uuid::from_bytes(crate::site::random().unwrap()).simple());
        match &server {
            Some(url) => {
                run(url, &format!("CREATE SCHEMA {schema}"));
                let url = format!("{url}?options=-c%20search_path%3D{schema}");
                places.push(Location::Postgres { url, folder: folder.path().join("data") });
            }
            None => assert!(
                !std::env::var("TELAR_TEST_REQUIRE_POSTGRES").is_ok_and(|value| value == "1"),
                "TELAR_TEST_POSTGRES is not set"
            ),
        }
        for place in places {
            let mut conn = place.open_writer().unwrap();
            place.migrate(&mut conn).unwrap();
            test(&mut conn);
        }
        if let Some(url) = &server {
            run(url, &format!("DROP SCHEMA {schema} CASCADE"));
        }
    }

    fn run(url: &str, sql: &str) {
        postgres::Client::connect(url, postgres::NoTls).unwrap().batch_execute(sql).unwrap();
    }

    #[test]
    fn every_statement_prepares_on_both_engines() {
        assert!(all().len() > 100, "statements register themselves");
        on_both_engines(|conn| {
            for sql in all() {
                let prepared: Result<(), StoreError> = match conn {
                    Conn::Sqlite(conn) => conn.prepare(sql).map(drop).map_err(StoreError::from),
                    Conn::Postgres(conn) => conn.statement(sql).map(drop),
                };
                prepared.unwrap_or_else(|why| panic!("{sql}: {why}"));
            }
        });
    }

    #[test]
    fn every_table_is_named_with_all_its_columns() {
        let named: BTreeMap<String, String> =
            lines::TABLES.iter().map(|(table, columns)| ((*table).to_owned(), (*columns).to_owned())).collect();
        let sqlite = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' \
                      AND m.name <> 'refinery_schema_history' ORDER BY m.name, c.cid";
        let postgres = "SELECT table_name::TEXT, column_name::TEXT FROM information_schema.columns \
                        WHERE table_schema = current_schema() AND table_name <> 'refinery_schema_history' \
                        ORDER BY table_name, ordinal_position";
        on_both_engines(|conn| {
            let sql = if matches!(conn, Conn::Sqlite(_)) { sqlite } else { postgres };
            let mut there: BTreeMap<String, String> = BTreeMap::new();
            for (table, column) in conn.query(sql, &[], |row| Ok((row.text(0)?, row.text(1)?))).unwrap() {
                let columns = there.entry(table).or_default();
                if !columns.is_empty() {
                    columns.push_str(", ");
                }
                columns.push_str(&column);
            }
            assert_eq!(there, named);
        });
    }

    #[test]
    fn every_table_is_of_the_facts_or_in_the_backup_as_it_is() {
        let named: BTreeSet<&str> = lines::TABLES.iter().map(|(table, _)| *table).collect();
        let derived = fold::DERIVED.iter().map(|(table, _)| *table);
        let copied = lines::PLAIN.into_iter().chain(["followers", "journal"]);
        assert_eq!(derived.chain(copied).collect::<BTreeSet<&str>>(), named);
        for (table, columns) in lines::TABLES {
            let folded = fold::DERIVED.iter().any(|(derived, _)| derived == table);
            let about = columns.split(", ").any(|column| column == "about");
            assert_eq!(about, folded || *table == "journal", "{table}");
        }
    }
}
