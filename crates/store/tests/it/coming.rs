//! How the tests' people come into a cohort, leave it, and say who they are.

use crate::people::Verb::*;
use crate::people::{Step, cohort, enrolment, id, person, step};
use domain::Moment;
use domain::access::Role;
use domain::cohorts::{Admission, ApplicationState, Door};
use domain::facts::*;
use domain::ids::{ApplicationId, NominationCallId, SupportId};
use domain::people::{LinguisticCommunity, Needs, Path, People, Phone, Profile, Sector, Sex};

fn application(who: u8, n: u8) -> ApplicationId {
    ApplicationId(id(12, who, n))
}

fn support(who: u8, n: u8) -> SupportId {
    SupportId(id(15, who, n))
}

fn call(n: u8) -> NominationCallId {
    NominationCallId(id(13, 0, n))
}

/// What a step of this kind writes down.
pub fn what(it: Step) -> What {
    let Step { verb, who, n, m } = it;
    match verb {
        SetAdmission => AdmissionSet {
            cohort: cohort(n % 2),
            admission: Admission {
                door: Door::ALL[usize::from(m % 3)],
                places: (m > 1).then_some(30 + u16::from(m)),
                opens: Some("2027-01-04".into()),
                closes: (m > 2).then(|| "2027-01-29".into()),
                requirements: vec![format!("Trabajar con niñez ({m})")],
                after: None,
            },
        }
        .into(),
        CallNominations => NominationsCalled {
            call: call(n % 2),
            cohort: cohort(n % 2),
            organisation: format!("Hospital de prueba {m}"),
            places: u16::from(m) + 1,
            code: format!("NMBR{}", char::from(b'A' + m)),
        }
        .into(),
        CloseNominations => NominationsClosed { call: call(n % 2) }.into(),
        Describe => PersonDescribed {
            sector: Some(Sector::ALL[usize::from(m % 5)]),
            organisation: format!("Puesto {n}"),
            municipality: Some(1601),
            profile: Profile {
                called: format!("Doña {m}"),
                sex: Sex::ALL.get(usize::from(m)).copied(),
                people: People::ALL.get(usize::from(n)).copied(),
                community: LinguisticCommunity::named().nth(usize::from(m)),
                post: "Auxiliar de enfermería".into(),
                path: (m > 2).then_some(Path::FirstAccount),
                phone: Phone::parse(&format!("5550 10{m}{n}")).ok(),
                needs: Needs { interpreter: "Q’eqchi’".into(), ..Needs::default() },
                ..Profile::default()
            },
        }
        .into(),
        Agree => PersonAgreed { text: Agreement::ALL[usize::from(m % 2)], version: format!("2026-1{}", n % 3) }.into(),
        Apply => ApplicationMade {
            application: application(who, n % 2),
            cohort: cohort(n % 2),
            call: (m > 3).then(|| call(n % 2)),
            state: ApplicationState::ALL[usize::from(m % 3)],
        }
        .into(),
        Decide => ApplicationDecided {
            application: application(who, n % 2),
            state: ApplicationState::ALL[usize::from(m)],
            word: if m > 3 { "Esta vez no hubo lugar.".into() } else { String::new() },
        }
        .into(),
        EndEnrolment => {
            EnrolmentEnded { enrolment: enrolment(who, n % 2), word: format!("Cambió de puesto ({m})") }.into()
        }
        ResumeEnrolment => EnrolmentResumed { enrolment: enrolment(who, n % 2) }.into(),
        BeginSupport => SupportBegun {
            support: support(who, n % 3),
            helper: person(m % 4),
            role: Role::ALL[usize::from(m % 5)],
            until: Moment(1_800_001_800_000 + i64::from(m)),
        }
        .into(),
        EndSupport => SupportEnded {
            support: support(who, n % 3),
            by: if m.is_multiple_of(2) { SupportEndedBy::Person } else { SupportEndedBy::Helper },
        }
        .into(),
        other => unreachable!("{other:?} is no way of coming or going"),
    }
}

/// Somebody applies, is admitted, says who she is, signs, leaves, comes back and leaves another time.
pub fn coming_and_going(who: u8) -> Vec<Step> {
    vec![
        step(SetAdmission, who, 0, 3),
        step(CallNominations, who, 0, 2),
        step(CloseNominations, who, 0, 0),
        step(Describe, who, 0, 1),
        step(Agree, who, 0, 1),
        step(Apply, who, 0, 1),
        step(Decide, who, 0, 3),
        step(EndEnrolment, who, 0, 1),
        step(ResumeEnrolment, who, 0, 0),
        step(EndEnrolment, who, 1, 2),
    ]
}

/// Two announcements to a cohort, of which one is taken back.
pub fn told_to_all(who: u8) -> Vec<Step> {
    vec![step(MakeAnnouncement, who, 0, 0), step(MakeAnnouncement, who, 0, 1), step(WithdrawAnnouncement, who, 0, 1)]
}

/// Two look at her pages to help her; one is sent away before the time is up.
pub fn helped(who: u8) -> Vec<Step> {
    vec![step(BeginSupport, who, 0, 1), step(EndSupport, who, 0, 0), step(BeginSupport, who, 1, 2)]
}
