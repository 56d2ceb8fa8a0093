//! An internet gateway and its attachment, which CloudFormation keeps apart.

use super::{Beside, Builder, Form, Taken, own_ref};
use crate::backend::cfn::node::Node;
use crate::backend::cfn::value::Reader;

pub const SUFFIX: &str = "Attachment";

pub fn internet_gateway<'g>(reader: &mut Reader<'_, 'g>, taken: &mut Taken<'g>) -> Form<'g> {
    let mut attachment = Builder(Vec::new());
    attachment.set("InternetGatewayId", Node::Ref(own_ref(reader, taken)));
    attachment.maybe(reader, "VpcId", taken.take("vpc_id"));
    Form {
        beside: vec![Beside { suffix: SUFFIX, ty: "AWS::EC2::VPCGatewayAttachment", properties: attachment.0, after: false }],
        ..Form::default()
    }
}
