// For tests: an XML document read by expat, which accepts only well-formed documents.
#pragma once

#include <doctest/doctest.h>
#include <expat.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sfn::cli {

struct XmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string content;
};

/// The elements of an XML document in the order of their begins, with their own content.
class XmlElements {
 public:
  explicit XmlElements(const std::string& text) {
    const XML_Parser parser = ::XML_ParserCreate(nullptr);
    ::XML_SetUserData(parser, this);
    ::XML_SetElementHandler(parser, begin, end);
    ::XML_SetCharacterDataHandler(parser, characters);
    const XML_Status status = ::XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1);
    INFO(::XML_ErrorString(::XML_GetErrorCode(parser)), " in line ", ::XML_GetCurrentLineNumber(parser));
    CHECK(status == XML_STATUS_OK);
    ::XML_ParserFree(parser);
  }

  std::vector<const XmlElement*> all(std::string_view name) const {
    std::vector<const XmlElement*> found;
    for (const XmlElement& element : elements_)
      if (element.name == name) found.push_back(&element);
    return found;
  }
  size_t size() const { return elements_.size(); }

 private:
  static void begin(void* self, const char* name, const char** attributes) {
    XmlElements& xml = *static_cast<XmlElements*>(self);
    xml.open_.push_back(xml.elements_.size());
    xml.elements_.push_back({name, {}, {}});
    for (; *attributes; attributes += 2) xml.elements_.back().attributes[attributes[0]] = attributes[1];
  }
  static void end(void* self, const char*) { static_cast<XmlElements*>(self)->open_.pop_back(); }
  static void characters(void* self, const char* text, int size) {
    XmlElements& xml = *static_cast<XmlElements*>(self);
    xml.elements_[xml.open_.back()].content.append(text, static_cast<size_t>(size));
  }

  std::vector<XmlElement> elements_;
  std::vector<size_t> open_;
};

}  // namespace sfn::cli
