# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The words of the program, compiled into a target as :/translations/kessai_<language>.qm, and the target that brings the
# .ts files up to date with the sources: cmake --build build/dev --target update_translations
set(KESSAI_TS_DIR ${CMAKE_CURRENT_LIST_DIR})

function(kessai_add_translations target)
  set(files ${KESSAI_TS_DIR}/kessai_ja.ts ${KESSAI_TS_DIR}/kessai_en.ts)
  qt_add_lrelease(${target} TS_FILES ${files} QM_FILES_OUTPUT_VARIABLE compiled OPTIONS -silent)
  qt_add_resources(${target} translations PREFIX /translations BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
endfunction()

# English needs only its plurals: the sources are English. Without -I classes are not found, and words end up without namespace.
add_custom_target(update_translations
  COMMAND Qt6::lupdate -silent -I . -no-obsolete -locations none app ui -ts translations/kessai_ja.ts
  COMMAND Qt6::lupdate -silent -I . -no-obsolete -locations none -pluralonly app ui -ts translations/kessai_en.ts
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  COMMENT "Reading the sources for words to translate")
