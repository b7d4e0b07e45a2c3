//! Every statement of the house, in the common subset of both engines, with parameters written `?1`, `?2`… In tests each
//! registers itself, so that one test can prepare them all on both engines.

/// Names a statement: gives back its text, and in tests registers it.
macro_rules! sql {
    ($text:expr) => {{
        #[cfg(test)]
        inventory::submit! { $crate::statement::Statement($text) }
        $text
    }};
}
pub(crate) use sql;

#[cfg(test)]
pub struct Statement(pub &'static str);

#[cfg(test)]
inventory::collect!(Statement);

#[cfg(test)]
pub fn all() -> Vec<&'static str> {
    let mut all: Vec<&'static str> = inventory::iter::<Statement>().map(|statement| statement.0).collect();
    all.sort_unstable();
    all.dedup();
    all
}
