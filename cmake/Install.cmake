# What `cmake --install` puts where, and the packages that `./dev package` makes.
include(GNUInstallDirs)

# The program itself knows its options: man page and completions come from it.
set(generated ${PROJECT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${generated})
set(outputs "")
foreach(kind man bash zsh fish)
  add_custom_command(OUTPUT ${generated}/${kind} VERBATIM
    COMMAND sfn-lint --generate ${kind} > ${generated}/${kind} DEPENDS sfn-lint)
  list(APPEND outputs ${generated}/${kind})
endforeach()
find_program(GZIP gzip)
if(GZIP)  # as Debian wants it
  add_custom_command(OUTPUT ${generated}/man.gz VERBATIM
    COMMAND ${GZIP} -9nc ${generated}/man > ${generated}/man.gz DEPENDS ${generated}/man)
  list(APPEND outputs ${generated}/man.gz)
  install(FILES ${generated}/man.gz RENAME sfn-lint.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
else()
  install(FILES ${generated}/man RENAME sfn-lint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
# Part of `all`; `ninja sfn-lint installable` builds no more than what is installed.
add_custom_target(installable ALL DEPENDS ${outputs})

install(TARGETS sfn-lint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${generated}/bash RENAME sfn-lint DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${generated}/zsh RENAME _sfn-lint DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${generated}/fish RENAME sfn-lint.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
# `sfn-lint init` names it.
install(FILES cli/config.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/sfn-lint)
install(FILES README.md CHANGELOG.md LICENSE cmake/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME sfn-lint)
set(CPACK_PACKAGE_VENDOR "The sfn-lint authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter for AWS Step Functions definitions")
set(CPACK_PACKAGE_DESCRIPTION "Finds what is wrong in definitions in the Amazon States Language
before they are deployed, above all in tasks that run containers on Amazon
ECS and Fargate: parameters that the service refuses, paths that lead
nowhere, states that never end. Many faults it can fix itself. It needs no
network and no AWS account.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGE_FILE_NAME sfn-lint-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The sfn-lint authors <sfn-lint@localhost>")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
if(NOT SFN_LINT_STATIC)  # a static program needs no other package
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()
# Folder walks ask it what is ignored.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
include(CPack)
