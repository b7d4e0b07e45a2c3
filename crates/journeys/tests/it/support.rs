//! Somebody who helps sees what a person sees: with her code, for half an hour, changing nothing, and seen by her.

use crate::doors::{DOORS, Things, filled, things};
use crate::timed;
use domain::Moment;
use domain::facts::{AttemptMarked, MarkedAnew, Subject, What};
use domain::ids::{MarkingId, PersonId};
use domain::moment::Span;
use journeys::{Actor, Page, Site, new_command, on_both_engines};
use std::collections::BTreeMap;
use store::{Fingerprint, NewFact};
use uuid::Uuid;

const BANNER: &str = "class=\"acting\"";
/// Writes that are about the helper herself.
const HERS: [&str; 6] = ["/support", "/support/ending", "/language", "/leave", "/back", "/sign-out"];

/// She asks for a code on her page, and reads it there.
async fn code_of(her: &mut Actor) -> String {
    assert_eq!(her.post("/me/support", &[]).await.location, "/me/support");
    shown_code(&her.get("/me/support").await).expect("her page shows a code")
}

fn shown_code(page: &Page) -> Option<String> {
    let (_, rest) = page.text.split_once("class=\"spoken\" translate=\"no\">")?;
    rest.split_once('<').map(|(code, _)| code.to_owned())
}

async fn begin(helper: &mut Actor, code: &str) -> Page {
    helper.post("/support", &[("code", code)]).await
}

/// The helper sees her pages from here on.
async fn helped(her: &mut Actor, helper: &mut Actor) {
    let code = code_of(her).await;
    let page = begin(helper, &code).await;
    assert_eq!((page.status, page.location.as_str()), (303, "/today"), "{}", page.text);
}

async fn is_acting(actor: &Actor) -> bool {
    actor.visitor().await.acting.is_some()
}

fn wait(site: &Site, span: Span) {
    site.wall.set(site.telar.now() + span);
}

/// The kinds of what was written about a person to help her, with who wrote it.
async fn facts(site: &Site, person: PersonId) -> Vec<(String, Option<PersonId>)> {
    let telar = site.telar.clone();
    let read = move || telar.store().read(|reading| reading.facts_about(Subject::Person(person))).expect("the store");
    let facts = tokio::task::spawn_blocking(read).await.expect("no panic");
    let of_support = facts.into_iter().filter(|fact| fact.kind.starts_with("support."));
    of_support.map(|fact| (fact.kind, fact.actor)).collect()
}

async fn record(site: &Site, about: Subject, what: What) {
    let (telar, now) = (site.telar.clone(), site.telar.now());
    let write = move || {
        telar.store().write(now, move |writing| writing.record(vec![NewFact { actor: None, about, what }]).map(drop))
    };
    tokio::task::spawn_blocking(write).await.expect("no panic").expect("the store writes");
}

async fn role_of(site: &Site, person: PersonId) -> domain::ids::GrantId {
    let telar = site.telar.clone();
    let read = move || telar.store().read(|reading| reading.roles_of(person)).expect("the store answers");
    tokio::task::spawn_blocking(read).await.expect("no panic").first().expect("a role").id
}

type Standing = (BTreeMap<String, Fingerprint>, u64, Vec<Moment>);

/// All that follows from facts, how many there are, and when this person was last seen.
async fn standing(site: &Site, person: PersonId) -> Standing {
    let telar = site.telar.clone();
    let read = move || {
        let read = telar.store().read(|reading| {
            let seen = reading.sessions(person)?.into_iter().map(|row| row.seen).collect();
            Ok::<_, store::StoreError>((reading.fingerprints()?, reading.fact_count()?, seen))
        });
        read.expect("the store answers")
    };
    tokio::task::spawn_blocking(read).await.expect("no panic")
}

/// The learner of the doors' table, with attempts, lessons and a certificate, and a facilitator who sees her pages.
async fn acting_as_the_learner(site: &Site) -> (Things, PersonId, Actor) {
    let things = things(site).await;
    let person: PersonId = things.person.parse().expect("an id");
    let mut her = site.enter(person).await;
    let mut helper = site.staff("facilitator").await;
    helped(&mut her, &mut helper).await;
    (things, person, helper)
}

