#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace catalog::bench {

/// The command line of a benchmark tool: `--name VALUE` options, and what is left over.
class Arguments {
 public:
  /// Ends the program with `usage` and exit code 2 where an option has no value, or --help is asked
  /// for (0).
  Arguments(int count, char** values, std::string_view usage) : usage_(usage) {
    for (int i = 1; i < count; ++i) {
      std::string_view word = values[i];
      if (word == "--help" || word == "-h") leave(0);
      if (word.starts_with("--")) {
        if (i + 1 == count) leave(2);
        options_.push_back({std::string(word.substr(2)), values[++i]});
      } else {
        rest_.emplace_back(word);
      }
    }
  }

  const std::vector<std::string>& rest() const { return rest_; }

  std::string text(std::string_view name, std::string fallback = {}) const {
    for (const Option& option : options_) {
      if (option.name == name) return option.value;
    }
    return fallback;
  }
  /// Every value of an option that may be repeated, in order.
  std::vector<std::string> texts(std::string_view name) const {
    std::vector<std::string> found;
    for (const Option& option : options_) {
      if (option.name == name) found.push_back(option.value);
    }
    return found;
  }
  unsigned long whole(std::string_view name, unsigned long fallback) const {
    std::string value = text(name);
    if (value.empty()) return fallback;
    char* end = nullptr;
    unsigned long number = std::strtoul(value.c_str(), &end, 10);
    if (*end != '\0') leave(2);
    return number;
  }
  double share(std::string_view name) const {
    std::string value = text(name);
    if (value.empty()) return 0;
    char* end = nullptr;
    double number = std::strtod(value.c_str(), &end);
    if (*end != '\0' || !(number >= 0 && number <= 1)) leave(2);
    return number;
  }
  /// Ends the program if an option is none of `names`.
  void only(std::initializer_list<std::string_view> names) const {
    for (const Option& option : options_) {
      bool known = false;
      for (std::string_view name : names) known = known || option.name == name;
      if (!known) leave(2);
    }
  }
  [[noreturn]] void leave(int code) const {
    std::fwrite(usage_.data(), 1, usage_.size(), code == 0 ? stdout : stderr);
    std::exit(code);
  }

 private:
  struct Option {
    std::string name;
    std::string value;
  };
  std::string_view usage_;
  std::vector<Option> options_;
  std::vector<std::string> rest_;
};

}  // namespace catalog::bench
