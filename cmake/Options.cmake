# Warnings, sanitizers and the compiler's cache, for every target of the project.
add_compile_options(-Wall -Wextra -Wpedantic)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 sees overlaps and overlong copies in std::string's own operator+ at -O2 and above (GCC bug 105651).
  add_compile_options(-Wno-restrict -Wno-stringop-overflow $<$<NOT:$<CONFIG:Debug>>:-Wno-array-bounds>)
endif()
if(CATALOG_WERROR)
  add_compile_options(-Werror)
endif()
# Checked subscripts and iterators where speed does not count.
add_compile_definitions($<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(CATALOG_SANITIZE)
  add_compile_options(-fsanitize=${CATALOG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CATALOG_SANITIZE})
endif()

# libstdc++ shows std::expected only to compilers that claim the last concepts paper of C++20.
# clang claims it from 19 on, but has all that <expected> needs from 16 on (Debian 12: clang-16).
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  add_compile_options(-D__cpp_concepts=202002L -Wno-macro-redefined -Wno-builtin-macro-redefined)
endif()

# ccache is used where it is installed and nothing else was asked for.
if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(CATALOG_CCACHE ccache)
  mark_as_advanced(CATALOG_CCACHE)
  if(CATALOG_CCACHE)
    # It remembers what was compiled with a precompiled header only if it is told so.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CATALOG_CCACHE})
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endif()
