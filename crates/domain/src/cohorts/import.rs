//! A list of people that was sent for a cohort: how far it is, how each of its rows stands, and what came of it.

use crate::people::words;
use serde::{Deserialize, Serialize};

words! {
    /// How far a list is.
    ListState {
        /// Its rows are being kept.
        Sending = "sending",
        /// It was read, and nothing of it was taken.
        Draft = "draft",
        /// It was accepted, and its rows are being taken.
        Taking = "taking",
        Taken = "taken",
        /// It is being taken back.
        Undoing = "undoing",
        Undone = "undone",
    }
}

words! {
    /// How a row stands before it is taken.
    Stand {
        /// Nobody of the site: she will be registered and named.
        New = "new",
        /// She has an account: she will be named with it.
        Known = "known",
        /// She is in the cohort, or named for it: nothing changes.
        Here = "here",
        /// An earlier row of the file is the same person.
        Double = "double",
        /// Only a person can mend it.
        Faulty = "faulty",
        /// Whoever sent the list takes it out.
        LeftOut = "left_out",
    }
}

impl Stand {
    /// Whether it will be taken.
    pub fn counts(self) -> bool {
        matches!(self, Self::New | Self::Known)
    }
}

words! {
    /// What came of a row.
    Outcome {
        /// She was registered and named.
        Named = "named",
        /// She was named with the account that she had.
        Invited = "invited",
        /// She came in by another way meanwhile.
        Met = "met",
        /// All places were taken.
        NoPlace = "no_place",
        /// Taken back: she had never entered, and nothing is kept of her.
        Gone = "gone",
        /// Taken back: she is no longer named, and keeps her account.
        Withdrawn = "withdrawn",
        /// Could not be taken back: she had accepted.
        Stayed = "stayed",
    }
}
