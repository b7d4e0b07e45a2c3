//! What a topic teaches with beside lessons and quizzes: a sound package comes out whole, and one thing broken at a time is told with
//! file, line and remedy, and nothing else.

mod common;
#[path = "common/telling.rs"]
mod telling;

use common::{Files, sample};
use domain::programmes::{Body, SlideStyle};
use programme::{Passage, passages, read_files};
use telling::{broken, in_the_guide, problems, told};

const P: &str = "programme.toml";
const TOPIC: &str = "topics/t1/topic.toml";
const LESSON: &str = "topics/t1/t1-l1.md";
const LECTURE: &str = "topics/t1/t1-k.lecture.md";
const SVG: &str = "figures/path.svg";
const WORDS: &str = "figures/path.toml";

const LECTURE_TEXT: &str = r#"+++
id = "t1-k"
title.es = "Clase"
title.en = "Lecture"
summary.es = "Qué es."
summary.en = "What it is."
minutes = 10
+++
=== es
@style cover
## La señal
???
Hola.
---
@style figure
@figure path
## El camino
???
Véase la [práctica](t1-p).
---
@style columns
Uno
|||
Dos
???
Son dos.

=== en
@style cover
## The sign
???
Hello.
---
@style figure
@figure path
## The path
???
See the practice.
---
@style columns
One
|||
Two
???
There are two.
"#;

const SVG_TEXT: &str = r#"<?xml version="1.0"?>
<!-- made by hand -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 120">
<defs><marker id="path-tip" viewBox="0 0 6 6" refX="5" refY="3" orient="auto"><path class="f-ink" d="M0 0l6 3-6 3z"/></marker></defs>
<rect class="f-tint s-indigo" x="10" y="10" width="120" height="60" rx="8"/>
<text class="t-bold" x="70" y="45" text-anchor="middle">{first}</text>
<path class="f-none s-ink" d="M130 40h60" marker-end="url(#path-tip)"/>
</svg>
"#;

const WORDS_TEXT: &str = r#"title.es = "El camino"
title.en = "The path"
description.es = "Una caja y una flecha."
description.en = "A box and an arrow."
[words]
first.es = "Mirar & anotar"
first.en = "To look"
"#;

fn teaching() -> Files {
    let mut files = sample();
    let mut change = |path: &str, old: &str, new: &str| {
        let text = String::from_utf8(files[path].clone()).expect("the sample is UTF-8");
        assert!(text.contains(old), "{path} does not hold {old:?}");
        files.insert(path.to_owned(), text.replacen(old, new, 1).into_bytes());
    };
    change(
        P,
        "activities = [\"t1-l1\"]",
        "activities = [\"t1-l1\", \"t1-k\", \"t1-v\", \"t1-d\"]\nclosing.es = \"Respire.\"\nclosing.en = \"Breathe.\"",
    );
    change(P, "[completion]", "[[competence]]\nid = \"c1\"\ntitle.es = \"Ver\"\ntitle.en = \"To see\"\n\n[completion]");
    let reference = "competences = [\"c1\"]\n[[reference]]\ncite = \"Autora, A. (1985). Obra.\"\ndate = \"1985\"\nurl = \"https://example.org/\"\n";
    files.insert(TOPIC.into(), format!("{}{reference}", common::TOPIC).into_bytes());
    let lesson = common::LESSON.replace("Siga con", "\n\n:::try\n¿Qué ve?\n:::answer\nUna silla.\n:::\n\nSiga con");
    files.insert(LESSON.into(), lesson.into_bytes());
    files.insert(LECTURE.into(), LECTURE_TEXT.into());
    let other = |id: &str| common::LESSON.replace("t1-l1", id).into_bytes();
    files.insert("topics/t1/t1-v.video.md".into(), other("t1-v"));
    files.insert("topics/t1/t1-d.discussion.md".into(), other("t1-d"));
    let guide = "+++\ntitle.es = \"Guía\"\ntitle.en = \"Guide\"\n+++\n=== es\nPlan.\n=== en\nPlan.\n";
    files.insert("topics/t1/guide.md".into(), guide.into());
    files.insert(SVG.into(), SVG_TEXT.into());
    files.insert(WORDS.into(), WORDS_TEXT.into());
    files
}

