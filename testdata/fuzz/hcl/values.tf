# every kind of value
a = {
  text   = "x \"y\" \u00e9 ${var.z["k"]} $${no} %{ if b }c%{ else }d%{ endif }"
  number = -1.5e3
  (key)  = [true, null, { one = 1, "two.$" : "$.two" },]
  open   = merge({ b = 1 }, local.c, var.d)
  long   = <<-EOF
    line ${each.key}
  EOF
  calls  = f(g(1), h...) // comment
  other  = var.a ? [for x in y : x if x != z] : { for k, v in m : k => v... }
}
b = local.c
locals {
  c = { d = local.e }
  e = "x"
}
resource "aws_iam_role" "r" {
  inline_policy { name = "n" }
  dynamic "x" {
    for_each = /* all */ var.x
  }
}
