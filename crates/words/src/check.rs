//! Reads and compares the files of words. Shared by the build script, which fails the build on what it finds, and by this
//! crate's tests. It must not know where the files lie.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// One message of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    pub file: String,
    /// Names of its arguments, in alphabetical order.
    pub arguments: BTreeSet<String>,
    /// The words, where they are the same whatever the arguments: such a message needs no formatting.
    pub plain: Option<String>,
}

pub type Messages = BTreeMap<String, Message>;

/// Reads one file into `messages`; each problem names the file and the message.
pub fn read(file: &str, source: &str, messages: &mut Messages, problems: &mut Vec<String>) {
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            for error in errors {
                let line = source[..error.pos.start.min(source.len())].lines().count().max(1);
                problems.push(format!("{file}:{line}: {error}"));
            }
            return;
        }
    };
    for entry in resource.body {
        let Entry::Message(found) = entry else { continue };
        let id = found.id.name.to_owned();
        if !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            problems.push(format!("{file}: `{id}`: write ids in small letters, digits and hyphens"));
        }
        if !found.attributes.is_empty() {
            problems.push(format!("{file}: `{id}`: attributes are not used here; make it a message of its own"));
        }
        let Some(value) = found.value else {
            problems.push(format!("{file}: `{id}`: has no words"));
            continue;
        };
        let mut message = Message { file: file.to_owned(), plain: plain(&value), ..Message::default() };
        if let Err(what) = arguments_of(&value, &mut message.arguments) {
            problems.push(format!("{file}: `{id}`: {what}"));
        }
        if let Some(first) = messages.insert(id.clone(), message) {
            problems.push(format!("{file}: `{id}`: is in {} already", first.file));
        }
    }
}

/// What keeps `other` from standing beside `original`. A complete language has every message; another may lack some.
pub fn compare(original: &Messages, other: &Messages, completeness: Completeness, problems: &mut Vec<String>) {
    for (id, message) in original {
        match other.get(id) {
            None if completeness == Completeness::Whole => {
                problems.push(format!("{}: `{id}`: is missing from the other language", message.file));
            }
            None => {}
            Some(its) if its.arguments != message.arguments => problems.push(format!(
                "{}: `{id}`: takes {:?}, but {:?} in {}",
                its.file, its.arguments, message.arguments, message.file
            )),
            Some(_) => {}
        }
    }
    for (id, message) in other {
        if !original.contains_key(id) {
            problems.push(format!("{}: `{id}`: is not in the Spanish words", message.file));
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    Whole,
    Partial,
}

fn plain(pattern: &Pattern<&str>) -> Option<String> {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => Some(*value),
            PatternElement::Placeable { .. } => None,
        })
        .collect()
}

fn arguments_of(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) -> Result<(), String> {
    pattern.elements.iter().try_for_each(|element| match element {
        PatternElement::TextElement { .. } => Ok(()),
        PatternElement::Placeable { expression } => arguments_in(expression, found),
    })
}

fn arguments_in(expression: &Expression<&str>, found: &mut BTreeSet<String>) -> Result<(), String> {
    match expression {
        Expression::Inline(inline) => arguments_inline(inline, found),
        Expression::Select { selector, variants } => {
            arguments_inline(selector, found)?;
            variants.iter().try_for_each(|variant| arguments_of(&variant.value, found))
        }
    }
}

fn arguments_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) -> Result<(), String> {
    let in_call = |arguments: &CallArguments<&str>, found: &mut BTreeSet<String>| {
        arguments.positional.iter().try_for_each(|argument| arguments_inline(argument, found))
    };
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => Ok(()),
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
            Ok(())
        }
        InlineExpression::TermReference { arguments, .. } => {
            arguments.as_ref().map_or(Ok(()), |arguments| in_call(arguments, found))
        }
        InlineExpression::Placeable { expression } => arguments_in(expression, found),
        // A reference would carry arguments that the method of this message does not take; a function needs code of ours.
        InlineExpression::MessageReference { id, .. } => Err(format!("refers to `{}`; use a term", id.name)),
        InlineExpression::FunctionReference { id, .. } => Err(format!("calls {}; format it in Rust", id.name)),
    }
}
