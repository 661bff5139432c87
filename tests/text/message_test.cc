#include "text/message.h"

#include <doctest/doctest.h>

using namespace catalog;

TEST_CASE("a message is said in either language") {
  const Message message = say({"缺少“{}”", "“{}” is missing"}, "deadline");
  CHECK(message.in(Lang::Zh) == "缺少“deadline”");
  CHECK(message.in(Lang::En) == "“deadline” is missing");
}

TEST_CASE("values may differ by language, be numbers, and stand in any order") {
  const Message message = say({"{1}有{0}项", "{0} items in {1}"}, 3, Phrase("区级", "district"));
  CHECK(message.in(Lang::Zh) == "区级有3项");
  CHECK(message.in(Lang::En) == "3 items in district");
}

TEST_CASE("braces in values are not read as forms") {
  CHECK(say({"“{}”", "“{}”"}, "{0}").in(Lang::Zh) == "“{0}”");
}

TEST_CASE("a message without a form is empty") {
  CHECK(Message{}.empty());
  CHECK_FALSE(say({"好", "good"}).empty());
}
