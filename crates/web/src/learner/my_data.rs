//! My data: everything that the site keeps about a person, to read and to take along. It must not choose what belongs in it.

use super::view;
use crate::State;
use crate::error::Refusal;
use crate::page::{self, Frame, Place};
use crate::visitor::{W, Who};
use askama::Template;
use axum::extract::State as FromState;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::Value;
use words::Words;

#[derive(Template)]
#[template(path = "learner/my_data.html")]
struct Page {
    frame: Frame,
    w: &'static Words,
    sections: Vec<Section>,
}

struct Section {
    title: String,
    rows: Vec<(String, String)>,
}

pub async fn show(FromState(state): FromState<State>, Who(visitor): Who, W(w): W) -> Result<Response, Refusal> {
    let data = state.telar.my_data(visitor.person).await?;
    let sections = vec![Section { title: w.me_data_about(), rows: rows(w, &data.about) }];
    let frame = Frame::new(w, Some(visitor), Place::Me, w.me_data_title());
    Ok(page::html(&Page { frame, w, sections }))
}

/// The same as a file. Its name says nothing of what is in it.
pub async fn download(FromState(state): FromState<State>, Who(visitor): Who) -> Result<Response, Refusal> {
    let data = state.telar.my_data(visitor.person).await?;
    let headers = [(header::CONTENT_DISPOSITION, "attachment; filename=\"telar.json\"")];
    Ok((headers, view::json(&data)).into_response())
}

fn rows(w: &Words, value: &Value) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    flatten(w, (String::new(), value), &mut rows);
    rows
}

fn flatten(w: &Words, (label, value): (String, &Value), rows: &mut Vec<(String, String)>) {
    let under = |key: &str| if label.is_empty() { key.to_owned() } else { format!("{label} · {key}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| flatten(w, (under(key), value), rows)),
        Value::Array(items) => items.iter().for_each(|value| flatten(w, (label.clone(), value), rows)),
        Value::Null => {}
        Value::Bool(true) => rows.push((label, w.me_data_yes())),
        Value::Bool(false) => rows.push((label, w.me_data_no())),
        Value::Number(number) => rows.push((label, number.to_string())),
        Value::String(text) => rows.push((label, text.clone())),
    }
}
