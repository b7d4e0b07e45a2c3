//! Loading what a learner's pages show.

use super::LoadedProgramme;
use crate::access::Visitor;
use crate::certificates::CertificateCard;
use crate::quizzes::{At, earlier, terms};
use crate::{PageRefused, Telar, Unavailable};
use domain::Moment;
use domain::facts::{ActivityBegun, Subject};
use domain::ids::{ActivityId, AttemptId, CohortId, EnrolmentId, NodeId, PersonId};
use domain::programmes::{Activity, ActivityState, Progress, Topic, Verdict, Weave};
use domain::quizzes::{Earlier, StartRefused, Terms, may_start};
use std::collections::HashMap;
use std::sync::Arc;
use store::{AttemptRow, EnrolmentRow, NewFact, Reading};

/// One enrolment of a person, with all that her pages show of it.
#[derive(Clone, Debug)]
pub struct Learning {
    pub enrolment: EnrolmentId,
    pub cohort: CohortId,
    pub cohort_name: String,
    pub organisation: String,
    pub starts: String,
    pub ends: String,
    pub authority: NodeId,
    pub programme: Arc<LoadedProgramme>,
    pub progress: Progress,
    /// Of what was completed once it is that nothing is missing.
    pub verdict: Verdict,
    pub completed: Option<Moment>,
    pub certificate: Option<CertificateCard>,
}

impl Learning {
    pub fn weave(&self) -> Weave {
        Weave::on_the_way(&self.programme, &self.progress, &self.verdict)
    }

    /// The one thing next. With everything done, a quiz of which a better mark is asked.
    pub fn next(&self) -> Option<&Activity> {
        let helpful = self.verdict.helpful();
        let again = || self.programme.in_order().find(|it| helpful.contains(&it.id));
        self.progress.next(&self.programme).or_else(again)
    }

    pub fn done_of(&self) -> (usize, usize) {
        self.progress.done_of(&self.programme)
    }
}

/// What one activity's page shows.
#[derive(Clone, Debug)]
pub struct ActivityPage {
    pub learning: Learning,
    pub activity: ActivityId,
    pub state: ActivityState,
    pub attempts: Vec<AttemptCard>,
    pub may_start: Result<(), StartRefused>,
    /// What holds for her at a quiz; none for anything else.
    pub terms: Option<Terms>,
    pub open_attempt: Option<AttemptId>,
    /// The activity after this one in the programme's order.
    pub next: Option<ActivityId>,
    index: usize,
}

impl ActivityPage {
    pub fn get(&self) -> &Activity {
        &self.learning.programme.programme.activities[self.index]
    }

    /// The topic that it belongs to.
    pub fn topic(&self) -> Option<&Topic> {
        self.learning.programme.topic(&self.get().topic)
    }
}

#[derive(Clone, Debug)]
pub struct AttemptCard {
    pub attempt: AttemptId,
    pub number: u16,
    pub started: Moment,
    pub submitted: Option<Moment>,
    pub per_cent: Option<u8>,
    pub passed: bool,
}

impl From<&AttemptRow> for AttemptCard {
    fn from(row: &AttemptRow) -> Self {
        Self {
            attempt: row.attempt,
            number: row.number,
            started: row.started,
            submitted: row.submitted,
            per_cent: row.mark.as_ref().map(domain::quizzes::Mark::per_cent),
            passed: row.mark.as_ref().is_some_and(|mark| mark.passed),
        }
    }
}

impl Telar {
    /// A person's enrolments, the latest first.
    pub async fn learning(&self, person: PersonId) -> Result<Vec<Learning>, Unavailable> {
        let telar = self.clone();
        self.read(move |reading| load(&telar, reading, person)).await
    }

    /// The programmes that she is enrolled in, the latest enrolment's first.
    pub async fn programmes(&self, person: PersonId) -> Result<Vec<Arc<LoadedProgramme>>, Unavailable> {
        let telar = self.clone();
        self.read(move |reading| {
            let rows = reading.enrolments(person)?;
            rows.into_iter().map(|row| telar.shelf().take_as(reading, (row.version, row.schedule.as_ref()))).collect()
        })
        .await
    }

    /// One activity for whoever is at the door: what a helper opens is not written down.
    pub async fn open_activity(&self, visitor: &Visitor, id: &str) -> Result<ActivityPage, PageRefused> {
        match visitor.acting {
            Some(_) => self.look_at_activity(visitor.person, id).await,
            None => self.activity(visitor.person, id).await,
        }
    }

    async fn look_at_activity(&self, person: PersonId, id: &str) -> Result<ActivityPage, PageRefused> {
        let (telar, id) = (self.clone(), ActivityId(id.to_owned()));
        self.read(move |reading| activity_page(&telar, reading, person, &id)).await
    }

