//! Moodle XML, read. It must not know any other format.

use super::xml::{self, Element, markdown_of_html};
use super::{ExchangeRefused, Exchanged, Left, Notes, beginning, choice_id, matching_of, read_question, text};
use domain::Text;
use domain::quizzes::{
    Accepted, Choice, Cloze, Decimal, Feedback, Gap, GapChoice, GapKind, Item, Matching, Numeric, Open, Ordering,
    QuestionKind, ShortAnswer, Unit,
};

/// The longest open answer, in characters: about two pages. Their files say how many lines the field has, which is not a limit.
const LONGEST_OPEN: u16 = 5_000;

pub(super) fn read(written: &str, language: &str) -> Result<Exchanged, ExchangeRefused> {
    let root = xml::parse(written)?;
    if root.name != "quiz" {
        return Err(ExchangeRefused::BadXml {
            line: root.line,
            why: format!("<quiz> is expected, not <{}>", root.name),
        });
    }
    let mut found = Exchanged::default();
    for question in root.all("question") {
        let name = question.first("name").map_or("", |name| name.words_of("text"));
        let words = if name.is_empty() { raw(question, "questiontext") } else { name };
        let mut notes = Notes { all: &mut found.notes, question: beginning(words), line: question.line };
        let mut reader = Read { question, language, notes: &mut notes };
        if let Some((stem, kind)) = reader.question() {
            found.questions.push(read_question(stem, kind, language, &mut notes));
        }
    }
    Ok(found)
}

fn raw<'a>(element: &'a Element, name: &str) -> &'a str {
    element.first(name).map_or("", |it| it.words_of("text"))
}

struct Read<'a, 'n> {
    question: &'a Element,
    language: &'a str,
    notes: &'a mut Notes<'n>,
}

impl Read<'_, '_> {
    fn question(&mut self) -> Option<(String, QuestionKind)> {
        let question = self.question;
        let stem = match question.attribute("type") {
            // Their gaps are found in the words as they stand; the words are converted afterwards.
            "gapselect" | "ddwtos" | "cloze" => raw(question, "questiontext").to_owned(),
            _ => self.words(question, "questiontext"),
        };
        let kind = match question.attribute("type") {
            "multichoice" => self.choices(),
            "truefalse" => self.true_false(),
            "shortanswer" => self.short(),
            "numerical" => self.numeric(),
            "matching" => self.matching(),
            "ordering" => self.ordering(),
            "essay" => {
                let criteria = self.text(question, "graderinfo");
                Some(QuestionKind::Open(Open { longest: LONGEST_OPEN, criteria }))
            }
            "gapselect" | "ddwtos" => {
                let (words, kind) = self.gaps(&stem)?;
                return Some((self.around_gaps(&words), kind));
            }
            "cloze" => {
                let (words, kind) = super::moodle_cloze::read(&stem, self.language, self.notes)?;
                let kind = self.with_feedback(kind);
                return Some((self.around_gaps(&words), kind));
            }
            "category" => {
                self.notes.add(Left::Category);
                return None;
            }
            other => {
                self.notes.add(Left::Form(other.to_owned()));
                return None;
            }
        };
        if kind.is_none() {
            self.notes.add(Left::Unreadable("<answer>"));
        }
        kind.map(|kind| (stem, kind))
    }

    /// The words of a child with a `<text>`, as Markdown.
    fn words(&mut self, of: &Element, name: &str) -> String {
        let Some(child) = of.first(name) else { return String::new() };
        self.markdown(child)
    }

    /// Of an element that has a `<text>` and a format.
    fn markdown(&mut self, element: &Element) -> String {
        self.converted(element, element.words_of("text"))
    }

    fn around_gaps(&mut self, words: &str) -> String {
        let Some(element) = self.question.first("questiontext") else { return words.to_owned() };
        super::with_gaps_kept(words, |words| self.converted(element, words))
    }

    fn with_feedback(&mut self, kind: QuestionKind) -> QuestionKind {
        match kind {
            QuestionKind::Cloze(cloze) => QuestionKind::Cloze(Cloze { feedback: self.feedback(), ..cloze }),
            other => other,
        }
    }

    /// These words, in the format that the element says.
    fn converted(&mut self, element: &Element, words: &str) -> String {
        if element.first("file").is_some() {
            self.notes.add(Left::Picture);
        }
        match element.attribute("format") {
            "markdown" | "plain_text" => words.to_owned(),
            // Whatever is not said is HTML there.
            _ => markdown_of_html(words, self.notes),
        }
    }

