//! Where a test's stores lie: SQLite in a folder that goes with the test, PostgreSQL in schemas of a database that no other
//! test has meanwhile. Must not know facts.

use domain::Moment;
use domain::moment::Span;
use postgres::{Client, NoTls};
use proptest::test_runner::Config;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use store::{Fingerprint, Location, Store};
use tempfile::TempDir;

/// 15 January 2027.
pub const START: Moment = Moment(1_800_000_000_000);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The address of the tests' PostgreSQL server. Where there is none the tests run on one engine only, and say so; with
/// `TELAR_TEST_REQUIRE_POSTGRES=1` they fail.
pub fn server() -> Option<String> {
    static TOLD: Once = Once::new();
    let url = std::env::var("TELAR_TEST_POSTGRES").ok().filter(|url| !url.is_empty());
    if url.is_none() {
        let required = std::env::var("TELAR_TEST_REQUIRE_POSTGRES").is_ok_and(|value| value == "1");
        assert!(!required, "TELAR_TEST_POSTGRES is not set: the store would be tested on one engine only");
        TOLD.call_once(|| {
            // Past the capture of the test's own output: nobody should take such a run for a whole one.
            let _ = std::io::stderr().write_all(
                b"\n*** PostgreSQL SKIPPED: set TELAR_TEST_POSTGRES=postgres://... (cargo xtask test does) ***\n\n",
            );
        });
    }
    url
}

#[test]
fn postgresql_is_tested_too() {
    if let Some(url) = server() {
        let version: String =
            Client::connect(&url, NoTls).unwrap().query_one("SHOW server_version", &[]).unwrap().get(0);
        assert!(!version.is_empty());
    }
}

/// How many random cases a property is tried with: `usual`, or as many as `PROPTEST_CASES` says.
pub fn cases(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    Config { cases: asked.unwrap_or(usual), failure_persistence: None, max_shrink_iters: 400, ..Config::default() }
}

/// The places of one test.
pub struct Ground {
    folder: TempDir,
    /// The server, where the test is for both engines.
    server: Option<String>,
    /// Taken when the first place on PostgreSQL is asked for.
    database: OnceCell<Database>,
}

struct Database {
    server: String,
    name: String,
    url: String,
}

/// Databases that no test has just now. Making one and dropping it takes longer than most tests; so they are handed on, and
/// dropped when no test is left that could want them.
struct Idle {
    grounds: u32,
    databases: Vec<Database>,
}

fn idle() -> MutexGuard<'static, Idle> {
    static IDLE: Mutex<Idle> = Mutex::new(Idle { grounds: 0, databases: Vec::new() });
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Ground {
    pub fn new() -> Self {
        Self::on(server())
    }

    /// Without PostgreSQL: for what only files can suffer.
    pub fn of_files() -> Self {
        Self::on(None)
    }

    fn on(server: Option<String>) -> Self {
        idle().grounds += 1;
        Self { folder: tempfile::tempdir().unwrap(), server, database: OnceCell::new() }
    }

    pub fn engines(&self) -> Vec<Engine> {
        if self.server.is_some() { vec![Engine::Sqlite, Engine::Postgres] } else { vec![Engine::Sqlite] }
    }

    /// The other engine, where there is one.
    pub fn other(&self, engine: Engine) -> Engine {
        if engine == Engine::Sqlite && self.server.is_some() { Engine::Postgres } else { Engine::Sqlite }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A new, empty place. On PostgreSQL each is a schema of the test's database.
    pub fn place(&self, engine: Engine) -> Location {
        static PLACES: AtomicU32 = AtomicU32::new(0);
        let number = PLACES.fetch_add(1, Ordering::Relaxed);
        let folder = self.path(&format!("place-{number}"));
        match (engine, &self.server) {
            (Engine::Postgres, Some(server)) => {
                let database = self.database.get_or_init(|| {
                    let spare = idle().databases.pop();
                    spare.unwrap_or_else(|| Database::make(server))
                });
                let mut client = Client::connect(&database.url, NoTls).unwrap();
                client.batch_execute(&format!("CREATE SCHEMA place_{number}")).unwrap();
                let url = format!("{}?options=-c%20search_path%3Dplace_{number}", database.url);
                Location::Postgres { url, folder }
            }
            _ => Location::Sqlite { folder },
        }
    }

    pub fn store(&self, engine: Engine) -> Store {
        Store::open(&self.place(engine), START).unwrap()
    }
}

impl Database {
    fn make(server: &str) -> Self {
        let name = format!("telar_{}", uuid::Uuid::new_v4().simple());
        Client::connect(server, NoTls).unwrap().batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        let (before, _) = server.rsplit_once('/').unwrap();
        Self { server: server.to_owned(), url: format!("{before}/{name}"), name }
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        let mut idle = idle();
        idle.databases.extend(self.database.take());
        idle.grounds -= 1;
        if idle.grounds == 0 {
            for database in idle.databases.drain(..) {
                if let Ok(mut client) = Client::connect(&database.server, NoTls) {
                    let _ = client.batch_execute(&format!("DROP DATABASE {} WITH (FORCE)", database.name));
                }
            }
        }
    }
}

/// Runs a test on each engine.
pub fn everywhere(test: impl Fn(&Ground, Engine)) {
    let ground = Ground::new();
    for engine in ground.engines() {
        test(&ground, engine);
    }
}

/// Something that Telar would never do: a change to the database past the store.
pub fn meddle(location: &Location, sql: &str) -> u64 {
    match location {
        Location::Sqlite { .. } => {
            let conn = rusqlite::Connection::open(location.file()).unwrap();
            conn.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
            conn.execute(sql, []).unwrap() as u64
        }
        Location::Postgres { url, .. } => Client::connect(url, NoTls).unwrap().execute(sql, &[]).unwrap(),
    }
}

/// A whole number that the database holds, asked past the store.
pub fn count(location: &Location, sql: &str) -> i64 {
    match location {
        Location::Sqlite { .. } => {
            rusqlite::Connection::open(location.file()).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
        }
        Location::Postgres { url, .. } => Client::connect(url, NoTls).unwrap().query_one(sql, &[]).unwrap().get(0),
    }
}

pub fn tables(store: &Store) -> BTreeMap<String, Fingerprint> {
    store.read(|reading| reading.fingerprints()).unwrap()
}

pub fn facts(store: &Store) -> u64 {
    store.read(|reading| reading.fact_count()).unwrap()
}

/// Every file of a folder with its content, but for the lock and the memory that readers share.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return BTreeMap::new() };
    entries
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .filter(|(name, _)| name != "telar.lock" && !name.ends_with("-shm"))
        .map(|(name, path)| (name, std::fs::read(path).unwrap()))
        .collect()
}

/// Whether the bytes hold the text.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

pub fn after(span: Span) -> Moment {
    START + span
}
