#include "lint/utf8.h"

#include <doctest/doctest.h>

using namespace sfn;

TEST_SUITE("lint/utf8") {
  TEST_CASE("what is appended is decoded") {
    for (const uint32_t code :
         {0x0u, 0x7Fu, 0x80u, 0x7FFu, 0x800u, 0xD7FFu, 0xE000u, 0xFFFDu, 0x10000u, 0x10FFFFu}) {
      std::string text;
      utf8::append(text, code);
      CHECK(utf8::decode(text + "x").value == code);
      CHECK(utf8::decode(text + "x").bytes == text.size());
    }
  }

  TEST_CASE("bytes that are not UTF-8") {
    for (const char* text : {"\x80", "\xC1\x81", "\xC3", "\xC3x", "\xE0\x80\x80", "\xE2\x82", "\xED\xA0\x80",
                             "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"})
      CHECK(utf8::decode(text).bytes == 0);
  }
}
