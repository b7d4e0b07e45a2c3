//! What of a programme version a professional still has to check: the list behind the banner that its staff see.

use super::LoadedProgramme;
use domain::Text;
use domain::ids::{ActivityId, QuestionId, TopicId};
use domain::programmes::{Review, SheetKind};

/// One thing to be checked, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToReview {
    JobAid {
        topic: TopicId,
        title: Text,
    },
    Guide {
        topic: TopicId,
        title: Text,
    },
    Reference {
        cite: String,
        title: Text,
    },
    Activity {
        activity: ActivityId,
        title: Text,
    },
    /// What stands beside the topics, or the law of one.
    Sheet {
        kind: SheetKind,
        id: String,
        title: Text,
        topic: Option<TopicId>,
    },
    Question {
        activity: ActivityId,
        title: Text,
        question: QuestionId,
        stem: Text,
    },
}

impl LoadedProgramme {
    /// In the order of the programme: aids, guides and references by topic, then the sheets, then each activity with its questions.
    pub fn to_review(&self) -> Vec<ToReview> {
        let mut all = Vec::new();
        for topic in &self.programme.topics {
            if topic.job_aid.as_ref().is_some_and(|aid| aid.review == Review::Needed) {
                all.push(ToReview::JobAid { topic: topic.id.clone(), title: topic.title.clone() });
            }
            if topic.guide.as_ref().is_some_and(|guide| guide.review == Review::Needed) {
                all.push(ToReview::Guide { topic: topic.id.clone(), title: topic.title.clone() });
            }
            for it in topic.references.iter().filter(|it| it.review == Review::Needed) {
                all.push(ToReview::Reference { cite: it.cite.clone(), title: topic.title.clone() });
            }
        }
        for it in self.programme.sheets.all().into_iter().filter(|it| it.review == Review::Needed) {
            let (id, title, topic) = (it.id.to_owned(), it.title.clone(), it.topic.cloned());
            all.push(ToReview::Sheet { kind: it.kind, id, title, topic });
        }
        for it in &self.programme.activities {
            let (activity, title) = (it.id.clone(), it.title.clone());
            if it.review == Review::Needed {
                all.push(ToReview::Activity { activity: activity.clone(), title: title.clone() });
            }
            let questions = it.quiz().into_iter().flat_map(|quiz| &quiz.questions);
            for question in questions.filter(|question| question.review == Review::Needed && question.is_asked()) {
                let (question, stem) = (question.id.clone(), question.stem.clone());
                let (activity, title) = (activity.clone(), title.clone());
                all.push(ToReview::Question { activity, title, question, stem });
            }
        }
        all
    }

    /// How many things a professional still has to check.
    pub fn review_needed(&self) -> usize {
        self.to_review().len()
    }
}
