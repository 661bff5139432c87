#include "source/hash.h"

#include <doctest/doctest.h>

using namespace catalog;

TEST_CASE("hashes are those of FIPS 180, whatever the parts") {
  CHECK(hash_text(Hash::Sha256, {"abc"}) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hash_text(Hash::Sha1, {"a", "", "bc"}) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK(hash_text(Hash::Sha256, {}) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
