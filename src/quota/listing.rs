//! The table of quotas, for `mrc explain`.

use crate::aws::{Quota, Scope, quotas};

/// Every quota: its name in the language, its numbers, where they come from.
pub fn listing() -> String {
    let mut out = format!("{:34} {:>8} {:>8}  {:22} {:10}  {}\n", "quota", "default", "most", "each", "as of", "AWS calls it");
    for quota in quotas() {
        let most = quota.most.map_or("-".to_owned(), grouped);
        let (_, date) = quota.source();
        out.push_str(&format!(
            "{:34} {:>8} {most:>8}  {:22} {date}  {}\n",
            quota.name,
            grouped(quota.default),
            quota.scope.word(),
            quota.title
        ));
    }
    out.push_str(
        "\n`most` is how far AWS raises a quota; `-` where it does not say. `mrc explain NAME` shows where a number comes from.\n",
    );
    out.push_str("Say what your account has with `quota NAME = N` or `quota NAME = N in PLACES`. What belongs to a stack is\nCloudFormation's own, the same for everyone.\n");
    out
}

/// One quota, at length.
pub fn entry(quota: &Quota) -> String {
    let (page, date) = quota.source();
    let more = match (&quota.service, &quota.code, &quota.via, &quota.with) {
        _ if !quota.raised() => "AWS raises it for nobody.".to_owned(),
        (.., Some(with)) => format!("AWS raises it with `{with}`; it is judged apart only where a number of its own is written."),
        (Some(service), Some(code), ..) => format!(
            "Ask for more: aws service-quotas request-service-quota-increase --service-code {service} --quota-code {code} --desired-value N --region REGION"
        ),
        (_, _, Some(via), _) => format!("Ask your AWS {via} for more."),
        _ => "Ask AWS support for more.".to_owned(),
    };
    let most = quota.most.filter(|_| quota.raised()).map_or(String::new(), |most| format!(", at most {}", grouped(most)));
    let write = if quota.scope == Scope::Stack { String::new() } else { format!("Write: quota {} = N in PLACES\n", quota.name) };
    format!(
        "{}: {}\n\nDefault: {}{most}, for each {}.\n{more}\n{write}Source: {page}, {date}\n",
        quota.name,
        quota.title,
        grouped(quota.default),
        quota.scope.word()
    )
}

/// `10_000`, as the language writes it.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (ix, digit) in digits.chars().enumerate() {
        if ix > 0 && (digits.len() - ix).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}