    /// One activity of hers, by its id. Opening it for the first time is written down.
    pub async fn activity(&self, person: PersonId, id: &str) -> Result<ActivityPage, PageRefused> {
        let page = self.look_at_activity(person, id).await?;
        if page.state == ActivityState::NotBegun && page.get().quiz().is_none() {
            let begun = ActivityBegun { enrolment: page.learning.enrolment, activity: page.activity.clone() };
            let fact = NewFact { actor: Some(person), about: Subject::Person(person), what: begun.into() };
            self.write(move |writing| Ok::<_, PageRefused>(writing.record(vec![fact])?)).await?;
        }
        Ok(page)
    }
}

pub(crate) fn load(telar: &Telar, reading: &mut Reading<'_>, person: PersonId) -> Result<Vec<Learning>, Unavailable> {
    let rows = reading.enrolments(person)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let activities = reading.activities(person)?;
    let bests = reading.bests(person)?;
    let certificates = reading.certificates_of(person)?;
    rows.into_iter()
        .map(|row| {
            let programme = telar.shelf().take_as(reading, (row.version, row.schedule.as_ref()))?;
            let mut progress = Progress::default();
            for it in activities.iter().filter(|it| it.enrolment == row.enrolment) {
                let state = if it.done { ActivityState::Done } else { ActivityState::Begun };
                progress.states.insert(it.activity.clone(), state);
            }
            for best in bests.iter().filter(|best| best.enrolment == row.enrolment) {
                progress.best.insert(best.activity.clone(), best.per_cent);
            }
            let certificate = certificates.iter().rfind(|it| it.enrolment == row.enrolment && it.replaced_by.is_none());
            Ok(Learning {
                verdict: match row.completed {
                    Some(_) => Verdict::completed(),
                    None => programme.verdict(&progress),
                },
                enrolment: row.enrolment,
                cohort: row.cohort,
                cohort_name: row.cohort_name,
                organisation: row.organisation,
                starts: row.starts,
                ends: row.ends,
                authority: row.authority,
                programme,
                progress,
                completed: row.completed,
                certificate: certificate.map(CertificateCard::from),
            })
        })
        .collect()
}

/// How far everybody in a cohort is: the same number of queries for 5 people and 5,000.
pub(crate) fn progress_in(
    reading: &mut Reading<'_>,
    cohort: CohortId,
) -> Result<HashMap<EnrolmentId, Progress>, Unavailable> {
    let mut progress: HashMap<EnrolmentId, Progress> = HashMap::new();
    for it in reading.activities_of_cohort(cohort)? {
        let state = if it.done { ActivityState::Done } else { ActivityState::Begun };
        progress.entry(it.enrolment).or_default().states.insert(it.activity, state);
    }
    for it in reading.bests_of_cohort(cohort)? {
        progress.entry(it.enrolment).or_default().best.insert(it.activity, it.per_cent);
    }
    Ok(progress)
}

/// Her enrolment that holds this activity: the latest, where several do.
pub(crate) fn enrolment_with(
    telar: &Telar,
    reading: &mut Reading<'_>,
    person: PersonId,
    activity: &ActivityId,
) -> Result<Option<(EnrolmentRow, Arc<LoadedProgramme>)>, Unavailable> {
    for row in reading.enrolments(person)? {
        let programme = telar.shelf().take_as(reading, (row.version, row.schedule.as_ref()))?;
        if programme.activity(activity.as_str()).is_some() {
            return Ok(Some((row, programme)));
        }
    }
    Ok(None)
}

fn activity_page(
    telar: &Telar,
    reading: &mut Reading<'_>,
    person: PersonId,
    id: &ActivityId,
) -> Result<ActivityPage, PageRefused> {
    let all = load(telar, reading, person)?;
    let learning =
        all.into_iter().find(|it| it.programme.activity(id.as_str()).is_some()).ok_or(PageRefused::NotFound)?;
    let index = learning.programme.activities.iter().position(|it| it.id == *id).ok_or(PageRefused::NotFound)?;
    let state = learning.progress.of(id);
    let next = learning.programme.in_order().skip_while(|it| it.id != *id).nth(1).map(|it| it.id.clone());
    let mut page = ActivityPage {
        next,
        activity: id.clone(),
        state,
        attempts: Vec::new(),
        may_start: Ok(()),
        terms: None,
        open_attempt: None,
        index,
        learning,
    };
    if let Some(quiz) = page.get().quiz() {
        let rows = reading.attempts(page.learning.enrolment, id)?;
        let enough = page.learning.programme.mark_above_pass(id);
        let before: Vec<Earlier> = rows.iter().map(|row| earlier(row, enough)).collect();
        let Learning { cohort, starts, enrolment, .. } = &page.learning;
        let terms = terms(reading, quiz, &At { cohort: *cohort, starts, enrolment: *enrolment, activity: id })?;
        page.may_start = may_start(quiz, &terms, &before, telar.now());
        page.terms = Some(terms);
        page.open_attempt = rows.iter().rfind(|row| row.submitted.is_none()).map(|row| row.attempt);
        page.attempts = rows.iter().map(AttemptCard::from).collect();
    }
    Ok(page)
}
