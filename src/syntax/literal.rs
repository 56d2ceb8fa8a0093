//! The text of a literal token to its value, or to what it should be.

use std::net::{IpAddr, Ipv4Addr};

use super::ast::ExprKind;

/// What is wrong with a literal, and what would be right.
#[derive(Debug, PartialEq)]
pub struct BadLiteral {
    pub message: String,
    pub help: Option<String>,
    /// The text to write instead, where there is one.
    pub fix: Option<String>,
}

fn bad(message: impl Into<String>) -> BadLiteral {
    BadLiteral { message: message.into(), help: None, fix: None }
}

impl BadLiteral {
    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn fix(mut self, text: String) -> Self {
        self.help = Some(format!("write `{text}`"));
        self.fix = Some(text);
        self
    }
}

pub fn read(text: &str) -> Result<ExprKind, BadLiteral> {
    if let Some(number) = text.strip_prefix("AS") {
        return asn(text, number);
    }
    if let Some(amount) = text.strip_prefix('$') {
        let units = decimal(amount, 4)
            .ok_or_else(|| bad(format!("`{text}` is no amount of money")).help("write it like `$0.05`, with at most four decimals"))?;
        return Ok(ExprKind::Money(units));
    }
    if text.contains(':') || text.bytes().filter(|b| *b == b'.').count() >= 2 {
        return address(text);
    }
    let digits = text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit());
    if digits {
        return Ok(ExprKind::Account(text.to_owned()));
    }
    if let Some(number) = text.strip_suffix('%') {
        let units = decimal(number, 3)
            .ok_or_else(|| bad(format!("`{text}` is no percentage")).help("write it like `99.9%`, with at most three decimals"))?;
        return Ok(ExprKind::Percent(units));
    }
    if let Some((number, prefix)) = text.split_once('/') {
        return Err(bad(format!("`{text}` is no CIDR")).help(format!("an address has four numbers: `{number}.0.0.0/{prefix}`")));
    }
    let unit_at = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(unit_at);
    if unit.is_empty() {
        return match number.replace('_', "").parse() {
            Ok(value) if !number.contains('.') => Ok(ExprKind::Int(value)),
            _ if number.contains('.') => {
                Err(bad(format!("`{text}` has no unit")).help("plain numbers are integers; `99.9%` and `1.5TiB` have decimals"))
            }
            _ => Err(bad(format!("`{text}` is too large")).help("integers go up to 2^64 - 1")),
        };
    }
    quantity(text, number, unit)
}

/// `/20`
pub fn prefix(text: &str) -> Result<ExprKind, BadLiteral> {
    match text[1..].parse::<u8>() {
        Ok(prefix) if prefix <= 128 => Ok(ExprKind::Prefix(prefix)),
        _ => Err(bad(format!("`{text}` is no prefix length")).help("IPv4 has /0 to /32, IPv6 has /0 to /128")),
    }
}

fn asn(text: &str, number: &str) -> Result<ExprKind, BadLiteral> {
    let value = match number.split_once('.') {
        Some((high, low)) => {
            high.parse::<u16>().ok().zip(low.parse::<u16>().ok()).map(|(high, low)| (u32::from(high) << 16) | u32::from(low))
        }
        None => number.parse().ok(),
    };
    value.map(ExprKind::Asn).ok_or_else(|| bad(format!("`{text}` is no ASN")).help("ASNs go up to AS4294967295"))
}

fn address(text: &str) -> Result<ExprKind, BadLiteral> {
    let (addr_text, prefix_text) = match text.split_once('/') {
        Some((addr, prefix)) => (addr, Some(prefix)),
        None => (text, None),
    };
    let addr: IpAddr = match addr_text.parse() {
        Ok(addr) => addr,
        Err(_) => return Err(bad_address(text, addr_text)),
    };
    let Some(prefix_text) = prefix_text else { return Ok(ExprKind::Ip(addr)) };
    let most = if addr.is_ipv4() { 32 } else { 128 };
    match prefix_text.parse::<u8>() {
        Ok(prefix) if prefix <= most => Ok(ExprKind::Cidr { addr, prefix }),
        _ => Err(bad(format!("`{text}` has no such prefix length")).help(format!("it goes from /0 to /{most}"))),
    }
}

fn bad_address(text: &str, addr: &str) -> BadLiteral {
    if addr.contains(':') {
        return bad(format!("`{text}` is no IPv6 address"))
            .help("eight groups of hexadecimal digits; `::` stands for groups of zeros, once");
    }
    let parts: Vec<&str> = addr.split('.').collect();
    if let Some(part) = parts.iter().find(|part| part.parse::<u8>().is_err()) {
        // A leading zero is a common slip, and other tools read it as octal.
        if let Ok(fixed) = parts.iter().map(|part| part.parse::<u8>()).collect::<Result<Vec<u8>, _>>() {
            if let [a, b, c, d] = fixed[..] {
                return bad(format!("`{text}` has leading zeros")).fix(text.replacen(addr, &Ipv4Addr::new(a, b, c, d).to_string(), 1));
            }
        }
        return bad(format!("`{text}` is no address: `{part}` is not from 0 to 255"));
    }
    match parts.len() {
        4 => bad(format!("`{text}` has leading zeros")),
        number => bad(format!("`{text}` has {number} numbers; an IPv4 address has four")),
    }
}

