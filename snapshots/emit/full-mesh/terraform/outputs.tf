output "ap_northeast_1" {
  description = "What others build on in ap-northeast-1."
  value       = module.ap_northeast_1.published
}

output "ap_south_1" {
  description = "What others build on in ap-south-1."
  value       = module.ap_south_1.published
}

output "ap_southeast_1" {
  description = "What others build on in ap-southeast-1."
  value       = module.ap_southeast_1.published
}

output "ca_central_1" {
  description = "What others build on in ca-central-1."
  value       = module.ca_central_1.published
}

output "eu_central_1" {
  description = "What others build on in eu-central-1."
  value       = module.eu_central_1.published
}

output "eu_north_1" {
  description = "What others build on in eu-north-1."
  value       = module.eu_north_1.published
}

output "eu_west_1" {
  description = "What others build on in eu-west-1."
  value       = module.eu_west_1.published
}

output "us_east_1" {
  description = "What others build on in us-east-1."
  value       = module.us_east_1.published
}

output "us_east_2" {
  description = "What others build on in us-east-2."
  value       = module.us_east_2.published
}

output "us_west_2" {
  description = "What others build on in us-west-2."
  value       = module.us_west_2.published
}
