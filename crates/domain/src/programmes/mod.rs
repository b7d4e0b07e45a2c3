//! A programme as its authors wrote it, and what a person has done of it. It must not know how a package lies on disk.

mod activity;
mod completion;
mod difference;
mod interview;
mod law;
mod programme;
mod progress;
mod sheets;
mod teaching;
mod weave;

pub use activity::{Activity, Body, Channel, JobAid, Lesson, Modality, Review};
pub use completion::{Missing, Rule, Verdict};
pub use difference::{Difference, QuizTerm, differences};
pub use interview::{Detail, Interview, InterviewKind, Move, Opens, Reply};
pub use law::{Institution, Law, Norm, Route, RouteStart, RouteStep};
pub use programme::{Day, Hours, Lasts, Programme, Schedule, Topic};
pub use progress::{ActivityState, Progress};
pub use sheets::{
    About, Anchor, CareKind, CareSheet, Criterion, Mentioned, ReportCase, RolePlay, RolePlayPart, Rubric, SheetKind,
    Sheets, Term, TermGroup,
};
pub use teaching::{Competence, Discussion, Figure, Guide, Lecture, Reference, Slide, SlideStyle, Video};
pub use weave::{Weave, WeaveCell};
