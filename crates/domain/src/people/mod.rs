//! People: who they are, where they work. It must not know how they sign in.

mod municipality;
mod name;
mod sector;

pub use municipality::{Department, Municipality, departments, municipalities, municipality};
pub use name::{NameRefused, PersonName, folded, likened};
pub use sector::Sector;
