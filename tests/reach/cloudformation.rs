//! CloudFormation's templates as JSON, references followed over stacks.

use std::collections::BTreeMap;

use mrc::driver::Files;
use serde_json::Value;

use super::built::{Resource, accepters};

/// Types that a network is made of, and Terraform's word for them.
const TYPES: &[(&str, &str)] = &[
    ("AWS::EC2::VPC", "aws_vpc"),
    ("AWS::EC2::VPCCidrBlock", "aws_vpc_ipv4_cidr_block_association"),
    ("AWS::EC2::InternetGateway", "aws_internet_gateway"),
    ("AWS::EC2::VPCGatewayAttachment", "aws_internet_gateway_attachment"),
    ("AWS::EC2::EgressOnlyInternetGateway", "aws_egress_only_internet_gateway"),
    ("AWS::EC2::Subnet", "aws_subnet"),
    ("AWS::EC2::RouteTable", "aws_route_table"),
    ("AWS::EC2::SubnetRouteTableAssociation", "aws_route_table_association"),
    ("AWS::EC2::NatGateway", "aws_nat_gateway"),
    ("AWS::NetworkFirewall::Firewall", "aws_networkfirewall_firewall"),
    ("AWS::EC2::Route", "aws_route"),
    ("AWS::EC2::PrefixList", "aws_ec2_managed_prefix_list"),
    ("AWS::EC2::VPCPeeringConnection", "aws_vpc_peering_connection"),
    ("Custom::VPCPeeringAccepter", "aws_vpc_peering_connection_accepter"),
    ("AWS::EC2::TransitGatewayAttachment", "aws_ec2_transit_gateway_vpc_attachment"),
    ("AWS::EC2::VPNConnection", "aws_vpn_connection"),
    ("AWS::DirectConnect::DirectConnectGateway", "aws_dx_gateway"),
    ("AWS::DirectConnect::DirectConnectGatewayAssociation", "aws_dx_gateway_association"),
    // Made for CloudFormation: it says the attachment of a resource on a gateway.
    ("Custom::TransitGatewayAttachment", "found_attachment"),
    ("AWS::EC2::TransitGatewayPeeringAttachment", "aws_ec2_transit_gateway_peering_attachment"),
    ("Custom::TransitGatewayPeeringAccepter", "aws_ec2_transit_gateway_peering_attachment_accepter"),
    ("AWS::EC2::TransitGatewayRouteTable", "aws_ec2_transit_gateway_route_table"),
    ("AWS::EC2::TransitGatewayRouteTableAssociation", "aws_ec2_transit_gateway_route_table_association"),
    ("AWS::EC2::TransitGatewayRouteTablePropagation", "aws_ec2_transit_gateway_route_table_propagation"),
    ("AWS::EC2::TransitGatewayRoute", "aws_ec2_transit_gateway_route"),
];

/// Templates by region and stack.
type Stacks = BTreeMap<(String, String), Value>;

pub fn read(files: &Files) -> Vec<Resource> {
    let mut stacks = Stacks::new();
    for (path, bytes) in files {
        if let Some((region, stack)) = path.strip_suffix(".json").and_then(|path| path.split_once('/')) {
            stacks.insert((region.to_owned(), stack.to_owned()), serde_json::from_slice(bytes).unwrap());
        }
    }
    let mut found = Vec::new();
    for ((region, stack), template) in &stacks {
        for (logical, resource) in template["Resources"].as_object().unwrap() {
            let ty = resource["Type"].as_str().unwrap();
            let Some((_, word)) = TYPES.iter().find(|(each, _)| *each == ty) else {
                assert!(!ty.starts_with("AWS::EC2::TransitGateway") || ty == "AWS::EC2::TransitGateway", "{ty} is not read");
                let of_networks = ["Route", "Peering", "VPNConnection", "DirectConnect", "EgressOnly", "CidrBlock"];
                assert!(!of_networks.iter().any(|word| ty.contains(word)), "{ty} is not read");
                continue;
            };
            let mut made = Resource {
                ty: (*word).to_owned(),
                id: format!("{region}/{stack}/{logical}"),
                region: region.clone(),
                ..Resource::default()
            };
            let options = resource["Properties"]["Options"].as_object().into_iter().flatten();
            for (name, value) in resource["Properties"].as_object().into_iter().flatten().chain(options) {
                if name == "Tags" {
                    let tag = value.as_array().unwrap().iter().find(|tag| tag["Key"] == "Name");
                    made.name = tag.map_or(String::new(), |tag| tag["Value"].as_str().unwrap().to_owned());
                    continue;
                }
                let name = terraform_name(word, name);
                collect(&stacks, region, stack, value, made.texts.entry(name.clone()).or_default(), made.refs.entry(name).or_default());
            }
            found.push(made);
        }
    }
    found
}

