//! What is read beside lessons: a lecture's slides with what is said, a video's script, a prompt to discuss, something to try. Each is
//! finished by saying so, and travels with its topic.

use journeys::{Actor, Site, new_command, on_both_engines};
use std::collections::BTreeMap;

fn package() -> programme::Package {
    let front = |id: &str, title: &str| {
        format!(
            "+++\nid = \"{id}\"\ntitle = {{ es = \"{title}\", en = \"{title}\" }}\nsummary = {{ es = \"Ver.\", en = \"To see.\" }}\nminutes = 5\n+++\n"
        )
    };
    let both = |es: &str, en: &str| format!("=== es\n{es}\n=== en\n{en}\n");
    let slides = "@style cover\n## La señal\n???\nEsto se dice.\n---\n@style figure\n@figure path\n## El camino\n???\nPrimero se mira.";
    let activities = ["t1-l1", "t1-k", "t1-v", "t1-d"];
    let files = [
        (
            "programme.toml",
            format!(
                "format = 1\nslug = \"notas\"\nversion = \"1\"\nlanguages = [\"es\", \"en\"]\ntitle = {{ es = \"Notas\", en = \"Notes\" }}\n\
                 summary = {{ es = \"Ver.\", en = \"To see.\" }}\nhours = {{ own_time = 1 }}\ntopics = [\"t1\"]\n[[day]]\nid = \"d1\"\n\
                 title = {{ es = \"Uno\", en = \"One\" }}\naim = {{ es = \"Ver.\", en = \"To see.\" }}\nclosing = {{ es = \"Respire *despacio*.\", en = \"Breathe.\" }}\n\
                 activities = {activities:?}\n[completion]\nall_of = [{}]\n",
                activities.map(|id| format!("{{ done = \"{id}\" }}")).join(", ")
            ),
        ),
        (
            "topics/t1/topic.toml",
            "id = \"t1\"\nnumber = 1\ntitle = { es = \"La nota\", en = \"The note\" }\naim = { es = \"Ver.\", en = \"To see.\" }\n".into(),
        ),
        (
            "topics/t1/t1-l1.md",
            front("t1-l1", "Ver") + &both("Mire.\n\n:::try\n¿Qué ve?\n:::answer\nUna *silla*.\n:::", "Look."),
        ),
        ("topics/t1/t1-k.lecture.md", front("t1-k", "Dos pasos") + &both(slides, "@style cover\n## The sign\n???\nThis is said.\n---\n@style figure\n@figure path\n## The path\n???\nFirst one looks.")),
        ("topics/t1/t1-v.video.md", front("t1-v", "El lápiz") + &both("## Uno\n\n**Se ve:** un lápiz.", "## One\n\n**Seen:** a pencil.")),
        ("topics/t1/t1-d.discussion.md", front("t1-d", "Piense") + &both("¿Quién mira?", "Who looks?")),
        (
            "figures/path.svg",
            "<svg viewBox=\"0 0 340 90\"><rect class=\"f-tint\" x=\"5\" y=\"5\" width=\"99\" height=\"50\"/><text x=\"9\" y=\"30\">{look}</text></svg>".into(),
        ),
        (
            "figures/path.toml",
            "title = { es = \"El camino\", en = \"The path\" }\ndescription = { es = \"Una \\\"caja\\\" & más\", en = \"A box\" }\n[words]\nlook = { es = \"Mirar <bien>\", en = \"Look\" }\n".into(),
        ),
    ];
    let files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect();
    programme::read_files(&files).unwrap_or_else(|problems| panic!("a sound package: {problems:?}"))
}

async fn marta(site: &Site) -> Actor {
    let code = site.cohort_of(&package()).await;
    let mut marta = site.nobody();
    assert_eq!(marta.join(&code, "Marta Ejemplo").await.status, 303);
    marta
}

#[test]
fn slides_scripts_and_prompts_are_read_and_finished() {
    on_both_engines(|site| async move {
        let mut marta = marta(&site).await;
        let lesson = marta.get("/activities/t1-l1").await.text;
        assert!(lesson.contains("<summary>Ver una respuesta posible</summary><p>Una <em>silla</em>.</p>"), "{lesson}");
        let lecture = marta.get("/activities/t1-k").await.text;
        for words in ["data-style=\"cover\"", "1 de 2", "Esto se dice.", ">Mirar &lt;bien&gt;<", "Terminé esta clase"]
        {
            assert!(lecture.contains(words), "{words} in {lecture}");
        }
        assert!(lecture.contains("role=\"img\" aria-label=\"El camino. Una &quot;caja&quot; &amp; más\""), "{lecture}");
        assert!(marta.get("/activities/t1-v").await.text.contains("<strong>Se ve:</strong> un lápiz."));
        assert!(marta.get("/activities/t1-d").await.text.contains("¿Quién mira?"));
        let programme = marta.get("/programme").await.text;
        assert!(
            programme.contains("Clase con diapositivas") && programme.contains("Respire <em>despacio</em>."),
            "{programme}"
        );
        for id in ["t1-l1", "t1-k", "t1-v", "t1-d"] {
            let done = marta.post(&format!("/activities/{id}/done"), &[("command", &new_command())]).await;
            assert_eq!(done.status, 303, "{id}: {}", done.text);
        }
        site.telar.catch_up().await.expect("the followers follow");
        let person = marta.visitor().await.person;
        let learning = &site.telar.learning(person).await.expect("the store answers")[0];
        assert_eq!(learning.done_of(), (4, 4));
        assert!(learning.completed.is_some(), "all that the programme asks is done");
        // All of it travels with the topic.
        let manifest = marta.get("/topics/t1/download").await;
        for id in ["t1-l1", "t1-k", "t1-v", "t1-d"] {
            assert!(manifest.text.contains(&format!("/activities/{id}\"")), "{id} in {}", manifest.text);
        }
    });
}
