//! Who somebody is, as she says it: only what is needed is required, what she leaves out is no data, and the number of her document is
//! never shown.

use journeys::{new_command, on_both_engines};

#[test]
fn what_she_says_of_herself_is_kept_changed_and_taken_along() {
    on_both_engines(|site| async move {
        let mut marta = site.nobody();
        let more = [
            ("sex", "woman"),
            ("people", "maya"),
            ("community", "kek"),
            ("phone", "5551 2345"),
            ("cui", "1234 56780 1601"),
        ];
        let joined = marta.join_as(&site.join_code, "Marta Coʼ Ejemplo", &new_command(), &more).await;
        assert_eq!(joined.status, 303, "{}", joined.text);
        let page = marta.get("/me/profile").await.text;
        for words in
            ["value=\"kek\" selected", "value=\"maya\" selected", "value=\"5551 2345\"", "no concuerda con las demás"]
        {
            assert!(page.contains(words), "{words} in {page}");
        }
        for digits in ["12345678", "1234 5678", "56780"] {
            assert!(!page.contains(digits), "the number is not shown");
        }
        let data = marta.get("/me/data.json").await.text;
        assert!(
            data.contains("\"identity_number_kept\": true") || data.contains("\"identity_number_kept\":true"),
            "{data}"
        );
        assert!(data.contains("maya") && !data.contains("12345678"), "{data}");

        let fields = [
            ("command", new_command()),
            ("sector", "justice".into()),
            ("organisation", "Juzgado de Ejemplo".into()),
            ("municipality", "1601".into()),
            ("people", "not_said".into()),
            ("phone", "12".into()),
        ];
        let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = marta.post("/me/profile", &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("Escriba 8 cifras") && refused.text.contains("value=\"12\""), "{}", refused.text);
        fields.retain(|(name, _)| *name != "phone");
        assert_eq!(marta.post("/me/profile", &fields).await.status, 303);
        let page = marta.get("/me/profile").await.text;
        assert!(page.contains("value=\"not_said\" selected") && page.contains("Juzgado de Ejemplo"), "{page}");
        assert!(page.contains("Su número está guardado"), "a number that is left empty stays");
        assert_eq!(marta.post("/me/profile/number", &[]).await.status, 303);
        assert!(!marta.get("/me/profile").await.text.contains("Su número está guardado"));
    });
}

#[test]
fn the_texts_that_people_sign_are_there_to_be_read() {
    on_both_engines(|site| async move {
        let mut nobody = site.nobody();
        for text in ["consent", "conduct"] {
            assert_eq!(nobody.get(&format!("/agreements/{text}/2026-11")).await.status, 200);
            assert_eq!(nobody.get(&format!("/agreements/{text}/1999-01")).await.status, 404);
        }
        let marta = site.learner("Marta Ejemplo").await.get("/me").await.text;
        assert!(
            marta.contains("/agreements/consent/2026-11") && marta.contains("/agreements/conduct/2026-11"),
            "{marta}"
        );
    });
}
