//! A person who learns, acting over HTTP as a browser without script would: joins by the cohort's link, finds the lesson and
//! the quiz on her programme's page, begins an attempt, saves answers. Load and torture make crowds of her.

use crate::chance::Chance;
use crate::html;
use crate::http::{Answer, Client, Wanted};
use crate::server::Server;
use std::io;

pub struct Learner {
    pub client: Client,
}

/// What her programme's page led to.
pub struct Places {
    pub lesson: String,
    pub quiz: String,
}

/// An attempt that she has begun, and what may be answered in it.
#[derive(Clone)]
pub struct Attempt {
    /// Like `/attempts/{id}`.
    pub path: String,
    pub questions: Vec<Question>,
}

#[derive(Clone)]
pub struct Question {
    pub id: String,
    pub choices: Vec<String>,
}

/// One answer as it is sent: sent again, it is the same command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub command: String,
    pub question: String,
    pub choice: String,
    /// Milliseconds since 1970 by her phone's clock; rises with each answer.
    pub claimed: u64,
}

/// The join link of the demonstration's cohort, as its coordinator sees it.
pub fn join_link(server: &Server) -> Result<String, String> {
    let mut coordinator = Client::new(&server.url);
    expect(coordinator.get(&server.sign_in("coordinator")?), &[200, 303], "the coordinator's sign-in")?;
    // Whoever has one cohort is taken to it; whoever has several chooses.
    let desk = expect(coordinator.get("/desk"), &[200, 303], "/desk")?;
    let cohort = match desk.header("location") {
        Some(cohort) => cohort.to_owned(),
        None => html::links(&desk.text(), "/cohorts/").into_iter().next().ok_or("the desk links to no cohort")?,
    };
    let page = expect(coordinator.get(&cohort), &[200], &cohort)?.text();
    // As a link, or written out to be copied.
    if let Some(link) = html::links(&page, "/c/").into_iter().find(|path| path.matches('/').count() == 2) {
        return Ok(link);
    }
    let at = page.find("/c/").ok_or("the cohort's page has no join link")?;
    let end = page[at + 3..].find(|end: char| !end.is_ascii_alphanumeric()).map_or(page.len(), |end| at + 3 + end);
    Ok(page[at..end].to_owned())
}

impl Learner {
    /// Someone who opens the link and fills in the form.
    pub fn joined(url: &str, link: &str, name: &str, chance: &mut Chance) -> Result<Learner, String> {
        let mut client = Client::new(url);
        expect(client.get(link), &[200], link)?;
        let command = chance.uuid();
        let fields = [
            ("command", command.as_str()),
            ("name", name),
            ("sector", "health"),
            ("organisation", "Centro de Salud de prueba"),
            ("municipality", "1601"),
            ("language", "es"),
            ("consent", "on"),
            ("conduct", "on"),
        ];
        expect(client.post(link, Wanted::Page, &fields), &[303], "joining")?;
        if client.cookies().is_empty() {
            return Err("joining set no session".into());
        }
        Ok(Learner { client })
    }

    /// The first lesson and the first quiz that her programme's page links to.
    pub fn places(&mut self) -> Result<Places, String> {
        let programme = expect(self.client.get("/programme"), &[200], "/programme")?.text();
        let (mut lesson, mut quizzes) = (None, Vec::new());
        for path in html::links(&programme, "/activities/") {
            let page = expect(self.client.get(&path), &[200], &path)?.text();
            let posts_to = |end: &str| {
                html::tags(&page, "form").iter().any(|form| form.get("action").is_some_and(|to| to.ends_with(end)))
            };
            if posts_to("/attempts") {
                quizzes.push(path);
            } else if lesson.is_none() && posts_to("/done") {
                lesson = Some(path);
            }
        }
        // The last quiz is the gate: the longest, with rules about attempts.
        let quiz = quizzes.pop().ok_or("the programme's page leads to no quiz")?;
        Ok(Places { lesson: lesson.ok_or("the programme's page leads to no lesson")?, quiz })
    }

