# Tests stand beside the code: x_test.cpp goes into the one test binary, x_fuzz.cpp becomes a target of its own.
file(GLOB_RECURSE tests CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/lint/*_test.cpp ${PROJECT_SOURCE_DIR}/schemas/*_test.cpp
  ${PROJECT_SOURCE_DIR}/rules/*_test.cpp ${PROJECT_SOURCE_DIR}/cli/*_test.cpp)
find_package(EXPAT REQUIRED)  # reads the reports that are XML
if(SFN_LINT_SANITIZE)
  # As in cli/CMakeLists.txt.
  set_source_files_properties(${PROJECT_SOURCE_DIR}/cli/report/hostile_test.cpp PROPERTIES COMPILE_OPTIONS -fno-sanitize=pointer-overflow)
endif()
add_executable(sfn-lint-tests ${tests} ${PROJECT_SOURCE_DIR}/cmake/tests_main.cpp)
target_link_libraries(sfn-lint-tests PRIVATE sfn-lint-cli sfn-lint-schemas-import doctest::doctest EXPAT::EXPAT)
target_compile_definitions(sfn-lint-tests PRIVATE SFN_LINT_ROOT="${PROJECT_SOURCE_DIR}")  # where testdata/ lies
sfn_lint_unity(sfn-lint-tests 8)
if(SFN_LINT_SANITIZE)
  target_compile_options(sfn-lint-tests PRIVATE -O0)  # half the time; it is the code under test that must run fast
endif()
# In two parts that take about as long, since ctest runs tests side by side.
add_test(NAME unit COMMAND sfn-lint-tests "-sfe=*/rules/*")
add_test(NAME unit-rules COMMAND sfn-lint-tests "-sf=*/rules/*" "-tce=*real definitions*")
# Definitions that people published, where they lie beside the checkout.
add_test(NAME real-definitions COMMAND sfn-lint-tests "-tc=*real definitions*")
set_tests_properties(real-definitions PROPERTIES SKIP_REGULAR_EXPRESSION "skipped: no real definitions")
add_test(NAME layers COMMAND ${PROJECT_SOURCE_DIR}/cmake/layers ${PROJECT_SOURCE_DIR})
find_program(PYTHON3 python3)
if(PYTHON3)
  add_test(NAME wording COMMAND ${PYTHON3} ${PROJECT_SOURCE_DIR}/cmake/wording ${PROJECT_SOURCE_DIR})
endif()

# What users run around the program: their shells, their hooks, their CI. Skipped where the tools are not there.
foreach(around completions pre-commit matcher)
  add_test(NAME ${around} COMMAND ${PROJECT_SOURCE_DIR}/cmake/try-${around} $<TARGET_FILE_DIR:sfn-lint>)
  set_tests_properties(${around} PROPERTIES SKIP_RETURN_CODE 77)
endforeach()

# With SFN_LINT_FUZZ (clang) a fuzz target is a libFuzzer binary; else a plain main replays the seed corpus.
file(GLOB_RECURSE fuzzers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lint/*_fuzz.cpp
  ${PROJECT_SOURCE_DIR}/rules/*_fuzz.cpp ${PROJECT_SOURCE_DIR}/cli/*_fuzz.cpp)
add_library(fuzz-replay OBJECT EXCLUDE_FROM_ALL cmake/fuzz_replay.cpp)
target_link_libraries(fuzz-replay PRIVATE sfn-lint-settings)
foreach(file ${fuzzers})
  get_filename_component(name ${file} NAME_WE)
  string(REPLACE "_fuzz" "" target ${name})
  if(SFN_LINT_FUZZ)
    add_executable(fuzz-${target} ${file})
    target_link_options(fuzz-${target} PRIVATE -fsanitize=fuzzer)
  else()
    add_executable(fuzz-${target} ${file})
    target_link_libraries(fuzz-${target} PRIVATE fuzz-replay)
    add_test(NAME fuzz-replay-${target}
             COMMAND fuzz-${target} ${PROJECT_SOURCE_DIR}/testdata/fuzz/${target} ${PROJECT_SOURCE_DIR}/testdata)
  endif()
  target_link_libraries(fuzz-${target} PRIVATE sfn-lint-cli)
endforeach()
