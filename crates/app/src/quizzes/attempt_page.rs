//! What the pages of an attempt show.

use super::gains::{OwnGain, own_gain};
use super::{At, OutOfTime, own_attempt, terms};
use crate::access::Visitor;
use crate::learning::LoadedProgramme;
use crate::{PageRefused, Telar};
use domain::ids::{ActivityId, AttemptId, MarkingId, PersonId, QuestionId};
use domain::programmes::Activity;
use domain::quizzes::{Given, Mark, Question, Quiz, Reveal};
use domain::{Moment, Text};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{CommentRow, MarkingRow, Reading, ReadingRow, StoreError};

#[derive(Clone, Debug)]
pub struct AttemptPage {
    pub attempt: AttemptId,
    pub activity: ActivityId,
    pub number: u16,
    pub programme: Arc<LoadedProgramme>,
    pub asked: Vec<QuestionId>,
    pub answers: BTreeMap<QuestionId, Given>,
    /// What she marked to come back to.
    pub flags: Vec<QuestionId>,
    /// What became of it, once handed in.
    pub result: Option<AttemptResult>,
    /// Her marks before and after, with the result of the test after.
    pub gain: Option<OwnGain>,
    /// How many attempts she can still begin or go on with, besides this one; none where there is no limit. Only counted once
    /// it is handed in.
    pub attempts_left: Option<u16>,
    /// The mark that completing the programme asks for, where it is above the quiz's own pass mark.
    pub mark_asked: Option<u8>,
    /// When the time of a timed quiz is over.
    pub time_over: Option<Moment>,
    pub out_of_time: OutOfTime,
    pub now: Moment,
    index: usize,
}

/// The mark, and what people said of it.
#[derive(Clone, Debug)]
pub struct AttemptResult {
    pub mark: Mark,
    pub readings: Vec<ReadingRow>,
    pub comments: Vec<CommentRow>,
    /// How the mark changed since, the first change first.
    pub markings: Vec<MarkingRow>,
}

/// How far one question of an attempt is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// Something of it is left to answer.
    Partly,
    Answered,
    /// It was answered, and since it was mended it offers that answer no longer.
    Outdated,
    /// It was taken out: there is nothing to answer.
    Withdrawn,
}

impl AttemptPage {
    fn get(&self) -> &Activity {
        &self.programme.programme.activities[self.index]
    }

    /// The quiz. An attempt is only ever made at one.
    pub fn quiz(&self) -> &Quiz {
        match &self.get().body {
            domain::programmes::Body::Quiz(quiz) => quiz,
            _ => unreachable!("an attempt page is only loaded for a quiz"),
        }
    }

    pub fn title(&self) -> &Text {
        &self.get().title
    }

    /// A question by its place in the attempt, from 1.
    pub fn question(&self, number: usize) -> Option<&Question> {
        let id = self.asked.get(number.checked_sub(1)?)?;
        self.quiz().question(id.as_str())
    }

    /// Whether the time of a timed quiz is over.
    pub fn is_over(&self) -> bool {
        self.time_over.is_some_and(|over| self.now > over)
    }

    pub fn standing(&self, question: &QuestionId) -> Standing {
        let Some(asked) = self.quiz().question(question.as_str()).filter(|it| it.is_asked()) else {
            return Standing::Withdrawn;
        };
        match self.answers.get(question) {
            None => Standing::Open,
            Some(given) if !given.answer.fits(&asked.kind) => Standing::Outdated,
            Some(given) if !given.answer.is_complete(&asked.kind) => Standing::Partly,
            Some(_) => Standing::Answered,
        }
    }

    /// How many questions there are to answer: those that were not taken out since.
    pub fn to_answer(&self) -> usize {
        self.asked.iter().filter(|id| self.standing(id) != Standing::Withdrawn).count()
    }

    /// How many of them are answered, with nothing left.
    pub fn answered(&self) -> usize {
        self.asked.iter().filter(|id| self.standing(id) == Standing::Answered).count()
    }

    /// The first question that has something left to answer, from that place (from 1) on and then from the start.
    pub fn open_from(&self, number: usize) -> Option<usize> {
        let open = |number: &usize| {
            !matches!(self.standing(&self.asked[number - 1]), Standing::Answered | Standing::Withdrawn)
        };
        let from = number.clamp(1, self.asked.len() + 1);
        (from..=self.asked.len()).chain(1..from).find(open)
    }

