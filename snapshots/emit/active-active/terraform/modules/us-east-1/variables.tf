variable "us_west_2_account_id" {
  description = "Account of us-west-2."
  type        = string
}

variable "us_west_2_key_data_arn" {
  description = "The arn of key/data in us-west-2."
  type        = string
}
