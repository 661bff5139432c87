# Texts that the pages carry, kept as files and compiled in: target `catalog_STATION` gets `std::string_view symbol`, which
# STATION/assets.h declares.
function(catalog_embed_text target file symbol)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  string(REPLACE "catalog_" "" station ${target})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${target}_${symbol}.cc)
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [==[// Made from a file of lib/@station@/assets.
#include "@station@/assets.h"

namespace catalog {

const std::string_view @symbol@ = R"-asset-(@text@)-asset-";

}  // namespace catalog
]==])
  target_sources(${target} PRIVATE ${output})
endfunction()
