//! Attachments of transit gateways, and the acceptance of their peerings.

use super::Shape;
use crate::backend::terraform::resource::{Draft, Source};

pub const ATTACHMENT: Shape = Shape { name: "transit_gateway_vpc_attachment", draft: attachment, ready: &[] };
pub const ACCEPTER: Shape = Shape { name: "transit_gateway_peering_accepter", draft: accepter, ready: &[] };

/// The gateway has no default tables; saying so here too keeps the provider from looking for them.
fn attachment<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut attachment = source.main();
    attachment.set("transit_gateway_default_route_table_association", false);
    attachment.set("transit_gateway_default_route_table_propagation", false);
    source.rest(&mut attachment);
    vec![attachment]
}

/// The provider of the accepting place says where and as whom.
fn accepter<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut accepter = source.main();
    source.take("peer_region");
    source.take("accepter_role_arn");
    source.take("logs_key_arn");
    source.rest(&mut accepter);
    vec![accepter]
}
