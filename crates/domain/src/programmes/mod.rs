//! A programme as its authors wrote it, and what a person has done of it. It must not know how a package lies on disk.

mod activity;
mod completion;
mod programme;
mod progress;
mod teaching;
mod weave;

pub use activity::{Activity, Body, Channel, JobAid, Lesson, Modality, Review};
pub use completion::{Missing, Rule, Verdict};
pub use programme::{Day, Hours, Programme, Topic};
pub use progress::{ActivityState, Progress};
pub use teaching::{Competence, Discussion, Figure, Guide, Lecture, Reference, Slide, SlideStyle, Video};
pub use weave::{Weave, WeaveCell};
