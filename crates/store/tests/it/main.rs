//! The store's tests, as one binary: what people do, on both engines.

mod backup;
mod coming;
mod damage;
mod data_use;
mod faults;
mod golden;
mod ids;
mod life;
mod nodes;
mod organisations;
mod people;
mod redaction;
mod replay;
mod seals;
mod support;
mod writer;
