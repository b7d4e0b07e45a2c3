//! Hoy: the one thing next, and where the certificate stands. One section an enrolment.

use super::rows;
use super::view::{self, Step};
use crate::completion::{self, List};
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{Id, W, Who};
use crate::{State, dates};
use app::admission::Standing;
use app::announcements::Told;
use app::learning::Learning;
use app::quizzes::MarkNews;
use askama::Template;
use axum::extract::State as FromState;
use axum::response::{IntoResponse, Redirect, Response};
use domain::certificates::grouped;
use domain::cohorts::ApplicationState;
use domain::ids::AnnouncementId;
use domain::programmes::{Lasts, Programme};
use words::Words;

#[derive(Template)]
#[template(path = "learner/today.html")]
struct Page {
    frame: Frame,
    who: String,
    now: i64,
    greeting: String,
    /// What changed at her marks since she looked.
    /// What was written to her cohorts, those that she has not seen first.
    told: Vec<TellCard>,
    /// Whether she has read any of them.
    told_before: bool,
    news: Vec<News>,
    sections: Vec<Section>,
    /// How she stands at the doors of cohorts that she is not in.
    standings: Vec<StandingCard>,
}

struct StandingCard {
    title: String,
    words: Vec<String>,
    /// Where she accepts; empty where there is nothing to accept.
    accept: String,
    /// Where she takes it back; empty where it is decided.
    withdrawal: String,
    filled: bool,
}

/// Of what else there is to do that day, so much: the one thing next stays in sight.
const ALSO: usize = 4;

/// What was written to a cohort of hers.
struct TellCard {
    about: String,
    text: Vec<String>,
    /// Where she says that she has seen it; empty once she has.
    seen: String,
}

struct News {
    words: String,
    href: String,
}

struct Section {
    cohort: String,
    place: String,
    done_of: String,
    weave: String,
    sentence: String,
    next: Option<Step>,
    next_button: String,
    next_filled: bool,
    also_title: String,
    also: Vec<Step>,
    /// How many more there are that day; empty where there are none.
    more: String,
    more_href: String,
    then: String,
    certificate: Option<CertificateCard>,
    missing: Option<List>,
}

struct CertificateCard {
    words: String,
    href: String,
    button: String,
    filled: bool,
}

pub async fn show(FromState(state): FromState<State>, Who(visitor): Who, W(w): W) -> Result<Response, Refusal> {
    let learnings = state.telar.learning(visitor.person).await?;
    let standings = state.telar.standings(visitor.person).await?;
    if learnings.is_empty() && visitor.grants.is_staff() && standings.is_empty() {
        // Her day begins elsewhere; the first page knows where.
        return Ok(Redirect::to("/").into_response());
    }
    let told: Vec<TellCard> = state.telar.told(visitor.person).await?.iter().map(|it| tell(w, it)).collect();
    let news = state.telar.mark_news(visitor.person).await?.iter().map(|it| news(w, it)).collect();
    let now = state.telar.now();
    // One filled button a page: the first thing that asks for something has it.
    let mut filled = false;
    let standings = standings.iter().map(|it| standing(w, it, &mut filled)).collect();
    let sections = learnings.iter().map(|learning| section(w, learning, &mut filled)).collect();
    let greeting = view::greeting(w, dates::hour(now), visitor.name.first());
    let who = view::who(&visitor);
    let frame = Frame::new(w, Some(visitor), Place::Today, w.today_title());
    Ok(page::html(&Page {
        frame,
        who,
        now: now.0,
        greeting,
        told_before: told.iter().any(|it| it.seen.is_empty()),
        told,
        news,
        sections,
        standings,
    }))
}

/// She has seen an announcement.
pub async fn see(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    Id(announcement): Id<AnnouncementId>,
) -> Result<Response, Refusal> {
    state.telar.see_announcement(visitor.person, announcement).await?;
    Ok(Redirect::to("/today").into_response())
}

fn tell(w: &Words, it: &Told) -> TellCard {
    let author = it.author.as_ref().map_or_else(|| w.list_author_gone(), |name| name.as_str().to_owned());
    TellCard {
        about: w.announcement_from(author, it.cohort_name.as_str(), dates::day_and_time(it.made, w.language())),
        text: it.text.lines().map(str::to_owned).collect(),
        seen: if it.seen.is_none() { format!("/announcements/{}/seen", it.announcement) } else { String::new() },
    }
}

fn standing(w: &Words, it: &Standing, filled: &mut bool) -> StandingCard {
    let open = it.state.is_open();
    let accept = it.state == ApplicationState::Nominated;
    let words = match it.state {
        ApplicationState::Nominated => {
            it.named_by.as_deref().map_or_else(|| w.standing_named(), |by| w.standing_nominated(by))
        }
        ApplicationState::Asked => w.standing_asked(),
        ApplicationState::Waiting => w.standing_waiting(it.before),
        ApplicationState::Refused => w.standing_refused(),
        ApplicationState::Admitted | ApplicationState::Withdrawn => String::new(),
    };
    StandingCard {
        title: it.cohort_name.clone(),
        words: [words, it.word.clone()].into_iter().filter(|it| !it.is_empty()).collect(),
        accept: if accept { format!("/applications/{}", it.application) } else { String::new() },
        withdrawal: if open { format!("/applications/{}/withdrawal", it.application) } else { String::new() },
        filled: accept && !std::mem::replace(filled, true),
    }
}

