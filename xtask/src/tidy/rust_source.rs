//! Rust source taken apart just far enough for rules: which text is code, which is a string, on which line. No parser: it knows
//! comments, strings, raw strings and characters, nothing else of the language.

pub struct Parts {
    /// The source with comments and the insides of strings blanked; lines stay where they are.
    pub code: String,
    /// Each string literal with the line on which it starts, from 1.
    pub strings: Vec<(usize, String)>,
}

pub fn parts(source: &str) -> Parts {
    let mut reader = Reader { rest: source, line: 1, code: String::with_capacity(source.len()), strings: Vec::new() };
    while !reader.rest.is_empty() {
        reader.step();
    }
    Parts { code: reader.code, strings: reader.strings }
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    code: String,
    strings: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn step(&mut self) {
        if self.rest.starts_with("//") {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            self.blank(end);
        } else if self.rest.starts_with("/*") {
            self.blank(block_comment(self.rest));
        } else if let Some((open, end, close)) = self.raw_string() {
            self.string(open, end, close);
        } else if self.rest.starts_with('"') {
            let end = closing_quote(&self.rest[1..]) + 1;
            self.string(1, end, usize::from(end < self.rest.len()));
        } else if let Some(length) = character(self.rest) {
            self.blank(length);
        } else {
            self.keep();
        }
    }

    /// The opening's length, where the inside ends, and the closing's length, when a raw string starts here.
    fn raw_string(&self) -> Option<(usize, usize, usize)> {
        let within_word = self.code.chars().next_back().is_some_and(|before| before.is_alphanumeric() || before == '_');
        let start = if self.rest.starts_with("br") { 2 } else { 1 };
        if within_word || !(self.rest.starts_with('r') || self.rest.starts_with("br")) {
            return None;
        }
        let hashes = self.rest[start..].bytes().take_while(|&byte| byte == b'#').count();
        let open = start + hashes + 1;
        if !self.rest[start + hashes..].starts_with('"') {
            return None;
        }
        let closing = format!("\"{}", "#".repeat(hashes));
        let end = self.rest[open..].find(&closing).map_or(self.rest.len(), |at| open + at);
        Some((open, end, closing.len().min(self.rest.len() - end)))
    }

    fn string(&mut self, open: usize, end: usize, close: usize) {
        self.strings.push((self.line, self.rest[open..end].to_owned()));
        self.code.push('"');
        self.blank(end);
        self.code.push('"');
        self.rest = &self.rest[close..];
    }

    fn blank(&mut self, length: usize) {
        let newlines = self.rest[..length].matches('\n').count();
        self.line += newlines;
        self.code.push_str(&"\n".repeat(newlines));
        self.rest = &self.rest[length..];
    }

    fn keep(&mut self) {
        let mut characters = self.rest.chars();
        if let Some(character) = characters.next() {
            self.line += usize::from(character == '\n');
            self.code.push(character);
        }
        self.rest = characters.as_str();
    }
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0usize, 0usize);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// Where the quote that ends the string lies; the text's end when it is missing.
fn closing_quote(text: &str) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character literal here; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        let after = inside.char_indices().nth(2)?.0;
        return Some(1 + after + inside[after..].find('\'')? + 1);
    }
    let one = inside.chars().next()?.len_utf8();
    inside[one..].starts_with('\'').then_some(one + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_with_their_lines() {
        let source =
            "let a = \"one\";\nlet b = r#\"two \"quoted\"\n\"#;\nlet c = \"three \\\" still\"; // \"not this\"\n";
        let strings = parts(source).strings;
        assert_eq!(
            strings,
            [(1, "one".to_owned()), (2, "two \"quoted\"\n".to_owned()), (4, "three \\\" still".to_owned())]
        );
    }

    #[test]
    fn comments_and_strings_are_no_code_and_lines_stay() {
        let source = "fn a() {} // todo!\n/* dbg!\n /* nested */ dbg! */ let x = '\"'; let y = \"dbg!\";\nfn b<'a>(x: &'a str) {}\n";
        let code = parts(source).code;
        assert!(!code.contains("todo!") && !code.contains("dbg!"), "{code}");
        assert_eq!(code.lines().count(), 4);
        assert!(code.lines().nth(3).unwrap().contains("fn b<'a>(x: &'a str)"));
    }

    #[test]
    fn a_name_that_ends_in_r_is_no_raw_string() {
        let found = parts("let for_r = 1; matcher\"x\"; var#x");
        assert_eq!(found.strings, [(1, "x".to_owned())]);
    }

    #[test]
    fn escaped_characters_do_not_open_strings() {
        assert!(parts("let a = ['\\'', '\\\\', '\\u{22}', '\"'];").strings.is_empty());
    }

    #[test]
    fn what_is_cut_off_ends_the_reading() {
        assert_eq!(parts("let a = \"never closed").strings.len(), 1);
        assert_eq!(parts("/* never closed").code.trim(), "");
        assert_eq!(parts("let a = r#\"never closed").strings.len(), 1);
    }
}
