//! What a phone takes along, and what it brings back: pieces by their content, attempts that began without signal.

use crate::phone::Phone;
use crate::timed;
use domain::moment::Span;
use journeys::on_both_engines;
use serde_json::Value;

fn attempt() -> String {
    uuid::Uuid::now_v7().to_string()
}

async fn start(phone: &mut Phone, id: &str) -> crate::phone::Answer {
    phone.send("/activities/t5-q/attempts", "start.1", &[("attempt", id)]).await
}

async fn hand_in(phone: &mut Phone, id: &str) {
    let path = format!("/attempts/{id}/submission");
    assert_eq!(phone.send(&path, "submit.1", &[("unanswered", "wrong")]).await.saved(), "submitted");
}

#[test]
fn no_more_attempts_than_the_limit_and_the_open_one_is_named() {
    on_both_engines(|site| async move {
        let mut marta = Phone::of(&site, site.learner("Marta Ejemplo").await).await;
        let ids = [attempt(), attempt(), attempt(), attempt()];
        assert_eq!(start(&mut marta, &ids[0]).await.saved(), "started");
        assert_eq!(start(&mut marta, &ids[1]).await.saved(), "started", "a second open one while some are left");
        assert_eq!(start(&mut marta, &ids[2]).await.saved(), "started");
        assert_eq!(start(&mut marta, &ids[0]).await.saved(), "started", "the same id again is answered as before");
        let refused = start(&mut marta, &ids[3]).await;
        assert_eq!((refused.status, refused.problem().as_str()), (409, "go_on"));
        assert_eq!(refused.next(), format!("/attempts/{}", ids[2]));
        // What was answered in the refused one has nowhere to go, and stays on the phone with these words.
        let fields = [("question", "t5-q-01"), ("answer", "a")];
        let lost = marta.send(&format!("/attempts/{}/answers", ids[3]), "answer.1", &fields).await;
        assert_eq!((lost.status, lost.problem().as_str()), (404, "not_found"));
        assert!(!lost.words().is_empty() && !refused.words().is_empty());
        for id in &ids[..3] {
            hand_in(&mut marta, id).await;
        }
        let refused = start(&mut marta, &attempt()).await;
        assert_eq!((refused.status, refused.problem().as_str()), (409, "none_left"));
    });
}

#[test]
fn an_attempt_counts_by_when_it_began_and_a_passed_quiz_needs_no_other() {
    on_both_engines(|site| async move {
        let mut marta = Phone::of(&site, site.learner("Marta Ejemplo").await).await;
        marta.wrong = Span::days(-365);
        let before = marta.write();
        site.wall.advance(Span::hours(1));
        marta.actor.take("t5-q", |_| true).await;
        site.wall.advance(Span::hours(1));
        let after = marta.write();
        let path = "/activities/t5-q/attempts";
        let id = attempt();
        let page = marta.send_written(path, "start.1", &[("attempt", &id)], &after).await;
        assert_eq!((page.status, page.problem().as_str()), (409, "passed"), "{}", page.text);
        let page = marta.send_written(path, "start.1", &[("attempt", &id)], &before).await;
        assert_eq!(page.saved(), "started", "it was begun in good faith: {}", page.text);
    });
}

#[test]
fn the_id_of_another_person_s_attempt_is_refused_without_telling() {
    on_both_engines(|site| async move {
        let mut marta = Phone::of(&site, site.learner("Marta Ejemplo").await).await;
        let mut rosa = Phone::of(&site, site.learner("Rosa Ejemplo").await).await;
        let id = attempt();
        assert_eq!(start(&mut marta, &id).await.saved(), "started");
        let (refused, nothing) =
            (start(&mut rosa, &id).await, rosa.send("/activities/none/attempts", "start.1", &[("attempt", &id)]).await);
        assert_eq!((refused.status, &refused.text), (404, &nothing.text), "as if it were not there");
        let page = marta.send("/activities/t5-p/attempts", "start.1", &[("attempt", &id)]).await;
        assert_eq!(page.status, 404, "nor is it hers at another quiz");
    });
}

