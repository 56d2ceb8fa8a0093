//! The device of a VPN, whose ASN is a text in this target.

use super::Shape;
use crate::backend::terraform::hcl::Expr;
use crate::backend::terraform::resource::{Draft, Source};

pub const SHAPE: Shape = Shape { name: "customer_gateway", draft, ready: &[] };

fn draft<'a>(source: &mut Source<'a, '_>) -> Vec<Draft<'a>> {
    let mut device = source.main();
    for name in ["bgp_asn", "bgp_asn_extended"] {
        match source.take_expr(name) {
            Some(Expr::Number(number)) => device.set(name, number.to_string()),
            other => device.set_some(name, other),
        }
    }
    source.rest(&mut device);
    vec![device]
}