#[test]
fn a_coordinator_on_the_phone_sees_what_the_nurse_sees_and_the_nurse_sees_her() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        marta.read("t5-l1").await;
        let asks = marta.get("/me/support").await;
        assert!(asks.text.contains("No puede cambiar nada") && shown_code(&asks).is_none());
        let mut helper = site.staff("coordinator").await;
        let herself = helper.visitor().await.person;
        assert!(helper.get(&format!("/cohorts/{}", site.cohort)).await.text.contains("href=\"/support\""));
        assert!(helper.get("/support").await.text.contains("Ayudar a una persona"));
        let code = code_of(&mut marta).await;
        // As people say and type it.
        let page = begin(&mut helper, &format!(" {} {} ", code[..3].to_lowercase(), &code[3..])).await;
        assert_eq!((page.status, page.location.as_str()), (303, "/today"));

        let today = helper.get("/today").await;
        assert!(today.text.contains("Está viendo lo que ve Marta Ejemplo, hasta las 09:40."), "{}", today.text);
        assert!(today.text.contains("Buenos días, Marta"), "it is her page");
        assert_eq!(helper.visitor().await.person, person);
        assert_eq!(helper.get("/desk").await.status, 403, "no role of anybody's holds meanwhile");
        assert_eq!(helper.get(&format!("/cohorts/{}", site.cohort)).await.status, 403);

        for path in ["/today", "/programme", "/me", "/activities/t5-l1", "/who-to-tell"] {
            let page = marta.get(path).await;
            let line = "Persona coordinator (coordina su grupo) está viendo sus páginas desde las 09:10.";
            assert!(page.text.contains(line) && !page.text.contains(BANNER), "{path}: {}", page.text);
        }
        wait(&site, Span::minutes(4));
        let ended = helper.post("/support/ending", &[]).await;
        assert_eq!(ended.location, "/support?done=ended");
        assert_eq!(ended.headers["clear-site-data"], "\"cache\"");
        assert!(helper.get("/support?done=ended").await.text.contains("Terminó la ayuda"));
        assert_eq!(helper.visitor().await.person, herself);
        let me = marta.get("/me").await.text;
        assert!(me.contains("Persona coordinator (coordina su grupo)") && me.contains("de 09:10 a 09:14"), "{me}");
        assert!(!me.contains("está viendo sus páginas"));
        let facts = facts(&site, person).await;
        let expected = ["support.begun/1", "support.ended/1"].map(|kind| (kind.to_owned(), Some(herself)));
        assert_eq!(facts, expected);
        let data = marta.get("/me/data").await.text;
        assert!(data.contains("Alguien vio sus páginas para ayudarle · lo hizo otra persona"));
        assert!(marta.get("/me/data.json").await.text.contains("\"helper\":\"Persona coordinator\""));
    });
}

#[test]
fn a_code_that_is_wrong_late_used_taken_back_or_of_another_s_gets_the_same_words() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let mut helper = site.staff("facilitator").await;
        let refused = async |helper: &mut Actor, code: &str| {
            let page = begin(helper, code).await;
            assert_eq!(page.status, 422, "{}", page.text);
            assert!(page.text.contains("Ese código no vale."), "{}", page.text);
            assert!(!is_acting(helper).await);
            page.text.replace(code, "")
        };
        let wrong = refused(&mut helper, "ZZZZZZ").await;
        let late = code_of(&mut marta).await;
        wait(&site, Span::minutes(15));
        assert!(shown_code(&marta.get("/me/support").await).is_none(), "nor does she see it any more");
        refused(&mut helper, &late).await;
        let back = code_of(&mut marta).await;
        marta.post("/me/support/withdrawal", &[]).await;
        refused(&mut helper, &back).await;
        let first = code_of(&mut marta).await;
        let second = code_of(&mut marta).await;
        refused(&mut helper, &first).await;
        assert_eq!(begin(&mut helper, &second).await.status, 303);
        helper.post("/support/ending", &[]).await;
        refused(&mut helper, &second).await;

        // Of another cohort; without such a role; herself.
        let code = code_of(&mut marta).await;
        let package = timed::package();
        let version = site.telar.import_programme(&package).await.expect("it is imported").version;
        let opening = app::cohorts::OpenCohort {
            command: Uuid::new_v4().into(),
            name: "Otra cohorte".into(),
            version: version.to_string(),
            schedule: String::new(),
            starts: "2027-01-11".into(),
            ends: "2027-02-12".into(),
            organisation: "Organización de prueba".into(),
        };
        let other = site.telar.open_cohort(site.administrator, opening).await.expect("a cohort opens");
        for role in ["facilitator", "coordinator"] {
            let naming = app::people::NameStaff {
                command: Uuid::new_v4().into(),
                name: format!("Otra persona {role}"),
                role: role.into(),
                cohort: Some(other),
                language: "es".into(),
            };
            let named = site.telar.name_staff(site.administrator, naming).await.expect("staff is named").person;
            let said = refused(&mut site.enter(named).await, &code).await;
            assert_eq!(said.len(), wrong.len(), "nobody learns which");
        }
        for role in ["assessor", "analyst"] {
            assert_eq!(begin(&mut site.staff(role).await, &code).await.status, 404);
        }
        assert_eq!(begin(&mut marta, &code).await.status, 404);
        let mut administrator = site.administrator().await;
        let own = code_of(&mut administrator).await;
        refused(&mut administrator, &own).await;
        assert_eq!(begin(&mut administrator, &code).await.status, 303, "it was there all the time");
    });
}

