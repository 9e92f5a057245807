//! What is known of forms, in memory only.
//!
//! - The forms that are open in front of people, as they were opened: of a form that is sent Discord says only what was
//!   typed, and with both together it can be opened again.
//! - The sent forms for which a command is carried out now. Such a command cannot open a form: Discord opens none in
//!   answer to a form.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use crate::ids::{InteractionId, MemberId};

/// How many open forms are remembered; beyond that all are dropped. A person whose form was dropped gets back what they
/// typed, without a button that opens the form again.
const REMEMBERED: usize = 500;

/// What is known of forms.
#[derive(Debug, Default)]
pub struct Forms {
    /// By who sees it and its custom_id.
    open: Mutex<HashMap<(MemberId, String), Value>>,
    /// The interactions of forms for which a command is carried out now.
    as_commands: Mutex<HashSet<InteractionId>>,
}

impl Forms {
    /// A form was opened in front of this person.
    pub(super) fn opened(&self, member: MemberId, form: &Value) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (member, form["custom_id"].as_str().unwrap_or_default().to_owned());
        if open.len() >= REMEMBERED && !open.contains_key(&key) {
            open.clear();
        }
        open.insert(key, form.clone());
    }

    /// The form as this person sees it, as Discord took it.
    pub(crate) fn open(&self, member: MemberId, custom_id: &str) -> Option<Value> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.get(&(member, custom_id.to_owned())).cloned()
    }

    /// Whether this is a form for which a command is carried out.
    pub(super) fn is_carried_out(&self, id: InteractionId) -> bool {
        self.as_commands.lock().unwrap_or_else(PoisonError::into_inner).contains(&id)
    }

    /// Carries out a command for a sent form; this is the form's interaction.
    pub(crate) async fn carry_out<T>(&self, id: InteractionId, work: impl Future<Output = T>) -> T {
        self.as_commands.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        let done = work.await;
        self.as_commands.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
        done
    }
}

/// A command that is carried out for a sent form wanted to open a form.
#[derive(Debug, thiserror::Error)]
#[error("no form opens on a form")]
pub struct FormOnForm;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn so_many_forms_are_remembered_and_each_for_who_sees_it() {
        let (forms, one, other) = (Forms::default(), MemberId(1), MemberId(2));
        let form = |row: usize| json!({"custom_id": format!("polls:edit:1:{row}")});
        forms.opened(one, &form(0));
        assert_eq!(forms.open(one, "polls:edit:1:0"), Some(form(0)));
        assert_eq!(forms.open(other, "polls:edit:1:0"), None);

        for row in 0..10 * REMEMBERED {
            forms.opened(other, &form(row));
        }
        assert!(forms.open.lock().unwrap().len() <= REMEMBERED);
        let last = 10 * REMEMBERED - 1;
        assert_eq!(forms.open(other, &format!("polls:edit:1:{last}")), Some(form(last)));
    }
}
