//! Being forgotten.

use app::{Options, Telar};
use domain::facts::{CertificateRecords, PersonErased, Subject};
use domain::ids::{CommandId, ErasureId};
use journeys::{new_command, on_both_engines};
use store::{CommandBefore, CommandState, Location, NewFact, Rebuild, Seal, Unseal, restore};

#[test]
fn an_erased_person_is_gone_and_the_journal_still_holds() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Petronila Irrepetible").await;
        marta.read("t5-l1").await;
        let asked =
            marta.post("/me/erasure", &[("command", &new_command()), ("wish", "ask"), ("certificates", "erase")]).await;
        assert_eq!(asked.status, 303, "{}", asked.text);
        let waiting = site.telar.erasures(site.administrator).await.expect("the store answers");
        site.telar.carry_out_erasure(site.administrator, waiting[0].erasure).await.expect("carried out");
        assert_eq!(marta.get("/today").await.location, "/enter", "she is signed out");
        site.telar.catch_up().await.expect("the followers go on");
        let list =
            std::fs::read_to_string(site.folder().join("redactions.jsonl")).expect("the list is beside the store");
        assert_eq!(list.lines().count(), 1);
        assert!(!list.contains("Petronila"));
        let telar = site.telar.clone();
        tokio::task::spawn_blocking(move || {
            let verified = telar.store().verify(&mut |_, _| {}).expect("the chain holds");
            assert!(verified.redacted >= 4, "{verified:?}");
            let rebuilt = telar.store().rebuild(Rebuild::Check, telar.now(), |_, _| {}).expect("it replays");
            assert_eq!(rebuilt.differences, Vec::<String>::new());
        })
        .await
        .expect("no panic");
    });
}

#[test]
fn what_was_answered_for_an_erased_person_goes_too_and_her_form_does_not_enter_as_her() {
    on_both_engines(|site| async move {
        let (mut marta, joining) = (site.nobody(), new_command());
        assert_eq!(marta.join_as(&site.join_code, "Petronila Irrepetible", &joining, &[]).await.status, 303);
        let (hers, naming) = (marta.visitor().await.person, CommandId(uuid::Uuid::new_v4()));
        let named = || app::people::NameStaff {
            command: naming,
            name: "Rosa Irrepetible".into(),
            role: "analyst".into(),
            cohort: None,
            language: "es".into(),
        };
        let rosa = site.telar.name_staff(site.administrator, named()).await.expect("she is named").person;
        let folder = tempfile::tempdir().expect("a folder");
        let (backup, telar) = (folder.path().join("last-week.backup"), site.telar.clone());
        let saved = backup.clone();
        spawn(move || telar.store().backup(&saved, &Seal::Open, telar.now(), &mut |_, _| ()).expect("a backup")).await;
        for person in [hers, rosa] {
            site.telar.ask_erasure(person, CertificateRecords::Go).await.expect("asked");
            let waiting = site.telar.erasures(site.administrator).await.expect("the store answers");
            site.telar.carry_out_erasure(site.administrator, waiting[0].erasure).await.expect("carried out");
        }
        site.telar.catch_up().await.expect("the followers go on");
        let joining = CommandId(joining.parse().expect("an id"));
        assert_eq!(known(&site.telar, &[joining, naming]).await, 0);

        // Nor are they in a backup from before, once the list of erasures was carried out on it.
        let (list, now) = (site.folder().join("redactions.jsonl"), site.telar.now());
        let place = folder.path().join("restored");
        let to = Location::Sqlite { folder: place.clone() };
        let restored = spawn(move || restore(&backup, &to, &Unseal::Open, (Some(&list), now), &mut |_, _| ())).await;
        assert_eq!(restored.expect("it is restored").redacted, 2);
        assert_eq!(known(&open(&place, &site).await, &[joining, naming]).await, 0);

        // The same form once more, from a page that was left open: somebody new.
        let mut again = site.nobody();
        assert_eq!(
            again.join_as(&site.join_code, "Petronila Irrepetible", &joining.to_string(), &[]).await.status,
            303
        );
        assert_ne!(again.visitor().await.person, hers);
    });
}

/// How many of these commands the store still knows of.
async fn known(telar: &Telar, commands: &[CommandId]) -> usize {
    let (telar, commands) = (telar.clone(), commands.to_vec());
    let state = |command| CommandState { command, author: String::new(), digest: String::new() };
    spawn(move || {
        let is_known = |command: &&CommandId| {
            let before = telar.store().read(|reading| reading.command(&state(**command)));
            before.expect("the store answers") != CommandBefore::New
        };
        commands.iter().filter(is_known).count()
    })
    .await
}