    /// Where she goes on, on whichever device: behind the question that she answered last. None where nothing is open.
    pub fn place_to_go_on(&self) -> Option<usize> {
        let given = |id: &QuestionId| self.answers.get(id).map(|given| given.given);
        let last = self.asked.iter().enumerate().filter_map(|(index, id)| Some((given(id)?, index)));
        // What is partly answered is not behind her yet: the search begins with it.
        self.open_from(last.max().map_or(1, |(_, index)| index + 1))
    }

    /// Whether what would have been right is shown with the result.
    pub fn reveals_key(&self) -> bool {
        let passed = self.result.as_ref().is_some_and(|result| result.mark.passed);
        match self.quiz().reveal {
            Reveal::Key => true,
            Reveal::KeyAtEnd => passed || self.attempts_left == Some(0),
            Reveal::Answers | Reveal::Mark => false,
        }
    }
}

impl Telar {
    /// An attempt for whoever is at the door: a helper who opens one takes no news of its mark away.
    pub async fn open_attempt(&self, visitor: &Visitor, attempt: AttemptId) -> Result<AttemptPage, PageRefused> {
        if visitor.acting.is_none() {
            return self.attempt(visitor.person, attempt).await;
        }
        let (telar, now, person) = (self.clone(), self.now(), visitor.person);
        self.read(move |reading| load(&telar, reading, (person, attempt), now)).await
    }

    /// An attempt of hers. Opening one that is handed in tells her of changes of its mark.
    pub async fn attempt(&self, person: PersonId, attempt: AttemptId) -> Result<AttemptPage, PageRefused> {
        let telar = self.clone();
        let now = self.now();
        let (page, unseen) = self
            .read(move |reading| {
                let page = load(&telar, reading, (person, attempt), now)?;
                let changed = page.result.as_ref().is_some_and(|result| !result.markings.is_empty());
                let unseen = if changed { reading.markings_unseen(person)? } else { Vec::new() };
                let unseen = unseen.into_iter().map(|(marking, ..)| marking).filter(|it| it.attempt == attempt);
                let unseen: Vec<MarkingId> = unseen.map(|it| it.marking).collect();
                Ok::<_, PageRefused>((page, unseen))
            })
            .await?;
        if !unseen.is_empty() {
            self.write(move |writing| {
                unseen.iter().try_for_each(|marking| writing.marking_seen(*marking, person))?;
                Ok::<_, PageRefused>(())
            })
            .await?;
        }
        Ok(page)
    }
}

fn load(
    telar: &Telar,
    reading: &mut Reading<'_>,
    (person, attempt): (PersonId, AttemptId),
    now: Moment,
) -> Result<AttemptPage, PageRefused> {
    let (row, owner) = own_attempt(reading, person, attempt)?.ok_or(PageRefused::NotFound)?;
    let programme = telar.shelf().take(reading, owner.version)?;
    let index = programme.activities.iter().position(|it| it.id == row.activity && it.quiz().is_some());
    let index = index.ok_or(PageRefused::NotFound)?;
    let quiz = programme.activities[index].quiz().ok_or(PageRefused::NotFound)?;
    let terms = terms(reading, quiz, &At::of(&owner, &row.activity))?;
    let attempts_left = if terms.attempts.is_some() && row.mark.is_some() {
        // One that is open elsewhere was begun, and is still hers to go on with.
        let all = reading.attempts(row.enrolment, &row.activity)?;
        terms.left(all.iter().filter(|it| it.submitted.is_some()).count())
    } else {
        terms.left(usize::from(row.number))
    };
    let (flags, result, gain) = match row.mark {
        None => (reading.flags(attempt)?, None, None),
        Some(mark) => {
            let gain = own_gain(reading, &programme, (row.enrolment, quiz))?;
            (Vec::new(), Some(result(reading, attempt, mark)?), gain)
        }
    };
    Ok(AttemptPage {
        answers: reading.answers(attempt)?,
        mark_asked: programme.mark_above_pass(&row.activity),
        time_over: terms.time_over(row.started),
        out_of_time: OutOfTime::of(reading, (person, attempt), quiz)?,
        flags,
        attempt,
        number: row.number,
        attempts_left,
        activity: row.activity,
        asked: row.asked,
        result,
        gain,
        programme,
        now,
        index,
    })
}

fn result(reading: &mut Reading<'_>, attempt: AttemptId, mark: Mark) -> Result<AttemptResult, StoreError> {
    Ok(AttemptResult {
        mark,
        readings: reading.readings(attempt)?,
        comments: reading.attempt_comments(attempt)?,
        markings: reading.markings(attempt)?,
    })
}