    /// Begins an attempt (or comes back to the open one) and reads its questions.
    pub fn begin(&mut self, quiz: &str, chance: &mut Chance) -> Result<Attempt, String> {
        let command = chance.uuid();
        let begun = expect(
            self.client.post(&format!("{quiz}/attempts"), Wanted::Page, &[("command", &command)]),
            &[303],
            "beginning",
        )?;
        let to = begun.header("location").ok_or("beginning an attempt led nowhere")?;
        let id = to
            .split("/attempts/")
            .nth(1)
            .and_then(|rest| rest.split(['/', '?', '#']).next())
            .ok_or_else(|| format!("beginning led to {to}"))?;
        let path = format!("/attempts/{id}");
        let mut questions = Vec::new();
        loop {
            let answer = self.client.get(&format!("{path}/questions/{}", questions.len() + 1));
            let answer = expect(answer, &[200, 404], "a question")?;
            if answer.status == 404 {
                break;
            }
            questions.push(question(&answer.text())?);
        }
        if questions.is_empty() { Err("the attempt has no questions".into()) } else { Ok(Attempt { path, questions }) }
    }

    /// Sends an answer as the page's script does.
    pub fn save(&mut self, attempt: &str, given: &Given) -> io::Result<Answer> {
        let claimed = given.claimed.to_string();
        let fields = [
            ("command", given.command.as_str()),
            ("question", given.question.as_str()),
            ("answer", given.choice.as_str()),
            ("claimed", claimed.as_str()),
        ];
        self.client.post(&format!("{attempt}/answers"), Wanted::Json, &fields)
    }

    /// The answer that stands on a question's page; none while it has none.
    pub fn standing(&mut self, attempt: &str, number: usize) -> Result<Option<String>, String> {
        let path = format!("{attempt}/questions/{number}");
        let page = expect(self.client.get(&path), &[200], &path)?.text();
        let chosen = answers(&page).into_iter().find(|input| input.contains_key("checked"));
        Ok(chosen.and_then(|input| input.get("value").cloned()))
    }
}

fn answers(page: &str) -> Vec<html::Attributes> {
    html::tags(page, "input")
        .into_iter()
        .filter(|input| input.get("name").is_some_and(|name| name == "answer"))
        .collect()
}

fn question(page: &str) -> Result<Question, String> {
    let inputs = html::tags(page, "input");
    let id = inputs.iter().find(|input| input.get("name").is_some_and(|name| name == "question"));
    let id = id.and_then(|input| input.get("value")).ok_or("a question's page does not say which it is")?.clone();
    let choices: Vec<String> = answers(page).iter().filter_map(|input| input.get("value").cloned()).collect();
    if choices.is_empty() { Err(format!("question {id} offers nothing")) } else { Ok(Question { id, choices }) }
}

impl Attempt {
    /// A choice by chance, as a new command; `claimed` rises by itself within a process.
    pub fn any_answer(&self, chance: &mut Chance, claimed: u64) -> Given {
        let question = &self.questions[chance.below(self.questions.len())];
        let choice = question.choices[chance.below(question.choices.len())].clone();
        Given { command: chance.uuid(), question: question.id.clone(), choice, claimed }
    }
}

/// The answer, when it came and with one of these statuses.
pub fn expect(answer: io::Result<Answer>, statuses: &[u16], what: &str) -> Result<Answer, String> {
    let answer = answer.map_err(|error| format!("{what}: {error}"))?;
    if statuses.contains(&answer.status) {
        return Ok(answer);
    }
    let text = answer.text();
    let start: String = text.chars().take(300).collect();
    Err(format!("{what}: status {} instead of {statuses:?}: {start}", answer.status))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<form method=post action=/attempts/1/answers><input type=hidden name=command value=c>\
        <input type=\"hidden\" name=\"question\" value=\"t5-q-01\"><input type=radio name=answer value=a>\
        <input type=radio name=answer value=b checked></form>";

    #[test]
    fn a_question_and_its_choices_are_read_from_its_page() {
        let question = question(PAGE).unwrap();
        assert_eq!((question.id.as_str(), question.choices), ("t5-q-01", vec!["a".to_owned(), "b".to_owned()]));
        assert!(super::question("<p>no question</p>").is_err());
    }

    #[test]
    fn the_chosen_answer_is_the_one_that_is_checked() {
        let chosen = answers(PAGE).into_iter().find(|input| input.contains_key("checked"));
        assert_eq!(chosen.unwrap()["value"], "b");
    }
}
