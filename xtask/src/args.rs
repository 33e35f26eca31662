//! A few flags, read by hand.

use crate::Result;

/// The words after the command, taken one by one until none is left.
pub struct Args {
    words: Vec<String>,
    /// Everything after `--`, to be passed on.
    passed: Vec<String>,
}

impl Args {
    /// Splits the words at the first `--`.
    pub fn new(words: &[String]) -> Args {
        let mut parts = words.splitn(2, |word| word == "--");
        let words = parts.next().unwrap_or_default().to_vec();
        let passed = parts.next().unwrap_or_default().to_vec();
        Args { words, passed }
    }

    /// Whether `--name` was given.
    pub fn flag(&mut self, name: &str) -> bool {
        match self.words.iter().position(|word| word == name) {
            Some(at) => {
                self.words.remove(at);
                true
            }
            None => false,
        }
    }

    /// The word after `--name`, or what follows `--name=`.
    ///
    /// # Errors
    /// When the name is there and no value follows.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let with_equals = format!("{name}=");
        if let Some(at) = self.words.iter().position(|word| word.starts_with(&with_equals)) {
            let word = self.words.remove(at);
            return Ok(Some(word[with_equals.len()..].to_string()));
        }
        let Some(at) = self.words.iter().position(|word| word == name) else {
            return Ok(None);
        };
        if at + 1 >= self.words.len() {
            return Err(format!("`{name}` needs a value"));
        }
        self.words.remove(at);
        Ok(Some(self.words.remove(at)))
    }

    /// What followed `--`; everything else must have been taken by now.
    ///
    /// # Errors
    /// When a word was not understood.
    pub fn finish(self) -> Result<Vec<String>> {
        match self.words.first() {
            Some(word) => Err(format!("`{word}` is not understood; see `cargo xtask help`")),
            None => Ok(self.passed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Args {
        Args::new(&line.split_whitespace().map(str::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn flags_values_and_the_rest() {
        let mut given = args("--open --port 9000 --only=wasm -- --nocapture axe");
        assert!(given.flag("--open"));
        assert!(!given.flag("--open"));
        assert_eq!(given.value("--port").unwrap().as_deref(), Some("9000"));
        assert_eq!(given.value("--only").unwrap().as_deref(), Some("wasm"));
        assert_eq!(given.finish().unwrap(), ["--nocapture", "axe"]);
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert!(args("--prot 9000").finish().unwrap_err().contains("--prot"));
        assert!(args("--port").value("--port").is_err());
    }
}
