//! What may stand on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

#[derive(Debug, Parser)]
#[command(
    name = "mrc",
    version,
    about = "Compiles a multi-region AWS topology to CloudFormation and Terraform, and checks it first.",
    after_long_help = "Start here:\n  mrc init                               write a small net.mr\n  mrc check net.mr                       judge the whole topology\n  mrc build net.mr --target cfn          write out/cfn/\n  mrc reach net.mr app internet          which way packets take\n  mrc addr net.mr                        what is used and free\n  mrc explain overlapping-cidrs          what a diagnostic means\n  mrc explain vpc                        what a kind takes\n\nExit status: 0 clean, 1 findings, 2 wrong usage or a file that cannot be read or written."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check topologies and say what is wrong
    Check(Check),
    /// Check a topology and write what deploys it
    Build(Build),
    /// Show the address plan: what is used, what is free, what still fits
    Addr(Addr),
    /// Say what is held, and release it
    Lock(Lock),
    /// Show who reaches whom, and by which way
    Reach(Reach),
    /// Lay out files the one way
    Fmt(Fmt),
    /// Explain a diagnostic, a kind, a quota, or list them
    #[command(
        after_long_help = "Examples:\n  mrc explain MR301\n  mrc explain overlapping-cidrs\n  mrc explain transit_gateway\n  mrc explain kinds\n  mrc explain codes\n  mrc explain quotas\n  mrc explain routes_per_table"
    )]
    Explain {
        /// A code (MR301), its name, a kind, a quota, `kinds`, `codes` or `quotas`
        topic: String,
    },
    /// Show the standard library
    #[command(subcommand, after_long_help = "Examples:\n  mrc std list\n  mrc std show three_tier")]
    Std(Library),
    /// Write a small net.mr to start from
    Init {
        /// Folder to write it into
        #[arg(default_value = ".")]
        folder: PathBuf,
    },
    /// Print a completion script
    Completions { shell: clap_complete::Shell },
}

#[derive(Debug, Subcommand)]
pub enum Library {
    /// Names, with a line each
    List,
    /// The source of one
    Show {
        /// `three_tier` or `std.net.three_tier`
        name: String,
    },
}

#[derive(Debug, Args)]
pub struct Inputs {
    /// Give an input a value, as the language writes it: --set env=prod --set zones=2
    #[arg(long = "set", value_name = "NAME=VALUE")]
    pub set: Vec<String>,
    /// Take values of inputs from a TOML or JSON file
    #[arg(long, value_name = "FILE")]
    pub inputs: Vec<PathBuf>,
    /// Keep what is allocated for an environment by itself: net.ENV.mr.lock
    #[arg(long, value_name = "ENV", value_parser = environment)]
    pub env: Option<String>,
}

/// A part of a file's name.
fn environment(text: &str) -> Result<String, String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !text.is_empty() && text.chars().all(fits) { Ok(text.to_owned()) } else { Err("letters, digits, `-` and `_` only".to_owned()) }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// For people
    Text,
    /// An array of objects
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    Warnings,
}

#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  mrc check net.mr\n  mrc check --deny warnings net.mr\n  mrc check --format sarif net.mr > mrc.sarif\n  mrc check --set env=prod --env prod net.mr\n  mrc check --locked net.mr              in CI: the lock must be complete\n  generate | mrc check -\n\nEach FILE is a topology of its own, with what it uses; a file that another one uses is checked with it."
)]
pub struct Check {
    /// Files to check; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// How findings are written
    #[arg(long, value_enum, default_value = "text")]
    pub format: Report,
    /// Let warnings fail too
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
    /// Allocate nothing: fail when the lock lacks something
    #[arg(long)]
    pub locked: bool,
    #[command(flatten)]
    pub inputs: Inputs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PlanFormat {
    /// A tree, for people
    Text,
    Json,
    /// A table with one line for each pool, region and VPC
    Csv,
    /// The same table in Markdown
    Md,
}

#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  mrc addr net.mr\n  mrc addr net.mr --format md > addresses.md\n  mrc addr net.mr --format csv > addresses.csv\n\n`room for` counts blocks of each size that is in use by itself, not of all sizes together."
)]
pub struct Addr {
    /// The topology's first file; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: String,
    #[arg(long, value_enum, default_value = "text")]
    pub format: PlanFormat,
    #[command(flatten)]
    pub inputs: Inputs,
}

