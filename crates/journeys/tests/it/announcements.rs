//! What whoever runs a cohort writes to all of it.

use journeys::{Actor, Page, Site, new_command, on_both_engines};

async fn write(actor: &mut Actor, site: &Site, text: &str) -> Page {
    let fields = [("command", &*new_command()), ("text", text)];
    actor.post(&format!("/cohorts/{}/announcements", site.cohort), &fields).await
}

#[test]
fn an_announcement_is_told_to_all_of_the_cohort_until_each_has_read_it() {
    on_both_engines(|site| async move {
        let (mut ana, mut berta) = (site.learner("Ana Ejemplo").await, site.learner("Berta Ejemplo").await);
        let mut elsewhere = site.nobody();
        let other = site.cohort_of(&crate::timed::package()).await;
        assert_eq!(elsewhere.join(&other, "Carla Ejemplo").await.status, 303);
        let mut coordinator = site.staff("coordinator").await;
        let text = "Mañana nos vemos a las 8.\n\nLleven <b>agua</b>.";
        assert_eq!(write(&mut coordinator, &site, text).await.status, 303);
        let today = ana.get("/today").await.text;
        assert!(today.contains("Mañana nos vemos a las 8.<br><br>Lleven &#60;b&#62;agua"), "{today}");
        assert!(today.contains("Persona coordinator, Cohorte de prueba"), "{today}");
        assert!(!elsewhere.get("/today").await.text.contains("Mañana nos vemos"));
        let seen = today.split("action=\"").skip(1).filter_map(|it| it.split('"').next());
        let seen = seen.filter(|it| it.starts_with("/announcements/")).last().expect("a button").to_owned();
        assert_eq!(elsewhere.post(&seen, &[]).await.status, 404, "it was not told to her");
        for _ in 0..2 {
            assert_eq!(ana.post(&seen, &[]).await.status, 303);
        }
        let today = ana.get("/today").await.text;
        assert!(!today.contains(&seen) && today.contains("Avisos que ya leyó"), "{today}");
        assert!(berta.get("/today").await.text.contains(&seen));
        let desk = format!("/cohorts/{}/announcements", site.cohort);
        let page = coordinator.get(&desk).await.text;
        assert!(page.contains("1 de 2 lo vieron"), "{page}");
        // Taken back: nobody reads it any more, whoever writes sees that it was.
        let withdrawal = page.split("action=\"").skip(1).filter_map(|it| it.split('"').next());
        let withdrawal = withdrawal.filter(|it| it.ends_with("/withdrawal")).last().expect("a button").to_owned();
        for role in ["facilitator", "assessor", "analyst"] {
            let mut other = site.staff(role).await;
            assert_eq!(other.post(&withdrawal, &[]).await.status, 404, "{role}");
            assert_eq!(write(&mut other, &site, "Hola").await.status, 404, "{role}");
            assert_eq!(other.get(&desk).await.status, 404, "{role}");
        }
        for _ in 0..2 {
            assert_eq!(coordinator.post(&withdrawal, &[]).await.status, 303);
        }
        assert!(!berta.get("/today").await.text.contains("Mañana nos vemos"));
        assert!(coordinator.get(&desk).await.text.contains("Retirado el"));
        assert_eq!(berta.post(&seen, &[]).await.status, 404);
    });
}

#[test]
fn what_cannot_be_published_stays_in_the_form() {
    on_both_engines(|site| async move {
        let mut coordinator = site.staff("coordinator").await;
        let page = write(&mut coordinator, &site, " \n ").await;
        assert!(page.status == 422 && page.text.contains("Escriba el aviso"), "{}", page.text);
        let long = "ñ".repeat(1_001);
        let page = write(&mut coordinator, &site, &long).await;
        assert!(page.status == 422 && page.text.contains("lo que escribió sigue aquí") && page.text.contains(&long));
        assert_eq!(write(&mut coordinator, &site, &"ñ".repeat(1_000)).await.status, 303);
        // The same form twice is one announcement; a month later nobody is told of it.
        let mut ana = site.learner("Ana Ejemplo").await;
        let fields = [("command", &*new_command()), ("text", "Una vez")];
        for _ in 0..2 {
            let path = format!("/cohorts/{}/announcements", site.cohort);
            assert_eq!(coordinator.post(&path, &fields).await.status, 303);
        }
        assert_eq!(ana.get("/today").await.text.matches("Una vez").count(), 1);
        site.wall.advance(domain::moment::Span::days(31));
        assert!(!ana.get("/today").await.text.contains("Una vez"));
    });
}
