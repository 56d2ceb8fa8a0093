variable "us_east_1_account_id" {
  description = "Account of us-east-1."
  type        = string
}

variable "us_east_1_key_data_arn" {
  description = "The arn of key/data in us-east-1."
  type        = string
}
