//! From older forms of the document to the one of today.

use crate::SCHEMA;
use serde_json::Value;

/// Why a document or an edit of another version cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MigrateError {
    /// It does not say its version, or not as a number.
    NoVersion,
    /// It was written by a newer version of the product: open it there, or update this one.
    Newer {
        /// Its version.
        found: u64,
        /// The newest version that this code knows.
        known: u32,
    },
    /// No step leads away from its version.
    Unknown(u64),
    /// The step away from this version did not find what it needs.
    Failed {
        /// The version that was left.
        from: u32,
        /// What was missing.
        what: String,
    },
}

/// Rewrites JSON from one version to the next, or says what it misses.
type Rewrite = fn(Value) -> Result<Value, String>;

/// One step: from version `from` to `from + 1`.
struct Step {
    from: u32,
    /// Rewrites a document; the version is raised by the caller.
    document: Rewrite,
    /// Rewrites an edit of the log.
    edit: Rewrite,
}

/// All steps. Version 1 is the first.
const STEPS: &[Step] = &[
    // Version 2 knows KPI trees, and measures that are formulas: bodies that version 1 cannot read, nothing
    // else changed.
    Step { from: 1, document: Ok, edit: Ok },
    // Version 3 knows columns that are worked out, and calls columns of files by other names.
    Step { from: 2, document: with_column_names, edit: Ok },
    // Version 4 knows canvases, their blocks and notes.
    Step { from: 3, document: Ok, edit: Ok },
    // Version 5 knows journeys, and notes that are their entries.
    Step { from: 4, document: Ok, edit: Ok },
];

fn with_column_names(mut document: Value) -> Result<Value, String> {
    let fields = document.as_object_mut().ok_or("not an object")?;
    fields.insert("column_names".to_owned(), Value::Object(serde_json::Map::new()));
    Ok(document)
}

/// Brings the JSON of a document to [`SCHEMA`].
///
/// # Errors
/// See [`MigrateError`].
pub fn migrate_document(value: Value) -> Result<Value, MigrateError> {
    document_with(STEPS, SCHEMA, value)
}

/// Brings the JSON of an edit, written at version `schema`, to [`SCHEMA`].
///
/// # Errors
/// See [`MigrateError`].
pub fn migrate_edit(schema: u64, value: Value) -> Result<Value, MigrateError> {
    run(STEPS, SCHEMA, schema, value, |s| s.edit)
}

fn document_with(steps: &[Step], to: u32, value: Value) -> Result<Value, MigrateError> {
    let from = value.get("schema").and_then(Value::as_u64).ok_or(MigrateError::NoVersion)?;
    let mut value = run(steps, to, from, value, |s| s.document)?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert("schema".to_owned(), to.into());
    }
    Ok(value)
}

fn run(
    steps: &[Step],
    to: u32,
    from: u64,
    mut value: Value,
    part: fn(&Step) -> Rewrite,
) -> Result<Value, MigrateError> {
    if from > u64::from(to) {
        return Err(MigrateError::Newer { found: from, known: to });
    }
    for at in from..u64::from(to) {
        let step =
            steps.iter().find(|s| u64::from(s.from) == at).ok_or(MigrateError::Unknown(at))?;
        value = part(step)(value).map_err(|what| MigrateError::Failed { from: step.from, what })?;
    }
    if from == 0 { Err(MigrateError::Unknown(0)) } else { Ok(value) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn rename(mut value: Value, from: &str, to: &str) -> Result<Value, String> {
        let fields = value.as_object_mut().ok_or("not an object")?;
        let inner = fields.remove(from).ok_or(from)?;
        fields.insert(to.to_owned(), inner);
        Ok(value)
    }

    const TWO: &[Step] = &[
        Step { from: 1, document: |v| rename(v, "a", "b"), edit: |v| rename(v, "set_a", "set_b") },
        Step { from: 2, document: |v| rename(v, "b", "c"), edit: Ok },
    ];

    #[test]
    fn steps_follow_each_other() {
        let old = json!({ "schema": 1, "a": 7 });
        assert_eq!(document_with(TWO, 3, old), Ok(json!({ "schema": 3, "c": 7 })));
        let old = json!({ "schema": 2, "b": 7 });
        assert_eq!(document_with(TWO, 3, old), Ok(json!({ "schema": 3, "c": 7 })));
        let edit = run(TWO, 3, 1, json!({ "set_a": 7 }), |s| s.edit);
        assert_eq!(edit, Ok(json!({ "set_b": 7 })));
    }

    #[test]
    fn what_cannot_be_migrated_says_why() {
        let cases = [
            (json!({}), MigrateError::NoVersion),
            (json!({ "schema": "1" }), MigrateError::NoVersion),
            (json!({ "schema": 9 }), MigrateError::Newer { found: 9, known: 3 }),
            (json!({ "schema": 0 }), MigrateError::Unknown(0)),
            (json!({ "schema": 1 }), MigrateError::Failed { from: 1, what: "a".into() }),
        ];
        for (value, error) in cases {
            assert_eq!(document_with(TWO, 3, value), Err(error));
        }
    }
}
