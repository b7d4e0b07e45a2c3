//! Programme packages come in as immutable versions.

use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::facts::{ProgrammeImported, Subject};
use domain::ids::ProgrammeVersionId;
use store::NewFact;

pub use crate::cohorts::VersionCard;

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
        self.write(move |writing| {
            for known in writing.versions()? {
                if known.digest == digest {
                    return Ok(Imported { version: known.version, outcome: Outcome::Known });
                }
                if known.slug == programme.slug && known.label == programme.version {
                    return Err(ImportRefused::LabelTaken(known.label));
                }
            }
            let what = ProgrammeImported { version, digest, programme }.into();
            writing.record(vec![NewFact { actor: None, about: Subject::Programme(version), what }])?;
            Ok(Imported { version, outcome: Outcome::New })
        })
        .await
    }
}
