//! Endpoints of VPCs as AWS takes them, in both targets.

mod support;

use mrc::driver::Target;
use support::{build, check_text, cloudformation, messages, terraform};

fn frame(region: &str, body: &str) -> String {
    format!(
        "mr 1\ntopology net {{ regions = [{region}] }}\nvpc hub {{\n  cidr = 10.0.0.0/16\n  azs = 2\n  subnet svc {{ size = /24 }}\n{body}\n}}\n"
    )
}

/// The files of a target, as one text without what stands before words.
fn text(program: &str, target: &Target) -> String {
    let checked = check_text(program);
    assert!(checked.diagnostics.is_empty(), "{:#?}", messages(&checked));
    let files = build(&checked, target);
    let all: Vec<&str> = files.iter().filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()).collect();
    all.join("\n").lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn both(program: &str, template: &[&str], module: &[&str]) {
    let (cfn, terraform) = (text(program, &cloudformation()), text(program, &terraform()));
    for line in template {
        assert!(cfn.contains(line), "`{line}` is not in\n{cfn}");
    }
    for line in module {
        assert!(terraform.contains(line), "`{line}` is not in\n{terraform}");
    }
}

#[track_caller]
fn refused(program: &str, code: &str, help: &str) {
    let checked = check_text(program);
    let found: Vec<(&str, String)> =
        checked.diagnostics.iter().map(|each| (each.code.name, each.help.clone().unwrap_or_default())).collect();
    assert!(matches!(&found[..], [(name, text)] if *name == code && text.contains(help)), "{found:#?}");
}

#[test]
fn private_dns_of_s3_says_whose_it_is() {
    // Left unsaid, AWS wants a gateway endpoint beside it.
    both(
        &frame("eu-west-1", "endpoint s3 { subnets = svc }"),
        &["PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers", "PrivateDnsEnabled: true"],
        &["private_dns_only_for_inbound_resolver_endpoint = false", "private_dns_enabled = true"],
    );
    both(
        &frame("eu-west-1", "endpoints = [s3]\nendpoint s3 { subnets = svc }"),
        &["PrivateDnsOnlyForInboundResolverEndpoint: OnlyInboundResolver", "DependsOn: EndpointS3\n"],
        &["private_dns_only_for_inbound_resolver_endpoint = true", "depends_on = [aws_vpc_endpoint.hub_s3]"],
    );
    both(
        &frame("eu-west-1", "endpoint s3\nendpoint s3 { subnets = svc  private_dns = on }"),
        &["PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers"],
        &["private_dns_only_for_inbound_resolver_endpoint = false"],
    );
    refused(&frame("eu-west-1", "endpoint s3 { subnets = svc  private_dns = inbound }"), "private-dns", "add `endpoint s3`");
    refused(&frame("eu-west-1", "endpoint s3 { private_dns = on }"), "private-dns", "say in which `subnets`");
}

#[test]
fn dynamodb_has_no_private_dns() {
    let plain = frame("eu-west-1", "endpoint dynamodb { subnets = svc }");
    both(&plain, &["PrivateDnsEnabled: false"], &["private_dns_enabled = false"]);
    assert!(!text(&plain, &cloudformation()).contains("DnsOptions") && !text(&plain, &terraform()).contains("dns_options"));
    refused(&frame("eu-west-1", "endpoint dynamodb { subnets = svc  private_dns = on }"), "private-dns", "remove it");
}

#[test]
fn a_vpc_that_resolves_no_names_has_no_private_dns() {
    both(&frame("eu-west-1", "dns = off\nendpoints = [ssm]"), &["PrivateDnsEnabled: false"], &["private_dns_enabled = false"]);
    refused(&frame("eu-west-1", "dns = off\nendpoint ssm { private_dns = on }"), "private-dns", "`dns = on`");
}

#[test]
fn both_kinds_of_one_service_have_ids_of_their_own() {
    both(
        &frame("eu-west-1", "endpoints = [dynamodb]\nendpoint dynamodb { subnets = svc }"),
        &["EndpointDynamodb:", "EndpointDynamodbInterfaceEndpoint:", "Value: net-hub-dynamodb-interface"],
        &["\"hub_dynamodb\"", "\"hub_dynamodb_interface\""],
    );
    refused(&frame("eu-west-1", "endpoint s3 { subnets = svc }\nendpoint s3 { subnets = svc }"), "duplicate-name", "remove one");
}

#[test]
fn services_are_known_by_name() {
    refused(&frame("eu-west-1", "endpoints = [ssn]"), "unknown-service", "did you mean `ssm`");
    refused(&frame("eu-west-1", "endpoint dynmaodb"), "unknown-service", "did you mean `dynamodb`");
    refused(&frame("eu-west-1", "endpoints = [completely-unheard-of]"), "unknown-service", "`com.amazonaws.region.completely-unheard-of`");
    refused(&frame("eu-west-1", "endpoint iam"), "unknown-service", "us-east-1");
    both(
        &frame("eu-west-1", "endpoint com.amazonaws.region.brand-new\nendpoint \"com.amazonaws.REGION.kms\" { }"),
        &["ServiceName: com.amazonaws.eu-west-1.brand-new", "EndpointBrandNew:", "EndpointKms:"],
        &["\"com.amazonaws.eu-west-1.kms\"", "\"hub_brand_new\""],
    );
    both(&frame("us-east-1", "endpoint iam"), &["ServiceName: com.amazonaws.iam"], &["\"com.amazonaws.iam\""]);
    both(
        &frame("us-east-1", "endpoint sagemaker.notebook\nendpoint timestream.ingest-cell2"),
        &["aws.sagemaker.us-east-1.notebook", "com.amazonaws.us-east-1.timestream.ingest-cell2"],
        &["aws.sagemaker.us-east-1.notebook"],
    );
}

#[test]
fn services_of_others_are_taken_as_they_are() {
    let name = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
    both(&frame("us-east-1", &format!("endpoint {name}")), &[&format!("ServiceName: {name}"), "PrivateDnsEnabled: false"], &[name]);
    refused(&frame("eu-west-1", &format!("endpoint {name}")), "crosses-places", "of eu-west-1");
    refused(&frame("us-east-1", "endpoint com.amazonaws.vpce.us-east-1.mine"), "unknown-service", "vpce-svc-");
}

#[test]
fn china_names_some_services_with_a_prefix_of_its_own() {
    both(
        &frame("cn-north-1", "endpoints = [s3, dynamodb, kms, lambda]\nendpoint s3 { subnets = svc }"),
        &[
            "ServiceName: com.amazonaws.cn-north-1.s3",
            "ServiceName: cn.com.amazonaws.cn-north-1.s3",
            "ServiceName: com.amazonaws.cn-north-1.kms",
            "ServiceName: cn.com.amazonaws.cn-north-1.lambda",
            "ServiceName: com.amazonaws.cn-north-1.dynamodb",
        ],
        &["\"cn.com.amazonaws.cn-north-1.s3\""],
    );
}
