//! Entering, leaving, and who is there. None of it is a fact (sessions, links, PINs and keys lie in plain tables) but that somebody saw
//! another person's pages to help her.

mod add_passkey;
mod ask_for_support;
mod begin_support;
mod enter;
mod enter_by_passkey;
mod entry_links;
mod hash;
mod link_by_mail;
mod outbox_key;
mod passkeys;
mod password;
mod relying;
mod sessions;
mod supports;
mod visitor;

pub use add_passkey::{AddPasskeyRefused, LONGEST_LABEL, MOST_PASSKEYS, NewPasskey};
pub use ask_for_support::SupportPage;
pub use begin_support::BeginSupportRefused;
pub use enter::EnterRefused;
pub use enter_by_passkey::{EnterByPasskeyRefused, ToSign};
pub use entry_links::{EntryLink, EntryLinkPage, EntryLinkRefused};
pub(crate) use entry_links::{LASTS as LINK_LASTS, new_link};
pub use link_by_mail::{LINK_BY_MAIL_MINUTES, LinkByMail, MOST_MAILS_AN_HOUR};
pub use passkeys::{PasskeyId, PasskeyLine};
pub use password::{NewPassword, PasswordRefused};
pub use relying::Relying;
pub(crate) use sessions::begin;
pub use sessions::{Device, NewSession, SessionId};
pub use supports::{Acting, SupportLine};
pub use visitor::Visitor;

pub use crate::demonstration::DemoRole;

use sha2::{Digest, Sha256};

/// Tokens lie in the store as hashes: who reads the store cannot enter with what it holds.
pub(crate) fn token_hash(token: &str) -> String {
    crate::chance::hex(&Sha256::digest(token.as_bytes()))
}
