//! What may stand where the store should be, and what may happen to it: each time a clear error, and nothing overwritten.

use crate::people::*;
use crate::support::*;
use postgres::{Client, NoTls};
use rusqlite::Connection;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use store::{Level, Location, OpenError, Rebuild, RestoreError, Seal, Sign, Store, StoreError, examine};

/// A place that holds a store of some size, with its log emptied into the file.
fn filled(ground: &Ground, engine: Engine) -> Location {
    let place = ground.place(engine);
    let store = Store::open(&place, START).unwrap();
    record(&store, START, &(0..20).flat_map(whole_life).collect::<Vec<_>>());
    drop(store);
    place
}

/// Opens in every way there is, expects that each refuses, and that no file has changed; gives back the first refusal.
fn refused(place: &Location) -> OpenError {
    let before = files(place.folder());
    let error = Store::open(place, START).err().unwrap();
    assert_eq!(files(place.folder()), before, "{error}");
    assert!(examine(place).iter().any(|finding| finding.level == Level::Wrong), "{:?}", examine(place));
    let ground = Ground::of_files();
    let backup = ground.path("backup");
    ground.store(Engine::Sqlite).backup(&backup, &Seal::Open, START, &mut |_, _| ()).unwrap();
    let restored = crate::backup::bring_back(&backup, place);
    assert!(
        matches!(restored, Err(RestoreError::Open(_) | RestoreError::Store(_) | RestoreError::NotEmpty(_))),
        "{restored:?}"
    );
    assert_eq!(files(place.folder()), before, "{error}");
    error
}

#[test]
fn two_processes_do_not_share_a_folder() {
    everywhere(|ground, engine| {
        let place = ground.place(engine);
        let store = Store::open(&place, START).unwrap();
        assert!(matches!(Store::open(&place, START), Err(OpenError::Locked(folder)) if folder == place.folder()));
        assert!(examine(&place).iter().any(|finding| matches!(finding.sign, Sign::InUse { .. })));
        record(&store, START, &whole_life(0));
        // To read beside it is allowed: so a backup is taken while Telar serves.
        let beside = Store::open_reading(&place).unwrap();
        assert_eq!(tables(&beside), tables(&store));
        let refused = beside.write(START, |writing| writing.set_limit("x", 1, START));
        assert!(matches!(refused, Err(StoreError::ReadOnly)));
        drop(store);
        assert!(Store::open(&place, START).is_ok());
    });
}

#[test]
fn a_folder_that_cannot_be_is_said_to_be_unwritable() {
    let ground = Ground::of_files();
    fs::write(ground.path("letter"), "a letter").unwrap();
    let place = Location::Sqlite { folder: ground.path("letter/data") };
    assert!(matches!(Store::open(&place, START), Err(OpenError::ReadOnly { .. })));
    let place = Location::Sqlite { folder: ground.path("letter") };
    assert!(matches!(Store::open(&place, START), Err(OpenError::ReadOnly { .. })));
    assert_eq!(fs::read(ground.path("letter")).unwrap(), b"a letter");
}

#[test]
fn an_empty_place_is_not_made_by_looking_at_it() {
    let ground = Ground::of_files();
    let place = ground.place(Engine::Sqlite);
    assert!(matches!(examine(&place)[..], [ref finding] if matches!(finding.sign, Sign::FolderMissing { .. })));
    assert!(matches!(Store::open_reading(&place), Err(OpenError::Empty(_))));
    assert!(!place.folder().exists());
}

/// Another program's database in our place, made by `sql`.
fn foreign(ground: &Ground, sql: &str) -> (Location, Connection) {
    let place = ground.place(Engine::Sqlite);
    fs::create_dir_all(place.folder()).unwrap();
    let conn = Connection::open(place.file()).unwrap();
    conn.execute_batch(sql).unwrap();
    (place, conn)
}

#[test]
fn another_programs_database_is_refused_unchanged() {
    let ground = Ground::of_files();
    for sql in [
        "CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('La llorona')",
        "PRAGMA application_id=1196444487; CREATE TABLE songs (title TEXT)",
        // Tables that are named as ours are do not make it ours.
        "CREATE TABLE site (name TEXT PRIMARY KEY, value TEXT NOT NULL); CREATE TABLE journal (position INTEGER)",
        "PRAGMA user_version=3",
    ] {
        let (place, conn) = foreign(&ground, sql);
        drop(conn);
        assert!(matches!(refused(&place), OpenError::Foreign(_)), "{sql}");
    }
    // While the other program runs, its log beside it: that is not folded in either.
    let (place, conn) = foreign(&ground, "PRAGMA journal_mode=WAL; CREATE TABLE songs (title TEXT)");
    assert!(files(place.folder())["telar.db-wal"].len() > 1_000);
    assert!(matches!(refused(&place), OpenError::Foreign(_)));
    conn.execute_batch("INSERT INTO songs VALUES ('Luna de Xelajú')").unwrap();
}

