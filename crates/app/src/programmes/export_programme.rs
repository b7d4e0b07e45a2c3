//! A version goes out as the folder that it came from.

use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    pub slug: String,
    pub label: String,
    /// By path inside the package, to the byte.
    pub files: BTreeMap<String, String>,
}

#[derive(Debug, thiserror::Error)]
pub enum ExportRefused {
    /// Nothing of that name; these are there, as `SLUG VERSION`.
    #[error("there is no such version")]
    NotFound(Vec<String>),
    /// It came in before packages were kept: importing the same folder again keeps it.
    #[error("the package was not kept")]
    NotKept,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(ExportRefused);

impl Telar {
    /// The version with this label; without one, the latest of that slug.
    pub async fn export_programme(&self, slug: &str, label: Option<&str>) -> Result<Exported, ExportRefused> {
        let (slug, label) = (slug.to_owned(), label.map(str::to_owned));
        self.read(move |reading| {
            // The latest first.
            let versions = reading.versions()?;
            let fits =
                |it: &&store::VersionRow| it.slug == slug && label.as_ref().is_none_or(|label| it.label == *label);
            let Some(found) = versions.iter().find(fits) else {
                let known = versions.iter().map(|it| format!("{} {}", it.slug, it.label)).collect();
                return Err(ExportRefused::NotFound(known));
            };
            let files = reading.package_files(found.version)?;
            if files.is_empty() {
                return Err(ExportRefused::NotKept);
            }
            Ok(Exported { slug: found.slug.clone(), label: found.label.clone(), files })
        })
        .await
    }
}
