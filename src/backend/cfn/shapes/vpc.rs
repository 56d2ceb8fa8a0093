//! A VPC and the range that Amazon chooses for it, which CloudFormation keeps apart.

use super::{Beside, Builder, Form, Taken, common, own_ref};
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;

/// Added to the VPC's logical id: what subnets with IPv6 wait for.
pub const SUFFIX: &str = "Ipv6CidrBlock";

pub fn vpc<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let ipv6 = taken.flag("amazon_provided_ipv6_cidr_block");
    let mut form = common(reader, taken);
    if ipv6 {
        let mut range = Builder(Vec::new());
        range.set("AmazonProvidedIpv6CidrBlock", true);
        range.set("VpcId", Node::Ref(own_ref(reader, taken)));
        form.beside = vec![Beside { suffix: SUFFIX, ty: "AWS::EC2::VPCCidrBlock", properties: range.0, after: false }];
    }
    form
}
