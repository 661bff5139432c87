#include "workspace/resolved_text.h"

#include "model/writer.h"

namespace catalog {

std::string resolved_yaml(const ResolvedCatalogue& catalogue, std::string_view schema_path) {
  List list = catalogue.list;
  list.kind.value = Symbol::of("list");
  const std::vector<std::vector<std::string>> no_remarks(list.items.size());
  const Bilingual made{
      "由 catalog resolve 生成：要改的，改标准目录、采用或本单位的清单，再重新生成",
      "made by catalog resolve: change the standard, the adoption or the unit's list, and make it "
      "again"};
  return schema_comment(schema_path) + "# " + std::string(made.in(catalogue.keys)) + "\n" +
         yaml::emit(to_value_with_remarks(list, catalogue.keys, no_remarks));
}

}  // namespace catalog
