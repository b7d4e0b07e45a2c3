//! Joining by a cohort's link.

use journeys::{new_command, on_both_engines};

#[test]
fn the_same_form_twice_is_one_person() {
    on_both_engines(|site| async move {
        let command = new_command();
        let (mut first, mut second) = (site.nobody(), site.nobody());
        assert_eq!(first.join_as(&site.join_code, "María Coʼ Ejemplo", &command, &[]).await.status, 303);
        assert_eq!(second.join_as(&site.join_code, "María Coʼ Ejemplo", &command, &[]).await.status, 303);
        assert_eq!(first.visitor().await.person, second.visitor().await.person);
    });
}

#[test]
fn the_same_name_with_and_without_accents_is_asked_about() {
    on_both_engines(|site| async move {
        site.learner("José Ángel Núñez").await;
        let mut again = site.nobody();
        let asked = again.join(&site.join_code, "jose angel nunez").await;
        assert_ne!(asked.status, 303, "she is asked before a second person is made");
        assert!(again.token().is_none(), "and nobody is signed in as the first");
        let other =
            again.join_as(&site.join_code, "jose angel nunez", &new_command(), &[("same_name", "another")]).await;
        assert_eq!(other.status, 303, "{}", other.text);
    });
}

#[test]
fn the_same_name_with_any_of_the_signs_for_a_glottal_stop_is_asked_about() {
    on_both_engines(|site| async move {
        site.learner("Ixchel Coʼ Ejemplo").await;
        for written in ["Ixchel Co\u{a78c} Ejemplo", "Ixchel Co\u{2032} Ejemplo", "IXCHEL CO\u{a78b} EJEMPLO"] {
            assert_eq!(site.nobody().join(&site.join_code, written).await.status, 409, "{written}");
        }
        let hidden = site.nobody().join(&site.join_code, "Ixchel\u{ad} Coʼ Ejemplo").await;
        assert_eq!(hidden.status, 422, "a sign that does not show makes no other name");
    });
}

#[test]
fn a_form_that_is_not_complete_says_so_and_keeps_what_was_typed() {
    on_both_engines(|site| async move {
        let mut marta = site.nobody();
        let fields =
            [("command", new_command()), ("name", "Marta <Xol>".to_owned()), ("organisation", "Puesto".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = marta.post(&format!("/c/{}", site.join_code), &fields).await;
        assert_eq!(page.status, 422);
        assert!(
            page.text.contains("Marta &lt;Xol&gt;") || page.text.contains("Marta &#60;Xol&#62;"),
            "her words are kept"
        );
        assert!(page.text.contains("value=\"Puesto\""));
    });
}
