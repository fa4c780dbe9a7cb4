// How a document stands in a file of HCL.
#pragma once

#include <memory>
#include <vector>

#include "lint/document.h"
#include "lint/hcl/syntax.h"

namespace sfn::hcl {

/// Places are those of JSON: quotes and brackets are included, of a heredoc its markers too. What a name or a
/// call stands for is the whole of it, whatever stretch of its text is asked for.
class HclSourceMap : public SourceMap {
 public:
  explicit HclSourceMap(std::shared_ptr<const File> file) : file_(std::move(file)) {}

  Span span(const Document& document, Place place) const override;
  std::optional<std::vector<Edit>> render(const Document& document, const Fix& fix) const override;
  std::string_view language() const override { return "HCL"; }

  /// The expressions of the next node; no_expression where it has none of its own.
  void add(ExpressionId key, ExpressionId value) { written_.push_back({key, value}); }
  const File& file() const { return *file_; }
  ExpressionId key(NodeId node) const { return written_[node].key; }
  ExpressionId value(NodeId node) const { return written_[node].value; }

 private:
  struct Written {
    ExpressionId key, value;
  };

  std::shared_ptr<const File> file_;
  std::vector<Written> written_;
};

}  // namespace sfn::hcl
