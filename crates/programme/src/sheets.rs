//! What a package holds beside its topics, gathered file by file, and what those files say of each other. It must not know what
//! may stand in any of them.

use crate::fields::At;
use crate::file_kind::SheetFile;
use crate::ids::nearest;
use crate::interview_file::read_interview;
use crate::law_file::{read_institutions, read_norms, read_routes};
use crate::problem::Problems;
use crate::sheet_cause::SheetCause;
use crate::sheet_files::{Mentions, read_care, read_case, read_glossary, read_role_play, read_rubric};
use crate::source::Source;
use domain::programmes::{Law, Sheets};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub(crate) struct FoundSheets<'a> {
    sheets: Sheets,
    laws: BTreeMap<&'a str, Law>,
    /// Also those that could not be read.
    rubrics: BTreeSet<&'a str>,
    /// By the path of the file.
    mentions: Vec<(&'a str, Mentions)>,
}

impl<'a> FoundSheets<'a> {
    pub fn take(&mut self, file: SheetFile<'a>, source: &Source<'a>) {
        let mut mentions = Mentions::default();
        let sheets = &mut self.sheets;
        match file {
            SheetFile::Rubric(name) => {
                self.rubrics.insert(name);
                sheets.rubrics.extend(read_rubric(source, name, &mut mentions));
            }
            SheetFile::RolePlay(name) => sheets.role_plays.extend(read_role_play(source, name, &mut mentions)),
            SheetFile::Interview(name) => sheets.interviews.extend(read_interview(source, name, &mut mentions)),
            SheetFile::Case(name) => sheets.cases.extend(read_case(source, name, &mut mentions)),
            SheetFile::Care(name) => sheets.care.extend(read_care(source, name, &mut mentions)),
            SheetFile::Glossary => sheets.glossary = read_glossary(source),
            SheetFile::Norms(topic) => self.law(topic).norms = read_norms(source),
            SheetFile::Institutions(topic) => self.law(topic).institutions = read_institutions(source),
            SheetFile::Routes(topic) => self.law(topic).routes = read_routes(source),
        }
        self.mentions.push((source.path, mentions));
    }

    fn law(&mut self, topic: &'a str) -> &mut Law {
        let empty = || Law { topic: topic.into(), norms: Vec::new(), institutions: Vec::new(), routes: Vec::new() };
        self.laws.entry(topic).or_insert_with(empty)
    }

    /// Links, by the path of the file.
    pub fn links(&self) -> impl Iterator<Item = (&'a str, &Vec<At<String>>)> {
        self.mentions.iter().map(|(path, mentions)| (*path, &mentions.links))
    }

    /// All of it, the law in the order of the topics.
    pub fn settle(mut self, topics: &[At<String>], problems: &Problems) -> Sheets {
        for (path, mentions) in &self.mentions {
            for rubric in mentions.rubrics.iter().filter(|rubric| !self.rubrics.contains(rubric.value.as_str())) {
                let nearest = nearest(&rubric.value, self.rubrics.iter().copied());
                let id = rubric.value.clone();
                problems.add(path, rubric.line, SheetCause::UnknownRubric { id, nearest });
            }
        }
        let known: Vec<&str> = topics.iter().map(|topic| topic.value.as_str()).collect();
        for (path, mentions) in &self.mentions {
            for topic in mentions.topics.iter().filter(|topic| !known.contains(&topic.value.as_str())) {
                let id = topic.value.clone();
                problems.add(path, topic.line, SheetCause::UnknownTopic { id, known: known.join(", ") });
            }
        }
        let laws = topics.iter().filter_map(|topic| self.laws.remove(topic.value.as_str()));
        Sheets { laws: laws.collect(), ..self.sheets }
    }
}
