//! People: who they are, where they work. It must not know how they sign in.

mod community;
mod contact;
mod cui;
mod municipality;
mod name;
mod profile;
mod sector;

pub use community::{LinguisticCommunity, UnknownCommunity};
pub use contact::{Email, NotAPhone, NotAnEmail, Phone};
pub use cui::{Cui, CuiDoubt};
pub use municipality::{Department, Municipality, departments, municipalities, municipality};
pub(crate) use name::is_invisible;
pub use name::{NameRefused, PersonName, folded, likened};
pub(crate) use profile::words;
pub use profile::{Needs, Path, People, Profile, Sex};
pub use sector::Sector;
