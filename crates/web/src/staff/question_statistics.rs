//! One question among the numbers of its quiz: what it asks of whoever wrote it, and how often each option was chosen, by all and
//! by those who know most and least.

use app::quizzes::QuizStatistics;
use domain::ids::QuestionId;
use domain::quizzes::{Chooses, Label, Piece, Question, QuestionKind, offered, pieces, typed};
use domain::statistics::{Chosen, Item, Look};
use words::Words;

/// How many of the texts that people typed are told; most are typed once.
const TYPED: usize = 8;
/// How many letters of a question stand in a table.
const SHORT: usize = 90;

/// A question that opens.
pub struct Opened {
    pub anchor: String,
    pub number: String,
    pub words: String,
    pub look: String,
    /// As HTML that is safe to show.
    pub stem: String,
    pub groups: String,
    /// Why there is no table of options; empty where there is one.
    pub none: String,
    pub options: Vec<OptionLine>,
    /// Texts that are not told one by one.
    pub others: String,
}

pub struct OptionLine {
    pub words: String,
    pub right: bool,
    pub all: String,
    pub upper: String,
    pub lower: String,
    pub note: String,
}

pub fn anchor(question: &QuestionId) -> String {
    format!("q-{question}")
}

pub fn look(w: &Words, look: Look) -> String {
    match look {
        Look::WrongWay => w.stats_look_wrong_way(),
        Look::VeryEasy => w.stats_look_very_easy(),
        Look::VeryHard => w.stats_look_very_hard(),
        Look::PartsNobody => w.stats_look_parts_nobody(),
    }
}

/// The words of a question without their marks, for a line of a table.
pub fn short(question: &Question, language: &str) -> String {
    let stem = question.stem.get(language);
    let words = pieces(stem).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Gap(_) => "____".to_owned(),
        Piece::Span { words, .. } => words.to_owned(),
    });
    let plain: String = words.collect::<String>().chars().filter(|c| !matches!(c, '*' | '#' | '`' | '>')).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match plain.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", plain[..end].trim_end()),
        None => plain,
    }
}

pub fn opened(w: &Words, found: &QuizStatistics, (number, question, item): (usize, &Question, &Item)) -> Opened {
    let stem = found.programme.stem_html(found.activity.as_str(), question.id.as_str(), w.language());
    let (options, others) = options(w, &question.kind, item);
    Opened {
        anchor: anchor(&question.id),
        number: w.stats_question(number),
        words: short(question, w.language()),
        look: Look::at(item).map_or_else(String::new, |it| look(w, it)),
        stem: stem.unwrap_or_default().to_owned(),
        groups: match item.groups {
            Some(groups) => w.stats_groups(item.asked, groups.lower, groups.upper),
            None => w.stats_groups_none(item.asked),
        },
        none: if options.is_empty() { w.stats_options_none() } else { String::new() },
        options,
        others: if others > 0 { w.stats_typed_others(others) } else { String::new() },
    }
}

