//! A file system for SQLite that remembers what has really reached the disk. It hands every call on to the default one, and
//! keeps beside it a shadow: of each file only what was there at its last sync, with the writes since then apart. On demand a
//! sync or a write fails. Registered as the default, so that the store itself opens through it. Must not know the store.
#![allow(unsafe_code)] // SQLite takes its file systems as C structures; there is no other way to put one below it.

use rusqlite::ffi;
use std::collections::BTreeMap;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// One folder's disk.
#[derive(Default)]
pub struct Disk {
    state: Mutex<State>,
}

#[derive(Default)]
pub struct State {
    files: BTreeMap<PathBuf, Kept>,
    pub syncs: usize,
    /// In order: what was called on which file.
    pub log: Vec<(Call, String)>,
    pub fault: Option<Fault>,
    cuts: Vec<Cut>,
    /// Whether the disk as it stands is kept before a sync: of the log every fourth time, of other files always.
    pub keep_cuts: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    Write,
    Sync,
}

/// What goes wrong from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Sync,
    Write,
    Full,
}

/// A file: what is surely on the disk, and what was written since.
#[derive(Clone, Default)]
pub struct Kept {
    pub synced: Vec<u8>,
    pub since: Vec<Change>,
}

#[derive(Clone)]
pub enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Truncate(usize),
}

/// The disk at one moment, as a power cut would leave it or might leave it.
#[derive(Clone)]
pub struct Cut {
    /// How many syncs had been carried out.
    pub syncs: usize,
    pub files: BTreeMap<PathBuf, Kept>,
}

impl Kept {
    /// What the file may be after a power cut: all that was synced, and of the writes since then those that `survives` picks.
    pub fn after_cut(&self, mut survives: impl FnMut() -> bool) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for change in &self.since {
            if !survives() {
                continue;
            }
            match change {
                Change::Write { at, bytes: new } => {
                    if bytes.len() < at + new.len() {
                        bytes.resize(at + new.len(), 0);
                    }
                    bytes[*at..at + new.len()].copy_from_slice(new);
                }
                Change::Truncate(to) => bytes.truncate(*to),
            }
        }
        bytes
    }
}

impl Disk {
    /// Watches a folder; to be called before anything is opened in it.
    pub fn under(folder: &Path) -> Arc<Self> {
        register();
        let disk = Arc::new(Self::default());
        disks().push((folder.to_owned(), Arc::clone(&disk)));
        disk
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The disk as it is now.
    pub fn cut(&self) -> Cut {
        let state = self.state();
        Cut { syncs: state.syncs, files: state.files.clone() }
    }

    pub fn take_cuts(&self) -> Vec<Cut> {
        std::mem::take(&mut self.state().cuts)
    }

    fn changed(&self, path: &Path, call: Call, change: Change) {
        let mut state = self.state();
        state.log.push((call, name(path)));
        state.files.entry(path.to_owned()).or_default().since.push(change);
    }

    fn fault(&self, of: &[Fault]) -> Option<Fault> {
        self.state().fault.filter(|fault| of.contains(fault))
    }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

type Watched = Vec<(PathBuf, Arc<Disk>)>;

fn disks() -> MutexGuard<'static, Watched> {
    static DISKS: Mutex<Watched> = Mutex::new(Vec::new());
    DISKS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn disk_of(path: &Path) -> Option<Arc<Disk>> {
    disks().iter().find(|(folder, _)| path.starts_with(folder)).map(|(_, disk)| Arc::clone(disk))
}

/// An open file: SQLite sees the first field, the default file system's own file follows right after the structure.
#[repr(C)]
struct Open {
    base: ffi::sqlite3_file,
    watched: *mut Watch,
}

struct Watch {
    path: PathBuf,
    disk: Arc<Disk>,
}

/// The file system that was the default, and ours. SQLite keeps the pointers for as long as the process lives.
struct Systems {
    real: *mut ffi::sqlite3_vfs,
}

// SAFETY: the structure behind the pointer is SQLite's own static one, which any thread may call.
unsafe impl Send for Systems {}
// SAFETY: as above; it is never written.
unsafe impl Sync for Systems {}

static SYSTEMS: OnceLock<Systems> = OnceLock::new();

fn register() {
    SYSTEMS.get_or_init(|| {
        // SAFETY: called once; the structure is leaked on purpose, since SQLite keeps it.
        unsafe {
            ffi::sqlite3_initialize();
            let real = ffi::sqlite3_vfs_find(std::ptr::null());
            assert!(!real.is_null());
            let mut ours = *real;
            ours.szOsFile += size_of::<Open>() as c_int;
            ours.zName = c"shadowed".as_ptr();
            ours.pNext = std::ptr::null_mut();
            ours.xOpen = Some(open);
            ours.xDelete = Some(delete);
            // The other calls are the default's own: they are given our structure, and read only what was copied from it.
            assert_eq!(ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), 1), ffi::SQLITE_OK);
            Systems { real }
        }
    });
}

