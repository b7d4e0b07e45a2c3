use domain::Moment;
use std::path::PathBuf;
use std::time::Instant;
use store::{Location, Rebuild, Store};
fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap());
    let place = match std::env::args().nth(2) {
        Some(url) => Location::Postgres { url, folder },
        None => Location::Sqlite { folder },
    };
    let t = Instant::now();
    let store = Store::open(&place, Moment(1_800_000_000_000)).unwrap();
    println!("open {:?}", t.elapsed());
    let t = Instant::now();
    let r = store.rebuild(Rebuild::Check, Moment(1_800_000_000_000), |_, _| ()).unwrap();
    println!("rebuild {:?} {:?}", t.elapsed(), r);
    let t = Instant::now();
    let v = store.verify(&mut |_, _| ()).unwrap();
    println!("verify {:?} {:?}", t.elapsed(), v);
    drop(store);
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    println!("{}", s.lines().find(|l| l.starts_with("VmHWM")).unwrap());
}
