//! A whole Telar on an empty store, without a network.

use crate::Actor;
use app::mail::Mail;
use app::people::IdentityKey;
use app::{Options, Telar, Wall};
use axum::Router;
use domain::Moment;
use domain::ids::{CohortId, PersonId};
use std::path::Path;
use store::Location;
use tempfile::TempDir;
use uuid::Uuid;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

pub struct Site {
    pub telar: Telar,
    pub wall: Wall,
    pub router: Router,
    pub administrator: PersonId,
    pub cohort: CohortId,
    pub join_code: String,
    database: Option<(String, String)>,
    folder: TempDir,
}

/// Runs a journey on SQLite, and on PostgreSQL where `TELAR_TEST_POSTGRES` names a server. With
/// `TELAR_TEST_REQUIRE_POSTGRES` set, a missing server is a failure.
pub fn on_both_engines<F: Future<Output = ()>>(journey: impl Fn(Site) -> F) {
    let journey = &journey;
    on_both_engines_with(|engine| async move { journey(Site::found(engine).await).await });
}

/// The same for a journey that founds its own site.
pub fn on_both_engines_with<F: Future<Output = ()>>(journey: impl Fn(Engine) -> F) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.expect("a runtime starts");
    let mut engines = vec![Engine::Sqlite];
    match std::env::var("TELAR_TEST_POSTGRES") {
        Ok(_) => engines.push(Engine::Postgres),
        Err(_) if std::env::var("TELAR_TEST_REQUIRE_POSTGRES").is_ok() => {
            panic!("TELAR_TEST_POSTGRES names no server, and it is required")
        }
        Err(_) => println!("PostgreSQL is SKIPPED: TELAR_TEST_POSTGRES names no server"),
    }
    for engine in engines {
        runtime.block_on(journey(engine));
    }
}

/// Who endorses and signs the certificates of the tests' sites.
pub fn endorsement() -> domain::certificates::Endorsement {
    let signatories =
        domain::certificates::Endorsement::parse_signatories("Ana Ejemplo, Directora; Luis Ejemplo, Decano");
    domain::certificates::Endorsement {
        endorsers: vec!["Universidad de Ejemplo".into()],
        signatories: signatories.expect("two people"),
    }
}

impl Site {
    /// A site with the shipped programme, an administrator and one cohort.
    pub async fn found(engine: Engine) -> Self {
        Self::found_with(engine, None).await
    }

    /// The same, which sends mail where a way for it is given.
    pub async fn found_with(engine: Engine, mail: Option<Mail>) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the store");
        let data = folder.path().to_owned();
        let (location, database) = match engine {
            Engine::Sqlite => (Location::Sqlite { folder: data }, None),
            Engine::Postgres => {
                let server = std::env::var("TELAR_TEST_POSTGRES").expect("a server");
                let name = format!("telar_journey_{}", Uuid::new_v4().simple());
                run_sql(&server, &format!("CREATE DATABASE {name}")).await;
                let url = with_database(&server, &name);
                (Location::Postgres { url, folder: data }, Some((server, name)))
            }
        };
        // A Thursday morning in Guatemala, 2027-01-14 09:00.
        let wall = Wall::fixed(Moment(1_799_939_400_000));
        let options = Options {
            location,
            public_url: "http://telar.test".into(),
            wall: wall.clone(),
            demo: false,
            endorsement: endorsement(),
            identity_key: IdentityKey::parse(&"7a".repeat(32)).ok(),
            mail,
        };
        let telar = tokio::task::spawn_blocking(move || Telar::open(options)).await;
        let telar = telar.expect("opening does not panic").expect("an empty store opens");
        let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/indicadores");
        let package = programme::read(&package).expect("the journeys' programme has no problems");
        let version = telar.import_programme(&package).await.expect("it is imported").version;
        let link = telar.administrator_link().await.expect("the store answers").expect("nobody administers yet");
        let administrator = telar.spend_entry_link(&link.token, "test").await.expect("the link enters").person;
        let opening = app::cohorts::OpenCohort {
            command: Uuid::new_v4().into(),
            name: "Cohorte de prueba".into(),
            version: version.to_string(),
            schedule: String::new(),
            starts: "2027-01-11".into(),
            ends: "2027-02-12".into(),
            organisation: "Organización de prueba".into(),
        };
        let cohort = telar.open_cohort(administrator, opening).await.expect("a cohort opens");
        let settings = web::Settings { public_url: "http://telar.test".into(), demo: false, worker: web::Worker::On };
        let router = web::router(web::State::new(telar.clone(), settings));
        let mut site = Self { telar, wall, router, administrator, cohort, join_code: String::new(), database, folder };
        let visitor = site.administrator().await.visitor().await;
        site.join_code = site.telar.cohort(&visitor, cohort).await.expect("she sees it").card.join_code;
        site
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The same site behind other doors, for somebody who is not signed in.
    pub fn with_router(&self, router: Router) -> Actor {
        Actor::new(router, self.telar.clone())
    }

