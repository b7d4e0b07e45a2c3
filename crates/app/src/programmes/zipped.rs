//! A package as one ZIP file, to come in and go out by a page. What is in the file is data of a stranger: names, sizes and their sum are
//! bounded before anything is unpacked.

use crate::Unavailable;
use programme::{MAX_FILE_BYTES, MAX_FILES, MAX_PACKAGE_BYTES};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Why a ZIP file is no package; what is wrong with a package is told elsewhere, file by file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ZipFault {
    #[error("not a ZIP file, or a damaged or encrypted one")]
    NotZip,
    #[error("too many files, or too large a file")]
    TooLarge,
    #[error("no programme.toml at its top, nor in its one folder")]
    NoProgramme,
}

/// The files of a ZIP by path inside the package. The one folder in which everything may lie is taken off.
pub fn unzipped(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, ZipFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ZipFault::NotZip)?;
    if archive.len() > 2 * MAX_FILES {
        return Err(ZipFault::TooLarge);
    }
    let mut files = BTreeMap::new();
    let mut left = MAX_PACKAGE_BYTES;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| ZipFault::NotZip)?;
        if file.is_dir() || file.is_symlink() {
            continue;
        }
        // What some systems add beside the files.
        let name = file.name().map_err(|_| ZipFault::NotZip)?.replace('\\', "/");
        if name.starts_with("__MACOSX/") || name.rsplit('/').next().is_some_and(|last| last.starts_with('.')) {
            continue;
        }
        // One byte more than may be: a size that the file states is not believed.
        let most = (MAX_FILE_BYTES + 1).min(left + 1);
        let mut content = Vec::new();
        file.take(most).read_to_end(&mut content).map_err(|_| ZipFault::NotZip)?;
        let length = content.len() as u64;
        if length >= most && length > left {
            return Err(ZipFault::TooLarge);
        }
        left -= length;
        files.insert(name, content);
    }
    let root = files.keys().find(|path| *path == "programme.toml" || path.ends_with("/programme.toml")).cloned();
    let root = root.ok_or(ZipFault::NoProgramme)?;
    let folder = root.strip_suffix("programme.toml").unwrap_or_default();
    if folder.matches('/').count() > 1 {
        return Err(ZipFault::NoProgramme);
    }
    let inside = |(path, content): (String, Vec<u8>)| {
        let within = path.strip_prefix(folder).map(str::to_owned);
        // What lies beside the one folder is no part of the package, and is told as such.
        (within.unwrap_or(path), content)
    };
    Ok(files.into_iter().map(inside).collect())
}

/// The files of a package in one ZIP, inside a folder of this name. The same package gives the same bytes.
pub fn zipped(folder: &str, files: &BTreeMap<String, String>) -> Result<Vec<u8>, Unavailable> {
    let failed = |why: &dyn std::fmt::Display| Unavailable::Store(format!("a package could not be packed: {why}"));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in files {
        zip.start_file(format!("{folder}/{path}"), options).map_err(|why| failed(&why))?;
        zip.write_all(text.as_bytes()).map_err(|why| failed(&why))?;
    }
    Ok(zip.finish().map_err(|why| failed(&why))?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package() -> BTreeMap<String, String> {
        [("programme.toml", "slug = \"x\"\n"), ("topics/t1/t1-l1.md", "é\r\n")]
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .into()
    }

    #[test]
    fn what_went_out_comes_in_equal_to_the_byte() {
        let zip = zipped("curso", &package()).unwrap();
        assert_eq!(zip, zipped("curso", &package()).unwrap());
        let again: BTreeMap<String, String> = unzipped(&zip)
            .unwrap()
            .into_iter()
            .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
            .collect();
        assert_eq!(again, package());
    }

    #[test]
    fn what_is_no_package_is_told_before_it_is_unpacked() {
        assert_eq!(unzipped(b"%PDF-1.7"), Err(ZipFault::NotZip));
        let other = [("notes.txt".to_owned(), "x".to_owned())].into();
        assert_eq!(unzipped(&zipped("curso", &other).unwrap()), Err(ZipFault::NoProgramme));
        let deep = [("a/b/programme.toml".to_owned(), "x".to_owned())].into();
        assert_eq!(unzipped(&zipped("curso", &deep).unwrap()), Err(ZipFault::NoProgramme));
        // 65 files of 1 MB of zeros: a few kilobytes that would fill 65 MB.
        let bomb: BTreeMap<String, String> = (0..65).map(|n| (format!("{n}.md"), "0".repeat(1_000_000))).collect();
        let zip = zipped("curso", &bomb).unwrap();
        assert!(zip.len() < 200_000);
        assert_eq!(unzipped(&zip), Err(ZipFault::TooLarge));
    }

    #[test]
    fn a_path_that_leaves_the_folder_reaches_the_check_as_it_is() {
        let sly =
            [("programme.toml", "x"), ("../../etc/passwd", "x")].map(|(p, t)| (p.to_owned(), t.to_owned())).into();
        let files = unzipped(&zipped("curso", &sly).unwrap()).unwrap();
        let found = programme::read_files(&files).expect_err("refused");
        assert!(found.iter().any(|one| one.file.contains("etc/passwd")), "{found:?}");
    }
}
