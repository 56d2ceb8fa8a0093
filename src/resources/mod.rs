//! Resource descriptors: what a resource type of the graph is called in each target.
//!
//! One file of `schema/resources/` a type, embedded and read once. Only exceptions from the common
//! rule are written there: CloudFormation takes the PascalCase of a neutral name, Terraform takes
//! the name itself.

mod replaced;

pub use replaced::{Replaced, Unique, all_replaced, replaced};

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Descriptor {
    /// `ec2.subnet`
    pub name: String,
    /// One sentence for people.
    pub doc: String,
    /// Short noun for logical ids and addresses, where a role alone would not tell the type.
    pub noun: String,
    pub scope: Scope,
    /// Holds data that must survive its stack.
    pub stateful: bool,
    pub taggable: bool,
    /// Properties of a custom resource that decide its id. Of AWS's own types, `replaced` says it.
    #[serde(default)]
    pub identity: Vec<String>,
    /// AWS refuses to delete it while something uses it.
    #[serde(default)]
    pub held: bool,
    pub cfn: Cfn,
    pub tf: Terraform,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Region,
    Global,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cfn {
    /// `AWS::EC2::Subnet`; none where CloudFormation has no such resource.
    #[serde(rename = "type")]
    pub ty: Option<String>,
    /// Why there is no type.
    pub absent: Option<String>,
    /// The function of `backend/cfn/shapes/` that writes it, where names alone do not say enough.
    pub shape: Option<String>,
    /// Further types that the shape writes.
    #[serde(default)]
    pub also: Vec<String>,
    /// What must hold of it whoever changes its template, in the words of `com.aws.cloudformation.Context`.
    #[serde(default)]
    pub must: Vec<String>,
    /// Neutral property to CloudFormation property.
    #[serde(default)]
    pub rename: BTreeMap<String, String>,
    #[serde(default)]
    pub tags: Tags,
    /// Neutral attribute to `Ref`, `GetAtt NAME`, `Sub TEXT`, or `AfterColon NAME`: what stands after
    /// the colon in the only element of a list; `Beside SUFFIX`: the id of what the shape writes
    /// beside it.
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
}

/// How a type takes its tags.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Tags {
    /// `Tags: [{Key, Value}]`
    List,
    /// `Tags: {key: value}`
    Map,
    /// Not at all, or the shape writes them elsewhere.
    #[default]
    None,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terraform {
    /// `aws_subnet`; none where the provider has no such resource.
    #[serde(rename = "type")]
    pub ty: Option<String>,
    /// Why there is no type.
    pub absent: Option<String>,
    /// The function of `backend/terraform/shapes/` that writes it.
    pub shape: Option<String>,
    /// Further types that the shape writes.
    #[serde(default)]
    pub also: Vec<String>,
    /// Neutral property to argument or block.
    #[serde(default)]
    pub rename: BTreeMap<String, String>,
    /// Properties that are nested blocks.
    #[serde(default)]
    pub blocks: Vec<String>,
    /// Properties that change in place, and whose targets AWS does not delete, or not without a gap,
    /// while they stand there. Terraform would delete first: the targets are created before and
    /// destroyed after.
    #[serde(default)]
    pub holds: Vec<String>,
    /// Neutral attribute to attribute, or to an expression with `${Self}` in it.
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
}

/// The descriptor of a type that lowering writes. Types are named in our own code only, so an
/// unknown one is a mistake of ours.
pub fn descriptor(name: &str) -> &'static Descriptor {
    DESCRIPTORS.get(name).unwrap_or_else(|| panic!("no descriptor in schema/resources for `{name}`"))
}

/// All descriptors, sorted by name.
pub fn all() -> Vec<&'static Descriptor> {
    let mut all: Vec<&Descriptor> = DESCRIPTORS.values().collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

static DESCRIPTORS: LazyLock<HashMap<String, Descriptor>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(file, text)| match serde_saphyr::from_str::<Descriptor>(text) {
            Ok(descriptor) => (descriptor.name.clone(), descriptor),
            Err(problem) => panic!("schema/resources/{file}.yaml: {problem}"),
        })
        .collect()
});

macro_rules! files {
    ($($file:literal)*) => {
        &[$(($file, include_str!(concat!("../../schema/resources/", $file, ".yaml")))),*]
    };
}

#[rustfmt::skip]
static FILES: &[(&str, &str)] = files![
    "directconnect/gateway"
    "directconnect/gateway_association"
    "dynamodb/table"
    "ec2/customer_gateway"
    "ec2/default_security_group"
    "ec2/egress_only_internet_gateway"
    "ec2/eip"
    "ec2/flow_log"
    "ec2/internet_gateway"
    "ec2/nat_gateway"
    "ec2/prefix_list"
    "ec2/route"
    "ec2/route_table"
    "ec2/security_group"
    "ec2/subnet"
    "ec2/subnet_route_table_association"
    "ec2/transit_gateway"
    "ec2/transit_gateway_peering_accepter"
    "ec2/transit_gateway_peering_attachment"
    "ec2/transit_gateway_route"
    "ec2/transit_gateway_route_table"
    "ec2/transit_gateway_route_table_association"
    "ec2/transit_gateway_route_table_propagation"
    "ec2/transit_gateway_vpc_attachment"
    "ec2/vpc"
    "ec2/vpc_cidr_block"
    "ec2/vpc_endpoint"
    "ec2/vpc_ipv6_cidr_block"
    "ec2/vpc_peering_accepter"
    "ec2/vpc_peering_connection"
    "ec2/vpn_connection"
    "iam/accepter_role"
    "iam/reader_role"
    "iam/role"
    "kms/function_key"
    "kms/key"
    "kms/replica_key"
    "logs/log_group"
    "networkfirewall/firewall"
    "networkfirewall/firewall_policy"
    "networkfirewall/logging_configuration"
    "networkfirewall/rule_group"
    "s3/bucket"
    "s3/bucket_replication"
    "ssm/parameter"
];
