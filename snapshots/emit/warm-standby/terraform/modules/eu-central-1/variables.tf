variable "eu_west_1_key_erp_arn" {
  description = "The arn of key/erp in eu-west-1."
  type        = string
}
