output "eu_north_1" {
  description = "What others build on in eu-north-1."
  value       = module.eu_north_1.published
}

output "us_west_2" {
  description = "What others build on in us-west-2."
  value       = module.us_west_2.published
}
