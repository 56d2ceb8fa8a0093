fn main() {
    let args: Vec<String> = std::env::args().collect();
    let c = mrc::driver::check(&[args[1].clone()], &[], &mut |p| std::fs::read_to_string(p));
    for d in &c.diagnostics {
        println!(
            "{} {}: {} {:?}",
            d.code.id,
            d.code.name,
            d.message,
            d.labels.iter().map(|l| (c.sources.text(l.span), &l.text)).collect::<Vec<_>>()
        );
    }
    if c.has_errors() || args.len() < 3 {
        return;
    }
    let target = if args[2] == "cfn" {
        mrc::driver::Target::CloudFormation(Default::default())
    } else {
        mrc::driver::Target::Terraform(Default::default())
    };
    match mrc::driver::build(&c, &target) {
        Ok(files) => {
            for (p, b) in files {
                let p = format!("{}/{p}", args[3]);
                std::fs::create_dir_all(std::path::Path::new(&p).parent().unwrap()).unwrap();
                std::fs::write(p, b).unwrap()
            }
        }
        Err(e) => {
            for d in e {
                println!("{} {}", d.code.id, d.message)
            }
        }
    }
}
