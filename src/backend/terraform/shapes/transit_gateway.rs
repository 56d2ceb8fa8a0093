//! Attachments of transit gateways, and the acceptance of their peerings.

use super::Shape;
use crate::backend::terraform::hcl::Expr;
use crate::backend::terraform::resource::{Draft, Source, nested};
use crate::graph::Value;

pub const ATTACHMENT: Shape = Shape { name: "transit_gateway_vpc_attachment", draft: attachment, ready: &[] };
pub const ACCEPTER: Shape = Shape { name: "transit_gateway_peering_accepter", draft: accepter, ready: &[] };

/// Gateways of ours have no default tables; saying so here too keeps the provider from looking for them. One that
/// exists may have them, and the provider would take the attachment out again.
fn attachment<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut attachment = source.main();
    let association = source.flag("default_route_table_association");
    attachment.set("transit_gateway_default_route_table_association", association);
    let propagation = source.flag("default_route_table_propagation");
    attachment.set("transit_gateway_default_route_table_propagation", propagation);
    source.rest(&mut attachment);
    vec![attachment]
}

/// The provider of the accepting place says where and as whom.
fn accepter<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut accepter = source.main();
    source.take("peer_region");
    source.take("accepter_role_arn");
    source.take("logs_key_arn");
    let gateways = (source.take("requester_transit_gateway_id"), source.take("accepter_transit_gateway_id"));
    let (Some(requester), Some(gateway)) = gateways else {
        source.rest(&mut accepter);
        return vec![accepter];
    };
    let request = source.need("transit_gateway_attachment_id");
    let found = lookup(source, request, requester, gateway);
    accepter.set("transit_gateway_attachment_id", Expr::reference(format!("data.{}.{}.id", found.ty, found.name)));
    vec![found, accepter]
}

/// Inside a region AWS makes an attachment of its own for the accepter.
///
/// It is looked up once the request is there, which a filter says that refers to the request's id:
/// with `depends_on` it would be read anew, and the acceptance be replaced, with each change of the
/// request's tags.
fn lookup<'a>(source: &mut Source<'a, '_>, request: Expr<'a>, requester: &'a Value, gateway: &'a Value) -> Draft<'a> {
    let alone = source
        .wires
        .graph
        .resources
        .iter()
        .filter(|each| each.ty == "ec2.transit_gateway_peering_attachment" && each.props.iter().any(|(_, value)| value == gateway));
    // A peering is told apart from others of its gateway only as an attachment among others.
    let kind = if alone.count() == 1 { "aws_ec2_transit_gateway_peering_attachment" } else { "aws_ec2_transit_gateway_attachment" };
    let mut found = source.part(kind);
    found.data = true;
    let here = Expr::Once(Box::new(request), Box::new(Expr::List(vec![source.expr(gateway)])));
    let mut filter = |name: &'static str, value: Expr<'a>| {
        found.blocks.push(nested("filter", vec![("name", name.into()), ("values", value)], Vec::new()));
    };
    filter("transit-gateway-id", here);
    if kind == "aws_ec2_transit_gateway_attachment" {
        filter("resource-id", Expr::List(vec![source.expr(requester)]));
        filter("resource-type", Expr::List(vec!["peering".into()]));
    }
    filter("state", Expr::List(["available", "pending", "pendingAcceptance"].map(Expr::from).to_vec()));
    found
}
