//! `quota`: names are AWS's quotas, numbers at most what AWS gives.

use super::eval::unknown;
use super::resolve::{Cx, Instance, owner};
use super::value::ValueKind;
use super::*;
use crate::aws::{self, Scope};
use crate::diag::Diagnostic;
use crate::nearest::nearest;

/// What a quota may be called: those of an account, not those of a template.
fn names() -> impl Iterator<Item = &'static str> {
    aws::quotas().iter().filter(|quota| quota.scope != Scope::Stack).map(|quota| quota.name.as_str())
}

pub fn quotas<'a>(cx: &Cx<'a, '_>, instances: &[Instance<'a, '_>]) -> Vec<Quota> {
    instances.iter().filter_map(|instance| quota(cx, instance)).collect()
}

fn quota<'a>(cx: &Cx<'a, '_>, instance: &Instance<'a, '_>) -> Option<Quota> {
    let decl = instance.decl;
    cx.members(decl, Some(instance.place));
    let value = cx.scope.eval(decl.block.value.as_ref()?, &decl.env);
    let ty = decl.kind.value.as_ref().expect("a quota has a number");
    let ok = super::types::check(cx.scope, &value, ty, &format!("the number of {}", owner(decl)));
    let Some(of) = aws::quota(&decl.name) else {
        let near = nearest(&decl.name, names());
        let diagnostic = unknown(&decl.name, decl.name_span, "quota", near);
        cx.scope.report(if near.is_some() { diagnostic } else { diagnostic.help("`mrc explain quotas` lists them") });
        return None;
    };
    let ValueKind::Int(number) = value.kind else { return None };
    let refuse = |message: String| Diagnostic::new(&codes::QUOTA_ABOVE_LIMIT, value.span, message);
    let refused = match of.most {
        _ if of.scope == Scope::Stack => {
            refuse(format!("`{}` is {}, for every account alike", of.name, of.default)).here("not of an account").help("leave it out")
        }
        Some(most) if number > most => {
            let why = if of.raised() {
                format!("AWS gives at most {}", of.counted(most))
            } else {
                format!("AWS gives {} and no more", of.counted(most))
            };
            refuse(format!("quota `{}` is {number}; {why}", of.name))
                .here(format!("more than {most}"))
                .help(format!("write at most {most}"))
                .fix(format!("write `{most}`"), value.span, most.to_string())
        }
        _ => return ok.then_some(Quota { of, place: instance.place, number, span: value.span }),
    };
    cx.scope.report(refused.note(format!("{}, {}", of.source().0, of.source().1)));
    None
}
