//! Programme packages come in as immutable versions, and go out again as they came; a cohort goes on in another one, or with
//! its days spread in another way.

mod export_programme;
mod move_cohort;
mod schedule_cohort;
mod zipped;

use crate::access::Visitor;
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{PackageKept, ProgrammeImported, Subject};
use domain::ids::ProgrammeVersionId;
use std::collections::BTreeMap;
use store::NewFact;

pub use crate::cohorts::VersionCard;
pub use export_programme::{ExportRefused, Exported};
pub use move_cohort::{Destination, MoveCohort, MoveRefused, Moving};
pub use programme::Problem;
pub use schedule_cohort::{ScheduleCard, ScheduleCohort, ScheduleRefused};
pub use zipped::{ZipFault, unzipped, zipped};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub version: ProgrammeVersionId,
    pub outcome: Outcome,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    New,
    /// The same package, to the byte, is here already.
    Known,
}

#[derive(Debug, thiserror::Error)]
pub enum ImportRefused {
    /// Another package with this slug and version label is here: what is imported never changes, so it needs a new label.
    #[error("version {0} is here with other content")]
    LabelTaken(String),
    /// An id is another kind of activity than in a version that is here: what was done of the one would count as done of the other.
    #[error("{activity} is another kind of activity than in version {version}")]
    KindChanged { activity: String, version: String },
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(ImportRefused);

#[derive(Debug, thiserror::Error)]
pub enum TakePackageRefused {
    #[error("not found")]
    NotFound,
    #[error("{} faults", .0.len())]
    Faulty(Vec<Problem>),
    #[error(transparent)]
    Import(#[from] ImportRefused),
}

impl From<Unavailable> for TakePackageRefused {
    fn from(why: Unavailable) -> Self {
        Self::Import(why.into())
    }
}

impl Telar {
    /// A package that an administrator brings; or all that is wrong with it, in her language.
    pub async fn take_package(
        &self,
        visitor: &Visitor,
        files: BTreeMap<String, Vec<u8>>,
        language: &str,
    ) -> Result<Outcome, TakePackageRefused> {
        if !visitor.grants.is_administrator() {
            return Err(TakePackageRefused::NotFound);
        }
        let language = language.to_owned();
        let in_language =
            move |found: Vec<Problem>| found.iter().map(|one| one.in_language(&language)).collect::<Vec<_>>();
        let read = self.off(move || programme::read_files(&files).map_err(in_language)).await?;
        let package = read.map_err(TakePackageRefused::Faulty)?;
        Ok(self.import_programme(&package).await?.outcome)
    }

    pub async fn import_programme(&self, package: &programme::Package) -> Result<Imported, ImportRefused> {
        let version: ProgrammeVersionId = chance::id(self.now())?;
        let (digest, programme) = (package.digest.clone(), package.programme.clone());
        let files = package.files.clone();
        self.write(move |writing| {
            let keep = |version| {
                let what = PackageKept { version, files }.into();
                NewFact { actor: None, about: Subject::Programme(version), what }
            };
            for known in writing.versions()? {
                if known.digest == digest {
                    // What was imported before packages were kept.
                    if !writing.has_package_files(known.version)? {
                        writing.record(vec![keep(known.version)])?;
                    }
                    return Ok(Imported { version: known.version, outcome: Outcome::Known });
                }
                if known.slug == programme.slug && known.label == programme.version {
                    return Err(ImportRefused::LabelTaken(known.label));
                }
                let before = if known.slug == programme.slug { writing.programme(known.version)? } else { None };
                let changed = before.as_ref().and_then(|before| before.changed_kind(&programme));
                if let Some(activity) = changed {
                    return Err(ImportRefused::KindChanged { activity: activity.to_string(), version: known.label });
                }
            }
            let what = ProgrammeImported { version, digest, programme }.into();
            let imported = NewFact { actor: None, about: Subject::Programme(version), what };
            writing.record(vec![imported, keep(version)])?;
            Ok(Imported { version, outcome: Outcome::New })
        })
        .await
    }
}
