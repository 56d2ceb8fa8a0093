//! Any text as a lock: what is read is written and read again the same. Beside a source, what holds and fits does
//! not move when the lock that was written for it is read in its turn.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mrc::address::lock_text;
use mrc::diag::Sink;
use mrc::driver::{self, Checked};
use mrc::lock::{self, Lock};
use mrc::source::FileId;

/// Something for every section.
const SOURCE: &str = "mr 1
topology net { regions = [us-east-1, eu-west-1] }
pool corp = 10.0.0.0/8 { per_region = /12 }
pool extra = 100.64.0.0/10
pool six = 2600:1f28:100::/40 { per_region = /44  byoip = \"ipv6pool-ec2-0123456789abcdef0\" }
transit_gateway core { asn = AS64512..AS64520 }
vpc app {
  cidr = /20 from corp
  secondary = [/24 from extra]
  ipv6 = /56 from six
  azs = 2
  subnet work { size = /26 }
  attach core
}
";

fuzz_target!(|text: &str| {
    let mut sink = Sink::default();
    let read = Lock::empty("net.mr", None).read(text, FileId(0), &mut sink);
    if !sink.has_errors() {
        let written = again(&read);
        let second = Lock::empty("net.mr", None).read(&written, FileId(0), &mut sink);
        assert!(!sink.has_errors(), "{written}");
        assert_eq!(again(&second), written);
    }
    let checked = check(text);
    if !checked.has_errors() {
        let held = lock_text(&checked.lock, &checked.allocations, false);
        let second = check(&held);
        assert!(!second.has_errors(), "{held}");
        assert_eq!(lock_text(&second.lock, &second.allocations, false), held);
    }
});

fn again(lock: &Lock) -> String {
    lock::text(lock.all().map(|(section, path, entry)| (section, path, &entry.value)))
}

fn check(lock: &str) -> Checked {
    driver::check(&["net.mr".into()], &[], &mut |path| Ok(if path.ends_with(".lock") { lock.to_owned() } else { SOURCE.to_owned() }))
}
