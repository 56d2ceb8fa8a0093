output "us_east_1" {
  description = "What others build on in us-east-1."
  value       = module.us_east_1.published
}

output "us_west_2" {
  description = "What others build on in us-west-2."
  value       = module.us_west_2.published
}