#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  mrc lock net.mr                              allocate what is new\n  mrc lock net.mr --explain app@us-east-1      why it has this range\n  mrc lock net.mr --prune                      release what the source no longer asks for\n  mrc lock net.mr --release app.data           give up the ranges of these subnets in every place\n\nPATH names a thing and what is in it: app, app@us-east-1, app.data, app@us-east-1.data[a];\nwhere several kinds have one name, 'vpc app'."
)]
pub struct Lock {
    /// The topology's first file
    #[arg(value_name = "FILE")]
    pub file: String,
    /// Release what the source no longer asks for
    #[arg(long, group = "what")]
    pub prune: bool,
    /// Say what holds a path, and why
    #[arg(long, value_name = "PATH", group = "what")]
    pub explain: Option<String>,
    /// Give up what a path holds, so that the next check allocates it anew
    #[arg(long, value_name = "PATH", group = "what")]
    pub release: Option<String>,
    #[command(flatten)]
    pub inputs: Inputs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// CloudFormation stacks
    Cfn,
    /// A Terraform or OpenTofu root with a module for each place
    Terraform,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Yaml,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Wire {
    /// Values of other stacks by Fn::GetStackOutput
    StackOutput,
    /// Plain parameters, filled by whoever deploys
    Parameters,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Accepter {
    /// A small inline function in the stack of each peering
    Lambda,
    /// A step of the manifest, for the pipeline
    Pipeline,
}

#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  mrc build net.mr --target cfn\n  mrc build net.mr --target terraform -o infra/network\n  mrc build net.mr --target cfn --wire parameters --accepter pipeline\n  mrc build net.mr --target cfn --check        is out/cfn what a build would write?\n  mrc build net.mr --target terraform --forget bucket/logs\n\nFiles that an earlier build wrote and this one does not are removed; files of others stay. Stacks that an earlier build\nin the folder had and this one lacks stay listed in manifest.json as retired, until --pruned says that they are deleted."
)]
pub struct Build {
    /// The topology's first file; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: String,
    /// What to write
    #[arg(long, value_enum)]
    pub target: Target,
    /// Where to write it [default: out/TARGET]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Form of CloudFormation templates [default: yaml]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// How CloudFormation stacks get values of other stacks [default: stack-output]
    #[arg(long, value_enum)]
    pub wire: Option<Wire>,
    /// Who accepts peerings in CloudFormation [default: lambda]
    #[arg(long, value_enum)]
    pub accepter: Option<Accepter>,
    /// What manifest.json calls retired is gone, or may go: forget its stacks, and take its resources out
    #[arg(long)]
    pub pruned: bool,
    /// Write nothing; exit 1 when the folder or the lock is not what a build would write
    #[arg(long)]
    pub check: bool,
    /// Let go of what left the topology: the next apply destroys this data (bucket/logs,
    /// bucket/logs@us-east-1, @us-east-1), or no longer needs this account (account/tools)
    #[arg(long, value_name = "NAME")]
    pub forget: Vec<String>,
    /// Let warnings fail too
    #[arg(long, value_enum)]
    pub deny: Option<Deny>,
    /// Allocate nothing: fail when the lock lacks something
    #[arg(long)]
    pub locked: bool,
    #[command(flatten)]
    pub inputs: Inputs,
}

#[derive(Debug, Args)]
#[command(after_long_help = "Examples:\n  mrc fmt net.mr\n  mrc fmt --check *.mr\n  mrc fmt --diff net.mr\n  mrc fmt - < net.mr")]
pub struct Fmt {
    /// Files to lay out; `-` is standard input, to standard output
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// Write nothing; exit 1 when a file would change
    #[arg(long)]
    pub check: bool,
    /// Write nothing; show what would change
    #[arg(long)]
    pub diff: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// For people
    Text,
    Json,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Of {
    Subnet,
    Vpc,
}

#[derive(Debug, Args)]
#[command(
    after_long_help = "Examples:\n  mrc reach net.mr app@us-east-1.private app@eu-west-1.data\n  mrc reach net.mr 'app@us-east-1.private[a]' internet\n  mrc reach net.mr prod dev\n  mrc reach net.mr --matrix\n  mrc reach net.mr --matrix --by vpc --format csv\n\nFROM and TO are what an assertion takes: a VPC family or instance, its subnets, one subnet, a segment,\nan existing gateway for what lies behind it, `internet`. Of many pairs one is shown for each outcome.\nExit status 1: not everything is reached and answered."
)]
pub struct Reach {
    /// The topology's first file; `-` is standard input
    #[arg(value_name = "FILE")]
    pub file: String,
    /// Where packets start
    #[arg(value_name = "FROM", required_unless_present = "matrix", requires = "to")]
    pub from: Option<String>,
    /// Where they are for
    #[arg(value_name = "TO")]
    pub to: Option<String>,
    /// All pairs instead
    #[arg(long, conflicts_with_all = ["from", "to"])]
    pub matrix: bool,
    /// Rows of the matrix
    #[arg(long, value_enum, default_value = "subnet", requires = "matrix")]
    pub by: Of,
    #[arg(long, value_enum, default_value = "text")]
    pub format: Shape,
    #[command(flatten)]
    pub inputs: Inputs,
}