#[test]
fn guesses_run_out_and_the_right_code_does_not_help_then() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let code = code_of(&mut marta).await;
        let mut helper = site.staff("facilitator").await;
        for _ in 0..5 {
            assert_eq!(begin(&mut helper, "AAAAAA").await.status, 422);
        }
        assert_eq!(begin(&mut helper, &code).await.status, 429);
        assert!(!is_acting(&helper).await);
        // It is the helper who waits, not the person.
        assert_eq!(begin(&mut site.staff("facilitator").await, &code).await.status, 303);
        wait(&site, Span::minutes(2));
        let code = code_of(&mut marta).await;
        assert_eq!(begin(&mut helper, &code).await.status, 303);
    });
}

#[test]
fn nobody_gains_a_role_by_helping() {
    on_both_engines(|site| async move {
        let mut administrator = site.administrator().await;
        let mut coordinator = site.staff("coordinator").await;
        // Somebody with a role who also learns.
        let learns = coordinator.post(&format!("/c/{}", site.join_code), &[("command", &new_command())]).await;
        assert!(learns.status < 500);
        let code = code_of(&mut administrator).await;
        assert_eq!(begin(&mut coordinator, &code).await.status, 422, "an administrator is helped by none but her like");
        let code = code_of(&mut coordinator).await;
        assert_eq!(begin(&mut site.staff("facilitator").await, &code).await.status, 422);
        assert_eq!(begin(&mut administrator, &code).await.status, 303);
        let visitor = administrator.visitor().await;
        assert!(visitor.grants.0.is_empty(), "neither hers nor the other's");
        for path in ["/site", "/numbers", "/desk", "/site/people"] {
            assert_eq!(administrator.get(path).await.status, 403, "{path}");
        }
    });
}

#[test]
fn nothing_can_be_sent_by_any_door_and_nothing_changes() {
    on_both_engines(|site| async move {
        let (things, person, mut helper) = acting_as_the_learner(&site).await;
        let before = standing(&site, person).await;
        let mut tried = 0;
        for (method, path, _) in DOORS.iter().filter(|(_, path, _)| !HERS.contains(path)) {
            if *method != "POST" {
                continue;
            }
            tried += 1;
            let target = filled(&site, &things, path);
            let fields: &[(&str, &str)] = &[("command", &new_command()), ("question", "t5-p-01"), ("answer", "a")];
            let page = helper.post(&target, fields).await;
            assert_eq!(page.status, 403, "{target}: {}", page.text);
            assert!(page.text.contains("Aquí no se puede cambiar nada") && page.text.contains(BANNER), "{target}");
            let answer = helper.post_json(&target, fields).await;
            assert!(answer.status == 403 && answer.text.contains("only_looking"), "{target}");
            // What waits on her own phone goes on waiting.
            let outbox = [
                ("sec-fetch-site", "same-origin"),
                ("accept", "application/json"),
                ("telar-person", "0123456789abcdef"),
            ];
            assert_eq!(helper.send("POST", &target, fields, &outbox).await.status, 401, "{target}");
        }
        assert!(tried > 50);
        assert_eq!(standing(&site, person).await, before);
        assert!(is_acting(&helper).await);
    });
}