#[test]
fn a_topic_with_all_of_it_comes_out_whole() {
    let package = read_files(&teaching()).unwrap_or_else(|problems| panic!("it is sound: {problems:?}"));
    let programme = &package.programme;
    let Body::Lecture(lecture) = &programme.activity("t1-k").expect("the lecture").body else { panic!("a lecture") };
    let styles: Vec<SlideStyle> = lecture.slides.iter().map(|slide| slide.style).collect();
    assert_eq!(styles, [SlideStyle::Cover, SlideStyle::Figure, SlideStyle::Columns]);
    let [first, drawn, two] = lecture.slides.as_slice() else { panic!("three slides") };
    assert_eq!((first.face.get("es"), first.said.get("en")), ("## La señal", "Hello."));
    assert_eq!(drawn.figure.as_ref().map(|id| id.as_str()), Some("path"));
    assert_eq!((two.face.get("es"), two.beside.get("en")), ("Uno", "Two"));
    assert!(matches!(programme.activity("t1-v").expect("the video").body, Body::Video(_)));
    assert!(matches!(programme.activity("t1-d").expect("the prompt").body, Body::Discussion(_)));
    let topic = &programme.topics[0];
    assert_eq!(topic.guide.as_ref().map(|guide| guide.title.get("es")), Some("Guía"));
    assert!(topic.job_aid.is_some());
    assert_eq!((topic.competences[0].as_str(), topic.references[0].date.as_str()), ("c1", "1985"));
    assert_eq!(programme.days[0].closing.get("en"), "Breathe.");
    let svg = &programme.figures[0].svg;
    assert!(svg["es"].starts_with("<svg") && svg["es"].contains(">Mirar &amp; anotar<"), "{}", svg["es"]);
    assert!(svg["en"].contains(">To look<") && !svg["en"].contains("<?xml") && !svg["en"].contains("<!--"));
    let Body::Lesson(lesson) = &programme.activity("t1-l1").expect("the lesson").body else { panic!("a lesson") };
    let tries = passages(lesson.markdown.get("es")).into_iter().filter(|it| matches!(it, Passage::Try { .. })).count();
    assert_eq!(tries, 1);
    let counts = package.counts();
    assert_eq!((counts.lectures, counts.slides, counts.videos, counts.discussions), (1, 3, 1, 1));
    assert_eq!((counts.guides, counts.references, counts.figures, counts.untranslated), (1, 1, 1, 0));
    let json = serde_json::to_string(programme).expect("it serialises");
    assert_eq!(&serde_json::from_str::<domain::programmes::Programme>(&json).expect("it deserialises"), programme);
}

