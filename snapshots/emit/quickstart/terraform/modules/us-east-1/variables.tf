variable "eu_west_1_account_id" {
  description = "Account of eu-west-1."
  type        = string
}
