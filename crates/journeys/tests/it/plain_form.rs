//! A quiz with all its questions on one page, taken without script: one form holds them, and no press loses what was marked
//! elsewhere on it. The questions are those of `kinds`.

use crate::kinds::{given, learner};
use domain::quizzes::{Answer, Layout, Quiz};
use journeys::{Actor, Page, new_command, on_both_engines};

/// Presses a button of the one form of all questions, with what is marked and written in it.
async fn press(actor: &mut Actor, attempt: &str, button: (&str, &str), marked: &[(&str, &str)]) -> Page {
    let command = new_command();
    let mut all = vec![("command", command.as_str()), button];
    all.extend(marked);
    actor.post(&format!("/attempts/{attempt}/answers/all"), &all).await
}

#[test]
fn all_at_once_without_script_no_press_loses_what_was_marked_elsewhere() {
    on_both_engines(|site| async move {
        let mut marta = learner(&site, |quiz| Quiz { layout: Layout::AllAtOnce, ..quiz }).await;
        let attempt = marta.start("t1-q").await;
        let whole = format!("/attempts/{attempt}");
        let page = marta.get(&whole).await;
        let (plain, scripted) = page.text.split_once("</form></noscript>").map_or(("", ""), |it| it);
        let plain = plain.split_once(&format!("action=\"{whole}/answers/all\"")).map_or("", |(_, form)| form);
        assert!(plain.contains("name=\"k-01.answer\"") && plain.contains("name=\"k-08.answer.a\""), "{}", page.text);
        assert!(!plain.contains(" required") && !plain.contains("<form"), "no question asks for itself: {plain}");
        assert!(scripted.contains("name=\"answer\"") && !plain.contains("name=\"answer"), "{}", page.text);
        // The order as it stands, in the fields of a browser that was never touched.
        let order =
            ["u", "v", "w"].map(|item| (format!("k-05.answer.{item}"), chosen(plain, &format!("k-05.answer.{item}"))));
        let order: Vec<(&str, &str)> = order.iter().map(|(name, place)| (name.as_str(), place.as_str())).collect();
        let marked = [("k-01.answer", "b"), ("k-03.answer", "a"), ("k-03.answer", "c"), ("k-06.answer", " ")];
        let marked: Vec<(&str, &str)> = marked.iter().chain(&order).copied().collect();
        let saved = press(&mut marta, &attempt, ("next", "k-02"), &marked).await;
        assert_eq!((saved.status, saved.location), (303, format!("{whole}#q2")), "{}", saved.text);
        let stands = given(&site, &marta, &attempt).await;
        assert_eq!(
            stands.keys().collect::<Vec<_>>(),
            ["k-01", "k-03"],
            "what is blank or was never touched is no answer"
        );
        let facts = site.telar.facts().await.expect("the store answers");
        press(&mut marta, &attempt, ("next", "k-02"), &marked).await;
        assert_eq!(site.telar.facts().await.expect("the store answers"), facts, "what stands is not written again");
        // Of two that cannot be taken it says which, and keeps the rest.
        let wrong = [("k-07.answer", "mucho"), ("k-08.answer.c", "tres"), ("k-06.answer", "mam"), ("k-01.answer", "a")];
        let refused = press(&mut marta, &attempt, ("next", "k-06"), &wrong).await;
        assert_eq!(refused.status, 422);
        for words in
            ["Pregunta 7 de 11: Aquí va un número", "Pregunta 8 de 11: Aquí va", "value=\"mucho\"", "value=\"tres\""]
        {
            assert!(refused.text.contains(words), "{words}: {}", refused.text);
        }
        let stands = given(&site, &marta, &attempt).await;
        assert_eq!(stands["k-06"].answer, Answer::Text("mam".into()));
        assert_eq!(stands["k-01"].answer, Answer::Choice("a".into()));
        // A press on an order's own button means it, and a flag saves too.
        press(&mut marta, &attempt, ("next", "k-05"), &order).await;
        let flagged = press(&mut marta, &attempt, ("flag", "on.k-04"), &[("k-02.answer", "a")]).await;
        assert_eq!(flagged.location, format!("{whole}#q4"));
        assert!(marta.get(&whole).await.text.contains("value=\"off.k-04\""));
        let stands = given(&site, &marta, &attempt).await;
        assert!(stands.contains_key("k-05") && stands.contains_key("k-02"));
        // So does handing in, which asks first.
        let asked = press(&mut marta, &attempt, ("next", "hand-in"), &[("k-09.answer", "a")]).await;
        assert_eq!(asked.status, 409);
        assert!(asked.text.contains("name=\"next\" value=\"sure\""), "{}", asked.text);
        let handed =
            press(&mut marta, &attempt, ("next", "sure"), &[("k-09.answer", "c"), ("k-10.answer.p1", "a")]).await;
        assert_eq!((handed.status, handed.location.as_str()), (303, whole.as_str()), "{}", handed.text);
        assert!(given(&site, &marta, &attempt).await.contains_key("k-10"));
        let closed = press(&mut marta, &attempt, ("next", "k-01"), &[("k-01.answer", "b")]).await;
        assert_eq!(closed.status, 409);
        assert_eq!(press(&mut marta, &attempt, ("next", "k-99"), &[("k-99.answer", "b")]).await.status, 404);
        let mut rosa = site.learner("Rosa Ejemplo").await;
        assert_eq!(press(&mut rosa, &attempt, ("next", "k-01"), &[("k-01.answer", "b")]).await.status, 404);
    });
}

/// What is chosen in a list of a page.
fn chosen(html: &str, name: &str) -> String {
    let list = html.split_once(&format!("name=\"{name}\"")).map_or("", |(_, after)| after);
    let list = list.split("</select>").next().unwrap_or_default();
    let option = list.split("<option").find(|option| option.contains("selected")).unwrap_or_default();
    option.split('>').nth(1).unwrap_or_default().split('<').next().unwrap_or_default().trim().to_owned()
}
