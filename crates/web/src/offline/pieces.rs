//! A programme in pieces that a phone can keep: each is what stands in `<main>`, the same for everybody, addressed by its
//! content, so that an update fetches only what changed. It must not know who asks.

use crate::compress::{Encoding, Packed};
use crate::{learner, library};
use app::learning::LoadedProgramme;
use domain::ids::TopicId;
use domain::programmes::{Activity, Body};
use domain::quizzes::Counting;
use sha2::{Digest, Sha256};
use words::Words;

/// All of a programme in one language.
pub struct Pieces {
    pub topics: Vec<Topic>,
}

/// What is downloaded together.
pub struct Topic {
    pub id: TopicId,
    pub number: u8,
    /// «Tema 5: Indicadores».
    pub title: String,
    /// Another one where any piece is another.
    pub version: String,
    pub pieces: Vec<Piece>,
}

pub struct Piece {
    pub path: String,
    /// Neutral words: it stands in the browser's history.
    pub title: String,
    pub kind: &'static str,
    pub packed: Packed,
}

impl Pieces {
    pub fn of(w: &'static Words, programme: &LoadedProgramme) -> Self {
        let topic = |topic: &domain::programmes::Topic| {
            let activities = programme.in_order().filter(|activity| activity.topic == topic.id);
            let mut pieces: Vec<Piece> = activities.map(|activity| Piece::of(w, programme, activity)).collect();
            pieces.extend(learner::job_aid_fragment(w, programme, topic).map(|html| Piece {
                path: format!("/topics/{}/job-aid", topic.id),
                title: w.lesson_job_aid(),
                kind: "job_aid",
                packed: Packed::new(html.into_bytes()),
            }));
            // Listed as the other sheet of the topic is.
            pieces.extend(library::law_fragment(w, programme, topic).map(|html| Piece {
                path: format!("/topics/{}/law", topic.id),
                title: w.library_law(),
                kind: "job_aid",
                packed: Packed::new(html.into_bytes()),
            }));
            Topic {
                id: topic.id.clone(),
                number: topic.number,
                title: w.programme_topic(topic.number, topic.title.get(w.language())),
                version: version(pieces.iter().map(|piece| piece.packed.digest.as_str())),
                pieces,
            }
        };
        Self { topics: programme.topics.iter().map(topic).filter(|topic| !topic.pieces.is_empty()).collect() }
    }

    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id.as_str() == id)
    }

    pub fn piece(&self, hash: &str) -> Option<&Piece> {
        self.topics.iter().flat_map(|topic| &topic.pieces).find(|piece| piece.packed.digest == hash)
    }

    /// What they take in memory.
    pub fn memory(&self) -> usize {
        self.topics.iter().flat_map(|topic| &topic.pieces).map(|piece| piece.packed.memory()).sum()
    }
}

impl Topic {
    /// How many bytes go over the link, packed as the browser takes it.
    pub fn bytes(&self, encoding: Option<Encoding>) -> usize {
        self.pieces.iter().map(|piece| piece.packed.body(encoding).len()).sum()
    }
}

impl Piece {
    fn of(w: &'static Words, programme: &LoadedProgramme, activity: &Activity) -> Self {
        let (kind, html) = match &activity.body {
            Body::Lesson(_) | Body::Lecture(_) | Body::Video(_) | Body::Discussion(_) => {
                ("lesson", learner::lesson_fragment(w, programme, activity))
            }
            Body::Quiz(quiz) => {
                let kind = if quiz.counting == Counting::Practice { "practice" } else { "gate" };
                (kind, learner::quiz_fragment(w, programme, (activity, quiz)))
            }
        };
        Self {
            path: format!("/activities/{}", activity.id),
            title: learner::place(w, programme, activity),
            kind,
            packed: Packed::new(html.into_bytes()),
        }
    }
}

/// 16 digits over other digests.
pub fn version<'a>(digests: impl Iterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for digest in digests {
        hash.update(digest.as_bytes());
        hash.update([0]);
    }
    crate::compress::hex(&hash.finalize())[..16].to_owned()
}
