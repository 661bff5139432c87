#include "publish/cell_store.h"

namespace catalog {

std::string Cell::text() const {
  if (lines.size() == 1) return lines.front().text;
  std::string out;
  for (const CellLine& line : lines) {
    if (&line != &lines.front()) out += '\n';
    out += line.text;
  }
  return out;
}

}  // namespace catalog
