fn main() {
    let path = std::env::args().nth(1).unwrap();
    let c = mrc::driver::check(&[path], &[], &mut |p| std::fs::read_to_string(p));
    for d in &c.diagnostics {
        println!(
            "{} {}: {} {:?}",
            d.code.id,
            d.code.name,
            d.message,
            d.labels.iter().map(|l| (c.sources.text(l.span), &l.text)).collect::<Vec<_>>()
        );
    }
    let g = c.lower();
    println!("{} resources {} units", g.resources.len(), g.units.len());
}
