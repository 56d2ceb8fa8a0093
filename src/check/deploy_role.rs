//! The role that a deployment assumes is no role, or one of another account.

use super::Subject;
use crate::aws::longest_name;
use crate::diag::{Diagnostic, Sink};

code!("MR782", "deploy-role", Error, "deploy_role.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for account in &subject.topology.accounts {
        let Some(role) = &account.deploy_role else { continue };
        // `deployer`, or the whole ARN.
        let (owner, path) = match role.strip_prefix("arn:") {
            None => (account.id.as_str(), role.as_str()),
            Some(rest) => match rest.splitn(5, ':').collect::<Vec<_>>()[..] {
                [_, "iam", "", owner, resource] => (owner, resource.strip_prefix("role/").unwrap_or_default()),
                _ => (account.id.as_str(), ""),
            },
        };
        let name = path.rsplit('/').next().unwrap_or_default();
        let taken = |c: char| c.is_ascii_alphanumeric() || "+=,.@_-/".contains(c);
        let why = if name.is_empty() || path.starts_with('/') || !path.chars().all(taken) {
            "is neither the name nor the ARN of a role".to_owned()
        } else if name.len() > longest_name("role") {
            format!("has a name of {} characters; AWS takes {}", name.len(), longest_name("role"))
        } else if owner != account.id {
            format!("is of account {owner}")
        } else {
            continue;
        };
        sink.push(
            Diagnostic::new(&CODE, account.span, format!("`deploy_role` of account `{}`, `{role}`, {why}", account.name))
                .here(account.id.clone())
                .help(format!("write the role's name, or `arn:aws:iam::{}:role/NAME`", account.id)),
        );
    }
}