#[test]
fn online_and_without_signal_an_open_attempt_is_gone_on_with() {
    on_both_engines(|site| async move {
        let mut marta = Phone::of(&site, site.learner("Marta Ejemplo").await).await;
        let id = attempt();
        start(&mut marta, &id).await;
        assert_eq!(marta.actor.start("t5-q").await, id, "the page goes on with the one from the phone");
        let page = marta.send("/activities/t5-q/attempts", "start.1", &[]).await;
        assert!(page.next().contains(&id));
        // So the page's own form must name no attempt: «Continuar» would begin another.
        let form = marta.actor.get("/activities/t5-q").await.text;
        assert!(form.contains("data-outbox=\"start.1\"") && !form.contains("data-outbox-new"));
    });
}

#[test]
fn each_piece_is_what_its_hash_says_and_takes_what_was_said() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let packed = [("accept-encoding", "gzip, deflate, br")];
        let list = marta.send("GET", "/topics/t5/download", &[], &packed).await;
        let list: Value = serde_json::from_str(&unpacked(&list)).expect("JSON");
        let pieces = Phone::download(&mut marta, "t5").await;
        let kinds: Vec<&str> = pieces.iter().map(|piece| piece.kind.as_str()).collect();
        assert_eq!(kinds, ["lesson", "lesson", "practice", "lesson", "practice", "gate", "job_aid"]);
        assert!(pieces.iter().all(|piece| !piece.title.contains("abus")), "titles are neutral");
        for (piece, said) in pieces.iter().zip(list["items"].as_array().expect("items")) {
            let path = format!("/offline/{}", piece.hash);
            let plain = marta.get(&path).await;
            assert_eq!((plain.status, plain.bytes.len()), (200, piece.bytes), "{}", piece.path);
            assert_eq!(plain.headers["cache-control"], "no-store");
            assert_eq!(digest(&plain.bytes), piece.hash, "{}", piece.path);
            let sent = marta.send("GET", &path, &[], &packed).await;
            assert_eq!(said["bytes"], sent.bytes.len(), "{}", piece.path);
            assert_eq!(unpacked(&sent), plain.text);
            assert!(!plain.text.contains("name=\"command\"") && !plain.text.contains("data-who"), "it is nobody's");
            assert!(!plain.text.contains("Marta"));
        }
        let programme = marta.get("/programme").await;
        assert!(
            programme.text.contains("<topic-download data-topic=\"t5\" data-title=\"Tema 5\""),
            "its size is shown"
        );
        assert_eq!(marta.get("/topics/t6/download").await.status, 404);
        assert_eq!(marta.get("/offline/00112233445566778899aabbccddeeff").await.status, 404);
    });
}

#[test]
fn a_gate_travels_without_its_key_and_a_practice_with_its_explanations() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let pieces = Phone::download(&mut marta, "t5").await;
        let text = async |kind: &str, marta: &mut journeys::Actor| {
            let piece = pieces.iter().find(|piece| piece.kind == kind).expect("there is one");
            marta.get(&format!("/offline/{}", piece.hash)).await.text
        };
        let (gate, practice) = (text("gate", &mut marta).await, text("practice", &mut marta).await);
        let learning = site.telar.learning(marta.visitor().await.person).await.expect("hers");
        let programme = &learning[0].programme;
        let questions = |id: &str| programme.activity(id).and_then(|it| it.quiz()).expect("a quiz").questions.clone();
        for question in questions("t5-q") {
            assert!(gate.contains(&format!("data-question=\"{}\"", question.id)), "every question is there");
            for choice in question.kind.choices() {
                let start = |text: &str| escaped(text).chars().take(30).collect::<String>();
                assert!(!gate.contains(&start(choice.feedback.get("es"))), "{}: {}", question.id, choice.id);
                assert!(gate.contains(&start(choice.text.get("es"))));
            }
            // Nothing tells the right choice from the others: each is drawn alike.
            let of: Vec<String> = question.kind.choices().iter().map(|it| escaped(it.text.get("es"))).collect();
            // True stands before false; other choices the phone puts in an order of its own.
            let mixed = match question.kind.name() {
                "true_false" => String::new(),
                _ => format!(" data-mixed=\"{}\"", question.id),
            };
            let drawn = |at: usize, choice: &str| {
                format!(
                    "<label class=\"choice\"{mixed}><input type=\"radio\" name=\"answer\" value=\"{choice}\" required> <span>{}</span></label>",
                    of[at]
                )
            };
            for (at, choice) in question.kind.choices().iter().enumerate() {
                assert!(gate.contains(&drawn(at, choice.id.as_str())), "{}", drawn(at, choice.id.as_str()));
            }
        }
        for word in ["data-why", "data-right", "\"right\":", "\"feedback\":"] {
            assert!(!gate.contains(word), "a gate says nothing of what is right: {word}");
        }
        for question in questions("t5-p") {
            for choice in question.kind.choices() {
                assert!(practice.contains(&escaped(choice.feedback.get("es"))), "{}: {}", question.id, choice.id);
            }
        }
        assert!(practice.contains("data-counting=\"practice\"") && gate.contains("data-counting=\"gate\""));
        assert_eq!(gate.matches("data-outbox=\"answer.2\"").count(), questions("t5-q").len());
    });
}

