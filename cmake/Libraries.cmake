# The libraries that the program uses, as sfn-lint::fmt and sfn-lint::simdjson; and whether it is linked statically,
# which starts in a fraction of the time, since most of a short run is else the loader's.
find_package(CLI11 REQUIRED)
find_package(simdjson REQUIRED)
find_package(fmt REQUIRED)
find_package(doctest REQUIRED)
# Debian's package has no CMake file.
find_path(LIBYAML_INCLUDE yaml.h REQUIRED)
find_library(LIBYAML_LIBRARY NAMES libyaml.a yaml REQUIRED)

# Debian has neither library for static linking. fmt's headers hold its whole source; simdjson's comes from Debian's
# source package (`./dev setup` gets it), and must be of the version of the header.
set(SFN_LINT_SIMDJSON ${PROJECT_SOURCE_DIR}/build/sources/simdjson.cpp CACHE FILEPATH "simdjson's source in one file")

# Sets `out` to what a static program lacks here; empty if nothing.
function(sfn_lint_lacks out)
  find_path(FMT_SOURCE fmt/format-inl.h)
  set(lacks "")
  if(NOT EXISTS ${SFN_LINT_SIMDJSON})
    set(lacks "simdjson's source (${SFN_LINT_SIMDJSON})")
  elseif(NOT FMT_SOURCE)
    set(lacks "fmt/format-inl.h")
  elseif(NOT LIBYAML_LIBRARY MATCHES "\\.a$")
    set(lacks "libyaml.a")
  else()
    include(CheckCXXSourceCompiles)
    set(CMAKE_REQUIRED_LINK_OPTIONS -static)
    check_cxx_source_compiles("#include <string>\nint main(int n, char**) { return std::string(n, 'x').size() == 1; }"
                              SFN_LINT_STATIC_LINKS)
    if(NOT SFN_LINT_STATIC_LINKS)
      set(lacks "a static C or C++ library")
    endif()
  endif()
  set(${out} "${lacks}" PARENT_SCOPE)
endfunction()

if(SFN_LINT_STATIC)
  sfn_lint_lacks(lacks)
  if(lacks)
    message(STATUS "sfn-lint is linked dynamically, for want of ${lacks}")
    set(SFN_LINT_STATIC OFF)
  endif()
endif()

if(SFN_LINT_STATIC)
  add_library(sfn-lint-fmt STATIC cmake/fmt.cpp)
  add_library(sfn-lint-simdjson STATIC ${SFN_LINT_SIMDJSON})
  add_library(sfn-lint::fmt ALIAS sfn-lint-fmt)
  add_library(sfn-lint::simdjson ALIAS sfn-lint-simdjson)
else()
  add_library(sfn-lint::fmt ALIAS fmt::fmt)
  add_library(sfn-lint::simdjson ALIAS simdjson::simdjson)
endif()