#[test]
fn a_command_that_outlived_the_person_makes_nobody_enter() {
    on_both_engines(|site| async move {
        let (mut marta, joining) = (site.nobody(), new_command());
        marta.join_as(&site.join_code, "Petronila Irrepetible", &joining, &[]).await;
        let about = Subject::Person(marta.visitor().await.person);
        // An erasure that was carried out on another node, or before commands went with it.
        let (telar, erasure) = (site.telar.clone(), ErasureId(uuid::Uuid::new_v4()));
        let what = PersonErased { erasure, certificates: CertificateRecords::Go }.into();
        let facts = vec![NewFact { actor: None, about, what }];
        spawn(move || telar.store().write(telar.now(), move |writing| writing.record(facts))).await.expect("recorded");
        let mut again = site.nobody();
        assert_eq!(again.join_as(&site.join_code, "Petronila Irrepetible", &joining, &[]).await.status, 404);
        assert!(again.token().is_none());
    });
}

#[test]
fn the_last_administrator_stays() {
    on_both_engines(|site| async move {
        let mut last = site.administrator().await;
        last.post("/me/erasure", &[("command", &new_command()), ("wish", "ask"), ("certificates", "stay")]).await;
        assert!(site.telar.pending_erasure(site.administrator).await.expect("the store answers").is_none());
    });
}

#[test]
fn an_older_backup_comes_back_without_the_person_and_with_the_list() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Petronila Irrepetible").await;
        marta.read("t5-l1").await;
        let folder = tempfile::tempdir().expect("a folder");
        let backup = folder.path().join("last-week.backup");
        let telar = site.telar.clone();
        let saved = backup.clone();
        spawn(move || telar.store().backup(&saved, &Seal::Open, telar.now(), &mut |_, _| ()).expect("a backup")).await;
        marta.post("/me/erasure", &[("command", &new_command()), ("wish", "ask"), ("certificates", "erase")]).await;
        let waiting = site.telar.erasures(site.administrator).await.expect("the store answers");
        site.telar.carry_out_erasure(site.administrator, waiting[0].erasure).await.expect("carried out");
        site.telar.catch_up().await.expect("the followers go on");
        let list = site.folder().join("redactions.jsonl");

        // Once with the list that lay beside the lost store, once more from a backup of what that gave, without any list.
        let (first, second) = (folder.path().join("first"), folder.path().join("second"));
        let now = site.telar.now();
        let (from, to) = (backup.clone(), Location::Sqlite { folder: first.clone() });
        let restored = spawn(move || restore(&from, &to, &Unseal::Open, (Some(&list), now), &mut |_, _| ())).await;
        assert_eq!(restored.expect("it is restored").redacted, 1);
        let again = open(&first, &site).await;
        nobody_is_called_petronila(&again).await;
        let later = folder.path().join("later.backup");
        let (telar, saved) = (again.clone(), later.clone());
        spawn(move || telar.store().backup(&saved, &Seal::Open, now, &mut |_, _| ()).expect("a backup")).await;
        drop(again);
        let to = Location::Sqlite { folder: second.clone() };
        let restored = spawn(move || restore(&later, &to, &Unseal::Open, (None, now), &mut |_, _| ())).await;
        assert_eq!(restored.expect("it is restored").redacted, 0);
        nobody_is_called_petronila(&open(&second, &site).await).await;
    });
}

async fn spawn<T: Send + 'static>(f: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(f).await.expect("no panic")
}

async fn open(folder: &std::path::Path, site: &journeys::Site) -> Telar {
    let location = Location::Sqlite { folder: folder.to_owned() };
    let options = Options {
        location,
        public_url: "http://telar.test".into(),
        wall: site.wall.clone(),
        demo: false,
        endorsement: Default::default(),
        identity_key: None,
        mail: None,
    };
    spawn(move || Telar::open(options)).await.expect("it opens")
}

/// Neither in the tables nor in the journal; and the list of redactions is made anew beside the restored store.
async fn nobody_is_called_petronila(telar: &Telar) {
    telar.catch_up().await.expect("the followers go on");
    let list = std::fs::read_to_string(telar.store().location().folder().join("redactions.jsonl"));
    assert_eq!(list.expect("the list is made anew").lines().count(), 1);
    let telar = telar.clone();
    let facts = spawn(move || telar.store().read(|reading| reading.facts_after(0, 100_000))).await;
    for (_, fact) in facts.expect("the store answers") {
        let payload = fact.payload.map(|payload| payload.json.to_string()).unwrap_or_default();
        assert!(!payload.contains("Petronila"), "{payload}");
    }
}
