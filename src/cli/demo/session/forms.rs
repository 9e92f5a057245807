//! What is typed into a form: `spam`, or `what=spam; rule=2`.

use serde_json::Value;

use super::Done;
use super::deeds::starts_with;
use crate::cli::demo::language::is_same;

/// A field of a form.
#[derive(Debug)]
struct Field {
    label: String,
    /// Its name for Steward, the same in every language.
    id: String,
    required: bool,
}

fn fields(form: &Value) -> Vec<Field> {
    let parts = form["components"].as_array().into_iter().flatten();
    let fields = parts.filter_map(|part| {
        // A label around the input, or a row with an input that has a label.
        let (label, input) = match part["label"].as_str() {
            Some(label) => (label, &part["component"]),
            None => (part["components"][0]["label"].as_str()?, &part["components"][0]),
        };
        let id = input["custom_id"].as_str().unwrap_or_default().to_owned();
        Some(Field { label: label.to_owned(), id, required: input["required"] != false })
    });
    fields.collect()
}

/// What is typed for the fields of a form, by their labels.
///
/// # Errors
/// If it is not clear which field is meant.
pub fn read(form: &Value, typed: &str) -> Done<Vec<(String, String)>> {
    values_of(&fields(form), typed)
}

/// `reason=spam; rule=2`, or a text for the one field that must be filled in. `\n` is a new line.
fn values_of(fields: &[Field], typed: &str) -> Done<Vec<(String, String)>> {
    let mut values: Vec<(String, String)> = Vec::new();
    for part in typed.split(';') {
        let named = part.split_once('=').and_then(|(name, value)| {
            let known = fields.iter().find(|field| is_same(&field.label, name) || is_same(&field.id, name));
            let known = known.or_else(|| fields.iter().find(|field| starts_with(&field.label, name)))?;
            Some((known.label.clone(), value.trim().to_owned()))
        });
        match (named, values.last_mut()) {
            (Some(value), _) => values.push(value),
            // A text may have a semicolon of its own.
            (None, Some((_, value))) => value.push_str(&format!(";{part}")),
            (None, None) => values.push((the_field(fields)?, part.trim().to_owned())),
        }
    }
    Ok(values.into_iter().map(|(field, value)| (field, value.replace("\\n", "\n"))).collect())
}

/// The field that is meant where none is named.
fn the_field(fields: &[Field]) -> Done<String> {
    let mut required = fields.iter().filter(|field| field.required);
    let only = required.next().filter(|_| required.next().is_none());
    match (fields, only) {
        ([only], _) | (_, Some(only)) => Ok(only.label.clone()),
        ([first, ..], _) => {
            let labels: Vec<&str> = fields.iter().map(|field| field.label.as_str()).collect();
            Err(format!("The form has several fields: {}. Try: fill {}=…", labels.join(" | "), first.label))
        }
        ([], _) => Err("The form has no fields.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(label: &str, required: bool) -> Field {
        Field { label: label.to_owned(), id: format!("the-{label}"), required }
    }

    fn values(fields: &[(&str, bool)], typed: &str) -> Done<Vec<(String, String)>> {
        let fields: Vec<Field> = fields.iter().map(|(label, required)| field(label, *required)).collect();
        values_of(&fields, typed)
    }

    fn pair(field: &str, value: &str) -> (String, String) {
        (field.to_owned(), value.to_owned())
    }

    #[test]
    fn fields_are_named_or_the_one_that_must_be_filled_in_is_meant() {
        let warning = [("What happened", true), ("Rule", false)];
        assert_eq!(values(&warning, "spam; twice"), Ok(vec![pair("What happened", "spam; twice")]));
        let both = Ok(vec![pair("What happened", "a\nb"), pair("Rule", "2")]);
        assert_eq!(values(&warning, "what=a\\nb; RULE = 2"), both);
        assert_eq!(values(&[("Text", false)], "x = y"), Ok(vec![pair("Text", "x = y")]));
        assert_eq!(values(&warning, "the-rule=3"), Ok(vec![pair("Rule", "3")]));
        let two = values(&[("One", true), ("Two", true)], "something");
        assert_eq!(two.expect_err("unclear"), "The form has several fields: One | Two. Try: fill One=…");
    }
}
