//! A folder on disk as the files of a package. It must not know what stands in them. Links are never followed and nothing
//! outside the folder is opened; what is too large is not read.

use crate::cause::Cause;
use crate::file_kind::{is_folder, kind_of_file};
use crate::package::{Faulty, Package, read_with};
use crate::problem::{Problem, Problems};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// One file, in bytes: 2 MB.
pub const MAX_FILE_BYTES: u64 = 2_000_000;
/// All files together, in bytes: 64 MB.
pub const MAX_PACKAGE_BYTES: u64 = 64_000_000;
pub const MAX_FILES: usize = 5_000;

pub(crate) const MEGABYTE: u64 = 1_000_000;

/// Reads the package in `folder`, or tells everything that is wrong with it, by file and line.
pub fn read(folder: &Path) -> Result<Package, Vec<Problem>> {
    examine(folder).map_err(|faulty| faulty.problems)
}

/// As [`read`]; of a package with faults also what is there all the same.
pub fn examine(folder: &Path) -> Result<Package, Faulty> {
    let mut walk = Walk { problems: Problems::default(), files: BTreeMap::new(), bytes: 0 };
    if let Err(error) = walk.enter(folder, "") {
        walk.problems.add(&folder.to_string_lossy(), 1, cannot_read(&error));
        return Err(Faulty { problems: walk.problems.sorted(), counts: None });
    }
    read_with(&walk.files, walk.problems)
}

struct Walk {
    problems: Problems,
    files: BTreeMap<String, Vec<u8>>,
    bytes: u64,
}

fn cannot_read(error: &io::Error) -> Cause {
    Cause::CannotRead { reason: error.to_string() }
}

impl Walk {
    fn enter(&mut self, folder: &Path, path: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let here = if path.is_empty() { String::new() } else { format!("{path}/") } + &name.to_string_lossy();
            // What editors and file managers leave behind.
            if name.to_string_lossy().starts_with('.') {
                continue;
            }
            if name.to_str().is_none() {
                self.problems.add(&here, 1, Cause::BadPath);
                continue;
            }
            // Of the entry itself, not of what a link points to.
            let kind = entry.file_type()?;
            let inside = entry.path();
            if kind.is_dir() {
                if !is_folder(&here) {
                    self.problems.add(&here, 1, Cause::UnknownFolder);
                } else if let Err(error) = self.enter(&inside, &here) {
                    self.problems.add(&here, 1, cannot_read(&error));
                }
            } else if !kind.is_file() {
                self.problems.add(&here, 1, Cause::Link);
            } else if kind_of_file(&here).is_none() {
                self.problems.add(&here, 1, Cause::UnknownFile);
            } else if let Err(cause) = self.take(&inside, &here) {
                self.problems.add(&here, 1, cause);
            }
        }
        Ok(())
    }

    fn take(&mut self, file: &Path, path: &str) -> Result<(), Cause> {
        let mut bytes = Vec::new();
        let open = File::open(file).map_err(|error| cannot_read(&error))?;
        open.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|error| cannot_read(&error))?;
        let length = bytes.len() as u64;
        if length > MAX_FILE_BYTES {
            return Err(Cause::FileTooLarge { megabytes: MAX_FILE_BYTES / MEGABYTE });
        }
        if self.bytes + length > MAX_PACKAGE_BYTES {
            return Err(Cause::PackageTooLarge { megabytes: MAX_PACKAGE_BYTES / MEGABYTE });
        }
        if self.files.len() == MAX_FILES {
            return Err(Cause::TooManyFiles { most: MAX_FILES });
        }
        self.bytes += length;
        self.files.insert(path.to_owned(), bytes);
        Ok(())
    }
}