/// A line for each thing that can be chosen, then for what was typed most, then for who left it; and how many other texts there
/// are.
fn options(w: &Words, kind: &QuestionKind, item: &Item) -> (Vec<OptionLine>, usize) {
    let offered = offered(kind);
    let mut written: Vec<(Chooses<'_>, Chosen)> = Vec::new();
    for (key, chosen) in &item.options {
        if !offered.iter().any(|it| it.key == *key) {
            written.extend(typed(kind, key).map(|it| (it, *chosen)));
        }
    }
    written.sort_by(|one, other| other.1.all.cmp(&one.1.all).then_with(|| one.0.key.cmp(&other.0.key)));
    let others = written.len().saturating_sub(TYPED);
    written.truncate(TYPED);
    let places = matches!(kind, QuestionKind::Ordering(_));
    let offered = offered.into_iter().map(|it| {
        let chosen = item.chose(&it.key);
        (it, chosen)
    });
    let mut lines: Vec<OptionLine> = offered.chain(written).map(|(it, chosen)| line(w, item, &it, chosen)).collect();
    if places {
        // Each of them is right in its place, so that saying so parts none from another.
        lines.iter_mut().for_each(|line| {
            line.words = w.stats_in_place(std::mem::take(&mut line.words));
            line.right = false;
        });
    }
    if !lines.is_empty() && item.unanswered.all > 0 {
        let unanswered = Chooses { key: String::new(), label: Vec::new(), right: true };
        let line = line(w, item, &unanswered, item.unanswered);
        lines.push(OptionLine { words: w.stats_unanswered(), right: false, ..line });
    }
    (lines, others)
}

fn line(w: &Words, item: &Item, it: &Chooses<'_>, chosen: Chosen) -> OptionLine {
    let group = |of: fn(&domain::statistics::Groups) -> usize| match (&chosen.groups, &item.groups) {
        (Some(chose), Some(all)) => w.desk_of(of(all), of(chose)),
        _ => w.desk_no_data(),
    };
    let note = match chosen.all {
        0 => w.stats_nobody(),
        _ if !it.right && chosen.draws_the_upper(item) => w.stats_draws_upper(),
        _ => String::new(),
    };
    let label = it.label.iter().map(|label| words_of(w, label)).collect::<Vec<_>>().join(" → ");
    OptionLine {
        words: label,
        right: it.right,
        all: w.desk_of(item.asked, chosen.all),
        upper: group(|groups| groups.upper),
        lower: group(|groups| groups.lower),
        note,
    }
}

fn words_of(w: &Words, label: &Label<'_>) -> String {
    match label {
        Label::Part(place) => w.stats_part(*place),
        Label::Gap(place) => w.stats_gap(*place),
        Label::Typed(text) => w.stats_typed(text.as_str()),
        Label::Words(_) | Label::Span(..) => label.words(w.language()).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Text;
    use domain::quizzes::{Accepted, Choice, Difficulty, Feedback, ShortAnswer};
    use domain::statistics::Groups;
    use std::collections::BTreeMap;

    fn chosen(all: usize, upper: usize, lower: usize) -> Chosen {
        Chosen { all, groups: Some(Groups { upper, lower }) }
    }

    fn item(options: BTreeMap<String, Chosen>) -> Item {
        Item {
            asked: 20,
            facility: 0.5,
            discrimination: Some(0.3),
            item_rest: Some(0.3),
            groups: Some(Groups { upper: 6, lower: 5 }),
            options,
            unanswered: chosen(2, 0, 1),
        }
    }

    #[test]
    fn what_nobody_chose_is_shown_and_what_draws_those_who_know_is_said() {
        let choice = |id: &str, right| Choice {
            id: id.into(),
            text: Text::new([("es", id)]),
            right,
            feedback: Text::default(),
        };
        let kind =
            QuestionKind::SingleChoice { choices: vec![choice("a", true), choice("b", false), choice("c", false)] };
        let item = item([("a".into(), chosen(10, 2, 2)), ("b".into(), chosen(8, 4, 2))].into());
        let w = words::in_language("es");
        let (lines, others) = options(w, &kind, &item);
        let seen: Vec<_> = lines.iter().map(|it| (it.words.as_str(), it.right, it.all.as_str(), it.upper.as_str())).collect();
        assert_eq!(
            seen,
            [
                ("a", true, "10 de 20", "2 de 6"),
                ("b", false, "8 de 20", "4 de 6"),
                ("c", false, "0 de 20", "0 de 6"),
                ("Sin respuesta", false, "2 de 20", "0 de 6"),
            ]
        );
        assert_eq!(lines.iter().map(|it| it.note.clone()).collect::<Vec<_>>(), [
            String::new(),
            w.stats_draws_upper(),
            w.stats_nobody(),
            String::new()
        ]);
        assert_eq!(others, 0);
    }

    #[test]
    fn the_most_typed_come_first_and_the_rest_is_counted() {
        let accepted = vec![Accepted { text: "escuchar".into(), credit: 100, feedback: Text::default() }];
        let kind = QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback: Feedback::default() });
        let mut options_typed: BTreeMap<String, Chosen> =
            (0..10).map(|number| (format!("otra {number}"), chosen(1, 0, 0))).collect();
        options_typed.insert("escuchar".into(), chosen(7, 4, 1));
        let (lines, others) = options(words::in_language("es"), &kind, &item(options_typed));
        assert_eq!((lines.len(), others), (TYPED + 1, 3), "and who left it");
        assert_eq!((lines[0].words.as_str(), lines[0].right), ("«escuchar»", true));
    }

    #[test]
    fn a_line_holds_no_marks_and_not_too_many_letters() {
        let stem = Text::new([("es", &format!("# Un **caso** con [[a]]: {}", "palabra ".repeat(40)))]);
        let kind = QuestionKind::SingleChoice { choices: vec![] };
        let short = short(&Question::new("q-1".into(), stem, kind, Difficulty::Basic), "es");
        assert!(short.starts_with("Un caso con ____: palabra") && short.ends_with('…'), "{short}");
        assert!(short.chars().count() <= SHORT + 1);
    }
}