fn terraform_name(word: &str, name: &str) -> String {
    match (word, name) {
        ("aws_ec2_transit_gateway_peering_attachment_accepter", "AttachmentId") => return "transit_gateway_attachment_id".into(),
        ("aws_vpc_peering_connection_accepter", "PeeringConnectionId") => return "vpc_peering_connection_id".into(),
        ("aws_dx_gateway_association", "DirectConnectGatewayId") => return "dx_gateway_id".into(),
        ("aws_route", "EgressOnlyInternetGatewayId") => return "egress_only_gateway_id".into(),
        ("aws_ec2_managed_prefix_list", "Entries") => return "entry".into(),
        ("aws_networkfirewall_firewall", "SubnetMappings") => return "subnet_mapping".into(),
        _ => {}
    }
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

fn collect(stacks: &Stacks, region: &str, stack: &str, value: &Value, texts: &mut Vec<String>, refs: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|each| collect(stacks, region, stack, each, texts, refs)),
        Value::Object(fields) => {
            if let Some(name) = fields.get("Ref").and_then(Value::as_str) {
                refs.extend(resource(stacks, region, stack, name));
            } else if let Some(parts) = fields.get("Fn::GetAtt") {
                let found = resource(stacks, region, stack, parts[0].as_str().unwrap());
                refs.extend(if parts[1] == "AccepterAttachmentId" { found.as_deref().map(accepters) } else { found });
            } else if let Some(output) = fields.get("Fn::GetStackOutput") {
                let region = output["Region"].as_str().unwrap_or(region);
                let other = output["StackName"].as_str().unwrap().strip_prefix("net-").unwrap();
                let template = stacks.get(&(region.to_owned(), other.to_owned())).unwrap_or_else(|| panic!("no stack {other} in {region}"));
                let name = output["OutputName"].as_str().unwrap();
                let value = &template["Outputs"][name]["Value"];
                assert!(!value.is_null(), "no output {name} of {other} in {region}");
                collect(stacks, region, other, value, texts, refs);
            } else {
                fields.values().for_each(|each| collect(stacks, region, stack, each, texts, refs));
            }
        }
        Value::String(text) => texts.push(text.clone()),
        Value::Bool(truth) => texts.push(truth.to_string()),
        Value::Number(number) => texts.push(number.to_string()),
        Value::Null => {}
    }
}

/// The id of a resource; an accepter stands for what it accepts.
fn resource(stacks: &Stacks, region: &str, stack: &str, name: &str) -> Option<String> {
    if name.starts_with("AWS::") {
        return None;
    }
    let found = &stacks[&(region.to_owned(), stack.to_owned())]["Resources"][name];
    assert!(!found.is_null(), "no resource {name} in {stack} of {region}");
    if found["Type"].as_str().unwrap().ends_with("PeeringAccepter") {
        let mut refs = Vec::new();
        for (name, value) in found["Properties"].as_object().unwrap() {
            if name != "ServiceToken" {
                collect(stacks, region, stack, value, &mut Vec::new(), &mut refs);
            }
        }
        return Some(refs.remove(0));
    }
    Some(format!("{region}/{stack}/{name}"))
}
