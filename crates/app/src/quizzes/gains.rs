//! What people gained between the two tests of a pair, over those who took both: of a cohort for its staff, of one person for
//! herself. The same number of queries for 5 people and 5,000.

use super::first_attempts::{Firsts, Over, Times, Wanted, first_attempts};
use super::seen_cohort;
use crate::access::Visitor;
use crate::cohorts::{CohortCard, card};
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar, Unavailable};
use domain::Text;
use domain::ids::{ActivityId, CohortId, EnrolmentId, PersonId, TopicId};
use domain::people::PersonName;
use domain::programmes::{Activity, Programme};
use domain::quizzes::{Parallel, Quiz, Side};
use domain::statistics::{FirstAttempt, Gains, Pair, Tested};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{AttemptRow, Reading};

#[derive(Clone, Debug)]
pub struct GainsPage {
    pub card: CohortCard,
    pub programme: Arc<LoadedProgramme>,
    pub pair: String,
    pub before: TestCard,
    pub after: TestCard,
    pub enrolled: u64,
    pub gains: Gains,
    /// People who have taken both and began the test after before they handed in the test before: they count in neither.
    pub out_of_order: usize,
    /// Whoever has taken at least one of them, as the list of people stands.
    pub people: Vec<PersonGain>,
}

/// One of the two tests.
#[derive(Clone, Debug)]
pub struct TestCard {
    pub activity: ActivityId,
    pub title: Text,
    /// People whose attempt waits for a reader and does not count yet.
    pub waiting: u64,
}

/// In points of 100.
#[derive(Clone, Debug)]
pub struct PersonGain {
    pub person: PersonId,
    pub name: PersonName,
    pub pre: Option<f64>,
    pub post: Option<f64>,
    /// She began the test after before she handed in the test before: that is no pair.
    pub out_of_order: bool,
}

impl PersonGain {
    pub fn pair(&self) -> Option<Pair> {
        self.pre.zip(self.post).filter(|_| !self.out_of_order).map(|(pre, post)| Pair { pre, post })
    }
}

/// One of the two tests of a pair.
type Test<'p> = (&'p Activity, &'p Quiz);

/// The test before and the test after of a pair; none where the programme lacks either.
pub(crate) fn tests_of<'p>(programme: &'p Programme, pair: &str) -> Option<(Test<'p>, Test<'p>)> {
    let of = |side: Side| {
        let tests = programme.activities.iter().filter_map(|activity| Some((activity, activity.quiz()?)));
        let wanted = Parallel { pair: pair.to_owned(), side };
        tests.into_iter().find(|(_, quiz)| quiz.parallel.as_ref() == Some(&wanted))
    };
    of(Side::Before).zip(of(Side::After))
}

/// The pairs of tests of a programme, each by its word.
pub(crate) fn pairs_of(programme: &Programme) -> Vec<&str> {
    let pair = |activity: &'_ Activity| match activity.quiz()?.parallel.as_ref()? {
        Parallel { side: Side::Before, pair } => programme.activities.iter().find_map(|it| {
            let other = it.quiz()?.parallel.as_ref()?;
            (other.side == Side::After && other.pair == *pair).then_some(other.pair.as_str())
        }),
        Parallel { side: Side::After, .. } => None,
    };
    programme.activities.iter().filter_map(pair).collect()
}

/// The first attempts at both tests.
pub(crate) struct Both {
    pub pre: Firsts,
    pub post: Firsts,
    /// Who has taken both, and began the test after before she handed in the test before.
    pub out_of_order: BTreeSet<PersonId>,
}

impl Both {
    /// Over everybody but those who took the two in the other order: what lies between their tests is not what is measured.
    pub fn gains(&self, (before, after): (Test<'_>, Test<'_>)) -> Gains {
        let (mut pre, mut post) = (tested(before, &self.pre), tested(after, &self.post));
        pre.retain(|person, _| !self.out_of_order.contains(person));
        post.retain(|person, _| !self.out_of_order.contains(person));
        Gains::of(&pre, &post)
    }
}

