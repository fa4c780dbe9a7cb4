resource "aws_sfn_state_machine" "jobs" {
  name     = "jobs"
  role_arn = aws_iam_role.workflows.arn

  definition = <<JSON
{
  "StartAt": "Call",
  "States": {
    "Call": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": {"FunctionName": "${aws_lambda_function.call.arn}", "Payload.$": "$"},
      "End": true
    }
  }
}
JSON
}
