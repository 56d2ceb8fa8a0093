//! Judgments over a finished topology: one file each, with a page beside it.
//!
//! A check is a function over the topology and its routing; its `CODE` names it. To add one: a file
//! `NAME.rs`, a page `NAME.md`, a word in the list below.

mod joined;
mod written_routes;

use crate::diag::{Code, Sink};
use crate::reach::{Matrix, Model};
use crate::routing::Routing;
use crate::topology::Topology;

/// Everything that a check may look at.
#[derive(Clone, Copy)]
pub struct Subject<'t> {
    pub topology: &'t Topology,
    pub routing: &'t Routing,
    /// Nothing was left out because of an error: only then is it worth saying that something is missing.
    pub complete: bool,
    /// Where packets go; None where something was left out.
    pub packets: Option<&'t Matrix<'t, 't>>,
}

macro_rules! checks {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*

        /// The code of every check.
        pub static CODES: &[&Code] = &[$(&$name::CODE),*];

        /// Runs every check.
        pub fn run(topology: &Topology, routing: &Routing, sink: &mut Sink) {
            let complete = !sink.has_errors();
            let model = complete.then(|| Model::new(topology, routing));
            let matrix = model.as_ref().map(Matrix::new);
            let subject = Subject { topology, routing, complete, packets: matrix.as_ref() };
            $($name::check(subject, sink);)*
        }
    };
}

checks! {
    host_bits,
    overlapping_cidrs,
    vpc_size,
    subnet_size,
    subnet_outside_vpc,
    subnets_overlap,
    reserved_range,
    pool_blocks,
    secondary_range,
    awkward_range,
    link_local_range,
    pools_overlap,
    asn_not_private,
    duplicate_asn,
    mesh_incomplete,
    peered_twice,
    peering_with_itself,
    uncovered_zones,
    closed_zone,
    default_route_nowhere,
    nat_without_public_subnet,
    ambiguous_route,
    explicit_route_nowhere,
    no_way_back,
    attached_twice,
    attached_without_ipv6,
    gateway_cidr_blocks,
    gateway_range_overlap,
    existing_gateway_tables,
    association_unsaid,
    idle_gateway,
    unannounced,
    contradicting_rules,
    idle_rule,
    rule_without_way,
    policy_not_kept,
    idle_segment,
    ingress_not_ours,
    egress_without_way,
    two_ways_out,
    unfit_egress_vpc,
    unfit_firewall,
    idle_egress,
    idle_firewall,
    on_premises_overlap,
    uplink_asn,
    not_announced,
    allowed_overlap,
    prefix_list_size,
    lists_collide,
    uplinks_share_range,
    vpn_address,
    bad_parameter,
    ipv6_pool,
    replicates_onto_itself,
    service_not_here,
    strong_region_set,
    strong_members,
    strong_without,
    key_not_here,
    bucket_name,
    replication_time,
    residency,
    replicas_over_accounts,
    lifecycle_ages,
    table_keys,
    name_too_long,
    too_many_tags,
    name_too_short,
    bad_prefix,
    reserved_name,
    deploy_role,
    malformed_id,
    opt_in_region,
    unused,
    route_inside_vpc,
    segment_route_nowhere,
    transit_over_peering,
    idle_route,
    dead_route,
    range_at_two_ends,
    lost_answers,
    asymmetric_inspection,
    failed_assertion,
    similar_names,
}

mod suppression;

pub use failed_assertion::CODE as FAILED_ASSERTION;
pub use name_too_long::CODE as NAME_TOO_LONG;
pub use suppression::suppress;

/// Every code of every stage, sorted by number.
pub fn all_codes() -> Vec<&'static Code> {
    let stages: &[&[&'static Code]] = &[
        crate::diag::codes::ALL,
        crate::lock::codes::ALL,
        crate::topology::codes::ALL,
        crate::address::codes::ALL,
        CODES,
        suppression::CODES,
        crate::quota::CODES,
        crate::plan::CODES,
        crate::backend::cfn::CODES,
        &[&crate::backend::terraform::CODE],
    ];
    let mut all: Vec<&'static Code> = stages.iter().copied().flatten().copied().collect();
    all.sort_by_key(|code| code.id);
    all
}

/// The code that a number or a name stands for.
pub fn find_code(text: &str) -> Option<&'static Code> {
    all_codes().into_iter().find(|code| code.id.eq_ignore_ascii_case(text) || code.name == text)
}
