resource "aws_sfn_state_machine" "job" {
  depends_on = [aws_iam_role_policy.machine]
  name     = "job"
  role_arn = aws_iam_role.machine.arn
  definition = jsonencode({
    StartAt = "Run"
    States = {
      Run = {
        Type     = "Task"
        Resource = "arn:aws:states:::ecs:runTask.sync"
        TimeoutSeconds = 600
        Parameters = {
          Cluster        = "media"
          LaunchType     = "FARGATE"
          TaskDefinition = aws_ecs_task_definition.job.arn
          NetworkConfiguration = { AwsvpcConfiguration = { Subnets = ["subnet-0a1b2c3d"] } }
          Overrides = { ContainerOverrides = [{ Name = "web", Command = ["a"] }] }
        }
        End = true
      }
    }
  })
}