    fn text(&mut self, of: &Element, name: &str) -> Text {
        text(self.words(of, name), self.language)
    }

    /// What is said of the whole question. What is said to everybody goes where nothing else is said.
    fn feedback(&mut self) -> Feedback {
        let question = self.question;
        let general = self.words(question, "generalfeedback");
        let mut said = |name: &str| {
            let own = self.words(question, name);
            text(if own.is_empty() { general.clone() } else { own }, self.language)
        };
        Feedback {
            right: said("correctfeedback"),
            wrong: said("incorrectfeedback"),
            partly: self.text(question, "partiallycorrectfeedback"),
        }
    }

    fn choices(&mut self) -> Option<QuestionKind> {
        let question = self.question;
        let single = !matches!(question.words_of("single"), "false" | "0");
        let answers: Vec<&Element> = question.all("answer").collect();
        let weights: Vec<f64> = answers.iter().map(|answer| fraction(answer)).collect();
        note_weights(&weights, single, self.notes);
        let right = |weight: f64| if single { weight >= 100.0 } else { weight > 0.0 };
        let mut choices = Vec::new();
        for (place, (answer, weight)) in answers.iter().zip(&weights).enumerate() {
            let words = self.markdown(answer);
            choices.push(Choice {
                id: choice_id(place),
                text: text(words, self.language),
                right: right(*weight),
                feedback: self.text(answer, "feedback"),
            });
        }
        let rights = choices.iter().filter(|choice| choice.right).count();
        let sound = choices.len() >= 2 && rights >= 1 && (!single || rights == 1);
        let kind =
            if single { QuestionKind::SingleChoice { choices } } else { QuestionKind::MultipleChoice { choices } };
        sound.then_some(kind)
    }

    fn true_false(&mut self) -> Option<QuestionKind> {
        let (question, language) = (self.question, self.language);
        let mut side = |place: usize, word: &str, shown: &str| {
            let answer = question.all("answer").find(|answer| answer.words_of("text") == word)?;
            let right = fraction(answer) >= 100.0;
            let feedback = self.text(answer, "feedback");
            Some(Choice { id: choice_id(place), text: text(shown.to_owned(), language), right, feedback })
        };
        let english = language == "en";
        let (yes, no) = if english { ("True", "False") } else { ("Verdadero", "Falso") };
        let choices = vec![side(0, "true", yes)?, side(1, "false", no)?];
        (choices[0].right != choices[1].right).then_some(QuestionKind::TrueFalse { choices })
    }

    fn short(&mut self) -> Option<QuestionKind> {
        let question = self.question;
        if question.words_of("usecase") == "1" {
            self.notes.add(Left::Case);
        }
        let mut accepted = Vec::new();
        let mut feedback = self.feedback();
        for answer in question.all("answer") {
            let words = answer.words_of("text");
            if words == "*" {
                // Whatever is not accepted: what is said then is what is said of a wrong answer.
                feedback.wrong = self.text(answer, "feedback");
                continue;
            }
            if words.contains('*') {
                self.notes.add(Left::Pattern);
            }
            let credit = fraction(answer).clamp(0.0, 100.0).round() as u8;
            accepted.push(Accepted { text: words.to_owned(), credit, feedback: self.text(answer, "feedback") });
        }
        // What is said of every right answer alike is said of the question.
        let mut right = accepted.iter().filter(|it| it.credit == 100);
        let said = right.next().map(|first| first.feedback.clone())?;
        if !said.is_empty() && right.all(|it| it.feedback == said) {
            accepted.iter_mut().filter(|it| it.credit == 100).for_each(|it| it.feedback = Text::default());
            feedback.right = said;
        }
        Some(QuestionKind::ShortAnswer(ShortAnswer { accepted, feedback }))
    }

