//! Keeps a list of every redaction beside the store, outside any backup: whoever restores an older backup carries them out
//! again with it. It holds ids and no person's data.

use crate::{Telar, Unavailable};
use domain::facts::{Fact, What};
use std::fs::File;
use std::io::Write;

/// The list's name in the data folder: a fact a line, as JSON.
pub const FILE: &str = "redactions.jsonl";

pub async fn follow(telar: &Telar, facts: &[Fact]) -> Result<(), Unavailable> {
    let redactions: Vec<Fact> = facts.iter().filter(|fact| is_redaction(fact)).cloned().collect();
    if redactions.is_empty() {
        return Ok(());
    }
    let path = telar.store().location().folder().join(FILE);
    telar
        .off(move || {
            let mut file = File::options().create(true).append(true).open(path)?;
            for fact in &redactions {
                let mut line = serde_json::to_vec(fact)?;
                line.push(b'\n');
                file.write_all(&line)?;
            }
            file.sync_all()
        })
        .await?
        .map_err(|why: std::io::Error| Unavailable::Store(why.to_string()))
}

fn is_redaction(fact: &Fact) -> bool {
    let what = fact.payload.as_ref().map(|payload| What::parse(&fact.kind, &payload.json));
    matches!(what, Some(Ok(Some(What::PersonErased(_) | What::FactsRedacted(_)))))
}
