//! The coordinator's desk: a cohort, its people and how far they are. The same number of queries for 5 people and 5,000.

use super::{CohortCard, card};
use crate::access::Visitor;
use crate::certificates::CertificateCard;
use crate::learning::{LoadedProgramme, progress_in};
use crate::organisations::known;
use crate::{PageRefused, Telar, place};
use domain::ids::{ActivityId, CohortId, EnrolmentId, PersonId};
use domain::moment::Span;
use domain::people::{PersonName, Sector};
use domain::programmes::{Day, Lasts, Progress, Verdict, Weave};
use domain::quizzes::Counting;
use domain::{Moment, Text};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use store::MemberRow;

#[derive(Clone, Debug)]
pub struct CohortPage {
    pub card: CohortCard,
    /// Whether she runs it: its link, its slips, its people.
    pub runs: bool,
    /// Whether she hands its people links that enter once.
    pub hands_links: bool,
    pub programme: Arc<LoadedProgramme>,
    pub people: Vec<PersonRow>,
    pub funnel: Funnel,
    pub sectors: Vec<(Option<Sector>, u64)>,
    /// By department, 1 to 22; 0 is no data.
    pub departments: Vec<(u8, u64)>,
}

#[derive(Clone, Debug)]
pub struct PersonRow {
    pub person: PersonId,
    pub name: PersonName,
    pub sector: Option<Sector>,
    pub organisation: String,
    pub municipality: Option<u16>,
    pub entry_code: String,
    pub joined: Moment,
    pub seen: Option<Moment>,
    pub weave: Weave,
    /// The same that she sees.
    pub verdict: Verdict,
    pub done: usize,
    pub all: usize,
    /// Has begun something.
    pub begun: bool,
    pub completed: bool,
    /// The best mark among quizzes that count, in per cent.
    pub best: Option<u8>,
    pub certificate: Option<CertificateCard>,
    pub needs: Option<Need>,
    /// Whether whoever looks may hand her a link or a PIN that enters.
    pub let_in: bool,
}

/// Why somebody may need a hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// Has not entered for seven days or more, and has not completed.
    NotEntered { days: u16 },
    /// Has handed in a quiz twice or more without passing it.
    Stuck { activity: ActivityId, failed: u16 },
    /// Tomorrow this day of the programme begins, and she has opened nothing of it.
    Tomorrow { day: Text },
}

/// How many people have come how far. Each is among those before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    pub enrolled: u64,
    /// Began something.
    pub active: u64,
    /// Did half of the activities or more.
    pub half: u64,
    pub completed: u64,
    pub certified: u64,
}

impl Telar {
    pub async fn cohort(&self, visitor: &Visitor, cohort: CohortId) -> Result<CohortPage, PageRefused> {
        if !visitor.grants.sees_people_of(cohort) {
            return Err(PageRefused::NotFound);
        }
        let (telar, grants, now) = (self.clone(), visitor.grants.clone(), self.now());
        self.read(move |reading| {
            let row = reading.cohort(cohort)?.ok_or(PageRefused::NotFound)?;
            let programme = telar.shelf().take_as(reading, (row.version, row.schedule.as_ref()))?;
            let known = known(reading)?;
            let members = reading.members(cohort)?;
            let mut progress = progress_in(reading, cohort)?;
            let mut stuck: HashMap<EnrolmentId, (ActivityId, u16)> = HashMap::new();
            for it in reading.failed_in_cohort(cohort)? {
                let counts = programme.activity(it.activity.as_str()).and_then(|it| it.quiz());
                if it.failed >= 2 && counts.is_some_and(|quiz| quiz.counting == Counting::Gate) {
                    stuck.insert(it.enrolment, (it.activity, it.failed));
                }
            }
            let certificates: HashMap<EnrolmentId, CertificateCard> = reading
                .certificates_in(cohort)?
                .iter()
                .filter(|it| it.replaced_by.is_none())
                .map(|it| (it.enrolment, CertificateCard::from(it)))
                .collect();
            let tomorrow = place::day(now).tomorrow().ok().and_then(|day| beginning(&programme, &row.starts, day));
            let mut page = CohortPage {
                card: card(&telar, reading, row)?,
                runs: grants.runs(cohort),
                hands_links: grants.hands_links(cohort),
                programme,
                people: Vec::with_capacity(members.len()),
                funnel: Funnel::default(),
                sectors: Vec::new(),
                departments: Vec::new(),
            };
            let (mut sectors, mut departments) = (BTreeMap::new(), BTreeMap::new());
            for member in members {
                *sectors.entry(member.sector).or_default() += 1;
                let department = member.municipality.and_then(|code| u8::try_from(code / 100).ok()).unwrap_or(0);
                *departments.entry(department).or_default() += 1;
                let progress = progress.remove(&member.enrolment).unwrap_or_default();
                let certificate = certificates.get(&member.enrolment).cloned();
                let stuck = stuck.remove(&member.enrolment);
                let organisation = known.name_of(&member.organisation).to_owned();
                let member = MemberRow { organisation, ..member };
                page.add(member, &progress, certificate, (stuck, tomorrow.as_ref(), now));
            }
            let with_roles = reading.with_roles_in(cohort)?;
            for row in &mut page.people {
                row.let_in = page.hands_links && (grants.is_administrator() || !with_roles.contains(&row.person));
            }
            page.sectors = sectors.into_iter().collect();
            page.departments = departments.into_iter().collect();
            Ok(page)
        })
        .await
    }
}