fn news(w: &Words, it: &MarkNews) -> News {
    let activity = it.programme.activity(it.activity.as_str());
    let quiz = activity.map_or("", |activity| activity.title.get(w.language()));
    let (before, after) = (it.marking.before, it.marking.after);
    let words =
        if before == after { w.today_mark_same(after, quiz) } else { w.today_mark_changed(after, before, quiz) };
    let reason = Some(it.marking.reason.as_str()).filter(|reason| !reason.is_empty());
    let reason = reason.map_or_else(String::new, |reason| format!(" {}", w.quiz_mark_reason(reason)));
    News { words: words + &reason, href: format!("/attempts/{}", it.marking.attempt) }
}

fn section(w: &'static Words, learning: &Learning, filled: &mut bool) -> Section {
    let programme = &learning.programme;
    let (done, all) = learning.done_of();
    let weave = learning.weave();
    let rows = rows::rows(programme, &weave);
    let next = learning.next();
    let day = next.and_then(|next| programme.days.iter().position(|day| day.activities.contains(&next.id)));
    let open =
        |id: &&domain::ids::ActivityId| !learning.progress.is_done(id) && next.is_none_or(|next| next.id != **id);
    let mut also: Vec<Step> = day.map_or(vec![], |day| {
        let ids = programme.days[day].activities.iter().filter(open);
        ids.filter_map(|id| programme.activity(id.as_str())).map(|activity| Step::of(w, learning, activity)).collect()
    });
    let more = also.len().saturating_sub(ALSO);
    also.truncate(ALSO);
    let week = day.is_some_and(|day| rows[day].lasts == Lasts::Week);
    // What she left open in an earlier row comes before what follows.
    let open_in = |at: &usize| programme.days[*at].activities.iter().any(|id| !learning.progress.is_done(id));
    let after = day.and_then(|day| (0..programme.days.len()).filter(|at| *at != day).find(open_in));
    let then = after.and_then(|at| then(w, programme, at));
    let certificate = certificate(w, learning, filled);
    let missing = certificate.is_none().then(|| completion::missing(w, programme, &learning.verdict.missing)).flatten();
    let next_filled = next.is_some() && !std::mem::replace(filled, true);
    let begun = next.is_some_and(|next| learning.progress.states.contains_key(&next.id));
    Section {
        cohort: learning.cohort_name.clone(),
        place: rows::place(w, &learning.cohort_name, &rows, day),
        done_of: w.today_done_of(all, done),
        sentence: rows::sentence(w, &rows, day.zip(next).map(|(day, next)| (day, next.minutes))),
        weave: view::weave(w, &weave),
        next: next.map(|next| Step::of(w, learning, next)),
        next_button: if begun { w.today_continue() } else { w.today_start() },
        next_filled,
        also_title: if week { w.today_also_week() } else { w.today_also() },
        also,
        more: match (more, week) {
            (0, _) => String::new(),
            (more, true) => w.today_more_week(more),
            (more, false) => w.today_more(more),
        },
        more_href: day.map_or_else(String::new, |day| format!("/programme#{}", programme.days[day].id)),
        then: then.unwrap_or_default(),
        certificate,
        missing,
    }
}

/// A row that is still to come, by its title.
fn then(w: &Words, programme: &Programme, at: usize) -> Option<String> {
    let title = programme.days.get(at)?.title.get(w.language());
    Some(match programme.numbered(at)? {
        (Lasts::Day, number) => w.today_then(number, title),
        (Lasts::Week, number) => w.today_then_week(title, number),
    })
}

fn certificate(w: &'static Words, learning: &Learning, filled: &mut bool) -> Option<CertificateCard> {
    let Some(card) = &learning.certificate else {
        let ready = learning.completed.is_some() || learning.verdict.holds;
        return ready.then(|| CertificateCard {
            words: w.today_certificate_ready(),
            href: format!("/enrolments/{}/certificate", learning.enrolment),
            button: w.today_certificate_get(),
            filled: !std::mem::replace(filled, true),
        });
    };
    let number = grouped(&card.number);
    Some(CertificateCard {
        words: match card.revoked {
            Some(revoked) => w.today_certificate_revoked(dates::day(revoked, w.language()), number.as_str()),
            None => w.today_certificate_have(dates::day(card.issued, w.language()), number.as_str()),
        },
        href: format!("/certificates/{number}"),
        button: w.today_certificate_see(),
        // Nothing else to do: then this is the one thing.
        filled: learning.next().is_none() && !std::mem::replace(filled, true),
    })
}
