//! What an AWS resource is called in each target: one descriptor per type, in `schema/resources/`.

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Descriptor {
    pub name: String,
    pub noun: String,
    #[serde(default)]
    pub stateful: bool,
    pub tf: Terraform,
}

#[derive(Debug, Deserialize)]
pub struct Terraform {
    #[serde(rename = "type")]
    pub ty: Option<String>,
    pub shape: Option<String>,
    #[serde(default)]
    pub rename: BTreeMap<String, String>,
    #[serde(default)]
    pub blocks: Vec<String>,
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
}

static ALL: LazyLock<HashMap<String, Descriptor>> = LazyLock::new(|| {
    TEXTS
        .iter()
        .map(|text| serde_saphyr::from_str::<Descriptor>(text).expect("a descriptor"))
        .map(|each| (each.name.clone(), each))
        .collect()
});

pub fn descriptor(name: &str) -> &'static Descriptor {
    &ALL[name]
}

static TEXTS: &[&str] = &[
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
