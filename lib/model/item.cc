#include "model/item.h"

namespace catalog {

std::string item_name(const Item& item) {
  std::string out;
  for (const Text* part : {&item.topic, &item.subtopic, &item.detail}) {
    if (part->empty()) continue;
    if (!out.empty()) out += '/';
    out += part->view();
  }
  return out;
}

}  // namespace catalog
