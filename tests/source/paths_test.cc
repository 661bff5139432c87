#include <doctest/doctest.h>

#include <string>

#include "source/file_system.h"

using namespace catalog;

TEST_CASE("joining puts a name below a folder, unless the name is absolute") {
  CHECK(join_path("lists", "310104") == "lists/310104");
  CHECK(join_path("lists/", "310104") == "lists/310104");
  CHECK(join_path("/", "etc") == "/etc");
  CHECK(join_path(".", "catalog.yaml") == "catalog.yaml");
  CHECK(join_path("", "catalog.yaml") == "catalog.yaml");
  CHECK(join_path("lists", "/etc") == "/etc");
  CHECK(join_path("lists", "") == "lists");
}

TEST_CASE("a path splits into folder and name") {
  CHECK(folder_of("lists/310104/社会救助.yaml") == "lists/310104");
  CHECK(name_of("lists/310104/社会救助.yaml") == "社会救助.yaml");
  CHECK(folder_of("catalog.yaml") == ".");
  CHECK(name_of("catalog.yaml") == "catalog.yaml");
  CHECK(folder_of("/etc") == "/");
  CHECK(folder_of("/") == "/");
  CHECK(folder_of("") == ".");
}

TEST_CASE("normal paths have no dots that lead nowhere") {
  CHECK(normalize_path("a/./b//c/") == "a/b/c");
  CHECK(normalize_path("a/b/../c") == "a/c");
  CHECK(normalize_path("a/..") == ".");
  CHECK(normalize_path("") == ".");
  CHECK(normalize_path("../a/../../b") == "../../b");
  CHECK(normalize_path("/../a") == "/a");
  CHECK(normalize_path("//") == "/");
  CHECK(normalize_path("..a/.b") == "..a/.b");
}

TEST_CASE("a path is told as seen from a folder") {
  CHECK(relative_path("lists/a.yaml", "lists") == "a.yaml");
  CHECK(relative_path("lists/a.yaml", ".") == "lists/a.yaml");
  CHECK(relative_path("lists/a.yaml", "standards/x") == "../../lists/a.yaml");
  CHECK(relative_path("/ws/lists/a.yaml", "/ws") == "lists/a.yaml");
  CHECK(relative_path("/ws", "/ws/lists") == "..");
  CHECK(relative_path("/ws", "/ws/") == ".");
  CHECK(relative_path("../a", "../b") == "../a");
  CHECK(relative_path("../units.yaml", "lists") == "../../units.yaml");
}

TEST_CASE("a path that can't be seen from a folder stays as it is") {
  CHECK(relative_path("/usr/share/catalog", "/srv/ws") == "/usr/share/catalog");
  CHECK(relative_path("/ws2/a", "/ws") == "/ws2/a");
  CHECK(relative_path("lists/a.yaml", "/ws") == "lists/a.yaml");
  CHECK(relative_path("a", "../b") == "a");
}
