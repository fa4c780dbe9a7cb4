// State machines in CloudFormation, SAM and CDK templates. Sources: CloudFormation User Guide,
// aws-resource-stepfunctions-statemachine; SAM Developer Guide, sam-resource-statemachine.
#pragma once

#include "lint/templates/found.h"

namespace sfn::templates {

/// `resources` is the object `Resources` of the template.
void find_cloudformation(Value resources, Found& found);

}  // namespace sfn::templates
