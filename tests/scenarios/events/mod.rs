//! Events: from the preview to the end, a story for each sentence.

mod contest;
mod offers;
