//! From a lesson to a certificate that anyone can verify.

use domain::moment::Span;
use journeys::{new_command, on_both_engines};

#[test]
fn from_a_link_to_a_certificate() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Coʼ Ejemplo").await;
        assert!(marta.get("/today").await.text.contains("t5-l1"), "the one thing next is the first lesson");
        let visitor = marta.visitor().await;
        let path = format!("/enrolments/{}/certificate", visitor.enrolments[0]);
        let name = ("name", "Marta Coʼ Ejemplo");
        let early = marta.post(&path, &[("command", &new_command()), name]).await;
        assert_ne!(early.status, 303, "what is missing is said first");
        for lesson in ["t5-l1", "t5-l2", "t5-l3"] {
            marta.read(lesson).await;
        }
        marta.take("t5-p", |_| false).await;
        marta.take("t5-q", |place| place % 2 == 0).await;
        let half = marta.post(&path, &[("command", &new_command()), name]).await;
        assert_ne!(half.status, 303, "half of the answers is not enough");
        marta.take("t5-q", |place| place > 0).await;
        let issued = marta.post(&path, &[("command", &new_command()), name]).await;
        assert_eq!(issued.status, 303, "{}", issued.text);
        let number = issued.location.trim_start_matches("/certificates/").to_owned();
        let pdf = marta.get(&format!("/certificates/{number}/pdf")).await;
        assert_eq!((pdf.status, pdf.kind.as_str()), (200, "application/pdf"));
        assert!(pdf.bytes.starts_with(b"%PDF-"));
        let again = marta.post(&path, &[("command", &new_command()), name]).await;
        assert_eq!(again.location, issued.location, "the certificate that holds is the same");
        let json = [("accept", "application/json")];
        let verified = site.nobody().send("GET", &format!("/verify/{number}"), &[], &json).await;
        let verified: serde_json::Value = serde_json::from_str(&verified.text).expect("JSON");
        assert_eq!((&verified["valid"], &verified["name"]), (&true.into(), &"Marta Coʼ Ejemplo".into()));
        let seal: store::SignedHead = serde_json::from_value(verified["seal"].clone()).expect("the seal");
        assert!(seal.verifies(), "anyone can check the site's signature: {seal:?}");
        let administrator = site.administrator;
        site.telar.revoke_certificate(administrator, &number, "se emitió por error").await.expect("revoked");
        let verified = site.nobody().send("GET", &format!("/verify/{number}"), &[], &json).await;
        let verified: serde_json::Value = serde_json::from_str(&verified.text).expect("JSON");
        assert_eq!((&verified["valid"], &verified["revoked"]), (&false.into(), &"2027-01-14".into()));
        let after = marta.post(&path, &[("command", &new_command()), name]).await;
        assert_eq!(after.location, issued.location, "what was revoked is not taken back by asking again");
    });
}

#[test]
fn an_answer_is_saved_once_and_its_command_belongs_to_its_author() {
    on_both_engines(|site| async move {
        let (mut marta, mut rosa) = (site.learner("Marta Ejemplo").await, site.learner("Rosa Ejemplo").await);
        let (attempt, hers) = (marta.start("t5-p").await, rosa.start("t5-p").await);
        let command = new_command();
        assert!(marta.answer(&attempt, "t5-p-01", "a", &command).await.text.contains("stands"));
        assert!(marta.answer(&attempt, "t5-p-01", "a", &command).await.text.contains("again"));
        assert_eq!(marta.answer(&attempt, "t5-p-01", "b", &command).await.status, 409, "other content");
        assert_eq!(rosa.answer(&hers, "t5-p-01", "a", &command).await.status, 409, "another author");
        assert_eq!(marta.answer(&attempt, "t5-p-01", "zz", &new_command()).await.status, 422, "no such choice");
        assert_eq!(marta.answer(&attempt, "none", "a", &new_command()).await.status, 422, "no such question");
    });
}

#[test]
fn what_was_given_later_stands_though_it_arrived_first() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let attempt = marta.start("t5-p").await;
        let now = site.telar.now();
        let at = |seconds: i64| (now - Span::seconds(seconds)).0.to_string();
        for (choice, claimed, expected) in
            [("b", at(10), "stands"), ("a", at(60), "older"), ("a", at(-9_000_000), "stands")]
        {
            let fields = [
                ("command", new_command()),
                ("question", "t5-p-01".into()),
                ("answer", choice.into()),
                ("claimed", claimed),
            ];
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let saved = marta.post_json(&format!("/attempts/{attempt}/answers"), &fields).await;
            assert!(saved.text.contains(expected), "{choice}: {}", saved.text);
        }
        site.wall.advance(Span::minutes(1));
        let later = marta.answer(&attempt, "t5-p-01", "b", &new_command()).await;
        assert!(later.text.contains("stands"), "a clock that runs a year ahead does not hold later answers off");
    });
}

#[test]
fn handing_in_from_two_devices_gives_one_mark() {
    on_both_engines(|site| async move {
        let mut phone = site.learner("Marta Ejemplo").await;
        let mut tablet = site.enter(phone.visitor().await.person).await;
        let attempt = phone.take("t5-q", |_| true).await;
        let again = tablet.post(&format!("/attempts/{attempt}/submission"), &[("command", &new_command())]).await;
        assert_eq!(again.status, 303);
        assert_eq!(tablet.answer(&attempt, "t5-q-01", "a", &new_command()).await.status, 409, "it is closed");
        let person = phone.visitor().await.person;
        let page = site.telar.activity(person, "t5-q").await.expect("her quiz");
        assert_eq!(page.attempts.len(), 1);
        assert_eq!(page.attempts[0].per_cent, Some(100));
    });
}
