//! How memory is kept. It must not know what for.

use libmimalloc_sys::{mi_option_set, mi_option_t};

/// Gives memory back: the C library's keeps the 19 MiB of every PIN's hash and what setting a PDF took (measured: 317 MB
/// after 64 sign-ins at once; see `cargo xtask bench start`).
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// `mi_option_purge_delay` of mimalloc 3, by its place in `mi_option_e`.
const PURGE_DELAY: mi_option_t = 15;

/// Gives what is free back at once. By its own choice mimalloc waits a moment, in which 64 sign-ins at once hold several hashes'
/// memory that nobody uses any more: 111 to 138 MB from run to run, and 94 MB without the wait; pages cost no more.
#[expect(
    unsafe_code,
    reason = "an option of the allocator has no other way in; it takes two numbers and touches no memory of ours"
)]
pub fn give_back_at_once() {
    // SAFETY: both arguments are plain numbers, and mimalloc takes this call at any time from any thread.
    unsafe { mi_option_set(PURGE_DELAY, 0) };
}
