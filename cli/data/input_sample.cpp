#include <algorithm>

#include "cli/data/input_shape.h"
#include "cli/report/json_writer.h"

namespace sfn::cli {

namespace {

namespace kind = asl::intrinsic;

class SampleWriter {
 public:
  std::string write(const InputNode& input) {
    if (kinds_of(input) == kind::any) open_and_close_object();
    else value(nullptr, input);
    std::string text;
    json_.pass_on_indented(text);
    return text;
  }

 private:
  void value(const char* key, const InputNode& node) {
    if (!node.item.empty() || !node.members.empty()) container(key, node);
    else leaf(key, node.wanted);
  }

  void container(const char* key, const InputNode& node) {
    if (!is_list(node)) return object(key, node.members);
    json_.open_array(key);
    if (node.item.empty()) object(nullptr, node.members);
    for (const InputNode& item : node.item) value(nullptr, item);
    json_.close_array();
  }

  void object(const char* key, const std::vector<InputNode>& members) {
    json_.open_object(key);
    for (const InputNode& member : members) value(std::string(member.name).c_str(), member);
    json_.close_object();
  }

  void open_and_close_object() {
    json_.open_object();
    json_.close_object();
  }

  void leaf(const char* key, const Wanted& wanted) {
    if (!wanted.suits.empty()) return json_.written(key, wanted.suits);
    if (wanted.kinds == kind::any) return json_.text(key, "anything");
    if (wanted.shape.is_structure() || wanted.shape.type() == schemas::Type::list)
      return shape(key, wanted.shape);
    if ((wanted.kinds & kind::string) != 0) return json_.text(key, "text");
    if ((wanted.kinds & kind::number) != 0) return json_.written(key, "0");
    if ((wanted.kinds & kind::boolean) != 0) return json_.written(key, "false");
    if ((wanted.kinds & kind::array) != 0) {
      json_.open_array(key);
      return json_.close_array();
    }
    if ((wanted.kinds & kind::object) == 0) return json_.written(key, "null");
    json_.open_object(key);
    json_.close_object();
  }

  // What must be there of a parameter that the input gives whole. Shapes may contain themselves.
  void shape(const char* key, schemas::Shape shape) {
    if (++depth_ > deepest) json_.written(key, "null");
    else if (shape.is_structure()) structure(key, shape);
    else if (shape.type() == schemas::Type::list) {
      json_.open_array(key);
      this->shape(nullptr, shape.item());
      json_.close_array();
    } else {
      leaf(key, wanted_by(shape));
    }
    --depth_;
  }

  void structure(const char* key, schemas::Shape shape) {
    json_.open_object(key);
    for (const schemas::Member member : shape.members())
      if (member.required() && !member.alias())
        this->shape(std::string(member.name()).c_str(), member.shape());
    json_.close_object();
  }

  static constexpr int deepest = 4;

  JsonWriter json_;
  int depth_ = 0;
};

}  // namespace

std::string input_sample(const InputNode& input) { return SampleWriter().write(input); }

}  // namespace sfn::cli
