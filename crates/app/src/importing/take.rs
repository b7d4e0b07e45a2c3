//! A list is taken, some rows in each write, and can be taken back for a day. Each write moves its rows on, so that an interruption
//! loses and doubles nothing: whoever goes on goes on from there.

use super::draft::{Body, meet};
use super::page::{UNDO_WITHIN, free_for_named, list_of};
use super::send::BATCH;
use crate::access::Visitor;
use crate::admission::promote::promote;
use crate::unavailable::or_unavailable;
use crate::{PageRefused, Telar, Unavailable, chance};
use domain::cohorts::{ApplicationState, ListState, Outcome, Stand};
use domain::facts::{
    ApplicationDecided, ApplicationMade, CertificateRecords, ErasureAsked, PersonErased, PersonRegistered, Subject,
    What,
};
use domain::ids::{ApplicationId, CohortId, ErasureId, ImportId, PersonId};
use domain::text::Language;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::{ImportedRow, NewFact, Writing};

/// How long the page waits for the end; after that it shows how far it is.
const PATIENCE: Duration = Duration::from_millis(700);

#[derive(Debug, thiserror::Error)]
pub enum TakeRefused {
    #[error("not found")]
    NotFound,
    /// A day has gone by since it was taken.
    #[error("too late to take it back")]
    TooLate,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(TakeRefused);

impl From<PageRefused> for TakeRefused {
    fn from(why: PageRefused) -> Self {
        match why {
            PageRefused::NotFound => Self::NotFound,
            PageRefused::Unavailable(why) => Self::Unavailable(why),
        }
    }
}

/// The lists whose rows are being taken, or taken back, in this process.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists(Arc<Mutex<HashSet<ImportId>>>);

impl Lists {
    fn with<T>(&self, f: impl FnOnce(&mut HashSet<ImportId>) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn goes(&self, import: ImportId) -> bool {
        self.with(|all| all.contains(&import))
    }

    /// Nothing where it goes on already. It ends when what this gives back is dropped, however the work ends.
    fn begin(&self, import: ImportId) -> Option<Going> {
        self.with(|all| all.insert(import)).then(|| Going { lists: self.clone(), import })
    }
}

struct Going {
    lists: Lists,
    import: ImportId,
}

impl Drop for Going {
    fn drop(&mut self) {
        self.lists.with(|all| all.remove(&self.import));
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Take,
    Undo,
}

impl Telar {
    /// Takes a draft, or goes on taking one. Where it takes longer than a moment it goes on behind.
    pub async fn take_list(&self, visitor: &Visitor, import: ImportId) -> Result<(), TakeRefused> {
        let (whom, now) = (visitor.clone(), self.now());
        self.write::<_, TakeRefused>(move |writing| match list_of(writing, &whom, import)?.state {
            ListState::Draft => Ok(writing.set_import_state(import, ListState::Taking, Some(now))?),
            ListState::Taking | ListState::Taken => Ok(()),
            _ => Err(TakeRefused::NotFound),
        })
        .await?;
        self.go(visitor, import, Way::Take).await
    }

    /// Takes a list back, or goes on doing so: whoever came by it and never entered is erased, whoever had an account and has not
    /// accepted is no longer named, whoever accepted stays.
    pub async fn undo_list(&self, visitor: &Visitor, import: ImportId) -> Result<(), TakeRefused> {
        let (whom, now) = (visitor.clone(), self.now());
        self.write::<_, TakeRefused>(move |writing| {
            let list = list_of(writing, &whom, import)?;
            match (list.state, list.taken) {
                (ListState::Taken, Some(taken)) if now - taken < UNDO_WITHIN => {
                    Ok(writing.set_import_state(import, ListState::Undoing, list.taken)?)
                }
                (ListState::Taken, _) => Err(TakeRefused::TooLate),
                (ListState::Undoing | ListState::Undone, _) => Ok(()),
                _ => Err(TakeRefused::NotFound),
            }
        })
        .await?;
        self.go(visitor, import, Way::Undo).await
    }

    async fn go(&self, visitor: &Visitor, import: ImportId, way: Way) -> Result<(), TakeRefused> {
        let Some(going) = self.lists().begin(import) else { return Ok(()) };
        let (telar, visitor) = (self.clone(), visitor.clone());
        let work = tokio::spawn(async move {
            let _going = going;
            let done = loop {
                match telar.some_rows(&visitor, import, way).await {
                    Ok(true) => {}
                    Ok(false) => break Ok(()),
                    Err(why) => break Err(why),
                }
            };
            if let Err(why @ TakeRefused::Unavailable(_)) = &done {
                tracing::warn!(%why, "a list was not taken to its end");
            }
            done
        });
        match tokio::time::timeout(PATIENCE, work).await {
            Err(_) => Ok(()),
            Ok(Ok(done)) => done,
            Ok(Err(why)) => Err(Unavailable::Store(why.to_string()).into()),
        }
    }

