# Flags that every target shares.
add_library(sfn-lint-settings INTERFACE)
target_include_directories(sfn-lint-settings INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
target_compile_options(sfn-lint-settings INTERFACE -Wall -Wextra -Wconversion -Wshadow)
# GCC 12 sees overlapping copies in std::string that are not there (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(sfn-lint-settings INTERFACE -Wno-restrict)
endif()
if(SFN_LINT_WERROR)
  target_compile_options(sfn-lint-settings INTERFACE -Werror)
endif()
# The tests and a dozen fuzz targets each hold the whole program: LLD links them in a fifth of the time. What people
# run is linked by the linker that they have.
find_program(LLD ld.lld)
if(LLD AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  target_link_options(sfn-lint-settings INTERFACE -fuse-ld=lld)
endif()
if(SFN_LINT_SANITIZE)
  target_compile_options(sfn-lint-settings INTERFACE
    -fsanitize=${SFN_LINT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(sfn-lint-settings INTERFACE -fsanitize=${SFN_LINT_SANITIZE})
  # With sanitizers GCC sees uninitialised values in std::optional that are not there (its manual warns of it).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(sfn-lint-settings INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(SFN_LINT_FUZZ)
  # Every target is instrumented for coverage; only the fuzz targets link libFuzzer's main.
  target_compile_options(sfn-lint-settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Sources of a folder and below it, without its tests and fuzz targets. A new file is picked up by the next build.
function(sfn_lint_sources out)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
  set(${out} ${sources} PARENT_SCOPE)
endfunction()

# For a file whose speed does not matter, and whose headers are large: a third less time to compile.
function(sfn_lint_quick_to_compile source)
  set_source_files_properties(${source} PROPERTIES
    COMPILE_OPTIONS $<$<CONFIG:Release>:-O1> SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# Several sources of a folder a compilation, `most` at most: nearly all of a small file's compile time goes into its
# headers, which are then read once for many. The names in a file's anonymous namespace must therefore differ from those
# of the other files of its folder; a property SKIP_UNITY_BUILD_INCLUSION leaves a file alone.
function(sfn_lint_unity target most)
  if(NOT SFN_LINT_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "^${PROJECT_SOURCE_DIR}/.*\\.cpp$")
  set(folders "")
  foreach(source ${sources})
    get_filename_component(folder ${source} DIRECTORY)
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${folder})
    string(REPLACE "/" "_" folder ${folder})
    list(APPEND folders ${folder})
    list(APPEND in_${folder} ${source})
  endforeach()
  list(REMOVE_DUPLICATES folders)
  foreach(folder ${folders})
    list(LENGTH in_${folder} count)
    math(EXPR units "(${count} + ${most} - 1) / ${most}")  # of about the same size
    set(at 0)
    foreach(source ${in_${folder}})
      math(EXPR unit "${at} * ${units} / ${count}")
      set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${folder}_${unit})
      math(EXPR at "${at} + 1")
    endforeach()
  endforeach()
endfunction()
