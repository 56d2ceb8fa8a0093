variable "eu_central_1_account_id" {
  description = "Account of eu-central-1."
  type        = string
}

variable "eu_central_1_key_erp_arn" {
  description = "The arn of key/erp in eu-central-1."
  type        = string
}
