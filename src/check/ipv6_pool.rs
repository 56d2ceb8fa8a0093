//! Pools of IPv6 whose ranges do not fit.

use super::Subject;
use crate::address::within_ipv6 as within;
use crate::diag::{Diagnostic, Sink};

code!("MR340", "ipv6-pool", Error, "ipv6_pool.md");

/// A VPC takes a /56.
const OF_A_VPC: u8 = 56;

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for (ix, pool) in subject.topology.ipv6_pools.iter().enumerate() {
        let say = |span, message: String, here: &str, help: String| Diagnostic::new(&CODE, span, message).here(here.to_owned()).help(help);
        if pool.host_bits {
            sink.push(
                say(pool.cidr_span, format!("the range of pool `{}` has host bits set", pool.name), "not a block", format!("write `{}`", pool.cidr))
                    .fix(format!("write `{}`", pool.cidr), pool.cidr_span, pool.cidr.to_string()),
            );
        }
        if pool.cidr.prefix() > OF_A_VPC {
            sink.push(say(
                pool.cidr_span,
                format!("pool `{}` is a /{}, and a VPC takes a /{OF_A_VPC}", pool.name, pool.cidr.prefix()),
                "too small",
                format!("a pool is a /{OF_A_VPC} or larger"),
            ));
        }
        if let Some((prefix, span)) = pool.per_region
            && !(pool.cidr.prefix()..=OF_A_VPC).contains(&prefix)
        {
            sink.push(say(
                span,
                format!("blocks of /{prefix} do not fit pool `{}`", pool.name),
                "of each region",
                format!("write a prefix from /{} to /{OF_A_VPC}", pool.cidr.prefix()),
            ));
        }
        for (region, block) in &pool.blocks {
            if !within(*block, pool.cidr) {
                sink.push(say(
                    pool.span,
                    format!("{block} of {region} is not in pool `{}` ({})", pool.name, pool.cidr),
                    "does not hold it",
                    "give the region a block of the pool".to_owned(),
                ));
            }
        }
        let before = &subject.topology.ipv6_pools[..ix];
        if let Some(other) = before.iter().find(|other| within(other.cidr, pool.cidr) || within(pool.cidr, other.cidr)) {
            sink.push(
                say(
                    pool.cidr_span,
                    format!("pools `{}` and `{}` overlap", other.name, pool.name),
                    "this one",
                    "give each its own range".to_owned(),
                )
                .label(other.cidr_span, "and this one"),
            );
        }
    }
}