fn real_system() -> *mut ffi::sqlite3_vfs {
    SYSTEMS.get().map_or(std::ptr::null_mut(), |systems| systems.real)
}

/// The default's own file behind ours.
///
/// SAFETY: `file` must be one that `open` made: SQLite reserved `szOsFile` bytes for it, ours first.
unsafe fn real(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: see above; the size of `Open` is a multiple of a pointer's alignment.
    unsafe { file.cast::<u8>().add(size_of::<Open>()).cast() }
}

/// SAFETY: as `real`.
unsafe fn watch<'a>(file: *mut ffi::sqlite3_file) -> Option<&'a Watch> {
    // SAFETY: `watched` is null or points to what `open` leaked, until `close`.
    unsafe { (*file.cast::<Open>()).watched.as_ref() }
}

/// Hands a call on to the default's own file; a method that it lacks is an error.
macro_rules! hand_on {
    ($method:ident, $file:expr $(, $argument:expr)*) => {{
        // SAFETY: SQLite calls with a file that `open` made; the default's methods take the default's file.
        unsafe {
            let real = real($file);
            match (*(*real).pMethods).$method {
                Some(method) => method(real $(, $argument)*),
                None => ffi::SQLITE_ERROR,
            }
        }
    }};
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives room for `szOsFile` bytes at `file`, and a name that ends in zero, or none for a temporary file.
    unsafe {
        let ours = file.cast::<Open>();
        (*ours).base.pMethods = std::ptr::null();
        (*ours).watched = std::ptr::null_mut();
        let system = real_system();
        let Some(open) = (*system).xOpen else { return ffi::SQLITE_ERROR };
        let code = open(system, name, real(file), flags, out);
        if (*real(file)).pMethods.is_null() {
            return code;
        }
        (*ours).base.pMethods = &METHODS;
        if !name.is_null() {
            let path = PathBuf::from(CStr::from_ptr(name).to_string_lossy().into_owned());
            if let Some(disk) = disk_of(&path) {
                (*ours).watched = Box::into_raw(Box::new(Watch { path, disk }));
            }
        }
        code
    }
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    // SAFETY: as in `open`.
    unsafe {
        let path = PathBuf::from(CStr::from_ptr(name).to_string_lossy().into_owned());
        let system = real_system();
        let code = (*system).xDelete.map_or(ffi::SQLITE_ERROR, |delete| delete(system, name, sync));
        if let Some(disk) = disk_of(&path) {
            disk.state().files.remove(&path);
        }
        code
    }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    let code = hand_on!(xClose, file);
    // SAFETY: leaked by `open`, and SQLite closes a file once.
    unsafe {
        let ours = file.cast::<Open>();
        if !(*ours).watched.is_null() {
            drop(Box::from_raw((*ours).watched));
            (*ours).watched = std::ptr::null_mut();
        }
    }
    code
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, bytes: *const c_void, length: c_int, at: i64) -> c_int {
    // SAFETY: SQLite gives `length` bytes to write.
    let (watched, new) = unsafe { (watch(file), std::slice::from_raw_parts(bytes.cast::<u8>(), length as usize)) };
    if let Some(watched) = watched {
        match watched.disk.fault(&[Fault::Write, Fault::Full]) {
            Some(Fault::Full) => return ffi::SQLITE_FULL,
            Some(_) => return ffi::SQLITE_IOERR_WRITE,
            None => {}
        }
    }
    let code = hand_on!(xWrite, file, bytes, length, at);
    if let (ffi::SQLITE_OK, Some(watched)) = (code, watched) {
        watched.disk.changed(&watched.path, Call::Write, Change::Write { at: at as usize, bytes: new.to_vec() });
    }
    code
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: i64) -> c_int {
    let code = hand_on!(xTruncate, file, size);
    // SAFETY: as everywhere here.
    if let (ffi::SQLITE_OK, Some(watched)) = (code, unsafe { watch(file) }) {
        watched.disk.changed(&watched.path, Call::Write, Change::Truncate(size as usize));
    }
    code
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: as everywhere here.
    let Some(watched) = (unsafe { watch(file) }) else { return hand_on!(xSync, file, flags) };
    if watched.disk.fault(&[Fault::Sync]).is_some() {
        return ffi::SQLITE_IOERR_FSYNC;
    }
    let often = name(&watched.path).ends_with("-wal") && watched.disk.state().syncs % 4 > 0;
    if watched.disk.state().keep_cuts && !often {
        let cut = watched.disk.cut();
        watched.disk.state().cuts.push(cut);
    }
    let code = hand_on!(xSync, file, flags);
    if code == ffi::SQLITE_OK {
        let mut state = watched.disk.state();
        state.log.push((Call::Sync, name(&watched.path)));
        state.syncs += 1;
        let kept = state.files.entry(watched.path.clone()).or_default();
        kept.synced = kept.after_cut(|| true);
        kept.since.clear();
    }
    code
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, into: *mut c_void, length: c_int, at: i64) -> c_int {
    hand_on!(xRead, file, into, length, at)
}
unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, size: *mut i64) -> c_int {
    hand_on!(xFileSize, file, size)
}
unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    hand_on!(xLock, file, level)
}
unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, level: c_int) -> c_int {
    hand_on!(xUnlock, file, level)
}
unsafe extern "C" fn check_reserved_lock(file: *mut ffi::sqlite3_file, held: *mut c_int) -> c_int {
    hand_on!(xCheckReservedLock, file, held)
}
unsafe extern "C" fn file_control(file: *mut ffi::sqlite3_file, what: c_int, argument: *mut c_void) -> c_int {
    hand_on!(xFileControl, file, what, argument)
}
unsafe extern "C" fn sector_size(file: *mut ffi::sqlite3_file) -> c_int {
    hand_on!(xSectorSize, file)
}
/// Nothing is promised of this disk: SQLite must not leave a sync out because writes are said to be atomic or in order.
unsafe extern "C" fn device_characteristics(_: *mut ffi::sqlite3_file) -> c_int {
    0
}
unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    hand_on!(xShmMap, file, page, size, extend, out)
}
unsafe extern "C" fn shm_lock(file: *mut ffi::sqlite3_file, offset: c_int, count: c_int, flags: c_int) -> c_int {
    hand_on!(xShmLock, file, offset, count, flags)
}
unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    // SAFETY: as in `hand_on`.
    unsafe {
        let real = real(file);
        if let Some(barrier) = (*(*real).pMethods).xShmBarrier {
            barrier(real);
        }
    }
}
unsafe extern "C" fn shm_unmap(file: *mut ffi::sqlite3_file, delete: c_int) -> c_int {
    hand_on!(xShmUnmap, file, delete)
}

/// Version 2: with the shared memory of the write-ahead log, without memory-mapped reading and writing past `xWrite`.
static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};