    fn numeric(&mut self) -> Option<QuestionKind> {
        let question = self.question;
        let mut feedback = self.feedback();
        let answers: Vec<&Element> = question.all("answer").filter(|answer| answer.words_of("text") != "*").collect();
        if answers.len() > 1 {
            self.notes.add(Left::Numbers);
        }
        if let Some(other) = question.all("answer").find(|answer| answer.words_of("text") == "*") {
            feedback.wrong = self.text(other, "feedback");
        }
        let answer = answers.iter().find(|answer| fraction(answer) >= 100.0)?;
        let said = self.text(answer, "feedback");
        if !said.is_empty() {
            feedback.right = said;
        }
        let value: Decimal = answer.words_of("text").parse().ok()?;
        let tolerance = answer.words_of("tolerance").parse().unwrap_or_default();
        let mut units = Vec::new();
        for unit in question.first("units").into_iter().flat_map(|units| units.all("unit")) {
            // Theirs is how many of the unit make one of the value's; ours is the other way round.
            let factor = match unit.words_of("multiplier").parse::<f64>() {
                Ok(many) if many != 0.0 => format!("{:.9}", 1.0 / many).parse().ok(),
                _ => None,
            };
            match factor {
                Some(factor) => units.push(Unit { name: unit.words_of("unit_name").to_owned(), factor }),
                None => self.notes.add(Left::Units),
            }
        }
        Some(QuestionKind::Numeric(Numeric { value, tolerance, units, feedback }))
    }

    fn matching(&mut self) -> Option<QuestionKind> {
        let question = self.question;
        let mut pairs = Vec::new();
        for pair in question.all("subquestion") {
            let right = pair.first("answer").map_or("", |answer| answer.words_of("text")).to_owned();
            pairs.push((self.markdown(pair), right));
        }
        let (stems, options) = matching_of(pairs, self.language);
        let feedback = self.feedback();
        (stems.len() >= 2 && options.len() >= 2).then_some(QuestionKind::Matching(Matching {
            stems,
            options,
            feedback,
        }))
    }

    /// In the right order in their files too.
    fn ordering(&mut self) -> Option<QuestionKind> {
        let question = self.question;
        let mut items = Vec::new();
        for answer in question.all("answer") {
            let words = self.markdown(answer);
            items.push(Item { id: choice_id(items.len()), text: text(words, self.language) });
        }
        let feedback = self.feedback();
        (items.len() >= 2).then_some(QuestionKind::Ordering(Ordering { items, feedback }))
    }

    /// `[[1]]` in the words, where 1 is the first choice; choices of one group are offered together.
    fn gaps(&mut self, stem: &str) -> Option<(String, QuestionKind)> {
        let question = self.question;
        let name = if question.attribute("type") == "gapselect" { "selectoption" } else { "dragbox" };
        let offered: Vec<(&str, &str)> =
            question.all(name).map(|option| (option.words_of("text"), option.words_of("group"))).collect();
        let (mut words, mut gaps, mut rest) = (String::new(), Vec::new(), stem);
        while let Some((before, after)) = rest.split_once("[[") {
            let (number, after) = after.split_once("]]")?;
            let place = number.trim().parse::<usize>().ok()?.checked_sub(1)?;
            let (_, group) = offered.get(place)?;
            let among = offered.iter().enumerate().filter(|(_, (_, its))| its == group);
            let choices = among.enumerate().map(|(at, (its, (shown, _)))| GapChoice {
                id: choice_id(at),
                text: text((*shown).to_owned(), self.language),
                right: its == place,
            });
            let id = choice_id(gaps.len());
            words.push_str(&format!("{before}[[{id}]]"));
            gaps.push(Gap { id, wants: GapKind::Choice { choices: choices.collect() } });
            rest = after;
        }
        words.push_str(rest);
        let feedback = self.feedback();
        if gaps.is_empty() {
            self.notes.add(Left::Unreadable("[[1]]"));
            return None;
        }
        Some((words, QuestionKind::Cloze(Cloze { gaps, feedback })))
    }
}

fn fraction(answer: &Element) -> f64 {
    answer.attribute("fraction").parse().unwrap_or(0.0)
}

/// Tells where weights say something that is not carried: here each right choice is worth the same and each wrong one takes as
/// much away.
pub(super) fn note_weights(weights: &[f64], single: bool, notes: &mut Notes<'_>) {
    let near = |a: f64, b: f64| (a - b).abs() < 0.01;
    if single {
        if weights.iter().any(|weight| *weight > 0.0 && *weight < 100.0) {
            notes.add(Left::Weights);
        }
        return;
    }
    let right: Vec<f64> = weights.iter().copied().filter(|weight| *weight > 0.0).collect();
    let share = 100.0 / right.len().max(1) as f64;
    if right.iter().any(|weight| !near(*weight, share)) {
        notes.add(Left::Weights);
    }
    let wrong: Vec<f64> = weights.iter().copied().filter(|weight| *weight <= 0.0).collect();
    let ours = |weight: f64| near(weight, -share);
    if wrong.iter().any(|weight| !ours(*weight)) {
        notes.add(Left::Penalty);
    }
}
