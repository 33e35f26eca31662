//! Dictionary-coded text.

/// The distinct strings of a column, in the order of first appearance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dictionary {
    text: String,
    ends: Vec<u32>,
}

impl Dictionary {
    /// How many distinct strings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The string of a code. Panics for a code that this dictionary did not give.
    #[must_use]
    pub fn get(&self, code: u32) -> &str {
        let code = code as usize;
        let start = if code == 0 { 0 } else { self.ends[code - 1] as usize };
        &self.text[start..self.ends[code] as usize]
    }

    /// Appends a string without looking whether it is there already; gives its code.
    pub fn push(&mut self, s: &str) -> u32 {
        self.text.push_str(s);
        self.ends.push(self.text.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// All strings in one, and where each ends.
    pub(crate) fn parts(&self) -> (&str, &[u32]) {
        (&self.text, &self.ends)
    }

    /// From all strings in one and where each ends; `None` when that cannot be.
    pub(crate) fn from_parts(text: String, ends: Vec<u32>) -> Option<Self> {
        let rising = ends.windows(2).all(|pair| pair[0] <= pair[1]);
        let whole = ends.last().map_or(0, |e| *e as usize) == text.len();
        let cut_well = ends.iter().all(|e| text.is_char_boundary(*e as usize));
        (rising && whole && cut_well).then_some(Self { text, ends })
    }

    /// The same, where the caller has looked that it can be.
    pub(crate) fn from_checked(text: String, ends: Vec<u32>) -> Self {
        Self { text, ends }
    }

    /// All strings, in code order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|c| self.get(c))
    }
}

/// One code per row in the narrowest width; the greatest value of the width is absent.
#[derive(Clone, Debug, PartialEq)]
pub enum Codes {
    /// Up to 255 distinct strings.
    U8(Vec<u8>),
    /// Up to 65 535 distinct strings.
    U16(Vec<u16>),
    /// More.
    U32(Vec<u32>),
}

/// A column of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextColumn {
    /// One code per row.
    pub codes: Codes,
    /// The strings of the codes; every one occurs.
    pub dictionary: Dictionary,
}

impl TextColumn {
    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.codes {
            Codes::U8(v) => v.len(),
            Codes::U16(v) => v.len(),
            Codes::U32(v) => v.len(),
        }
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code at `row`, `None` where absent. Panics past the end, as indexing does.
    #[must_use]
    pub fn code(&self, row: usize) -> Option<u32> {
        match &self.codes {
            Codes::U8(v) => (v[row] != u8::MAX).then(|| u32::from(v[row])),
            Codes::U16(v) => (v[row] != u16::MAX).then(|| u32::from(v[row])),
            Codes::U32(v) => (v[row] != u32::MAX).then(|| v[row]),
        }
    }

    /// The string at `row`, `None` where absent. Panics past the end, as indexing does.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&str> {
        self.code(row).map(|c| self.dictionary.get(c))
    }
}
