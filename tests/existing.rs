//! What exists already, and what is written for it, in both targets.

mod support;

use support::{build, check_text, cloudformation, terraform};

/// A gateway that exists, peered with one of ours and with a VPC of ours on it.
fn text(more: &str, target: &mrc::driver::Target) -> String {
    let program = format!(
        "mr 1
topology net {{ regions = [us-east-1, eu-west-1] }}
existing transit_gateway old in us-east-1 {{
  id = \"tgw-0123456789abcdef0\"
  asn = AS64512
  routes = [172.20.0.0/14]
  {more}
}}
transit_gateway core in eu-west-1 {{ asn = AS64520 }}
peering p {{ between = [old@us-east-1, core@eu-west-1] }}
vpc app in us-east-1 {{ cidr = 10.0.0.0/16  azs = 2  subnet work {{ size = /24 }}  attach old }}
vpc web in eu-west-1 {{ cidr = 10.1.0.0/16  azs = 2  subnet work {{ size = /24 }}  attach core }}
assert reachable(app, web)
assert reachable(web, app)
assert reachable(app, old)
"
    );
    let checked = check_text(&program);
    assert!(!checked.has_errors(), "{:#?}", support::messages(&checked));
    let files = build(&checked, target);
    files
        .iter()
        .filter(|(name, _)| name.contains("us-east-1") || name.ends_with("interconnect.tf"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .collect()
}

const TABLE: &str = "route_table = \"tgw-rtb-0123456789abcdef0\"";

#[test]
fn a_gateway_that_associates_by_itself_gets_no_association() {
    let on = format!("{TABLE}  default_association = on");
    let cfn = text(&on, &cloudformation());
    assert!(!cfn.contains("AWS::EC2::TransitGatewayRouteTableAssociation"), "{cfn}");
    assert!(!cfn.contains("AWS::EC2::TransitGatewayRouteTablePropagation"), "{cfn}");
    // Its peers are found by static routes all the same.
    assert!(cfn.contains("TransitGatewayRouteTableId: tgw-rtb-0123456789abcdef0"), "{cfn}");
    let terraform = text(&on, &terraform());
    assert!(terraform.contains("transit_gateway_default_route_table_association = true"), "{terraform}");
    assert!(terraform.contains("transit_gateway_default_route_table_propagation = true"), "{terraform}");
    assert_eq!(
        terraform.matches("resource \"aws_ec2_transit_gateway_route_table_association\"").count(),
        1,
        "the end of ours\n{terraform}"
    );
    assert_eq!(terraform.matches("resource \"aws_ec2_transit_gateway_route_table_propagation\"").count(), 0);
}

#[test]
fn one_that_does_not_is_associated_with_its_table() {
    let off = format!("{TABLE}  default_association = off  default_propagation = off");
    let cfn = text(&off, &cloudformation());
    assert_eq!(cfn.matches("AWS::EC2::TransitGatewayRouteTableAssociation").count(), 2, "the VPC and the peering\n{cfn}");
    assert_eq!(cfn.matches("AWS::EC2::TransitGatewayRouteTablePropagation").count(), 1, "{cfn}");
    let terraform = text(&off, &terraform());
    assert!(terraform.contains("transit_gateway_default_route_table_association = false"), "{terraform}");
    assert_eq!(terraform.matches("resource \"aws_ec2_transit_gateway_route_table_association\"").count(), 3);
}

#[test]
fn what_its_tables_cannot_have_is_said() {
    let raises = |existing: &str, attach: &str| {
        let program = format!(
            "mr 1\ntopology net {{ regions = [us-east-1] }}\nexisting transit_gateway old {{ id = \"tgw-0123456789abcdef0\"  asn = AS64512  {existing} }}\nvpc app {{ cidr = 10.0.0.0/16  attach old {attach} }}\n"
        );
        check_text(&program).diagnostics.iter().map(|each| each.code.name).collect::<Vec<_>>()
    };
    assert!(raises("", "").is_empty());
    assert_eq!(raises("default_association = off", ""), ["existing-gateway-tables"]);
    assert_eq!(raises("default_propagation = off", ""), ["existing-gateway-tables"]);
    assert_eq!(raises("", "{ propagate = off }"), ["existing-gateway-tables"]);
    assert_eq!(raises(TABLE, ""), ["association-unsaid"]);
    assert!(raises(&format!("{TABLE}  default_association = off  default_propagation = off"), "{ propagate = off }").is_empty());
}
