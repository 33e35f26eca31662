//! The document, its history and its log from the outside.

#[cfg(test)]
mod canvas;
#[cfg(test)]
mod columns;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod edits;
#[cfg(test)]
mod findings;
#[cfg(test)]
mod foreign;
#[cfg(test)]
mod history;
#[cfg(test)]
mod journey;
#[cfg(test)]
mod journey_wish;
#[cfg(test)]
mod kpi;
#[cfg(test)]
mod log;
#[cfg(test)]
mod model;
#[cfg(test)]
mod thread;
#[cfg(test)]
mod versions;
#[cfg(test)]
mod wish;
