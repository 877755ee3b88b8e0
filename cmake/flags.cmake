# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings and the strict Qt dialect, carried by one target that every own target links.
add_library(kessai_flags INTERFACE)
add_library(Kessai::Flags ALIAS kessai_flags)
target_include_directories(kessai_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(kessai_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
target_compile_definitions(kessai_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
  QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Two warnings of GCC 12 that are not so: comparing an empty std::optional is not reading its value, and in a unity file, where each
  # source is a header to the compiler, an anonymous namespace is as local as ever.
  target_compile_options(kessai_flags INTERFACE -Wno-maybe-uninitialized)
  if(CMAKE_UNITY_BUILD)
    target_compile_options(kessai_flags INTERFACE -Wno-subobject-linkage)
  endif()
endif()
if(KESSAI_SANITIZE)
  target_compile_options(kessai_flags INTERFACE
    -fsanitize=${KESSAI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(kessai_flags INTERFACE -fsanitize=${KESSAI_SANITIZE})
endif()