/// Every table of the schema and how many rows each has: what another program sees of its database.
fn rows(place: &Location) -> Vec<(String, i64)> {
    let Location::Postgres { url, .. } = place else { panic!("on PostgreSQL only") };
    let mut client = Client::connect(url, NoTls).unwrap();
    let tables = "SELECT CAST(relname AS TEXT) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace \
                  WHERE nspname = current_schema() AND relkind IN ('r', 'v', 'S') ORDER BY 1";
    let names: Vec<String> = client.query(tables, &[]).unwrap().iter().map(|row| row.get(0)).collect();
    let count = |name: String| {
        let sql = format!("SELECT COUNT(*) FROM {name}");
        let rows = client.query_one(&sql, &[]).unwrap().get(0);
        (name, rows)
    };
    names.into_iter().map(count).collect()
}

/// A schema of PostgreSQL in which `sql` was run, where there is a server.
fn prepared(ground: &Ground, sql: &str) -> Option<Location> {
    let place = ground.place(ground.engines().into_iter().find(|engine| *engine == Engine::Postgres)?);
    let Location::Postgres { url, .. } = &place else { return None };
    Client::connect(url, NoTls).unwrap().batch_execute(sql).unwrap();
    Some(place)
}

#[test]
fn another_programs_tables_in_postgresql_are_refused_unchanged() {
    let ground = Ground::new();
    for sql in [
        "CREATE TABLE clientes (name TEXT); INSERT INTO clientes VALUES ('Marta')",
        // Named as one of ours is.
        "CREATE TABLE people (id INT); CREATE TABLE site (name TEXT PRIMARY KEY, value TEXT)",
        "CREATE VIEW people AS SELECT 1 AS id",
        // It keeps its steps with the same library, and what an older Telar left behind when it failed.
        "CREATE TABLE songs (title TEXT); CREATE TABLE refinery_schema_history (version INT, name TEXT, applied_on TEXT, \
         checksum TEXT); INSERT INTO refinery_schema_history VALUES (1, 'songs', '', '1')",
        "CREATE TABLE songs (title TEXT); CREATE TABLE refinery_schema_history (version INT, name TEXT)",
        "CREATE TABLE refinery_schema_history (step TEXT); INSERT INTO refinery_schema_history VALUES ('one')",
    ] {
        let Some(place) = prepared(&ground, sql) else { return };
        let before = rows(&place);
        let error = refused(&place);
        assert!(matches!(error, OpenError::Foreign(_)), "{sql}: {error}");
        assert!(error.to_string().contains("telar_"), "the database is named: {error}");
        let refused = Store::open_reading(&place).err().unwrap();
        assert!(matches!(refused, OpenError::Foreign(_)), "{sql}: {refused}");
        assert!(examine(&place).iter().any(|finding| matches!(finding.sign, Sign::Foreign { .. })), "{sql}");
        assert_eq!(rows(&place), before);
    }
}

#[test]
fn a_database_of_postgresql_with_nothing_of_its_own_becomes_a_site() {
    let ground = Ground::new();
    for sql in [
        "",
        // What an older Telar left behind.
        "CREATE TABLE refinery_schema_history (version INT PRIMARY KEY, name TEXT, applied_on TEXT, checksum TEXT)",
        // Views and tables that come with an extension are the server's.
        "CREATE VIEW counted AS SELECT 1 AS n; ALTER EXTENSION plpgsql ADD VIEW counted",
    ] {
        let Some(place) = prepared(&ground, sql) else { return };
        assert!(matches!(Store::open_reading(&place), Err(OpenError::Empty(_))), "{sql}");
        let findings = examine(&place);
        assert!(findings.iter().all(|finding| finding.level != Level::Wrong), "{findings:?}");
        drop(Store::open(&place, START).unwrap());
        assert!(examine(&place).iter().any(|finding| matches!(finding.sign, Sign::Intact { .. })), "{sql}");
    }
    // A view of a report beside our tables does not make them another program's.
    let place = filled(&ground, Engine::Postgres);
    meddle(&place, "CREATE VIEW names AS SELECT name FROM site");
    drop(Store::open(&place, START).unwrap());
}