#[test]
fn all_of_her_pages_are_seen_with_the_banner_kept_nowhere_and_leave_no_trace() {
    on_both_engines(|site| async move {
        let (things, person, mut helper) = acting_as_the_learner(&site).await;
        // A mark that changed, and that she has not looked at.
        let attempt = things.attempt.parse().expect("an id");
        let mark = site.telar.attempt(person, attempt).await.expect("hers").result.expect("a mark").mark;
        let why = MarkedAnew::Read;
        let marking = MarkingId(Uuid::now_v7());
        let marked = AttemptMarked { marking, attempt, before: 0, mark, why, reason: "Se leyó.".into() };
        record(&site, Subject::Person(person), marked.into()).await;
        site.telar.keep_data_use().await.expect("it is written down");
        let used = site.telar.data_month(person).await.expect("the store answers").total();
        // Long enough after that a visit of hers would be noted.
        wait(&site, Span::minutes(20));
        let before = standing(&site, person).await;
        let marker = domain::access::marker(person);
        let (mut pages, mut refused) = (0, 0);
        for (method, path, _) in DOORS {
            // Nobody is looked up there; one hides the session.
            if *method != "GET" || ["/leave", "/calendar", "/assets/{name}"].contains(path) {
                continue;
            }
            let target = filled(&site, &things, path).replace("activities/t5-q", "activities/t5-l4");
            let page = helper.get(&target).await;
            assert!(page.status < 500 && page.location != "/enter", "{target}: {}", page.status);
            if page.kind.starts_with("text/html") {
                assert!(page.text.contains(BANNER), "{target}: {}", page.text);
                assert!(!page.text.contains("<script") && !page.text.contains(&marker), "{target}");
                assert_eq!(page.headers["cache-control"], "no-store", "{target}");
                let policy = page.headers["content-security-policy"].to_str().expect("text");
                assert!(policy.contains("script-src 'none'") && policy.contains("connect-src 'none'"), "{target}");
                pages += usize::from(page.status == 200);
                refused += usize::from(page.status == 403);
            }
        }
        assert!(pages > 12 && refused > 60, "{pages} {refused}");
        for lesson in ["t5-l1", "t5-l2", "t5-l3", "t5-p", "t5-q"] {
            assert_eq!(helper.get(&format!("/activities/{lesson}")).await.status, 200);
        }
        assert_eq!(standing(&site, person).await, before);
        assert_eq!(site.telar.mark_news(person).await.expect("the store answers").len(), 1, "she has still to look");
        assert_eq!(site.telar.data_month(person).await.expect("the store answers").total(), used);
    });
}

#[test]
fn what_she_has_not_opened_is_not_begun_when_a_helper_opens_it() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        let mut helper = site.staff("facilitator").await;
        helped(&mut marta, &mut helper).await;
        let before = standing(&site, person).await;
        for path in ["/activities/t5-l1", "/activities/t5-p", "/topics/t5"] {
            assert_eq!(helper.get(path).await.status, 200, "{path}");
        }
        assert_eq!(standing(&site, person).await, before);
    });
}

#[test]
fn how_she_enters_and_what_is_hers_alone_is_not_shown() {
    on_both_engines(|site| async move {
        let (_, _, mut helper) = acting_as_the_learner(&site).await;
        for path in
            ["/me/password", "/me/data", "/me/data.json", "/me/data-use.json", "/me/outbox", "/outbox", "/me/support"]
        {
            let page = helper.get(path).await;
            assert_eq!(page.status, 403, "{path}");
            assert!(page.text.contains("Esto no se muestra"), "{path}");
        }
        let me = helper.get("/me").await.text;
        assert!(me.contains("Lo que aquí no se muestra"));
        for hers in
            ["/me/entry-link", "/me/password", "/me/devices", "/me/erasure", "/me/data.json", "/sign-out", "Chrome"]
        {
            assert!(!me.contains(hers), "{hers}");
        }
        let profile = helper.get("/me/profile").await;
        assert_eq!(profile.status, 200);
        assert!(profile.text.contains("solo de ella") && !profile.text.contains("name=\"cui\""), "{}", profile.text);
    });
}

