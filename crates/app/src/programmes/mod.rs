//! Programme packages come in as immutable versions, and go out again as they came; a cohort goes on in another one, or with
//! its days spread in another way.

mod export_programme;
mod move_cohort;
mod schedule_cohort;

use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{PackageKept, ProgrammeImported, Subject};
use domain::ids::ProgrammeVersionId;
use store::NewFact;

pub use crate::cohorts::VersionCard;
pub use export_programme::{ExportRefused, Exported};
pub use move_cohort::{Destination, MoveCohort, MoveRefused, Moving};
pub use schedule_cohort::{ScheduleCard, ScheduleCohort, ScheduleRefused};

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
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(ImportRefused);

impl Telar {
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
            }
            let what = ProgrammeImported { version, digest, programme }.into();
            let imported = NewFact { actor: None, about: Subject::Programme(version), what };
            writing.record(vec![imported, keep(version)])?;
            Ok(Imported { version, outcome: Outcome::New })
        })
        .await
    }
}
