locals {
  retry = [{ ErrorEquals = ["Ecs.ServerException"], MaxAttempts = 3 }]
  flow = {
    Comment = "the parts of a definition are in local values"
    StartAt = "Extract"
    States = merge(var.states, {
      Extract = {
        Type     = "Task"
        Resource = "arn:aws:states:::ecs:runTask.sync"
        Parameters = {
          cluster        = aws_ecs_cluster.work.arn
          TaskDefinition = aws_ecs_task_definition.extract.arn
          LaunchType     = "Fargate" # not FARGATE
          NetworkConfiguration = {
            AwsVpcConfiguration = { Subnets = var.subnets }
          }
          Overrides = {
            ContainerOverrides = [{
              Name = "extract",
              Environment = [{ Name = "BUCKET", Value = "${var.bucket}-in" }, { name = "KEY", "Value.$" : "$.key" }]
            }]
          }
        }
        Retry = local.retry
        Next  = var.next
      }
    })
  }
}

resource "aws_sfn_state_machine" "extract" {
  name       = "extract"
  role_arn   = aws_iam_role.extract.arn
  definition = jsonencode(local.flow)
}

resource "aws_sfn_state_machine" "orders" {
  name     = "orders"
  type     = "EXPRESS"
  role_arn = aws_iam_role.orders.arn
  definition = jsonencode({
    StartAt = "Wait"
    States = {
      "Wait" = { Type = "Wait", Seconds = "5", Next = "Publsh" }
      Publish = {
        Type     = "Task"
        Resource = "arn:aws:states:::sns:publish.waitForTaskToken"
        Parameters = {
          TopicArn    = aws_sns_topic.orders.arn
          "Message.$" = <<-EOT
            States.Format('{} {}', $.order)
          EOT
        }
        End = true
      }
    }
  })
}

resource "aws_sfn_state_machine" "replaced" {
  definition = replace(file("${path.module}/flow.json"), "QUEUE", aws_sqs_queue.orders.url)
}
