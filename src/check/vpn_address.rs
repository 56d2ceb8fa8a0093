//! The device of a VPN has an address that AWS cannot call.

use std::net::Ipv4Addr;

use super::Subject;
use crate::diag::{Diagnostic, Sink};
use crate::topology::{External, UplinkBy};

code!("MR456", "vpn-address", Error, "vpn_address.md");

pub fn check(subject: Subject<'_>, sink: &mut Sink) {
    for uplink in &subject.topology.uplinks {
        let UplinkBy::Vpn { ip: (External::Literal(text), span), .. } = &uplink.by else { continue };
        let Ok(address) = text.parse::<Ipv4Addr>() else {
            sink.push(
                Diagnostic::new(&CODE, *span, format!("`{text}` is no IPv4 address for the device of vpn `{}`", uplink.name))
                    .here("not an address")
                    .help("write the public address of the device: `ip = 203.0.113.10`"),
            );
            continue;
        };
        if !on_the_internet(address) {
            sink.push(
                Diagnostic::new(&CODE, *span, format!("AWS cannot call the device of vpn `{}` at {address}", uplink.name))
                    .here("not a public address")
                    .help("write the address that the device has on the internet, or that of the NAT before it"),
            );
        }
    }
}

/// Whether an address may be somebody's on the internet; examples stand in the documentation's ranges.
fn on_the_internet(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    let shared = first == 100 && (64..128).contains(&second);
    !(address.is_private() || address.is_loopback() || address.is_link_local() || shared || first == 0 || first >= 224)
}