pub(crate) fn both(
    reading: &mut Reading<'_>,
    over: Over,
    (before, after): (Test<'_>, Test<'_>),
) -> Result<Both, Unavailable> {
    let mut of = |(activity, quiz): Test<'_>| first_attempts(reading, over, (&activity.id, quiz), Wanted::Marks);
    let (pre, post) = (of(before)?, of(after)?);
    let late = |(person, before): (&PersonId, &Times)| {
        let after = post.times.get(person)?;
        (after.begun < before.handed_in).then_some(*person)
    };
    Ok(Both { out_of_order: pre.times.iter().filter_map(late).collect(), pre, post })
}

/// Their scores, as a whole and by topic: that of each question, else that of the quiz.
fn tested((activity, quiz): Test<'_>, firsts: &Firsts) -> BTreeMap<PersonId, Tested> {
    let topic = |question: &domain::ids::QuestionId| -> Option<TopicId> {
        let of_question = quiz.question(question.as_str()).and_then(|question| question.topic.clone());
        Some(of_question.unwrap_or_else(|| activity.topic.clone()))
    };
    firsts.attempts.iter().map(|(person, first)| (*person, Tested::of(first, topic))).collect()
}

fn test_card((activity, _): Test<'_>, firsts: &Firsts) -> TestCard {
    TestCard { activity: activity.id.clone(), title: activity.title.clone(), waiting: firsts.waiting }
}

impl Telar {
    pub async fn gains(&self, visitor: &Visitor, cohort: CohortId, pair: String) -> Result<GainsPage, PageRefused> {
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.read(move |reading| {
            let (row, programme) = seen_cohort(&telar, reading, (&visitor, cohort))?;
            let (before, after) = tests_of(&programme, &pair).ok_or(PageRefused::NotFound)?;
            let both = both(reading, Over::Cohort(cohort), (before, after))?;
            let gains = both.gains((before, after));
            let Both { pre, post, out_of_order } = both;
            let members = reading.members(cohort)?.into_iter();
            let of = |firsts: &Firsts, person| firsts.attempts.get(&person).map(per_cent);
            let person = |member: store::MemberRow| {
                let (pre, post) = (of(&pre, member.person), of(&post, member.person));
                let taken = pre.or(post).is_some();
                let out_of_order = out_of_order.contains(&member.person);
                taken.then_some(PersonGain { person: member.person, name: member.name, pre, post, out_of_order })
            };
            Ok(GainsPage {
                people: members.filter_map(person).collect(),
                out_of_order: out_of_order.len(),
                before: test_card(before, &pre),
                after: test_card(after, &post),
                enrolled: row.people,
                card: card(&telar, reading, row)?,
                programme: Arc::clone(&programme),
                pair,
                gains,
            })
        })
        .await
    }
}

fn per_cent(first: &FirstAttempt) -> f64 {
    first.total().per_cent()
}

/// Her own two marks, as her results say them: in whole per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnGain {
    pub pre: u8,
    pub post: u8,
}

/// What a learner is told with the result of the test after: her own first marks of both. None at any other quiz, where she did
/// not hand in the test before before she began this one, and while something waits for a reader.
pub(super) fn own_gain(
    reading: &mut Reading<'_>,
    programme: &Programme,
    (enrolment, quiz): (EnrolmentId, &Quiz),
) -> Result<Option<OwnGain>, Unavailable> {
    let Some(Parallel { pair, side: Side::After }) = &quiz.parallel else { return Ok(None) };
    let Some((before, after)) = tests_of(programme, pair) else { return Ok(None) };
    let mut first = |activity: &ActivityId| -> Result<Option<(Times, u8)>, Unavailable> {
        let attempts = reading.attempts(enrolment, activity)?;
        let handed_in = |it: &&AttemptRow| it.submitted.is_some() && it.mark.is_some();
        let Some(first) = attempts.iter().filter(handed_in).min_by_key(|it| (it.submitted, it.number)) else {
            return Ok(None);
        };
        let mark = first.mark.as_ref().filter(|mark| mark.unread == 0 && mark.max > 0);
        let times = first.submitted.map(|handed_in| Times { begun: first.started, handed_in });
        Ok(times.zip(mark.map(domain::quizzes::Mark::per_cent)))
    };
    let (pre, post) = (first(&before.0.id)?, first(&after.0.id)?);
    let in_order = pre.zip(post).filter(|((before, _), (after, _))| before.handed_in <= after.begun);
    Ok(in_order.map(|((_, pre), (_, post))| OwnGain { pre, post }))
}