#[test]
fn it_ends_by_her_by_the_helper_by_time_and_by_either_signing_out() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        let mut helper = site.staff("coordinator").await;
        let herself = helper.visitor().await.person;
        let over = async |helper: &mut Actor| {
            // A form of the other's page is not taken for her own.
            let fields = [("command", new_command())];
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let page = helper.post("/activities/t5-l1/done", &fields).await;
            assert!(page.status == 403 && page.text.contains("La ayuda terminó"), "{}", page.text);
            assert_eq!(helper.get("/today").await.location, "/support");
            let page = helper.get("/support").await;
            assert!(page.text.contains("La ayuda terminó") && !page.text.contains(BANNER));
            assert!(!helper.get("/support").await.text.contains("La ayuda terminó"), "once is enough");
            assert_eq!(helper.visitor().await.person, herself);
        };

        helped(&mut marta, &mut helper).await;
        let line = marta.get("/today").await.text;
        let ending = line.split("action=\"").find(|it| it.starts_with("/me/support/")).expect("a button");
        let ending = ending.split('"').next().expect("an address").to_owned();
        // Nobody else ends it.
        let mut rosa = site.learner("Rosa Ejemplo").await;
        rosa.post(&ending, &[]).await;
        assert!(is_acting(&helper).await);
        assert_eq!(marta.post(&ending, &[]).await.status, 303);
        over(&mut helper).await;

        helped(&mut marta, &mut helper).await;
        wait(&site, Span(Span::minutes(30).0 - 1));
        assert!(is_acting(&helper).await);
        wait(&site, Span(1));
        over(&mut helper).await;
        assert!(!marta.get("/today").await.text.contains("está viendo sus páginas"));

        helped(&mut marta, &mut helper).await;
        helper.post("/support/ending", &[]).await;
        assert_eq!(helper.get("/support").await.status, 200);

        helped(&mut marta, &mut helper).await;
        helper.post("/sign-out", &[]).await;
        assert_eq!(helper.get("/today").await.location, "/enter");
        assert!(!marta.get("/today").await.text.contains("está viendo sus páginas"));

        let mut helper = site.enter(herself).await;
        helped(&mut marta, &mut helper).await;
        let code = code_of(&mut marta).await;
        marta.post("/sign-out", &[]).await;
        over(&mut helper).await;
        assert_eq!(begin(&mut helper, &code).await.status, 422, "her code went too");

        let kinds: Vec<_> =
            facts(&site, person).await.into_iter().map(|(kind, actor)| (kind, actor == Some(person))).collect();
        let begun = ("support.begun/1".to_owned(), false);
        let ended = |by_her| ("support.ended/1".to_owned(), by_her);
        let each = [vec![begun.clone(), ended(true)], vec![begun.clone()]];
        let rest = [vec![begun.clone(), ended(false)], vec![begun.clone(), ended(false)], vec![begun, ended(true)]];
        assert_eq!(kinds, [each.concat(), rest.concat()].concat(), "time alone needs no fact");
        let mut marta = site.enter(person).await;
        assert_eq!(marta.get("/me").await.text.matches("(coordina su grupo)").count(), 5);
    });
}

#[test]
fn it_is_over_when_the_helper_is_none_any_more_or_either_is_erased() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        let mut helper = site.staff("facilitator").await;
        let herself = helper.visitor().await.person;
        helped(&mut marta, &mut helper).await;
        let grant = role_of(&site, herself).await;
        site.telar.withdraw_role(site.administrator, grant).await.expect("it is taken from her");
        assert!(!is_acting(&helper).await);

        let mut helper = site.staff("coordinator").await;
        let herself = helper.visitor().await.person;
        helped(&mut marta, &mut helper).await;
        site.telar.ask_erasure(herself, domain::facts::CertificateRecords::Go).await.expect("it waits");
        let erasure = site.telar.erasures(site.administrator).await.expect("the store answers")[0].erasure;
        site.telar.carry_out_erasure(site.administrator, erasure).await.expect("she is erased");
        assert_eq!(helper.get("/today").await.location, "/enter");
        assert!(marta.get("/me").await.text.contains("Una persona que ya no está en el sitio"));

        let mut helper = site.staff("coordinator").await;
        helped(&mut marta, &mut helper).await;
        site.telar.ask_erasure(person, domain::facts::CertificateRecords::Go).await.expect("it waits");
        let erasure = site.telar.erasures(site.administrator).await.expect("the store answers")[0].erasure;
        site.telar.carry_out_erasure(site.administrator, erasure).await.expect("she is erased");
        assert!(!is_acting(&helper).await);
        assert_eq!(helper.get("/today").await.location, "/support");
    });
}

#[test]
fn she_reads_in_her_own_language_leaves_quickly_and_comes_back() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        let mut helper = site.staff("facilitator").await;
        helped(&mut marta, &mut helper).await;
        let before = standing(&site, person).await;
        helper.post("/language", &[("language", "en"), ("back", "/today")]).await;
        assert!(helper.get("/today").await.text.contains("You are seeing what Marta Ejemplo sees"));
        assert_eq!(standing(&site, person).await, before, "the other's language stays");
        assert!(marta.get("/today").await.text.contains("Buenos días"));
        helper.post("/leave", &[]).await;
        assert_eq!(helper.get("/today").await.location, "/calendar");
        assert_eq!(marta.get("/today").await.status, 200, "she did not leave");
        helper.post("/back", &[]).await;
        assert!(helper.get("/today").await.text.contains(BANNER));
        // The form of the code sent twice.
        assert_eq!(begin(&mut helper, "ABCDEF").await.location, "/today");
    });
}
