//! The document, its history and its log from the outside.

#[cfg(test)]
mod edits;
#[cfg(test)]
mod log;
#[cfg(test)]
mod wish;