/// In `file`, the first `old` becomes `new`; then there is one problem on `line` that says `what` and offers `remedy`.
struct Row(&'static str, &'static str, &'static str, usize, &'static str, &'static str);

const ROWS: &[Row] = &[
    Row(LESSON, ":::answer\n", "", 16, "there is no `:::answer` in it", ":::answer"),
    Row(LESSON, "Una silla.\n:::\n", "Una silla.\n", 16, "`:::try` is not closed", "`:::` after the answer"),
    Row(LESSON, ":::try\n", "", 17, "`:::answer` stands here without `:::try`", "remove this line"),
    Row(LESSON, "¿Qué ve?\n", "\n", 16, "the question or its answer is blank", "Write both"),
    Row(LECTURE, "???\nHola.\n", "", 10, "slide 1 has no spoken words, or two sets of them", "one line `???`"),
    Row(LECTURE, "## La señal\n", "", 10, "slide 1 shows nothing", "above the line `???`"),
    Row(LECTURE, "Uno\n|||\nDos", "Uno y dos", 21, "the columns of slide 3 are not two", "`|||`"),
    Row(
        LECTURE,
        "@style cover\n## La",
        "@styel cover\n## La",
        10,
        "`@styel cover` says nothing that is known",
        "`@style NAME`",
    ),
    Row(LECTURE, "@style cover\n## La", "@style covre\n## La", 10, "`covre` is not a style of slides", "`cover`"),
    Row(SVG, "<rect", "<script/><rect", 5, "`<script>` has no place in a drawing", "shapes, groups and text"),
    Row(
        SVG,
        "<rect class",
        "<rect onclick=\"x()\" class",
        5,
        "has no place in a drawing",
        "nothing that loads or runs",
    ),
    Row(SVG, "f-tint s-indigo", "f-tint s-pink", 5, "has no place in a drawing", "classes that the format lists"),
    Row(SVG, "url(#path-tip)", "url(https://example.org/x.svg#a)", 7, "has no place in a drawing", "shapes"),
    Row(
        SVG,
        "<path class=\"f-none",
        "<path style=\"fill:red\" class=\"f-none",
        7,
        "has no place in a drawing",
        "shapes",
    ),
    Row(SVG, " viewBox=\"0 0 340 120\"", "", 3, "the drawing has no `viewBox`", "0 0 WIDTH HEIGHT"),
    Row(SVG, "</svg>", "</g>", 8, "this is not a sound SVG", "plain SVG"),
    Row(SVG, "{first}", "{second}", 6, "the drawing asks for the words `second`, and its .toml has none", "`[words]`"),
    Row(WORDS, "first.en = \"To look\"\n", "", 6, "`first` is not written in `en`", "Write `first.en`"),
    Row(TOPIC, "[\"c1\"]", "[\"c2\"]", 7, "there is no competence `c2`", "`c1`"),
    Row(TOPIC, "date = \"1985\"", "date = \"el año pasado\"", 10, "`el año pasado` is not a date", "`2019-03`"),
    Row(TOPIC, "https://example.org/", "example.org", 11, "`example.org` is not an address", "`https://…`"),
];

#[test]
fn what_is_wrong_is_told_where_it_stands() {
    for Row(file, old, new, line, what, remedy) in ROWS {
        let found = problems(&broken(teaching(), file, old, new));
        // Words that nothing shows any more are told as well; of those the first is meant.
        let one = found.iter().find(|one| one.what.contains(what)).unwrap_or_else(|| panic!("{what}: {found:?}"));
        assert_eq!((one.file.as_str(), one.line), (*file, *line), "{what}: {found:?}");
        assert!(one.remedy.contains(remedy), "{remedy}: {one:?}");
        assert!(in_the_guide(&one.what), "the author's guide lacks: {}", one.what);
    }
}

#[test]
fn slides_in_two_languages_are_the_same_slides() {
    let differ = |old: &str, new: &str| told(&broken(teaching(), LECTURE, old, new));
    let words = |line: usize, what: &str| {
        format!("{LECTURE}:{line} the slides in `es` and in `en` do not go together ({what})")
    };
    assert_eq!(differ("@style cover\n## The", "@style list\n## The"), [words(10, "style")]);
    let shorter = differ("---\n@style columns\nOne\n|||\nTwo\n???\nThere are two.\n", "");
    assert_eq!(shorter, [words(10, "number")]);
    assert_eq!(
        differ("@figure path\n## The", "## The"),
        [words(15, "figure"), format!("{LECTURE}:34 slide 2 has the style `figure` and no figure")]
    );
}

#[test]
fn a_drawing_is_two_files_and_is_shown() {
    let without = |path: &str| {
        let mut files = teaching();
        files.remove(path);
        told(&files)
    };
    assert_eq!(without(SVG), ["figures/path.toml:1 the figure `path` has no `.svg`"]);
    assert_eq!(without(WORDS), ["figures/path.svg:1 the figure `path` has no `.toml`"]);
    let mut files = teaching();
    files.remove(LECTURE);
    assert!(told(&files).contains(&"figures/path.svg:1 no slide shows the figure `path`".to_owned()));
    let unknown = told(&broken(
        broken(teaching(), LECTURE, "@figure path", "@figure pahts"),
        LECTURE,
        "@figure path\n## The",
        "@figure pahts\n## The",
    ));
    assert_eq!(unknown.iter().filter(|it| it.contains("there is no figure `pahts`")).count(), 2, "{unknown:?}");
    let mut bomb = teaching();
    let entity = SVG_TEXT.replace("<?xml version=\"1.0\"?>", "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>");
    bomb.insert(SVG.into(), entity.into_bytes());
    assert!(told(&bomb)[0].contains("has no place in a drawing"), "{:?}", told(&bomb));
}

#[test]
fn what_is_promised_and_missing_is_told_as_a_whole_and_by_topic() {
    let promising = |promises: &str| {
        let text = String::from_utf8(teaching()[P].clone()).expect("UTF-8") + promises;
        let mut files = teaching();
        files.insert(P.into(), text.into_bytes());
        problems(&files)
    };
    assert!(promising("[promises]\nwhole = { topics = 1 }\neach_topic = { lessons = 1, slides = 3 }\n").is_empty());
    let found = promising("[promises]\nwhole = { topics = 8 }\neach_topic = { lessons = 4, slides = 3 }\n");
    let told: Vec<&str> = found.iter().map(|one| one.what.as_str()).collect();
    assert_eq!(
        told,
        ["8 `topics` are promised, and there are 1", "4 `lessons` are promised, and there are 1 in the topic `t1`",]
    );
    assert!(found.iter().all(|one| one.file == P && in_the_guide(&one.what)), "{found:?}");
}

#[test]
fn lengths_ease_and_feedback_are_held_to_what_was_promised() {
    let promising = |promises: &str, lesson: Option<&str>| {
        let mut files = teaching();
        let text = String::from_utf8(files[P].clone()).expect("UTF-8") + promises;
        files.insert(P.into(), text.into_bytes());
        if let Some(lesson) = lesson {
            files.insert("topics/t1/t1-l1.md".into(), lesson.as_bytes().to_vec());
        }
        programme::read_files(&files).err().unwrap_or_default()
    };
    let sound = "[promises]\nlesson_words = { least = 1, most = 900 }\nreading_ease = 1\n";
    assert!(promising(sound, None).is_empty(), "{:?}", promising(sound, None));
    let found = promising("[promises]\nlesson_words = { least = 500, most = 900 }\n", None);
    let lesson = found.iter().find(|one| one.file == "topics/t1/t1-l1.md").expect("told with its file");
    assert!(lesson.what.contains("500 to 900 are promised"), "{lesson}");
    let ease = promising("[promises]\nreading_ease = 100\n", Some(&HARD.replace("ID", "t1-l1")));
    assert!(ease.iter().any(|one| one.what.contains("a reading ease of 100 is promised")), "{ease:?}");
}

const HARD: &str = "+++\nid = \"ID\"\ntitle = { es = \"Uno\", en = \"One\" }\nsummary = { es = \"Ver.\", en = \"To see.\" }\nminutes = 5\n+++\n=== es\n\
    La institucionalización interdisciplinaria presupone responsabilidades jurisdiccionales inequívocamente delimitadas.\n=== en\n\
    Institutions that work together need clearly divided responsibilities.\n";

#[test]
fn a_translation_that_was_copied_or_cut_short_is_told() {
    let with = |es: &str, en: &str| {
        let mut files = teaching();
        let text = HARD.replace("ID", "t1-l1");
        let head = text.split("=== es").next().expect("a head");
        files.insert("topics/t1/t1-l1.md".into(), format!("{head}=== es\n{es}\n=== en\n{en}\n").into_bytes());
        let found = programme::read_files(&files).err().unwrap_or_default();
        found.iter().filter(|one| one.file == "topics/t1/t1-l1.md").map(|one| one.what.clone()).collect::<Vec<_>>()
    };
    let long = "Una niña dice una frase y usted la escucha sin prisa y sin preguntar nada más. ".repeat(6);
    assert_eq!(with(&long, &long), ["a paragraph in `en` is the one in `es`, word for word"]);
    assert_eq!(with(&long, "x"), ["the text in `en` is not a quarter as long as the one in `es`"]);
    assert_eq!(with("Tel. 110", "Tel. 110"), Vec::<String>::new(), "what is short may be the same");
}