#[test]
fn a_piece_of_a_programme_that_is_not_hers_is_not_there() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let code = site.cohort_of(&timed::package()).await;
        let mut rosa = site.nobody();
        rosa.join(&code, "Rosa Ejemplo").await;
        let (hers, others) = (Phone::download(&mut marta, "t5").await, Phone::download(&mut rosa, "t1").await);
        for (actor, own, foreign) in [(&mut marta, &hers, &others), (&mut rosa, &others, &hers)] {
            assert_eq!(actor.get(&format!("/offline/{}", own[0].hash)).await.status, 200);
            for piece in foreign {
                assert_eq!(actor.get(&format!("/offline/{}", piece.hash)).await.status, 404, "{}", piece.path);
            }
        }
        assert_eq!(marta.get("/topics/t1/download").await.status, 404);
        let english = marta.post("/language", &[("language", "en"), ("back", "/me")]).await;
        assert_eq!(english.status, 303);
        let again = Phone::download(&mut marta, "t5").await;
        assert_ne!(again[0].hash, hers[0].hash, "in her language");
        assert_eq!(marta.get(&format!("/offline/{}", hers[0].hash)).await.status, 200, "what was begun can be ended");
    });
}

#[test]
fn the_kit_and_the_worker_are_for_anyone_and_asked_again_each_time() {
    on_both_engines(|site| async move {
        let mut nobody = site.nobody();
        for (path, kind) in [
            ("/sw.js", "text/javascript; charset=utf-8"),
            ("/kit.json", "application/json"),
            ("/manifest.webmanifest", "application/manifest+json"),
        ] {
            let page = nobody.get(path).await;
            assert_eq!((page.status, page.kind.as_str()), (200, kind), "{path}");
            assert_eq!(page.headers["cache-control"], "no-cache", "{path}");
            let tag = page.headers["etag"].to_str().expect("a tag").to_owned();
            let again = nobody.send("GET", path, &[], &[("if-none-match", &tag)]).await;
            assert_eq!((again.status, again.bytes.len()), (304, 0), "{path}");
            // The worker's script reads such marks; a mark itself is 16 digits.
            let marks = page.text.split("data-who=\"").skip(1);
            let named = |rest: &str| rest.len() > 16 && rest.bytes().take(16).all(|byte| byte.is_ascii_hexdigit());
            assert!(!marks.into_iter().any(named), "{path} names somebody");
        }
        let worker = nobody.get("/sw.js").await.text;
        let told = worker.lines().next().and_then(|line| line.strip_prefix("self.__KIT=")).expect("what it is told");
        let told: Value = serde_json::from_str(told.trim_end_matches(';')).expect("JSON");
        for asset in told["precache"].as_array().expect("a list") {
            assert_eq!(nobody.get(asset.as_str().expect("a path")).await.status, 200, "{asset}");
        }
        assert_eq!(told["version"].as_str().map(str::len), Some(16));
        let mut marta = site.learner("Marta Ejemplo").await;
        marta.post("/leave", &[]).await;
        assert_eq!(marta.get("/sw.js").await.status, 200, "also after she has left in a hurry");
        assert_eq!(marta.get("/outbox").await.location, "/calendar");
        assert_eq!(marta.get("/me/outbox").await.location, "/calendar", "the key stays away too");
    });
}

