//! Problems of storage and of opening as the product's problems.

use super::stored::OpenProblem;
use super::words::open_reason;
use engine::message::Problem;
use web::db::StorageError;

/// A storage error.
pub(super) fn problem_of(error: StorageError) -> Problem {
    match error {
        StorageError::Quota => Problem::QuotaFull,
        other => Problem::Storage(other.reason().to_owned()),
    }
}

/// Why a workspace could not be opened.
pub(super) fn problem_of_open(problem: OpenProblem) -> Problem {
    match problem {
        OpenProblem::Missing => problem_of(StorageError::Missing),
        OpenProblem::Storage(error) => problem_of(error),
        OpenProblem::Document(plan::OpenError::Version(plan::MigrateError::Newer {
            found,
            ..
        })) => Problem::TooNew(u32::try_from(found).unwrap_or(u32::MAX)),
        OpenProblem::Document(error) => Problem::Storage(open_reason(&error).to_owned()),
    }
}