#[test]
fn what_is_no_database_is_refused_unchanged() {
    let ground = Ground::of_files();
    let noise: Vec<u8> = (0..9_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for bytes in [&noise[..], b"x", b"SQLite format 3\0", &[0; 4096]] {
        let place = ground.place(Engine::Sqlite);
        fs::create_dir_all(place.folder()).unwrap();
        fs::write(place.file(), bytes).unwrap();
        assert!(matches!(refused(&place), OpenError::Corrupt { .. }), "{} bytes", bytes.len());
    }
}

#[test]
fn a_truncated_database_is_refused_unchanged() {
    let ground = Ground::of_files();
    let whole = fs::read(filled(&ground, Engine::Sqlite).file()).unwrap();
    let pages = whole.len() / 4_096;
    assert!(pages > 20);
    for length in [60, 99, 100, 512, 4_096, 8_192, pages / 2 * 4_096, (pages - 1) * 4_096, whole.len() - 1] {
        let place = ground.place(Engine::Sqlite);
        fs::create_dir_all(place.folder()).unwrap();
        fs::write(place.file(), &whole[..length]).unwrap();
        assert!(matches!(refused(&place), OpenError::Corrupt { .. }), "{length} of {}", whole.len());
    }
    // Cut to nothing beside a log that is not empty.
    let place = ground.place(Engine::Sqlite);
    fs::create_dir_all(place.folder()).unwrap();
    fs::write(place.file(), "").unwrap();
    fs::write(place.folder().join("telar.db-wal"), &whole[..5_000]).unwrap();
    assert!(matches!(refused(&place), OpenError::Corrupt { .. }));
}

#[test]
fn a_damaged_page_is_found_at_the_start_and_nothing_is_overwritten() {
    let ground = Ground::of_files();
    let whole = fs::read(filled(&ground, Engine::Sqlite).file()).unwrap();
    let pages = (whole.len() / 4_096) as u64;
    let mut found = 0;
    for page in 1..pages {
        let place = ground.place(Engine::Sqlite);
        fs::create_dir_all(place.folder()).unwrap();
        fs::write(place.file(), &whole).unwrap();
        let file = File::options().write(true).open(place.file()).unwrap();
        file.write_all_at(&[0xa5; 4_096], page * 4_096).unwrap();
        match Store::open(&place, START) {
            Err(OpenError::Corrupt { .. }) => {
                if found % 10 == 0 {
                    refused(&place);
                }
                found += 1;
            }
            Err(other) => panic!("page {page}: {other}"),
            // What lies inside a long text is not SQLite's to check, and the digests tell.
            Ok(store) => assert!(store.verify(&mut |_, _| ()).is_err(), "page {page} of {pages}"),
        }
    }
    assert!(found * 10 > pages * 9, "{found} of {pages}");
}

#[test]
fn damage_in_a_large_file_is_found_behind_the_start_and_ends_all_writing() {
    let ground = Ground::of_files();
    let place = filled(&ground, Engine::Sqlite);
    // More than is looked through before the start; most of it is one long value, which no page of Telar reads.
    let conn = Connection::open(place.file()).unwrap();
    conn.execute_batch("CREATE TABLE room (bytes BLOB); INSERT INTO room VALUES (zeroblob(40000000))").unwrap();
    drop(conn);
    let pages = fs::metadata(place.file()).unwrap().len() / 4_096;
    let file = File::options().write(true).open(place.file()).unwrap();
    file.write_all_at(&[0xff; 4], (pages - 100) * 4_096).unwrap();
    let store = Store::open(&place, START).unwrap();
    let refused =
        (0..50_000).find_map(|count| store.write(START, move |writing| writing.set_limit("x", count, START)).err());
    assert!(matches!(refused, Some(StoreError::Corrupt(_))), "{refused:?}");
    assert!(store.read(|reading| reading.person(person(1))).unwrap().is_some(), "reading goes on");
    drop(store);
    assert!(examine(&place).iter().any(|finding| matches!(finding.sign, Sign::Damaged { .. })));
}

#[test]
fn a_store_of_a_newer_telar_is_left_alone() {
    everywhere(|ground, engine| {
        let place = filled(ground, engine);
        let row = "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
                   VALUES (99, 'what_comes_later', '2031-01-01T00:00:00Z', '1234')";
        assert_eq!(meddle(&place, row), 1);
        assert!(matches!(refused(&place), OpenError::Newer));
        assert!(examine(&place).iter().any(|finding| finding.sign == Sign::Newer));
    });
}

#[test]
fn a_sound_store_is_said_to_be_sound() {
    everywhere(|ground, engine| {
        let place = filled(ground, engine);
        let before = files(place.folder());
        let findings = examine(&place);
        assert!(findings.iter().all(|finding| finding.level == Level::Good), "{findings:?}");
        assert!(findings.iter().any(|finding| finding.sign == Sign::Intact { facts: 420, epoch: 1 }));
        assert_eq!(files(place.folder()), before);
    });
}

/// A file system of its own, of a few megabytes, gone with the value.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path, megabytes: u32) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let size = format!("size={megabytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(at).output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self(at.to_owned()))
    }

    /// Takes all the room that is left; gives back the file that has it.
    fn fill(&self) -> PathBuf {
        let hog = self.0.join("hog");
        let mut file = File::create(&hog).unwrap();
        while file.write_all(&[7; 4_096]).is_ok() {}
        hog
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn on_a_full_disk_writing_fails_reading_goes_on_and_nothing_told_is_lost() {
    let ground = Ground::of_files();
    let Some(disk) = SmallDisk::mount(&ground.path("disk"), 4) else {
        // Without the right to mount; the file system that fails on demand (tests/durability) shows the same without it.
        let _ = std::io::stderr().write_all(b"\n*** FULL DISK SKIPPED: no right to mount a tmpfs ***\n\n");
        return;
    };
    let place = Location::Sqlite { folder: disk.0.join("data") };
    let store = Store::open(&place, START).unwrap();
    // Something else takes most of the room.
    let hog = disk.0.join("hog");
    fs::write(&hog, vec![7; 1_500_000]).unwrap();
    let mut told = Vec::new();
    let failure = loop {
        let who = (told.len() % 200) as u8;
        let step = step(Verb::Register, who, 0, 1);
        match store.write(START, move |writing| writing.record(vec![step.fact(&[])])) {
            Ok(facts) => told.push(facts[0].id),
            Err(error) => break error,
        }
        assert!(told.len() < 20_000, "the disk is never full");
    };
    assert!(matches!(failure, StoreError::DiskFull), "{failure}");
    let there = |store: &Store| {
        let facts = store.read(|reading| reading.facts_after(0, 100_000)).unwrap();
        facts.into_iter().map(|(_, fact)| fact.id).collect::<Vec<_>>()
    };
    // Pages are still read, and the next write is told the same.
    assert_eq!(there(&store), told);
    assert!(store.read(|reading| reading.person(person(1))).unwrap().is_some());
    let full = store.backup(&disk.0.join("backup"), &Seal::Open, START, &mut |_, _| ());
    assert!(matches!(full, Err(store::BackupError::DiskFull)) || full.is_ok());
    let _ = fs::remove_file(disk.0.join("backup"));
    // There is room again: it goes on without a restart.
    fs::remove_file(&hog).unwrap();
    told.extend(record(&store, START, &whole_life(0)).into_iter().map(|fact| fact.id));
    assert_eq!(there(&store), told);
    drop(store);
    let store = Store::open(&place, START).unwrap();
    assert_eq!(there(&store), told);
    assert_eq!(store.verify(&mut |_, _| ()).unwrap().facts, told.len() as u64);
    assert_eq!(store.rebuild(Rebuild::Check, START, |_, _| ()).unwrap().differences, Vec::<String>::new());
    drop(store);
    drop(disk);
}

#[test]
fn a_start_on_a_disk_that_filled_up_says_so_and_never_that_there_is_no_store() {
    let ground = Ground::of_files();
    let Some(disk) = SmallDisk::mount(&ground.path("disk"), 8) else { return };
    let place = Location::Sqlite { folder: disk.0.join("data") };
    record(&Store::open(&place, START).unwrap(), START, &whole_life(0));
    let hog = disk.fill();
    let refused = Store::open(&place, START).err().unwrap();
    assert!(matches!(refused, OpenError::DiskFull(_)), "{refused}");
    let refused = Store::open_reading(&place).err().unwrap();
    assert!(matches!(refused, OpenError::DiskFull(_)), "{refused}");
    let findings = examine(&place);
    assert!(findings.iter().any(|finding| matches!(finding.sign, Sign::DiskFull { .. })), "{findings:?}");
    assert!(!findings.iter().any(|finding| matches!(finding.sign, Sign::NoStoreYet { .. })), "{findings:?}");
    fs::remove_file(&hog).unwrap();
    assert_eq!(facts(&Store::open(&place, START).unwrap()), 21);
}

/// Keeps a file from being written, for the administrator too; gone with the value.
struct Unwritable(PathBuf);

impl Unwritable {
    fn make(path: &Path) -> Option<Self> {
        fs::set_permissions(path, fs::Permissions::from_mode(0o444)).unwrap();
        if File::options().write(true).open(path).is_ok() {
            // The administrator may write whatever the permissions say, but not on what is mounted for reading.
            let run = |arguments: &[&str]| {
                let mounted = Command::new("mount").args(arguments).arg(path).output();
                mounted.is_ok_and(|output| output.status.success())
            };
            let shown = path.to_string_lossy();
            if !run(&["--bind", &shown]) {
                let _ = std::io::stderr().write_all(b"\n*** UNWRITABLE FILE SKIPPED: no right to mount ***\n\n");
                return None;
            }
            assert!(run(&["-o", "remount,ro,bind"]));
        }
        Some(Self(path.to_owned()))
    }
}

impl Drop for Unwritable {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).stderr(Stdio::null()).status();
    }
}

