//! A link that comes by e-mail, through a mail server of the test's own.

use domain::ids::PersonId;
use domain::moment::Span;
use journeys::{Actor, Engine, Postbox, Site, new_command, on_both_engines_with};
use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tower::ServiceExt;

const MARTA: &str = "marta@example.org";

/// Runs a journey on a site that sends mail, on both engines.
fn with_mail<F: Future<Output = ()>>(journey: impl Fn(Site, Postbox) -> F) {
    let journey = &journey;
    on_both_engines_with(|engine| async move {
        let postbox = Postbox::open();
        let site = Site::found_with(engine, Some(postbox.mail())).await;
        journey(site, postbox).await;
    });
}

async fn learner(site: &Site, name: &str, email: &str) -> Actor {
    learner_in(site, name, email, "es").await
}

async fn learner_in(site: &Site, name: &str, email: &str, language: &str) -> Actor {
    let mut actor = site.nobody();
    let code = &site.join_code;
    let fields = [
        ("command", new_command()),
        ("name", name.to_owned()),
        ("sector", "health".to_owned()),
        ("organisation", "Puesto de Salud El Ejemplo".to_owned()),
        ("municipality", "1601".to_owned()),
        ("language", language.to_owned()),
        ("consent", "on".to_owned()),
        ("conduct", "on".to_owned()),
        ("email", email.to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = actor.post(&format!("/c/{code}"), &fields).await;
    assert_eq!(page.status, 303, "joining redirects: {}", page.text);
    actor
}

/// Asks for a link as nobody; gives back what was answered, the page behind it included.
async fn ask(site: &Site, email: &str) -> (u16, String, String) {
    let mut phone = site.nobody();
    let page = phone.post("/enter/mail", &[("email", email)]).await;
    let shown = if page.status == 303 { phone.get(&page.location).await.text } else { page.text };
    (page.status, page.location, shown)
}

/// Waits until so many mails were sent, given up or held back.
async fn settled(site: &Site, sent: u64, failed: u64, held_back: u64) {
    let told = async {
        while {
            let it = site.telar.mail_counts();
            (it.sent, it.failed, it.held_back) != (sent, failed, held_back)
        } {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    let told = tokio::time::timeout(Duration::from_secs(20), told).await;
    assert!(told.is_ok(), "{:?}", site.telar.mail_counts());
}

async fn enters(site: &Site, path: &str) -> Option<PersonId> {
    let mut phone = site.nobody();
    phone.post(path, &[]).await;
    match phone.token() {
        Some(_) => Some(phone.visitor().await.person),
        None => None,
    }
}

#[test]
fn a_link_arrives_and_enters_once_however_often_somebody_looks_at_it() {
    with_mail(|site, mut postbox| async move {
        let marta = learner(&site, "Marta Ejemplo", "marta@Example.org").await.visitor().await.person;
        assert!(site.nobody().get("/enter").await.text.contains("action=\"/enter/mail\""));
        let (status, location, shown) = ask(&site, " marta@EXAMPLE.org ").await;
        assert_eq!((status, location.as_str()), (303, "/enter/mail"));
        assert!(shown.contains("Si no llega nada"), "{shown}");
        let letter = postbox.next().await;
        assert_eq!(letter.to, [MARTA]);
        let head = letter.head();
        for line in [
            "From: Telar <telar@telar.test>",
            "Subject: Su enlace para entrar",
            "Auto-Submitted: auto-generated",
            "Date: Thu, 14 Jan 2027 15:",
        ] {
            assert!(head.contains(line), "{line} in {head}");
        }
        assert!(letter.text().contains("hasta las 09:"), "{}", letter.text());
        for part in [letter.text(), letter.html(), head.to_owned()] {
            for word in ["Ejemplo", "violencia", "abuso", "Cohorte", "indicadores"] {
                assert!(!part.contains(word), "a mailbox says nothing of her or of what is learned: {part}");
            }
        }
        let path = letter.link();
        assert!(letter.html().contains(&format!("href=\"http://telar.test{path}\"")), "{}", letter.html());
        for _ in 0..3 {
            let preview = site.nobody().get(&path).await;
            assert!(
                preview.status == 200 && preview.text.contains("Entrar en este teléfono"),
                "a previewer sees a button"
            );
            assert!(!preview.headers.contains_key("set-cookie"));
        }
        assert_eq!(enters(&site, &path).await, Some(marta));
        assert_eq!(enters(&site, &path).await, None, "it enters once");
    });
}

#[test]
fn whoever_asks_is_answered_alike_and_only_a_learner_alone_with_her_address_gets_a_link() {
    with_mail(|site, mut postbox| async move {
        learner(&site, "Marta Ejemplo", MARTA).await;
        for name in ["Rosa Ejemplo", "Rosa Otra"] {
            learner(&site, name, "puesto@example.org").await;
        }
        let staff = learner(&site, "Petrona Ejemplo", "petrona@example.org").await.visitor().await.person;
        let role =
            [("command", new_command()), ("role", "facilitator".to_owned()), ("cohort", site.cohort.to_string())];
        let role: Vec<(&str, &str)> = role.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let given = site.administrator().await.post(&format!("/site/people/{staff}/roles"), &role).await;
        assert!(given.status < 400, "{}", given.text);
        let mut answers = Vec::new();
        for email in ["nobody@example.org", "puesto@example.org", "petrona@example.org", MARTA] {
            answers.push(ask(&site, email).await);
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "all are answered alike: {answers:?}");
        assert_eq!(postbox.next().await.to, [MARTA]);
        settled(&site, 1, 0, 0).await;
        assert_eq!((postbox.left(), postbox.tries()), (0, 1));
    });
}

#[test]
fn an_account_gets_three_mails_within_an_hour_whoever_asks() {
    with_mail(|site, mut postbox| async move {
        learner(&site, "Marta Ejemplo", MARTA).await;
        learner(&site, "Rosa Ejemplo", "rosa@example.org").await;
        // All at once: what counts is counted before it is sent.
        let asked: Vec<_> = (0..12)
            .map(|_| {
                let mut phone = site.nobody();
                tokio::spawn(async move { phone.post("/enter/mail", &[("email", MARTA)]).await.status })
            })
            .collect();
        for asked in asked {
            assert_eq!(asked.await.expect("no panic"), 303);
        }
        settled(&site, 3, 0, 9).await;
        assert_eq!(postbox.left(), 3);
        ask(&site, "rosa@example.org").await;
        assert_eq!(postbox.next().await.to, ["rosa@example.org"], "others do not wait");
        site.wall.advance(Span::minutes(59));
        ask(&site, MARTA).await;
        settled(&site, 4, 0, 10).await;
        site.wall.advance(Span::minutes(2));
        ask(&site, MARTA).await;
        assert_eq!(postbox.next().await.to, [MARTA]);
    });
}

#[test]
fn the_site_sends_sixty_in_a_minute() {
    with_mail(|site, mut postbox| async move {
        for number in 0..21 {
            learner(&site, &format!("Persona {number}"), &format!("p{number}@example.org")).await;
        }
        for round in 0..3 {
            for number in 0..21 {
                assert_eq!(ask(&site, &format!("p{number}@example.org")).await.0, 303, "{round}");
            }
        }
        settled(&site, 60, 0, 3).await;
        assert_eq!(postbox.left(), 60);
        learner(&site, "Marta Ejemplo", MARTA).await;
        site.wall.advance(Span::minutes(1));
        ask(&site, MARTA).await;
        assert_eq!(postbox.next().await.to, [MARTA]);
    });
}

#[test]
fn a_later_link_leaves_the_earlier_one_and_entering_by_one_ends_the_other() {
    with_mail(|site, mut postbox| async move {
        let marta = learner(&site, "Marta Ejemplo", MARTA).await.visitor().await.person;
        ask(&site, MARTA).await;
        let first = postbox.next().await.link();
        ask(&site, MARTA).await;
        let second = postbox.next().await.link();
        let by_hand = site.telar.make_entry_link(marta).await.expect("a link");
        assert_eq!(site.nobody().get(&second).await.status, 200);
        assert_eq!(enters(&site, &first).await, Some(marta), "mail is slow: the first one stands");
        let late = site.nobody().get(&second).await;
        assert!(late.status == 410 && late.text.contains("ya venció"), "{}", late.text);
        assert_eq!(enters(&site, &second).await, None);
        assert_eq!(
            enters(&site, &format!("/enter/{}", by_hand.token)).await,
            Some(marta),
            "what was handed to her stays"
        );
        ask(&site, MARTA).await;
        let third = postbox.next().await.link();
        site.wall.advance(Span::minutes(31));
        assert_eq!(enters(&site, &third).await, None, "half an hour");
    });
}

#[test]
fn who_takes_an_address_back_or_gets_a_role_is_not_entered_by_what_was_sent() {
    with_mail(|site, mut postbox| async move {
        let mut marta = learner(&site, "Marta Ejemplo", MARTA).await;
        ask(&site, MARTA).await;
        let sent = postbox.next().await.link();
        let fields = [
            ("command", new_command()),
            ("sector", "health".to_owned()),
            ("organisation", "Puesto de Salud El Ejemplo".to_owned()),
            ("municipality", "1601".to_owned()),
            ("email", "otra@example.org".to_owned()),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let changed = marta.post("/me/profile", &fields).await;
        assert_eq!(changed.status, 303, "{}", changed.text);
        assert_eq!(enters(&site, &sent).await, None);
        ask(&site, "otra@example.org").await;
        let sent = postbox.next().await.link();
        let person = marta.visitor().await.person;
        let role =
            [("command", new_command()), ("role", "facilitator".to_owned()), ("cohort", site.cohort.to_string())];
        let role: Vec<(&str, &str)> = role.iter().map(|(name, value)| (*name, value.as_str())).collect();
        site.administrator().await.post(&format!("/site/people/{person}/roles"), &role).await;
        assert_eq!(enters(&site, &sent).await, None);
    });
}

#[test]
fn a_letter_speaks_the_language_of_whom_it_is_for() {
    with_mail(|site, mut postbox| async move {
        learner_in(&site, "Martha Example", MARTA, "en").await;
        ask(&site, MARTA).await;
        let letter = postbox.next().await;
        assert!(letter.head().contains("Subject: Your link to enter"), "{}", letter.head());
        assert!(letter.text().contains("It works once, until 09:"), "{}", letter.text());
        assert!(letter.html().contains("<html lang=\"en\">"));
    });
}

#[test]
fn what_is_no_address_is_sent_nowhere_and_stays_in_the_field() {
    with_mail(|site, mut postbox| async move {
        learner(&site, "Marta Ejemplo", MARTA).await;
        for wrong in [
            "",
            "marta",
            "marta@example.org\r\nBcc: other@example.org",
            "marta@example.org\nRCPT TO:<other@example.org>",
            "marta@example.org%0aBcc:x@example.org\u{0}",
            "marta@example.org,other@example.org",
            "<marta@example.org>",
            "\"marta\"@example.org",
        ] {
            let (status, _, shown) = ask(&site, wrong).await;
            assert_eq!(status, 422, "{wrong:?}");
            assert!(shown.contains("no es un correo completo"), "{wrong:?}");
        }
        let (_, _, shown) = ask(&site, "marta@example").await;
        assert!(shown.contains("value=\"marta@example\""), "nothing typed is lost");
        ask(&site, MARTA).await;
        postbox.next().await;
        assert_eq!(postbox.tries(), 1);
    });
}

#[test]
fn a_server_that_refuses_for_now_is_tried_three_times_and_one_that_refuses_for_good_once() {
    with_mail(|site, mut postbox| async move {
        learner(&site, "Marta Ejemplo", MARTA).await;
        postbox.refuse(451, 2);
        ask(&site, MARTA).await;
        assert_eq!(postbox.next().await.to, [MARTA], "the third try arrives");
        assert_eq!(postbox.tries(), 3);
        postbox.refuse(451, 3);
        ask(&site, MARTA).await;
        settled(&site, 1, 1, 0).await;
        assert_eq!(postbox.tries(), 6);
        postbox.refuse(550, 1);
        ask(&site, MARTA).await;
        settled(&site, 1, 2, 0).await;
        assert_eq!(postbox.tries(), 7);
    });
}

#[test]
fn a_site_without_mail_speaks_of_none() {
    on_both_engines_with(|engine| async move {
        let site = Site::found(engine).await;
        learner(&site, "Marta Ejemplo", MARTA).await;
        assert!(!site.nobody().get("/enter").await.text.contains("/enter/mail"));
        assert_eq!(site.nobody().get("/enter/mail").await.status, 404);
        assert_eq!(ask(&site, MARTA).await.0, 404);
    });
}

/// What is logged on this thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn with_the_server_down_the_page_answers_and_log_and_metrics_tell_without_an_address_or_a_link() {
    // On one thread, so that its log is all there is.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let log = Log::default();
    let written = log.clone();
    let everything = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || written.clone());
    let _guard = tracing::subscriber::set_default(everything.finish());
    runtime.block_on(async {
        let site = Site::found_with(Engine::Sqlite, Some(Postbox::closed())).await;
        let marta = learner(&site, "Marta Ejemplo", MARTA).await.visitor().await.person;
        let (status, _, shown) = ask(&site, MARTA).await;
        assert!(status == 303 && shown.contains("Si no llega nada"));
        settled(&site, 0, 1, 0).await;
        let postbox = Postbox::open();
        let refused = Site::found_with(Engine::Sqlite, Some(postbox.mail())).await;
        learner(&refused, "Marta Ejemplo", MARTA).await;
        postbox.refuse(550, 1);
        ask(&refused, MARTA).await;
        settled(&refused, 0, 1, 0).await;
        let mut open = postbox;
        ask(&refused, MARTA).await;
        let token = open.next().await.link().replace("/enter/", "");
        enters(&refused, &format!("/enter/{token}")).await.expect("it enters");
        let settings = web::Settings { public_url: "http://telar.test".into(), demo: false, worker: web::Worker::On };
        let metrics = web::metrics_router(web::State::new(refused.telar.clone(), settings));
        let request = axum::http::Request::get("/metrics").body(axum::body::Body::empty()).expect("a request");
        let told = metrics.oneshot(request).await.expect("it answers").into_body();
        let told = axum::body::to_bytes(told, 1 << 20).await.expect("the body ends");
        let told = String::from_utf8_lossy(&told);
        for line in ["telar_mails_total{outcome=\"sent\"} 1", "telar_mails_total{outcome=\"failed\"} 1"] {
            assert!(told.contains(line), "{told}");
        }
        let log = String::from_utf8(log.0.lock().expect("no panic").clone()).expect("text");
        assert!(log.contains(&format!("person={marta}")) && log.contains("a mail was not sent"), "{log}");
        for secret in ["marta@", "example.org", "Marta", token.as_str(), "no such mailbox"] {
            assert!(!log.contains(secret), "{secret} stands in the log:\n{log}");
        }
    });
}
