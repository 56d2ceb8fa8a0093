output "eu_central_1" {
  description = "What others build on in eu-central-1."
  value       = module.eu_central_1.published
}

output "us_east_1" {
  description = "What others build on in us-east-1."
  value       = module.us_east_1.published
}