#[test]
fn a_database_that_cannot_be_written_is_said_at_the_start() {
    let ground = Ground::of_files();
    let place = filled(&ground, Engine::Sqlite);
    let log = place.folder().join("telar.db-wal");
    fs::write(&log, "").unwrap();
    for file in [place.file(), log] {
        let Some(unwritable) = Unwritable::make(&file) else { return };
        let error = refused(&place);
        assert!(matches!(&error, OpenError::ReadOnly { .. }), "{error}");
        assert!(error.to_string().contains(&*file.to_string_lossy()), "the file is named: {error}");
        let findings = examine(&place);
        let found = findings
            .iter()
            .any(|finding| matches!(&finding.sign, Sign::ReadOnly { place, .. } if *place == file.to_string_lossy()));
        assert!(found, "{findings:?}");
        // Whoever only reads is not in need of it.
        assert_eq!(facts(&Store::open_reading(&place).unwrap()), 420);
        drop(unwritable);
    }
    fs::set_permissions(place.file(), fs::Permissions::from_mode(0o644)).unwrap();
    fs::set_permissions(place.folder().join("telar.db-wal"), fs::Permissions::from_mode(0o644)).unwrap();
    drop(Store::open(&place, START).unwrap());
}

#[test]
fn a_database_of_postgresql_that_only_reads_is_said_at_the_start() {
    let ground = Ground::new();
    if !ground.engines().contains(&Engine::Postgres) {
        return;
    }
    let place = filled(&ground, Engine::Postgres);
    let Location::Postgres { url, folder } = place else { return };
    // As on a copy that follows another server.
    let place = Location::Postgres { url: format!("{url}%20-c%20default_transaction_read_only%3Don"), folder };
    assert!(matches!(refused(&place), OpenError::ReadOnly { .. }));
    assert_eq!(facts(&Store::open_reading(&place).unwrap()), 420);
}