/// The day of a programme that begins on this date in a cohort that starts on `starts`, `YYYY-MM-DD`.
fn beginning(programme: &LoadedProgramme, starts: &str, date: Date) -> Option<Day> {
    let mut begins: Date = starts.parse().ok()?;
    for day in &programme.days {
        if begins == date && !day.activities.is_empty() {
            return Some(day.clone());
        }
        let lasts = match day.lasts {
            Lasts::Day => 1,
            Lasts::Week => 7,
        };
        begins = begins.checked_add(lasts.days()).ok()?;
    }
    None
}

impl CohortPage {
    fn add(
        &mut self,
        member: MemberRow,
        progress: &Progress,
        certificate: Option<CertificateCard>,
        (stuck, tomorrow, now): (Option<(ActivityId, u16)>, Option<&Day>, Moment),
    ) {
        let (done, all) = progress.done_of(&self.programme);
        let funnel = &mut self.funnel;
        funnel.enrolled += 1;
        funnel.active += u64::from(!progress.states.is_empty());
        funnel.half += u64::from(done * 2 >= all && done > 0);
        funnel.completed += u64::from(member.completed.is_some());
        funnel.certified += u64::from(certificate.as_ref().is_some_and(|it| it.revoked.is_none()));
        let away = now - member.seen.unwrap_or(member.joined);
        let days = u16::try_from(away.0 / Span::days(1).0).unwrap_or(0);
        let needs = match stuck {
            Some((activity, failed)) => Some(Need::Stuck { activity, failed }),
            None if member.completed.is_some() => None,
            None if days >= 7 => Some(Need::NotEntered { days }),
            None => {
                let unopened = |day: &&Day| !day.activities.iter().any(|it| progress.states.contains_key(it));
                tomorrow.filter(unopened).map(|day| Need::Tomorrow { day: day.title.clone() })
            }
        };
        let counts = |id: &ActivityId| {
            self.programme
                .activity(id.as_str())
                .and_then(|it| it.quiz())
                .is_some_and(|quiz| quiz.counting == Counting::Gate)
        };
        let verdict = match member.completed {
            Some(_) => Verdict::completed(),
            None => self.programme.verdict(progress),
        };
        self.people.push(PersonRow {
            best: progress.best.iter().filter(|(id, _)| counts(id)).map(|(_, best)| *best).max(),
            person: member.person,
            name: member.name,
            sector: member.sector,
            organisation: member.organisation,
            municipality: member.municipality,
            entry_code: member.entry_code,
            joined: member.joined,
            seen: member.seen,
            weave: Weave::on_the_way(&self.programme, progress, &verdict),
            verdict,
            done,
            all,
            begun: !progress.states.is_empty(),
            completed: member.completed.is_some(),
            certificate,
            needs,
            let_in: false,
        });
    }
}
