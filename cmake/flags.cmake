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
if(KESSAI_SANITIZE)
  target_compile_options(kessai_flags INTERFACE
    -fsanitize=${KESSAI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(kessai_flags INTERFACE -fsanitize=${KESSAI_SANITIZE})
endif()
