//! Kinds that the language has and this release does not compile: refused with a reason.

use super::*;

macro_rules! later {
    ($($name:literal: $what:literal),* $(,)?) => {
        pub static ALL: &[&Kind] = &[$(&Kind {
            name: $name,
            doc: concat!($what, ": not supported yet."),
            scope: Scope::Topology,
            head: &[Head::OptionalName],
            support: Support::Later(concat!($what, ": not supported yet")),
            ..BASE
        }),*];
    };
}

later! {
    "core_network": "Cloud WAN",
    "resolver": "resolver endpoints",
    "zone": "hosted zones",
    "aurora": "Aurora",
    "rds": "RDS",
    "cache": "caches",
    "stream": "streams",
    "backup": "backups",
    "record": "DNS records",
    "health_check": "health checks",
    "accelerator": "accelerators",
    "cdn": "distributions",
    "tier": "recovery tiers",
    "service": "services",
    "compliance": "compliance",
    "trail": "audit trails",
    "alarms": "alarms",
    "budget": "budgets",
}