    /// Somebody who is not signed in, on a phone of her own.
    pub fn nobody(&self) -> Actor {
        Actor::new(self.router.clone(), self.telar.clone())
    }

    /// Opens a cohort of another programme; gives back the code of its link.
    pub async fn cohort_of(&self, package: &programme::Package) -> String {
        let version = self.telar.import_programme(package).await.expect("it is imported").version;
        let opening = app::cohorts::OpenCohort {
            command: Uuid::new_v4().into(),
            name: format!("Cohorte de {}", package.programme.slug),
            version: version.to_string(),
            schedule: String::new(),
            starts: "2027-01-11".into(),
            ends: "2027-02-12".into(),
            organisation: "Organización de prueba".into(),
        };
        let cohort = self.telar.open_cohort(self.administrator, opening).await.expect("a cohort opens");
        let visitor = self.administrator().await.visitor().await;
        self.telar.cohort(&visitor, cohort).await.expect("she sees it").card.join_code
    }

    /// Signs a person in on a new device, by a link that enters once.
    pub async fn enter(&self, person: PersonId) -> Actor {
        let link = self.telar.make_entry_link(person).await.expect("a link is made");
        let mut actor = self.nobody();
        let page = actor.post(&format!("/enter/{}", link.token), &[]).await;
        assert_eq!(page.status, 303, "entering by a link redirects: {}", page.text);
        actor
    }

    pub async fn administrator(&self) -> Actor {
        self.enter(self.administrator).await
    }

    /// A member of staff of the cohort: `facilitator`, `assessor`, `coordinator`, `analyst`.
    pub async fn staff(&self, role: &str) -> Actor {
        let naming = app::people::NameStaff {
            command: Uuid::new_v4().into(),
            name: format!("Persona {role}"),
            role: role.into(),
            cohort: Some(self.cohort),
            language: "es".into(),
        };
        let named = self.telar.name_staff(self.administrator, naming).await.expect("staff is named");
        self.enter(named.person).await
    }

    /// Somebody who joins by the cohort's link.
    pub async fn learner(&self, name: &str) -> Actor {
        let mut actor = self.nobody();
        let page = actor.join(&self.join_code, name).await;
        assert_eq!(page.status, 303, "joining redirects: {}", page.text);
        actor
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some((server, name)) = self.database.take() {
            // The database is in use until the last clone of Telar is gone; FORCE ends those connections.
            let dropped = std::thread::spawn(move || {
                let mut client = postgres::Client::connect(&server, postgres::NoTls).ok()?;
                client.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).ok()
            });
            let _ = dropped.join();
        }
    }
}

fn with_database(server: &str, name: &str) -> String {
    let (base, options) =
        server.split_once('?').map_or((server, String::new()), |(base, rest)| (base, format!("?{rest}")));
    let base = match base.strip_prefix("postgres://").and_then(|rest| rest.split_once('/')) {
        Some((host, _)) => format!("postgres://{host}"),
        None => base.to_owned(),
    };
    format!("{base}/{name}{options}")
}

async fn run_sql(server: &str, sql: &str) {
    let (server, sql) = (server.to_owned(), sql.to_owned());
    let ran =
        tokio::task::spawn_blocking(move || postgres::Client::connect(&server, postgres::NoTls)?.batch_execute(&sql));
    ran.await.expect("no panic").expect("the database server answers");
}
