//! Takes a JSON text apart for serde.

use super::NotAsAsked;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use std::borrow::Cow;

/// A text, and how far it is read.
pub(crate) struct Reader<'de> {
    text: &'de str,
    at: usize,
    /// How many lists and objects are open.
    depth: usize,
}

/// What begins at a place of the text; a list or an object is only opened.
enum Token<'de> {
    Null,
    Boolean(bool),
    Whole(u64),
    Negative(i64),
    Decimal(f64),
    Text(Cow<'de, str>),
    List,
    Object,
}

impl<'de> Reader<'de> {
    /// How many lists and objects may lie in each other.
    pub(crate) const MOST_DEPTH: usize = 100;

    pub(crate) fn new(text: &'de str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// Makes sure that nothing follows.
    pub(crate) fn end(&mut self) -> Result<(), NotAsAsked> {
        if self.peek().is_none() { Ok(()) } else { Err(NotAsAsked) }
    }

    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        let blank = rest.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r'));
        self.at += blank.count();
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes the next byte, if it is this one.
    fn takes(&mut self, byte: u8) -> bool {
        let is_it = self.peek() == Some(byte);
        self.at += usize::from(is_it);
        is_it
    }

    fn token(&mut self) -> Result<Token<'de>, NotAsAsked> {
        match self.peek().ok_or(NotAsAsked)? {
            b'n' => self.word("null", Token::Null),
            b't' => self.word("true", Token::Boolean(true)),
            b'f' => self.word("false", Token::Boolean(false)),
            b'"' => self.string().map(Token::Text),
            b'[' => self.open(Token::List),
            b'{' => self.open(Token::Object),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, token: Token<'de>) -> Result<Token<'de>, NotAsAsked> {
        if !self.text[self.at..].starts_with(word) {
            return Err(NotAsAsked);
        }
        self.at += word.len();
        Ok(token)
    }

    fn open(&mut self, token: Token<'de>) -> Result<Token<'de>, NotAsAsked> {
        self.at += 1;
        self.depth += 1;
        if self.depth > Self::MOST_DEPTH { Err(NotAsAsked) } else { Ok(token) }
    }

    fn number(&mut self) -> Result<Token<'de>, NotAsAsked> {
        let rest = &self.text[self.at..];
        let is_part = |b: &u8| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
        let number = &rest[..rest.bytes().take_while(|b| is_part(b)).count()];
        self.at += number.len();
        let digits = number.strip_prefix('-').unwrap_or(number);
        let whole = &digits[..digits.bytes().take_while(u8::is_ascii_digit).count()];
        if whole.is_empty() || whole.len() > 1 && whole.starts_with('0') {
            return Err(NotAsAsked);
        }
        let rest = &digits[whole.len()..];
        if rest.is_empty() {
            if let Ok(n) = number.parse() {
                return Ok(Token::Whole(n));
            }
            if let Ok(n @ ..0) = number.parse() {
                return Ok(Token::Negative(n));
            }
        }
        // Rust reads `1.` too
        let begins = |after: &str| after.starts_with(|c: char| c.is_ascii_digit());
        if rest.strip_prefix('.').is_some_and(|after| !begins(after)) {
            return Err(NotAsAsked);
        }
        table::decimal::read(number).map(Token::Decimal).ok_or(NotAsAsked)
    }

    fn string(&mut self) -> Result<Cow<'de, str>, NotAsAsked> {
        self.at += 1;
        let mut out = Cow::Borrowed("");
        loop {
            let rest = &self.text[self.at..];
            let is_plain = |b: &u8| *b >= b' ' && *b != b'"' && *b != b'\\';
            let plain = &rest[..rest.bytes().take_while(is_plain).count()];
            self.at += plain.len() + 1;
            if out.is_empty() {
                out = Cow::Borrowed(plain);
            } else {
                out.to_mut().push_str(plain);
            }
            match rest.as_bytes().get(plain.len()) {
                Some(b'"') => return Ok(out),
                Some(b'\\') => out.to_mut().push(self.escaped()?),
                _ => return Err(NotAsAsked),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, NotAsAsked> {
        let byte = self.text.as_bytes().get(self.at).ok_or(NotAsAsked)?;
        self.at += 1;
        Ok(match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.unit()?;
                if (0xD800..0xDC00).contains(&code) && self.text[self.at..].starts_with("\\u") {
                    self.at += 2;
                    let low = self.unit()?.checked_sub(0xDC00).filter(|low| *low < 0x400);
                    code = 0x1_0000 + ((code - 0xD800) << 10) + low.ok_or(NotAsAsked)?;
                }
                // half a pair is no character
                char::from_u32(code).ok_or(NotAsAsked)?
            }
            _ => return Err(NotAsAsked),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, NotAsAsked> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4).ok_or(NotAsAsked)?;
        self.at += 4;
        digits.iter().try_fold(0, |sum, digit| {
            char::from(*digit).to_digit(16).map(|digit| sum * 16 + digit).ok_or(NotAsAsked)
        })
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = NotAsAsked;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotAsAsked> {
        match self.token()? {
            Token::Null => visitor.visit_unit(),
            Token::Boolean(yes) => visitor.visit_bool(yes),
            Token::Whole(n) => visitor.visit_u64(n),
            Token::Negative(n) => visitor.visit_i64(n),
            Token::Decimal(n) => visitor.visit_f64(n),
            Token::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Token::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Token::List => Items::all(self, b']', |items| visitor.visit_seq(items)),
            Token::Object => Items::all(self, b'}', |items| visitor.visit_map(items)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotAsAsked> {
        if self.peek() == Some(b'n') {
            return self.word("null", Token::Null).and_then(|_| visitor.visit_none());
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, NotAsAsked> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotAsAsked> {
        let Token::Text(name) = self.token()? else { return Err(NotAsAsked) };
        visitor.visit_enum(IntoDeserializer::<NotAsAsked>::into_deserializer(&*name))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}

/// What lies in a list or an object that is open.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    end: u8,
    is_first: bool,
    is_over: bool,
}

impl<'r, 'de> Items<'r, 'de> {
    /// Lets all of them be read, up to the end.
    fn all<T>(
        reader: &'r mut Reader<'de>,
        end: u8,
        read: impl FnOnce(&mut Self) -> Result<T, NotAsAsked>,
    ) -> Result<T, NotAsAsked> {
        let mut items = Self { reader, end, is_first: true, is_over: false };
        let value = read(&mut items)?;
        if items.is_over || !items.goes_on()? { Ok(value) } else { Err(NotAsAsked) }
    }

    /// Whether another one follows; takes the comma before it, or the end.
    fn goes_on(&mut self) -> Result<bool, NotAsAsked> {
        self.is_over = self.reader.takes(self.end);
        if self.is_over {
            self.reader.depth -= 1;
            return Ok(false);
        }
        // after a comma the end is no value
        let is_first = std::mem::take(&mut self.is_first);
        if is_first || self.reader.takes(b',') { Ok(true) } else { Err(NotAsAsked) }
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = NotAsAsked;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, NotAsAsked> {
        if self.goes_on()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = NotAsAsked;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, NotAsAsked> {
        if !self.goes_on()? {
            return Ok(None);
        }
        if self.reader.peek() != Some(b'"') {
            return Err(NotAsAsked);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, NotAsAsked> {
        if !self.reader.takes(b':') {
            return Err(NotAsAsked);
        }
        seed.deserialize(&mut *self.reader)
    }
}
