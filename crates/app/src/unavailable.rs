//! What every verb can fail with besides its own refusals.

use store::StoreError;

/// The store could not read or write. Nothing was acknowledged, so nothing is lost: the person tries again.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Unavailable {
    /// The disk of the server is full; reading still works.
    #[error("the disk is full")]
    DiskFull,
    #[error("the store is unavailable: {0}")]
    Store(String),
}

impl From<StoreError> for Unavailable {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::DiskFull => Self::DiskFull,
            other => Self::Store(other.to_string()),
        }
    }
}

/// Gives a verb's refusals their last variant: the store's failure, however it came.
macro_rules! or_unavailable {
    ($($refused:ty),* $(,)?) => {$(
        impl From<$crate::Unavailable> for $refused {
            fn from(error: $crate::Unavailable) -> Self {
                Self::Unavailable(error)
            }
        }

        impl From<store::StoreError> for $refused {
            fn from(error: store::StoreError) -> Self {
                Self::Unavailable(error.into())
            }
        }
    )*};
}
pub(crate) use or_unavailable;

/// A page that is not hers, or not there.
#[derive(Debug, Clone, thiserror::Error)]
pub enum PageRefused {
    #[error("not found")]
    NotFound,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(PageRefused);
