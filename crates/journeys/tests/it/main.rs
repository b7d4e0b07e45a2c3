//! The journeys: what people do from a link to a certificate, and what the wrong person may not.

mod certificates;
mod classroom;
mod completion;
mod data_use;
mod documents;
mod doors;
mod entering;
mod erasure;
mod joining;
mod kinds;
mod learning;
mod library;
mod mending;
mod mending_marks;
mod offline;
mod outbox;
mod phone;
mod plain_form;
mod quiz_staff;
mod replay;
mod schedules;
mod statistics;
mod statistics_programme;
mod teaching;
mod timed;
mod versions;