#[test]
fn a_first_start_that_was_cut_short_is_told_from_a_store_and_from_none() {
    everywhere(|ground, engine| {
        let place = ground.place(engine);
        drop(Store::open(&place, START).unwrap());
        for table in ["site", "origins"] {
            meddle(&place, &format!("DELETE FROM {table}"));
        }
        assert!(matches!(Store::open_reading(&place), Err(OpenError::Empty(_))));
        assert!(examine(&place).iter().any(|finding| matches!(finding.sign, Sign::Unfinished { .. })));
        drop(Store::open(&place, START).unwrap());
        assert!(examine(&place).iter().any(|finding| matches!(finding.sign, Sign::Intact { .. })));
    });
}

#[test]
fn a_store_that_lost_its_name_or_its_journal_is_damaged_and_gets_no_new_one() {
    everywhere(|ground, engine| {
        for loss in ["DELETE FROM site", "DROP TABLE journal", "DROP TABLE site"] {
            let place = filled(ground, engine);
            meddle(&place, loss);
            let before = files(place.folder());
            assert!(matches!(refused(&place), OpenError::Corrupt { .. }), "{loss}");
            assert!(matches!(Store::open_reading(&place), Err(OpenError::Corrupt { .. })), "{loss}");
            assert!(examine(&place).iter().any(|finding| matches!(finding.sign, Sign::Damaged { .. })), "{loss}");
            assert_eq!(files(place.folder()), before);
        }
    });
}

#[test]
fn a_first_start_on_a_full_disk_says_so() {
    let ground = Ground::of_files();
    let Some(disk) = SmallDisk::mount(&ground.path("disk"), 8) else { return };
    let hog = disk.fill();
    let place = Location::Sqlite { folder: disk.0.join("data") };
    let refused = Store::open(&place, START).err().unwrap();
    assert!(matches!(refused, OpenError::DiskFull(_)), "{refused}");
    fs::remove_file(&hog).unwrap();
    Store::open(&place, START).unwrap();
    drop(disk);
}
