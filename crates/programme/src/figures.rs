//! The drawings of a package, put together of their shapes and their words, and whether slides show them. It must not know what a
//! drawing may hold.

use crate::fields::At;
use crate::figure_file::{Drawing, FigureWords, figure, read_drawing, read_words};
use crate::ids::nearest;
use crate::problem::Problems;
use crate::source::Source;
use crate::teaching_cause::TeachingCause;
use domain::programmes::Figure;
use std::collections::{BTreeMap, BTreeSet};

/// By name; `None` where a file is there and could not be read.
#[derive(Default)]
pub(crate) struct Figures<'a> {
    drawings: BTreeMap<&'a str, (Source<'a>, Option<Drawing>)>,
    words: BTreeMap<&'a str, (Source<'a>, Option<FigureWords>)>,
}

impl<'a> Figures<'a> {
    pub fn drawing(&mut self, name: &'a str, source: Source<'a>) {
        let drawing = read_drawing(&source);
        self.drawings.insert(name, (source, drawing));
    }

    pub fn words(&mut self, name: &'a str, source: Source<'a>) {
        let words = read_words(&source);
        self.words.insert(name, (source, words));
    }

    /// All of them, in the order of their names. `shown` are the names that slides show, with the path of each.
    pub fn settle<'s>(
        self,
        shown: impl Iterator<Item = (&'s str, &'s At<String>)>,
        languages: &[String],
        problems: &Problems,
    ) -> Vec<Figure> {
        let mut seen = BTreeSet::new();
        for (path, name) in shown {
            let id = name.value.clone();
            if !self.drawings.contains_key(id.as_str()) && !self.words.contains_key(id.as_str()) {
                let nearest = nearest(&id, self.drawings.keys().copied());
                problems.add(path, name.line, TeachingCause::UnknownFigure { id: id.clone(), nearest });
            }
            seen.insert(id);
        }
        for (name, (toml, _)) in self.words.iter().filter(|(name, _)| !self.drawings.contains_key(*name)) {
            toml.problem(1, TeachingCause::FigureAlone { id: (*name).to_owned(), other: "svg" });
        }
        let mut figures = Vec::new();
        for (name, (shapes, drawing)) in &self.drawings {
            if !seen.contains(*name) {
                shapes.problem(1, TeachingCause::UnusedFigure { id: (*name).to_owned() });
            }
            match self.words.get(name) {
                None => shapes.problem(1, TeachingCause::FigureAlone { id: (*name).to_owned(), other: "toml" }),
                Some((toml, words)) => {
                    if let (Some(drawing), Some(words)) = (drawing, words) {
                        figures.push(figure(name, (drawing, shapes), (words, toml), languages));
                    }
                }
            }
        }
        figures
    }
}
