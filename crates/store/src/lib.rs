//! The journal, the tables that follow from it, and the only SQL of the house. It is plain blocking code over two engines,
//! SQLite and PostgreSQL; what differs between them has a name in `engine`. It must not know HTTP, async, or what a rule
//! decides: facts carry results, and folding them decides nothing.

mod backup;
mod engine;
mod examine;
mod fold;
mod journal;
mod lines;
mod location;
mod migrations;
mod opening;
mod rebuild;
mod restore;
mod site;
mod statement;
mod store;
mod tables;
mod verify;
mod writer;

pub use backup::{BackedUp, BackupError, Seal};
pub use engine::StoreError;
pub use examine::{Finding, Level, Sign, examine};
pub use journal::{NewFact, ReceiveError};
pub use lines::Fingerprint;
pub use location::Location;
pub use opening::{Barrier, Damage, OpenError};
pub use rebuild::{Rebuild, Rebuilt};
pub use restore::{RestoreError, Restored, Unseal, restore};
pub use store::{Reading, SignedHead, Store, Writing};
pub use tables::*;
pub use verify::{Verified, VerifyError};

/// What a long piece of work calls as it goes on: how much is done, of how much.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64);
