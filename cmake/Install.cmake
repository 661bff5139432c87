# What `cmake --install` lays down: the command, its data, its pages.
include(GNUInstallDirs)
install(TARGETS catalog RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# `builtin:national` and the schemas that written files name.
install(DIRECTORY catalogues/national DESTINATION ${CMAKE_INSTALL_DATADIR}/catalog)
install(DIRECTORY schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/catalog/schemas
        FILES_MATCHING PATTERN "*.json" PATTERN "*.xsd")

file(GLOB CATALOG_MAN_PAGES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/man/*.1)
install(FILES ${CATALOG_MAN_PAGES} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
file(GLOB CATALOG_CHINESE_MAN_PAGES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/man/zh_CN/*.1)
install(FILES ${CATALOG_CHINESE_MAN_PAGES} DESTINATION ${CMAKE_INSTALL_MANDIR}/zh_CN/man1)

foreach(page LICENSE README.md ARCHITECTURE.md CHANGELOG.md CONTRIBUTING.md SECURITY.md catalogues/README.md)
  if(EXISTS ${PROJECT_SOURCE_DIR}/${page})
    string(REPLACE "/" "-" installed_page ${page})
    install(FILES ${page} DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME ${installed_page})
  endif()
endforeach()

# Completions are printed by the command itself, so they cannot name what it does not have.
if(EXISTS ${PROJECT_SOURCE_DIR}/cli/completion.cc)
  function(catalog_completion shell file destination)
    set(output ${PROJECT_BINARY_DIR}/completions/${file})
    add_custom_command(OUTPUT ${output}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completions
      COMMAND catalog completion ${shell} > ${output}
      DEPENDS catalog VERBATIM)
    add_custom_target(completion_${shell} ALL DEPENDS ${output})
    install(FILES ${output} DESTINATION ${CMAKE_INSTALL_DATADIR}/${destination})
  endfunction()
  catalog_completion(bash catalog bash-completion/completions)
  catalog_completion(zsh _catalog zsh/site-functions)
  catalog_completion(fish catalog.fish fish/vendor_completions.d)
endif()
