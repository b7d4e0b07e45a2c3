//! What stands on the pages, read from Typst's own frames before they become PDF.

#[path = "../tests/sample/mod.rs"]
mod sample;

use typst::layout::{Abs, Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::press::{Job, typeset};
use crate::{Certificate, Poster, certificate, poster, slips, tables};

/// Sets the pages; a warning from Typst (a font that is missing, a page that never settles) is a failure too.
#[track_caller]
fn set(job: &Job) -> PagedDocument {
    let set = typeset(job);
    assert!(set.warnings.is_empty(), "{:?}", set.warnings);
    set.output.unwrap()
}

fn collect(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, text),
            FrameItem::Text(run) => text.push_str(&run.text),
            _ => {}
        }
    }
}

fn text(document: &PagedDocument) -> String {
    let mut text = String::new();
    for page in document.pages() {
        collect(&page.frame, &mut text);
    }
    text
}

#[test]
fn values_are_never_markup() {
    let hostile = r#"#[*_$\ = @x `y` // /* <z> #read("data")"#;
    let document = set(&certificate::job(&Certificate {
        name: hostile.into(),
        body: hostile.into(),
        place: hostile.into(),
        topics: vec![hostile.into()],
        hours: vec![(hostile.into(), hostile.into())],
        endorsers: vec![hostile.into()],
        signatures: vec![(hostile.into(), hostile.into())],
        ..sample::certificate()
    }));
    // Layout may drop the space at which a line breaks.
    let bare = |text: &str| text.replace(' ', "");
    assert_eq!(bare(&text(&document)).matches(&bare(hostile)).count(), 9);
}

#[test]
fn a_certificate_says_all_it_was_given() {
    let data = sample::certificate();
    let said = text(&set(&certificate::job(&data))).replace(' ', "");
    let mut words = vec![&data.title, &data.lead, &data.name, &data.body, &data.number, &data.date, &data.place];
    words.extend([&data.verify_label, &data.verify_url, &data.chain_label, &data.chain, &data.not_competence]);
    words.extend(data.hours.iter().chain(&data.signatures).flat_map(|(first, second)| [first, second]));
    words.extend(data.topics.iter().chain(&data.endorsers).chain([&data.endorsed_label]));
    for word in words {
        assert!(said.contains(&word.replace(' ', "")), "{word} is not on the page");
    }
}

#[test]
fn a_certificate_is_one_letter_page_whatever_the_name() {
    for name in ["Ana", &sample::long_name(), &"W".repeat(120)] {
        let document = set(&certificate::job(&Certificate { name: name.into(), ..sample::certificate() }));
        assert_eq!(document.pages().len(), 1, "{name}");
        let size = document.pages()[0].frame.size();
        assert!(size.x.approx_eq(Abs::inches(8.5)) && size.y.approx_eq(Abs::inches(11.0)), "{size:?}");
    }
}

#[test]
fn a_certificate_of_long_words_shrinks_before_it_breaks() {
    let data = sample::certificate();
    let crowded = Certificate {
        name: sample::long_name(),
        body: data.body.repeat(2),
        topics: data.topics.iter().chain(&data.topics).cloned().collect(),
        ..data
    };
    assert_eq!(set(&certificate::job(&crowded)).pages().len(), 1);
}

#[test]
fn slips_fill_sheets_of_six() {
    for (people, sheets) in [(0, 1), (1, 1), (6, 1), (8, 2), (34, 6)] {
        let data = sample::slips(people);
        let document = set(&slips::job(&data));
        assert_eq!(document.pages().len(), sheets, "{people} people");
        let said = text(&document).replace(' ', "");
        for slip in &data.slips {
            assert!(said.contains(&slip.pin.replace(' ', "")) && said.contains(&slip.code));
        }
    }
}

#[test]
fn a_poster_is_one_page_even_with_much_to_say() {
    let data = sample::poster();
    assert_eq!(set(&poster::job(&data)).pages().len(), 1);
    let long = Poster { title: data.title.repeat(3), steps: [data.steps.clone(), data.steps.clone()].concat(), ..data };
    assert_eq!(set(&poster::job(&long)).pages().len(), 1);
}

#[test]
fn tables_say_all_they_were_given_on_as_many_pages_as_they_need() {
    let data = sample::tables();
    let document = set(&tables::job(&data));
    let said = text(&document).replace(' ', "");
    assert!(document.pages().len() > 1);
    let rows = data
        .tables
        .iter()
        .flat_map(|table| table.rows.iter().flatten().chain(&table.heads).chain([&table.title, &table.note]));
    for words in rows.chain(&data.before).chain(&data.after).chain([&data.title, &data.dated]) {
        assert!(said.contains(&words.replace(' ', "")), "{words} is not on the pages");
    }
    // The head of a table that goes on is said again.
    assert!(said.matches("Completaron").count() > data.tables.len());
}
