//! What the demonstration's staff have done by today: some open answers are read, somebody who failed got another attempt and a word.
//! The rest waits for whoever tries it.

use super::answers::NOTES;
use super::populate::{DemonstrationFailed, command, refused};
use crate::Telar;
use crate::access::Visitor;
use crate::quizzes::{CommentAttempt, GrantAllowance, GrantWish, ReadAnswer};
use domain::ids::{ActivityId, AttemptId, CohortId, PersonId};

/// Of the open answers, the oldest.
const READ: usize = 3;

/// Somebody signed in for a moment.
pub(super) async fn signed_in(telar: &Telar, person: PersonId) -> Result<Visitor, DemonstrationFailed> {
    let session = telar.begin_session(person, "Firefox · Linux").await?;
    telar.visitor(&session.token).await?.ok_or_else(|| refused("a session that began has nobody"))
}

pub(super) async fn read_answers(telar: &Telar, reader: PersonId, cohort: CohortId) -> Result<(), DemonstrationFailed> {
    let visitor = signed_in(telar, reader).await?;
    for _ in 0..READ {
        let queue = telar.answers_to_read(&visitor, cohort, 0).await.map_err(refused)?;
        let Some(next) = queue.next else { break };
        let Some(note) = NOTES.iter().find(|note| note.text == next.text) else { break };
        let it = ReadAnswer {
            command: command(telar.now())?,
            cohort,
            attempt: next.attempt,
            answer: next.key,
            hundredths: note.hundredths.to_string(),
            comment: note.comment.into(),
            seen: None,
        };
        telar.read_answer(&visitor, it).await.map_err(refused)?;
    }
    Ok(telar.sign_out(&visitor).await?)
}

/// Another attempt, with its reason, and a word about the last one.
pub(super) async fn help(
    telar: &Telar,
    helper: PersonId,
    (cohort, activity): (CohortId, ActivityId),
    (person, attempt): (PersonId, AttemptId),
) -> Result<(), DemonstrationFailed> {
    let visitor = signed_in(telar, helper).await?;
    let wish = GrantWish {
        activity: activity.0,
        attempts: "1".into(),
        reason: "Se quedó sin señal a la mitad de un intento.".into(),
        ..GrantWish::default()
    };
    let it = GrantAllowance { command: command(telar.now())?, cohort, person, wish };
    telar.grant_allowance(&visitor, it).await.map_err(refused)?;
    let text =
        "Va por buen camino con lo que se observa. Antes de probar otra vez, lea con calma «Considerar y sospechar» \
                en la primera lección; si algo no queda claro, escríbame."
            .into();
    let it = CommentAttempt { command: command(telar.now())?, cohort, attempt, question: None, text };
    telar.comment_attempt(&visitor, it).await.map_err(refused)?;
    Ok(telar.sign_out(&visitor).await?)
}
