//! Being forgotten.

use journeys::{new_command, on_both_engines};
use store::Rebuild;

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
fn the_last_administrator_stays() {
    on_both_engines(|site| async move {
        let mut last = site.administrator().await;
        last.post("/me/erasure", &[("command", &new_command()), ("wish", "ask"), ("certificates", "stay")]).await;
        assert!(site.telar.pending_erasure(site.administrator).await.expect("the store answers").is_none());
    });
}
