# Texts that the pages carry, kept as files and compiled in: target `name` gets `std::string_view symbol`.
function(catalog_embed_text target file symbol)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} text)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${target}_${symbol}.cc)
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [==[// Made from a file of lib/publish/assets.
#include "publish/assets.h"

namespace catalog {

const std::string_view @symbol@ = R"-asset-(@text@)-asset-";

}  // namespace catalog
]==])
  target_sources(${target} PRIVATE ${output})
endfunction()