    /// The rows of one write; whether there may be more.
    async fn some_rows(&self, visitor: &Visitor, import: ImportId, way: Way) -> Result<bool, TakeRefused> {
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.write(move |writing| {
            let list = list_of(writing, &visitor, import)?;
            let (state, end) = match way {
                Way::Take => (ListState::Taking, ListState::Taken),
                Way::Undo => (ListState::Undoing, ListState::Undone),
            };
            if list.state != state {
                return Ok(false);
            }
            let rows = match way {
                Way::Take => writing.import_rows_to_take(import, BATCH as u64)?,
                Way::Undo => writing.import_rows_to_undo(import, BATCH as u64)?,
            };
            if rows.is_empty() {
                writing.set_import_state(import, end, list.taken)?;
                return Ok(false);
            }
            match way {
                Way::Take => telar.take_rows(writing, (&visitor, list.cohort), (import, rows))?,
                Way::Undo => telar.undo_rows(writing, (&visitor, list.cohort), (import, rows))?,
            }
            Ok(true)
        })
        .await
    }

    fn take_rows(
        &self,
        writing: &mut Writing<'_>,
        (visitor, cohort): (&Visitor, CohortId),
        (import, rows): (ImportId, Vec<ImportedRow>),
    ) -> Result<(), TakeRefused> {
        let mut free = free_for_named(writing, cohort)?;
        let mut facts = Vec::new();
        for mut row in rows {
            let body = Body::read(&row)?;
            // Somebody may have come by another way since the list was read.
            let met = meet(writing, (visitor, cohort), &body.traits(), &body.form.name)?;
            row.outcome = Some(match (met.base, free) {
                (Stand::Here, _) => Outcome::Met,
                (_, Some(0)) => Outcome::NoPlace,
                (_, _) => {
                    free = free.map(|free| free - 1);
                    let application: ApplicationId = chance::id(self.now())?;
                    row.application = Some(application);
                    row.person = met.account.unwrap_or(body.fresh);
                    let about = Subject::Person(row.person);
                    let mut fact = |what: What| facts.push(NewFact { actor: Some(visitor.person), about, what });
                    if met.account.is_none() {
                        let who = body.form.read_some().map_err(|_| TakeRefused::NotFound)?;
                        fact(
                            PersonRegistered {
                                person: row.person,
                                name: who.name,
                                language: Language::es().into(),
                                sector: who.described.sector,
                                organisation: who.described.organisation.clone(),
                                municipality: who.described.municipality,
                                consent: None,
                                entry_code: chance::code::<6>()?,
                            }
                            .into(),
                        );
                        fact(who.described.into());
                        if let Some((sealed, keyed)) = &body.number {
                            writing.set_identity_number(row.person, (sealed, keyed))?;
                        }
                    }
                    fact(
                        ApplicationMade { application, cohort, call: None, state: ApplicationState::Nominated }.into(),
                    );
                    if met.account.is_some() { Outcome::Invited } else { Outcome::Named }
                }
            });
            // What she is stands in her own account now; who had no place is still to be written down elsewhere.
            if row.outcome != Some(Outcome::NoPlace) {
                row.body.clear();
            }
            writing.set_import_row(import, &row)?;
        }
        writing.record(facts)?;
        Ok(())
    }

    fn undo_rows(
        &self,
        writing: &mut Writing<'_>,
        (visitor, cohort): (&Visitor, CohortId),
        (import, rows): (ImportId, Vec<ImportedRow>),
    ) -> Result<(), TakeRefused> {
        let mut facts = Vec::new();
        for mut row in rows {
            let about = Subject::Person(row.person);
            let mut fact = |what: What| facts.push(NewFact { actor: Some(visitor.person), about, what });
            let application = match row.application {
                Some(id) => writing.application(id)?,
                None => None,
            };
            let waits = application.as_ref().is_some_and(|it| it.state == ApplicationState::Nominated);
            let alone = writing.applications_of(row.person)?.len() <= 1;
            let came_by_it = row.outcome == Some(Outcome::Named);
            row.outcome = Some(if !waits {
                Outcome::Stayed
            } else if came_by_it && alone && !writing.has_been_here(row.person)? {
                let erasure: ErasureId = chance::id(self.now())?;
                let certificates = CertificateRecords::Go;
                fact(ErasureAsked { erasure, certificates }.into());
                fact(PersonErased { erasure, certificates }.into());
                writing.forget_plain_rows(row.person)?;
                // That a row is gone is kept, and not whose it was.
                row.person = PersonId(uuid::Uuid::nil());
                Outcome::Gone
            } else {
                if let Some(application) = row.application {
                    let state = ApplicationState::Withdrawn;
                    fact(ApplicationDecided { application, state, word: String::new() }.into());
                }
                Outcome::Withdrawn
            });
            writing.set_import_row(import, &row)?;
        }
        writing.record(facts)?;
        promote(writing, cohort, self.now())?;
        Ok(())
    }
}