fn quantity(text: &str, number: &str, unit: &str) -> Result<ExprKind, BadLiteral> {
    const DURATIONS: &[(&str, u64)] = &[("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];
    const SIZES: &[(&str, u64)] = &[
        ("B", 1),
        ("KB", 1_000),
        ("MB", 1_000_000),
        ("GB", 1_000_000_000),
        ("TB", 1_000_000_000_000),
        ("PB", 1_000_000_000_000_000),
        ("KiB", 1 << 10),
        ("MiB", 1 << 20),
        ("GiB", 1 << 30),
        ("TiB", 1 << 40),
        ("PiB", 1 << 50),
    ];
    const RATES: &[(&str, u64)] = &[("bps", 1), ("Kbps", 1_000), ("Mbps", 1_000_000), ("Gbps", 1_000_000_000), ("Tbps", 1_000_000_000_000)];
    let too_large = || bad(format!("`{text}` is too large or too fine"));
    let scaled = |scale: u64| -> Option<u64> {
        // Three decimals of the unit are enough for anything that is written by hand.
        let thousandths = decimal(number, 3)?;
        let product = u128::from(thousandths) * u128::from(scale);
        if !product.is_multiple_of(1000) { None } else { u64::try_from(product / 1000).ok() }
    };
    for (table, kind) in [(DURATIONS, ExprKind::Duration as fn(u64) -> ExprKind), (SIZES, ExprKind::Size), (RATES, ExprKind::Rate)] {
        if let Some((_, scale)) = table.iter().find(|(name, _)| *name == unit) {
            return scaled(*scale).map(kind).ok_or_else(too_large);
        }
    }
    let meant = match unit {
        "min" | "mins" | "minute" | "minutes" => Some("m"),
        "sec" | "secs" | "second" | "seconds" => Some("s"),
        "hr" | "hrs" | "hour" | "hours" => Some("h"),
        "day" | "days" => Some("d"),
        "msec" | "millis" => Some("ms"),
        _ => {
            DURATIONS.iter().chain(SIZES).chain(RATES).map(|(name, _)| *name).find(|name| name.eq_ignore_ascii_case(unit)).or(match unit {
                "G" | "Gb" | "gb" | "Gi" => Some("GB"),
                "M" | "Mb" | "Mi" => Some("MB"),
                "T" | "Tb" | "Ti" => Some("TB"),
                "GBps" | "Gbit" => Some("Gbps"),
                "MBps" | "Mbit" => Some("Mbps"),
                _ => None,
            })
        }
    };
    let diagnosis = bad(format!("`{text}` has an unknown unit `{unit}`"));
    Err(match meant {
        Some(meant) => diagnosis.fix(format!("{number}{meant}")),
        None => diagnosis.help("durations: ms s m h d; sizes: KB MB GB TB KiB MiB GiB TiB; rates: Kbps Mbps Gbps"),
    })
}

/// `4_000.05` in units of ten to the minus `places`.
fn decimal(text: &str, places: u32) -> Option<u64> {
    let text = text.replace('_', "");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    if fraction.len() > places as usize {
        return None;
    }
    let scale = 10u64.pow(places);
    let fraction_units = if fraction.is_empty() { 0 } else { fraction.parse::<u64>().ok()? * 10u64.pow(places - fraction.len() as u32) };
    whole.parse::<u64>().ok()?.checked_mul(scale)?.checked_add(fraction_units)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix(text: &str) -> Option<String> {
        read(text).unwrap_err().fix
    }

    #[test]
    fn literals_have_their_values() {
        assert_eq!(read("4_200_000_000"), Ok(ExprKind::Int(4_200_000_000)));
        assert_eq!(read("10.1.2.3/8"), Ok(ExprKind::Cidr { addr: "10.1.2.3".parse().unwrap(), prefix: 8 }));
        assert_eq!(read("2001:db8::/56"), Ok(ExprKind::Cidr { addr: "2001:db8::".parse().unwrap(), prefix: 56 }));
        assert_eq!(read("fd00::1"), Ok(ExprKind::Ip("fd00::1".parse().unwrap())));
        assert_eq!(read("AS65000.1"), Ok(ExprKind::Asn(65000 << 16 | 1)));
        assert_eq!(read("500ms"), Ok(ExprKind::Duration(500)));
        assert_eq!(read("7d"), Ok(ExprKind::Duration(7 * 86_400_000)));
        assert_eq!(read("2TiB"), Ok(ExprKind::Size(2 << 40)));
        assert_eq!(read("10Gbps"), Ok(ExprKind::Rate(10_000_000_000)));
        assert_eq!(read("99.9%"), Ok(ExprKind::Percent(99_900)));
        assert_eq!(read("$4_000"), Ok(ExprKind::Money(40_000_000)));
        assert_eq!(read("$0.05"), Ok(ExprKind::Money(500)));
        assert_eq!(read("111122223333"), Ok(ExprKind::Account("111122223333".into())));
        assert_eq!(prefix("/20"), Ok(ExprKind::Prefix(20)));
    }

    #[test]
    fn close_to_right_says_what_is_right() {
        assert_eq!(fix("15min"), Some("15m".into()));
        assert_eq!(fix("10GBps"), Some("10Gbps".into()));
        assert_eq!(fix("500gb"), Some("500GB".into()));
        assert_eq!(fix("10.01.0.0/16"), Some("10.1.0.0/16".into()));
        assert!(read("10.0.256.0/24").unwrap_err().message.contains("256"));
        assert!(read("10.0.0.0/33").unwrap_err().help.unwrap().contains("/32"));
        assert!(read("AS99999999999").is_err());
        assert!(read("10/8").unwrap_err().help.unwrap().contains("10.0.0.0/8"));
    }
}
