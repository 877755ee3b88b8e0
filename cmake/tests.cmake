# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
include(GoogleTest)

# kessai_add_test(NAME core_test SOURCES a_test.cpp ... LIBS Kessai::Core ...
#                 [TIMEOUT seconds] [LABELS label ...] [ENVIRONMENT VAR=value ...] [WHOLE])
#
# Makes one test binary with the common main (QApplication without a display, private settings) and tells CTest of
# every TEST in it. WHOLE runs the binary as one CTest test instead: for suites that share something dear, such as a
# database server; these begin first, so that none runs on alone at the end. TIMEOUT is for one CTest test; the sanitizers
# make everything about three times slower.
function(kessai_add_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "WHOLE" "NAME;TIMEOUT" "SOURCES;LIBS;LABELS;ENVIRONMENT")
  if(NOT arg_NAME OR NOT arg_SOURCES OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "kessai_add_test: NAME and SOURCES are needed; not understood: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()

  add_executable(${arg_NAME} ${arg_SOURCES})
  target_link_libraries(${arg_NAME} PRIVATE kessai_test_main ${arg_LIBS})

  set(environment
    QT_QPA_PLATFORM=offscreen
    LANG=C.UTF-8
    TZ=Asia/Tokyo
    ASAN_OPTIONS=detect_stack_use_after_return=1
    UBSAN_OPTIONS=print_stacktrace=1
    LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0
    ${arg_ENVIRONMENT})
  set(labels ${arg_NAME} ${arg_LABELS})
  if(arg_WHOLE)
    add_test(NAME ${arg_NAME} COMMAND ${arg_NAME})
    set_tests_properties(${arg_NAME} PROPERTIES
      TIMEOUT ${arg_TIMEOUT} COST ${arg_TIMEOUT} LABELS "${labels}" ENVIRONMENT "${environment}")
    return()
  endif()

  gtest_discover_tests(${arg_NAME} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 TEST_PREFIX ${arg_NAME}:)
  # gtest_discover_tests keeps only the first value of a property that is a list, so properties are set afterwards.
  set(after ${CMAKE_CURRENT_BINARY_DIR}/${arg_NAME}_properties.cmake)
  file(CONFIGURE OUTPUT ${after} @ONLY CONTENT [[
if(@arg_NAME@_TESTS)
  set_tests_properties(${@arg_NAME@_TESTS} PROPERTIES
    TIMEOUT @arg_TIMEOUT@ LABELS "@labels@" ENVIRONMENT "@environment@")
endif()
]])
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${after})
endfunction()
