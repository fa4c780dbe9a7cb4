// What a template declares: task definitions, roles, functions, the state machines themselves. Only names and
// values; what they mean to AWS, `schemas/` knows.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/document.h"

namespace sfn::templates {

/// One resource, in any dialect.
struct Declared {
  /// As the template spells it: "AWS::ECS::TaskDefinition", "aws_ecs_task_definition".
  std::string_view type;
  /// What references call it: the logical id, or in Terraform the address.
  std::string_view name;
  /// The object with its properties. What a function or a reference stands for is opaque, or a string with
  /// placeholders: `${Task}`, `${TaskRole.Arn}`, `${aws_iam_role.task.arn}`.
  Value properties;
  /// What to point at: the name of the resource in the template.
  Place place;
};

/// The resources of one template, or of one module of Terraform.
class Stack {
 public:
  /// A document of `properties` lives as long as the stack. Of two with one name the last counts.
  void add(Declared resource);
  /// Keeps a document that resources are of.
  void keep(std::shared_ptr<const Document> document) { documents_.push_back(std::move(document)); }
  /// Resources that nobody knows may be in the stack too: `Fn::ForEach`, macros, modules.
  void leave_open() { open_ = true; }

  bool open() const { return open_; }
  const std::deque<Declared>& resources() const { return resources_; }
  const std::vector<std::shared_ptr<const Document>>& documents() const { return documents_; }
  /// Null if there is no resource of that name.
  const Declared* find(std::string_view name) const;

  /// A resource, and which of its attributes: `Arn`, `Outputs.Name`; empty for the resource itself.
  struct Referred {
    const Declared* resource = nullptr;
    std::string_view attribute;
  };
  /// What `TaskRole.Arn` or `aws_iam_role.task.arn` refers to; without a resource where it is none of the
  /// stack: a parameter, an import.
  Referred refer(std::string_view reference) const;

 private:
  std::vector<std::shared_ptr<const Document>> documents_;
  std::deque<Declared> resources_;
  std::unordered_map<std::string_view, const Declared*> by_name_;
  bool open_ = false;
};

/// The resources of a template of CloudFormation, SAM, CDK or Serverless, or of a plan of Terraform. `file`
/// is the FileId of the places in them.
std::shared_ptr<const Stack> read_stack(const std::shared_ptr<const Document>& outer, FileId file);

}  // namespace sfn::templates
