//! The shipped programmes are compiled into the binary: a file added to `programmes/` makes the binary again.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=../../programmes");
}
