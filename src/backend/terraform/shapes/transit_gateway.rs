//! Attachments of transit gateways, and the acceptance of their peerings.

use super::Shape;
use crate::backend::terraform::resource::{Draft, Source};

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
    source.rest(&mut accepter);
    vec![accepter]
}
