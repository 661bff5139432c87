#include "workspace/skeleton.h"

#include "model/fields_reference.h"
#include "model/schema.h"
#include "model/writer.h"

namespace catalog {

namespace {

std::string schema_line(std::string_view folder, Kind kind) {
  return schema_comment(std::string(folder) + "/" + schema_file_name(kind));
}

std::string key(const RecordInfo& record, std::string_view english, Lang keys) {
  return std::string(record.field(english)->key.in(keys));
}

yaml::Value catalog_file(const SkeletonRequest& request) {
  const RecordInfo& record = *record_info<WorkspaceFile>();
  const Lang keys = request.keys;
  yaml::Value out = yaml::Value::mapping();
  out.add(key(record, "kind", keys), yaml::Value(kind_info(Kind::Workspace).word.in(keys)));
  out.add(key(record, "title", keys), yaml::Value(request.title));
  out.add(key(record, "version", keys), yaml::Value(request.version).quoted());
  out.add(key(record, "guidelines", keys), yaml::Value("builtin:national"))
      .comment(std::string(
          Bilingual{"builtin:national 是随工具安装的26个试点领域标准指引",
                    "builtin:national is the installed set of guidelines of the 26 pilot areas"}
              .in(keys)));
  out.add(key(record, "units", keys), yaml::Value("units.yaml"));
  out.add(key(record, "template", keys), yaml::Value("national"));
  return out;
}

yaml::Value units_file(const SkeletonRequest& request) {
  const Lang keys = request.keys;
  const RecordInfo& record = *record_info<UnitsFile>();
  const RecordInfo& unit_record = *record_info<Unit>();
  yaml::Value out = yaml::Value::mapping();
  out.add(key(record, "kind", keys), yaml::Value(kind_info(Kind::Units).word.in(keys)));
  yaml::Value units = yaml::Value::sequence();
  yaml::Value unit = yaml::Value::mapping();
  unit.comment(
      std::string(Bilingual{"示例，请换成本地的部门、区、街道和镇",
                            "an example: put your departments, districts, streets and towns here"}
                      .in(keys)));
  unit.add(key(unit_record, "code", keys), yaml::Value("example-district"));
  unit.add(key(unit_record, "name", keys), yaml::Value("示例区"));
  unit.add(key(unit_record, "level", keys), yaml::Value("区级"));
  unit.add(key(unit_record, "type", keys), yaml::Value(Bilingual{"区", "district"}.in(keys)));
  units.add(std::move(unit));
  out.add(key(record, "units", keys), std::move(units));
  return out;
}

}  // namespace

std::vector<SkeletonFile> workspace_skeleton(const SkeletonRequest& request,
                                             std::string_view schema_folder) {
  return {
      {"catalog.yaml",
       schema_line(schema_folder, Kind::Workspace) + yaml::emit(catalog_file(request))},
      {"units.yaml", schema_line(schema_folder, Kind::Units) + yaml::emit(units_file(request))}};
}

}  // namespace catalog