#[test]
fn a_broken_worker_is_taken_back_by_a_setting() {
    on_both_engines(|site| async move {
        let settings = web::Settings { public_url: "http://telar.test".into(), demo: false, worker: web::Worker::Off };
        let mut off = site.with_router(web::router(web::State::new(site.telar.clone(), settings)));
        let worker = off.get("/sw.js").await.text;
        assert!(worker.contains("unregister") && worker.contains("caches.delete"));
        assert!(!worker.contains("indexedDB"), "what people wrote stays on their phones");
        assert_ne!(worker, site.nobody().get("/sw.js").await.text);
    });
}

fn digest(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>()[..32].to_owned()
}

fn unpacked(page: &journeys::Page) -> String {
    use std::io::Read;
    assert_eq!(page.headers["content-encoding"], "gzip");
    let mut text = String::new();
    flate2::read::GzDecoder::new(page.bytes.as_slice()).read_to_string(&mut text).expect("it unpacks");
    text
}

/// As a template writes it.
fn escaped(text: &str) -> String {
    text.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;").replace('"', "&#34;").replace('\'', "&#39;")
}

/// The answer's first line, and what follows it.
fn head_of(plain: &[u8]) -> (Value, &[u8]) {
    let end = plain.iter().position(|byte| *byte == b'\n').expect("a line");
    (serde_json::from_slice(&plain[..end]).expect("JSON"), &plain[end + 1..])
}

#[test]
fn one_answer_brings_the_list_and_all_that_the_phone_lacks() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let listed = marta.get("/topics/t5/download").await;
        let listed: Value = serde_json::from_str(&listed.text).expect("JSON");
        let pieces = Phone::download(&mut marta, "t5").await;
        let path = "/topics/t5/download";
        let all = marta.send("POST", path, &[], &[("sec-fetch-site", "same-origin")]).await;
        assert_eq!((all.status, &all.headers["cache-control"]), (200, &"no-store".parse().expect("a value")));
        let (head, mut rest) = head_of(&all.bytes);
        assert_eq!(head["manifest"], listed, "plain, since nothing else was said to be taken");
        let coming = head["coming"].as_array().expect("a list");
        assert_eq!(coming.len(), pieces.len());
        for (place, piece) in coming.iter().zip(&pieces) {
            let (bytes, after) = rest.split_at(place[1].as_u64().expect("a length") as usize);
            assert_eq!(digest(bytes), piece.hash);
            rest = after;
        }
        assert!(rest.is_empty());

        let packed = [("sec-fetch-site", "same-origin"), ("accept-encoding", "gzip, deflate, br")];
        let packed = marta.send("POST", path, &[], &packed).await;
        assert!(packed.bytes.len() * 2 < all.bytes.len());
        let text = unpacked(&packed);
        let (head, pieces_packed) = head_of(text.as_bytes());
        assert!(pieces_packed == head_of(&all.bytes).1, "the pieces are the same");
        let said = head["manifest"]["bytes"].as_u64().expect("bytes") as usize;
        assert!((said..said + 2_000).contains(&packed.bytes.len()), "{said} {}", packed.bytes.len());

        let here: Vec<&str> = pieces.iter().skip(1).map(|piece| &piece.hash[..12]).collect();
        let some = marta.post(path, &[("here", &here.join("."))]).await;
        let (head, rest) = head_of(&some.bytes);
        assert_eq!((head["coming"].as_array().map(Vec::len), digest(rest)), (Some(1), pieces[0].hash.clone()));
        let whole: Vec<&str> = pieces.iter().map(|piece| &piece.hash[..12]).collect();
        let none = marta.post(path, &[("here", &whole.join("."))]).await;
        let (head, rest) = head_of(&none.bytes);
        assert_eq!((head["coming"].as_array().map(Vec::len), rest.len()), (Some(0), 0));

        assert_eq!(marta.post("/topics/t6/download", &[]).await.status, 404);
        assert_eq!(marta.post(path, &[("limit", "perhaps")]).await.status, 422);
        assert_eq!(marta.send("POST", path, &[], &[("sec-fetch-site", "cross-site")]).await.status, 403);
        marta.post("/leave", &[]).await;
        assert_eq!(marta.post(path, &[]).await.status, 403, "who left in a hurry gets nothing to look at");
    });
}
