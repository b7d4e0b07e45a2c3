//! What a programme holds beside its topics, in numbers. It must not know files, except by the names that the format gives them.

use crate::count::{Counts, if_any, lacking};
use domain::Text;
use domain::ids::TopicId;
use domain::programmes::{
    About, Anchor, Interview, InterviewKind, Law, Mentioned, Programme, Review, RolePlayPart, Rubric, SheetKind, Sheets,
};

impl Counts {
    /// The law of a topic; `texts` takes its texts.
    pub(crate) fn add_law<'p>(&mut self, law: &'p Law, texts: &mut Vec<&'p Text>) {
        self.norm_cards += law.norms.len();
        self.institutions += law.institutions.len();
        self.routes += law.routes.len();
        texts.extend(law.norms.iter().flat_map(|it| [&it.name, &it.says]));
        texts.extend(law.institutions.iter().flat_map(|it| [&it.name, &it.does, &it.reach]));
        for route in &law.routes {
            texts.push(&route.title);
            texts.extend(route.steps.iter().flat_map(|it| [&it.who, &it.does].into_iter().chain(if_any(&it.caution))));
        }
        let alone = Sheets { laws: vec![law.clone()], ..Sheets::default() };
        self.note_unchecked(&alone.all());
    }

    /// What belongs to no topic.
    pub(crate) fn add_sheets(&mut self, programme: &Programme) {
        let sheets = &programme.sheets;
        self.of_sheets(sheets, None);
        self.terms = sheets.glossary.len();
        self.untranslated += texts(sheets).into_iter().map(|text| lacking(programme, text)).sum::<usize>();
        let of_no_topic: Vec<Mentioned<'_>> = sheets.all().into_iter().filter(|it| it.topic.is_none()).collect();
        self.note_unchecked(&of_no_topic);
        self.review_needed = self.review_items.len();
    }

    /// How many sheets there are: of the whole, or of those that go with a topic.
    pub(crate) fn of_sheets(&mut self, sheets: &Sheets, topic: Option<&TopicId>) {
        let goes = |topics: &[TopicId]| topic.is_none_or(|topic| topics.contains(topic));
        let rubrics: Vec<&Rubric> = sheets.rubrics.iter().filter(|it| goes(&it.topics)).collect();
        let interviews: Vec<&Interview> = sheets.interviews.iter().filter(|it| goes(&it.about.topics)).collect();
        self.rubrics = rubrics.len();
        self.criteria = rubrics.iter().map(|it| it.criteria.len()).sum();
        self.must_pass = rubrics.iter().flat_map(|it| &it.criteria).filter(|it| it.must_pass).count();
        self.role_plays = sheets.role_plays.iter().filter(|it| goes(&it.about.topics)).count();
        self.interviews = interviews.len();
        let has = |kind: &&InterviewKind| interviews.iter().any(|it| it.kind == **kind);
        self.interview_kinds = InterviewKind::ALL.iter().filter(has).count();
        self.report_cases = sheets.cases.iter().filter(|it| goes(&it.about.topics)).count();
        self.care_sheets = sheets.care.iter().filter(|it| goes(&it.topics)).count();
    }

    fn note_unchecked(&mut self, all: &[Mentioned<'_>]) {
        for it in all.iter().filter(|it| it.review == Review::Needed) {
            self.needs_review(file_of(it), it.id.to_owned());
        }
    }
}

/// All texts that belong to no topic. Words of the glossary are no texts: a language may lack one.
fn texts(sheets: &Sheets) -> Vec<&Text> {
    let mut texts: Vec<&Text> = Vec::new();
    for rubric in &sheets.rubrics {
        texts.extend([&rubric.title, &rubric.summary]);
        for one in &rubric.criteria {
            texts.extend([&one.title].into_iter().chain(Anchor::ALL.map(|anchor| one.anchor(anchor))));
        }
    }
    for play in &sheets.role_plays {
        texts.extend(of_about(&play.about).chain(RolePlayPart::ALL.map(|part| play.part(part))));
    }
    for it in &sheets.interviews {
        texts.extend(of_about(&it.about).chain([&it.brief, &it.character, &it.opening, &it.debrief]));
        texts.extend(it.details.iter().flat_map(|it| [&it.text].into_iter().chain(if_any(&it.cue))));
        texts.extend(it.replies.iter().map(|reply| &reply.text));
    }
    for case in &sheets.cases {
        texts.extend(of_about(&case.about).chain([&case.notes, &case.report]));
    }
    texts.extend(sheets.care.iter().flat_map(|it| [&it.title, &it.summary, &it.markdown]));
    texts.extend(sheets.glossary.iter().filter_map(|term| if_any(&term.meaning)));
    texts
}

fn of_about(about: &About) -> impl Iterator<Item = &Text> {
    [&about.title, &about.summary].into_iter().chain(if_any(&about.notice))
}

fn file_of(it: &Mentioned<'_>) -> String {
    let law = |file: &str| format!("topics/{}/law/{file}.toml", it.topic.map_or("", |topic| topic.as_str()));
    match it.kind {
        SheetKind::Norm => law("norms"),
        SheetKind::Institution => law("institutions"),
        SheetKind::Route => law("routes"),
        SheetKind::Term => "glossary.toml".into(),
        SheetKind::Care => format!("care/{}.md", it.id),
        SheetKind::RolePlay => format!("role-plays/{}.md", it.id),
        SheetKind::Interview => format!("interviews/{}.toml", it.id),
        SheetKind::Case => format!("cases/{}.md", it.id),
        SheetKind::Rubric => format!("rubrics/{}.toml", it.id),
    }
}
