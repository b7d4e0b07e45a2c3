//! `interviews/NAME.toml`: an interview that is practised with a character. It must not know any other file.

use crate::fields::{At, Need, Table, as_text};
use crate::question_file::read_markdown;
use crate::sheet_cause::SheetCause;
use crate::sheet_files::{ABOUT, Codes, Mentions, about};
use crate::source::Source;
use domain::programmes::{Detail, Interview, InterviewKind, Move, Opens, Reply};

pub(crate) fn read_interview(source: &Source<'_>, name: &str, mentions: &mut Mentions) -> Option<Interview> {
    source.with_table(|table| {
        let own = ["kind", "age", "brief", "character", "opening", "detail", "reply", "debrief"];
        table.only(&[&ABOUT[..], &own].concat());
        let kind = table.word("kind", &InterviewKind::ALL.map(|kind| (kind.as_str(), kind)), Need::Required);
        let about = about(&table, name, mentions);
        let age = table.whole("age", 3..=17, Need::Required).and_then(|age| u8::try_from(age).ok());
        let mut markdown = |key| as_text(&read_markdown(&table, key, Need::Required, &mut mentions.links));
        let (brief, character, debrief) = (markdown("brief"), markdown("character"), markdown("debrief"));
        let mut codes = Codes::default();
        let details = table.tables("detail", Need::Required).iter().map(|one| detail(one, &mut codes)).collect();
        Interview {
            about,
            kind: kind.map_or(InterviewKind::Neutral, |kind| kind.value),
            age: age.unwrap_or(3),
            brief,
            character,
            opening: table.text("opening", Need::Required),
            details,
            replies: replies(&table),
            debrief,
        }
    })
}

fn detail(table: &Table<'_>, codes: &mut Codes) -> Detail {
    table.only(&["id", "text", "opens", "cue"]);
    let id = codes.read(table);
    let opens = table.word("opens", &Opens::ALL.map(|opens| (opens.as_str(), opens)), Need::Required);
    let opens = opens.map_or(Opens::Invitation, |opens| opens.value);
    let cue = if opens == Opens::Invitation { Need::Optional } else { Need::Required };
    Detail { id, text: table.text("text", Need::Required), opens, cue: table.text("cue", cue) }
}

/// At least one to each move.
fn replies(table: &Table<'_>) -> Vec<Reply> {
    let mut replies = Vec::new();
    let written = table.tables("reply", Need::Required);
    for one in &written {
        one.only(&["to", "text"]);
        let to = one.word("to", &Move::ALL.map(|to| (to.as_str(), to)), Need::Required);
        let text = one.text("text", Need::Required);
        replies.extend(to.map(|At { value: to, .. }| Reply { to, text }));
    }
    let is_missing = |to: &Move| !written.is_empty() && replies.iter().all(|reply: &Reply| reply.to != *to);
    for to in Move::ALL.into_iter().filter(is_missing) {
        table.problem(table.line_of("reply"), SheetCause::ReplyMissing { to: to.as_str() });
    }
    replies
}
