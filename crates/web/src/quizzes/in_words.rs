//! An answer as one reads it: what was chosen, matched, put in order, written. It must not know whether it is right.

use super::places;
use app::learning::LoadedProgramme;
use domain::Text;
use domain::ids::{ActivityId, ChoiceId};
use domain::quizzes::marking::reading_key;
use domain::quizzes::{Answer, GapKind, Piece, Question, QuestionKind};
use words::Words;

/// One line of an answer. Plain text, both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about: a stem, a gap, a part; empty where there is only one thing.
    pub about: String,
    pub words: String,
}

/// In whose words.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    pub w: &'static Words,
    pub programme: &'a LoadedProgramme,
    pub activity: &'a ActivityId,
}

impl Telling<'_> {
    /// An answer to a question, as it stands now: what it offers no longer is told by its id.
    pub fn answer(&self, question: &Question, answer: &Answer) -> Vec<Line> {
        self.part(question.id.as_str(), &question.kind, answer)
    }

    /// The same of a part, under its [`reading_key`].
    pub fn part(&self, key: &str, kind: &QuestionKind, answer: &Answer) -> Vec<Line> {
        let alone = |words: String| vec![Line { about: String::new(), words }];
        match answer {
            Answer::Choice(id) => alone(self.offered(key, kind, id)),
            Answer::Choices(marked) => self
                .offered_ids(kind)
                .filter(|id| marked.contains(id))
                .flat_map(|id| alone(self.offered(key, kind, id)))
                .collect(),
            Answer::Text(text) => alone(text.clone()),
            Answer::Number { number, unit } => alone(format!("{number} {unit}").trim_end().to_owned()),
            Answer::Order(order) => {
                let line = |(index, id): (usize, &ChoiceId)| Line {
                    about: format!("{}.", index + 1),
                    words: self.offered(key, kind, id),
                };
                order.iter().enumerate().map(line).collect()
            }
            Answer::Matches(pairs) => {
                let QuestionKind::Matching(matching) = kind else { return Vec::new() };
                let line = |stem: &domain::quizzes::MatchStem| {
                    let option = pairs.get(&stem.id)?;
                    Some(Line { about: self.text(&stem.text), words: self.offered(key, kind, option) })
                };
                matching.stems.iter().filter_map(line).collect()
            }
            Answer::Gaps(gaps) => {
                let QuestionKind::Cloze(cloze) = kind else { return Vec::new() };
                let line = |(index, gap): (usize, &domain::quizzes::Gap)| {
                    let given = gaps.get(&gap.id)?;
                    let words = match &gap.wants {
                        GapKind::Choice { choices } => {
                            let chosen = choices.iter().find(|choice| choice.id.as_str() == given);
                            chosen.map_or_else(|| given.clone(), |choice| self.text(&choice.text))
                        }
                        _ => given.clone(),
                    };
                    Some(Line { about: self.w.quiz_gap(index + 1), words })
                };
                cloze.gaps.iter().enumerate().filter_map(line).collect()
            }
            Answer::Parts(parts) => {
                let QuestionKind::Vignette(vignette) = kind else { return Vec::new() };
                let all = vignette.parts.len();
                let lines = |(index, part): (usize, &domain::quizzes::Part)| {
                    let answer = parts.get(&part.id)?;
                    let mut lines = self.part(&reading_key(key, Some(&part.id)), &part.kind, answer);
                    // Each line of its own is told under its part.
                    if let Some(first) = lines.first_mut() {
                        let of = self.w.quiz_part_of(all, index + 1);
                        first.about = if first.about.is_empty() { of } else { format!("{of} · {}", first.about) };
                    }
                    Some(lines)
                };
                vignette.parts.iter().enumerate().filter_map(lines).flatten().collect()
            }
        }
    }

    /// What was asked, to read again with the answer: gaps by the names that the answer gives them, the text that was marked, the
    /// case as far as it goes.
    pub fn asked(&self, question: &Question) -> String {
        self.asked_of(question.id.as_str(), &question.kind)
    }

    fn asked_of(&self, key: &str, kind: &QuestionKind) -> String {
        let (activity, language) = (self.activity.as_str(), self.w.language());
        let stem = self.programme.stem_html(activity, key, language).unwrap_or_default();
        match kind {
            QuestionKind::Cloze(_) => {
                let mut number = 0;
                places::filled(stem, |_| {
                    number += 1;
                    Some(format!("<mark>{}</mark>", self.w.quiz_gap(number)))
                })
            }
            QuestionKind::HotText(_) => {
                let passage = self.programme.passage_html(activity, key, language).unwrap_or_default();
                let passage = places::filled(passage, |piece| match piece {
                    Piece::Span { words, .. } => Some(format!("<u>{words}</u>")),
                    _ => None,
                });
                format!("{stem}{passage}")
            }
            QuestionKind::Vignette(vignette) => {
                let all = vignette.parts.len();
                let mut case = stem.to_owned();
                for (index, part) in vignette.parts.iter().enumerate() {
                    let key = reading_key(key, Some(&part.id));
                    let told = self.programme.tells_html(activity, &key, language).unwrap_or_default();
                    let of = self.w.quiz_part_of(all, index + 1);
                    case += &format!("<p><mark>{of}</mark></p>{told}{}", self.asked_of(&key, &part.kind));
                }
                case
            }
            _ => stem.to_owned(),
        }
    }

    pub(super) fn text(&self, text: &Text) -> String {
        text.get(self.w.language()).to_owned()
    }

    fn offered_ids<'k>(&self, kind: &'k QuestionKind) -> Box<dyn Iterator<Item = &'k ChoiceId> + 'k> {
        match kind {
            QuestionKind::HotText(text) => Box::new(text.spans.iter().map(|span| &span.id)),
            kind => Box::new(kind.choices().iter().map(|choice| &choice.id)),
        }
    }

    /// The words of something that a question offers; its id where it does so no longer.
    pub(super) fn offered(&self, key: &str, kind: &QuestionKind, id: &ChoiceId) -> String {
        let found = match kind {
            QuestionKind::Matching(it) => it.options.iter().find(|it| it.id == *id).map(|it| self.text(&it.text)),
            QuestionKind::Ordering(it) => it.items.iter().find(|it| it.id == *id).map(|it| self.text(&it.text)),
            QuestionKind::HotText(_) => {
                let html = self.programme.passage_html(self.activity.as_str(), key, self.w.language());
                let spans = places::spans(html.unwrap_or_default());
                spans.into_iter().find(|(span, _)| *span == id.as_str()).map(|(_, words)| quoted(&plain(words)))
            }
            kind => kind.choices().iter().find(|it| it.id == *id).map(|it| self.text(&it.text)),
        };
        found.unwrap_or_else(|| id.to_string())
    }
}

/// Between quotation marks, where they do not stand in some already.
fn quoted(words: &str) -> String {
    if words.starts_with(['«', '"', '“']) { words.to_owned() } else { format!("«{words}»") }
}

/// The words of a little HTML of ours, without its tags.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut in_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            letter if !in_tag => text.push(letter),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_tags_and_nothing_else() {
        assert_eq!(plain("lo <em>dicho</em> &amp; &lt;hecho&gt;"), "lo dicho & <hecho>");
    }
}
