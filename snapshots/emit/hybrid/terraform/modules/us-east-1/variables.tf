variable "eu_central_1_direct_connect_lines_id" {
  description = "The id of direct_connect/lines in eu-central-1."
  type        = string
}
