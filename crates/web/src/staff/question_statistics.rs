//! One question among the numbers of its quiz: what it asks of whoever wrote it, and how often each option was chosen, by all and
//! by those who know most and least.

use super::answers;
use app::quizzes::QuizStatistics;
use domain::ids::QuestionId;
use domain::quizzes::{Chooses, Label, Question, QuestionKind, offered, typed};
use domain::statistics::{Chosen, Item, Look};
use words::Words;

/// How many of the texts that people typed are told; most are typed once.
const TYPED: usize = 8;

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

/// One option with who chose it.
pub struct OptionCount {
    pub words: String,
    pub right: bool,
    pub chosen: Chosen,
    /// It reads like a right one to those who know most.
    pub draws: bool,
}

/// What can be chosen in a question, and what was.
pub struct Options {
    /// Everything that can be chosen, then what was typed, the most frequent first, then who left it unanswered.
    pub all: Vec<OptionCount>,
    /// Which of them were typed.
    pub typed: std::ops::Range<usize>,
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

pub fn opened(w: &Words, found: &QuizStatistics, (number, question, item): (usize, &Question, &Item)) -> Opened {
    let stem = found.programme.stem_html(found.activity.as_str(), question.id.as_str(), w.language());
    let Options { mut all, typed } = options(w, &question.kind, item);
    let others = typed.len().saturating_sub(TYPED);
    all.drain(typed.end - others..typed.end);
    let options: Vec<OptionLine> = all.into_iter().map(|it| line(w, item, it)).collect();
    Opened {
        anchor: anchor(&question.id),
        number: w.stats_question(number),
        words: answers::short(&question.stem, w.language()),
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

pub fn options(w: &Words, kind: &QuestionKind, item: &Item) -> Options {
    let offered = offered(kind);
    let mut written: Vec<(Chooses<'_>, Chosen)> = Vec::new();
    for (key, chosen) in &item.options {
        if !offered.iter().any(|it| it.key == *key) {
            written.extend(typed(kind, key).map(|it| (it, *chosen)));
        }
    }
    written.sort_by(|one, other| other.1.all.cmp(&one.1.all).then_with(|| one.0.key.cmp(&other.0.key)));
    let typed = offered.len()..offered.len() + written.len();
    // Each item of an ordering is right in its place, so that saying so parts none from another.
    let in_place = matches!(kind, QuestionKind::Ordering(_));
    let offered = offered.into_iter().map(|it| {
        let chosen = item.chose(&it.key);
        (it, chosen)
    });
    let count = |(it, chosen): (Chooses<'_>, Chosen)| {
        let words = it.label.iter().map(|label| words_of(w, label)).collect::<Vec<_>>().join(" → ");
        OptionCount {
            words: if in_place { w.stats_in_place(words) } else { words },
            right: it.right && !in_place,
            draws: !it.right && chosen.draws_the_upper(item),
            chosen,
        }
    };
    let mut all: Vec<OptionCount> = offered.chain(written).map(count).collect();
    if !all.is_empty() && item.unanswered.all > 0 {
        all.push(OptionCount { words: w.stats_unanswered(), right: false, chosen: item.unanswered, draws: false });
    }
    Options { all, typed }
}

fn line(w: &Words, item: &Item, it: OptionCount) -> OptionLine {
    let group = |of: fn(&domain::statistics::Groups) -> usize| match (&it.chosen.groups, &item.groups) {
        (Some(chose), Some(all)) => w.desk_of(of(all), of(chose)),
        _ => w.desk_no_data(),
    };
    let note = match it.chosen.all {
        0 => w.stats_nobody(),
        _ if it.draws => w.stats_draws_upper(),
        _ => String::new(),
    };
    let (upper, lower) = (group(|groups| groups.upper), group(|groups| groups.lower));
    OptionLine { all: w.desk_of(item.asked, it.chosen.all), words: it.words, right: it.right, upper, lower, note }
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
    use domain::quizzes::{Accepted, Choice, Feedback, ShortAnswer};
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
        let choice =
            |id: &str, right| Choice { id: id.into(), text: Text::new([("es", id)]), right, feedback: Text::default() };
        let kind =
            QuestionKind::SingleChoice { choices: vec![choice("a", true), choice("b", false), choice("c", false)] };
        let item = item([("a".into(), chosen(10, 2, 2)), ("b".into(), chosen(8, 4, 2))].into());
        let w = words::in_language("es");
        let counted = options(w, &kind, &item);
        assert!(counted.typed.is_empty());
        let lines: Vec<OptionLine> = counted.all.into_iter().map(|it| line(w, &item, it)).collect();
        let seen: Vec<_> =
            lines.iter().map(|it| (it.words.as_str(), it.right, it.all.as_str(), it.upper.as_str())).collect();
        assert_eq!(
            seen,
            [
                ("a", true, "10 de 20", "2 de 6"),
                ("b", false, "8 de 20", "4 de 6"),
                ("c", false, "0 de 20", "0 de 6"),
                ("Sin respuesta", false, "2 de 20", "0 de 6"),
            ]
        );
        assert_eq!(
            lines.iter().map(|it| it.note.clone()).collect::<Vec<_>>(),
            [String::new(), w.stats_draws_upper(), w.stats_nobody(), String::new()]
        );
    }

    #[test]
    fn the_most_typed_come_first_and_the_rest_is_counted() {
        let accepted = vec![Accepted { text: "escuchar".into(), credit: 100, feedback: Text::default() }];
        let kind = QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback: Feedback::default() });
        let mut options_typed: BTreeMap<String, Chosen> =
            (0..10).map(|number| (format!("otra {number}"), chosen(1, 0, 0))).collect();
        options_typed.insert("escuchar".into(), chosen(7, 4, 1));
        let Options { all, typed } = options(words::in_language("es"), &kind, &item(options_typed));
        assert_eq!((all.len(), typed), (12, 0..11), "and who left it");
        assert_eq!((all[0].words.as_str(), all[0].right), ("«escuchar»", true));
        assert_eq!(all[11].words, "Sin respuesta");
    }
}
