//! Why a store does not open, as values: the words for a person are the command line's.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a store does not open. Nothing has been changed. A place is a path, or a database's address without its password.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("another process uses {0}")]
    Locked(PathBuf),
    #[error("{place} cannot be written: {why}")]
    ReadOnly { place: String, why: Barrier },
    #[error("{place} is damaged: {why}")]
    Corrupt { place: String, why: Damage },
    #[error("{0} holds the data of another program")]
    Foreign(String),
    #[error("the store was written by a newer version of Telar")]
    Newer,
    #[error("the disk of {0} is full")]
    DiskFull(String),
    #[error("commits do not wait for the disk on this database")]
    NotDurable,
    #[error("the database does not answer: {0}")]
    Connection(String),
    #[error("{0} holds no store")]
    Empty(String),
    #[error("{0}")]
    Other(String),
}

/// What is wrong with a database that is damaged.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Damage {
    /// It does not begin as a database does.
    Beginning,
    /// Its end is missing.
    End,
    /// It is empty, and its log is not.
    OnlyItsLog,
    /// Tables of ours are there, and the journal or the node's name is not.
    Torn,
    /// The engine's complaint, in its own words.
    Engine(String),
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Beginning => "it does not begin as a database does",
            Self::End => "its end is missing",
            Self::OnlyItsLog => "it is empty and its log is not",
            Self::Torn => "its journal or its name is missing",
            Self::Engine(why) => why,
        })
    }
}

/// What keeps a place from being written.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Barrier {
    /// It belongs to somebody else, or nobody may write it.
    Permission,
    /// The disk, or the database's server, only reads.
    ReadOnly,
    NotAFolder,
    /// In the system's own words.
    Other(String),
}

impl From<&io::Error> for Barrier {
    fn from(why: &io::Error) -> Self {
        match why.kind() {
            io::ErrorKind::PermissionDenied => Self::Permission,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            // What is to be a folder, or lies on the way to it, is a file.
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Self::NotAFolder,
            _ => Self::Other(why.to_string()),
        }
    }
}

impl fmt::Display for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Permission => "no permission",
            Self::ReadOnly => "it only reads",
            Self::NotAFolder => "it is no folder",
            Self::Other(why) => why,
        })
    }
}
