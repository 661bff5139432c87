#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/date.h"
#include "model/legal_register.h"
#include "model/working_days.h"

// The shipped catalogues, read by another library than ours.
namespace catalog::test {

inline std::filesystem::path national() {
  return std::filesystem::path(CATALOG_SOURCE_DIR) / "catalogues/national";
}

inline std::vector<Date> dates_of(const YAML::Node& list) {
  std::vector<Date> dates;
  for (const auto& entry : list) dates.push_back(Date::parse(entry.as<std::string>()).value());
  return dates;
}

/// The working-day calendar as shipped.
inline const WorkingDays& shipped_calendar() {
  static const WorkingDays calendar = [] {
    const YAML::Node file = YAML::LoadFile((national() / "calendar.yaml").string());
    return WorkingDays(Date::parse(file["from"].as<std::string>()).value(),
                       Date::parse(file["until"].as<std::string>()).value(),
                       dates_of(file["days_off"]), dates_of(file["workdays"]));
  }();
  return calendar;
}

inline void collect(const YAML::Node& node, const std::string& key, std::set<std::string>& out) {
  if (node.IsScalar()) out.insert(node.as<std::string>());
  if (node.IsSequence()) {
    for (const auto& entry : node) collect(entry, key, out);
  }
  if (node.IsMap()) {
    for (const auto& pair : node) collect(pair.second, key, out);
  }
}

/// All texts that the shipped guidelines have under a key of their rows.
inline std::set<std::string> guideline_texts(const std::string& key) {
  std::set<std::string> out;
  for (const auto& file : std::filesystem::directory_iterator(national() / "guidelines")) {
    const YAML::Node guideline = YAML::LoadFile(file.path().string());
    for (const auto& row : guideline["items"]) {
      if (row[key]) collect(row[key], key, out);
    }
  }
  return out;
}

/// The register of legal documents as shipped.
inline const LegalRegister& shipped_register() {
  static const LegalRegister legal = [] {
    const YAML::Node file = YAML::LoadFile((national() / "legal.yaml").string());
    std::vector<LegalDocument> documents;
    for (const auto& entry : file["documents"]) {
      LegalDocument document;
      const auto text = [&entry](const char* key) {
        return entry[key] ? entry[key].as<std::string>() : std::string();
      };
      const auto date = [&text](const char* key) { return Date::parse(text(key)); };
      document.title = text("title");
      document.number = text("number");
      document.superseded_by = text("superseded_by");
      document.issued = date("issued");
      document.effective = date("effective");
      document.until = date("until");
      document.status =
          text("status") == "superseded" ? LegalStatus::Superseded : LegalStatus::InForce;
      for (const auto& title : entry["short"]) {
        document.short_titles.push_back(title.as<std::string>());
      }
      documents.push_back(std::move(document));
    }
    return LegalRegister(std::move(documents));
  }();
  return legal;
}

/// Lines of a test's table: what is before and after the tabulator.
inline std::vector<std::pair<std::string, std::string>> table(const std::string& name) {
  std::ifstream file(std::filesystem::path(CATALOG_SOURCE_DIR) / "tests/model/data" / name);
  std::vector<std::pair<std::string, std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return rows;
}

}  // namespace catalog::test
