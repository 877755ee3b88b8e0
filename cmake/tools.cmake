# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Speeds up building with what the machine happens to have; nothing here changes the result.

find_program(KESSAI_CCACHE ccache)
if(KESSAI_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Paths are hashed relative to the checkout, so that a second clone hits the first one's cache; not in a unity build,
  # whose generated files name their parts by the full path.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=include_file_ctime,include_file_mtime,time_macros
    ${KESSAI_CCACHE})
endif()

find_program(KESSAI_MOLD mold)
if(KESSAI_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
