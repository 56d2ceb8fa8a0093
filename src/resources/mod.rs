//! Descriptors of AWS resource types: how each target names a type, its properties and attributes.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Descriptor {
    pub name: String,
    pub doc: String,
    /// Short noun for logical ids.
    pub noun: String,
    pub stateful: bool,
    pub taggable: bool,
    pub cfn: Cfn,
}

#[derive(Debug, Deserialize)]
pub struct Cfn {
    #[serde(rename = "type")]
    pub ty: Option<String>,
    /// Why the target has no such resource.
    pub absent: Option<String>,
    /// A function of `backend/cfn/shapes/`, when the common rule is not enough.
    pub shape: Option<String>,
    #[serde(default)]
    pub rename: BTreeMap<String, String>,
    #[serde(default)]
    pub tags: Tags,
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Tags {
    List,
    Map,
    #[default]
    None,
}

/// The descriptor of a type of the graph.
pub fn descriptor(name: &str) -> &'static Descriptor {
    static ALL: LazyLock<HashMap<String, Descriptor>> = LazyLock::new(|| {
        FILES
            .iter()
            .map(|text| {
                let descriptor: Descriptor = serde_saphyr::from_str(text)
                    .unwrap_or_else(|problem| panic!("{text}\n{problem}"));
                (descriptor.name.clone(), descriptor)
            })
            .collect()
    });
    &ALL[name]
}

static FILES: &[&str] = &[
    include_str!("../../schema/resources/dynamodb/table.yaml"),
    include_str!("../../schema/resources/ec2/default_security_group.yaml"),
    include_str!("../../schema/resources/ec2/eip.yaml"),
    include_str!("../../schema/resources/ec2/flow_log.yaml"),
    include_str!("../../schema/resources/ec2/internet_gateway.yaml"),
    include_str!("../../schema/resources/ec2/nat_gateway.yaml"),
    include_str!("../../schema/resources/ec2/route.yaml"),
    include_str!("../../schema/resources/ec2/route_table.yaml"),
    include_str!("../../schema/resources/ec2/security_group.yaml"),
    include_str!("../../schema/resources/ec2/subnet.yaml"),
    include_str!("../../schema/resources/ec2/subnet_route_table_association.yaml"),
    include_str!("../../schema/resources/ec2/transit_gateway.yaml"),
    include_str!("../../schema/resources/ec2/transit_gateway_peering_accepter.yaml"),
    include_str!("../../schema/resources/ec2/transit_gateway_peering_attachment.yaml"),
    include_str!("../../schema/resources/ec2/transit_gateway_route.yaml"),
    include_str!("../../schema/resources/ec2/transit_gateway_route_table.yaml"),
    include_str!("../../schema/resources/ec2/transit_gateway_route_table_association.yaml"),
    include_str!("../../schema/resources/ec2/transit_gateway_route_table_propagation.yaml"),
    include_str!("../../schema/resources/ec2/transit_gateway_vpc_attachment.yaml"),
    include_str!("../../schema/resources/ec2/vpc.yaml"),
    include_str!("../../schema/resources/ec2/vpc_cidr_block.yaml"),
    include_str!("../../schema/resources/ec2/vpc_endpoint.yaml"),
    include_str!("../../schema/resources/ec2/vpc_peering_accepter.yaml"),
    include_str!("../../schema/resources/ec2/vpc_peering_connection.yaml"),
    include_str!("../../schema/resources/iam/role.yaml"),
    include_str!("../../schema/resources/kms/key.yaml"),
    include_str!("../../schema/resources/kms/replica_key.yaml"),
    include_str!("../../schema/resources/logs/log_group.yaml"),
    include_str!("../../schema/resources/s3/bucket.yaml"),
    include_str!("../../schema/resources/s3/bucket_replication.yaml"),
    include_str!("../../schema/resources/ssm/parameter.yaml"),
];
