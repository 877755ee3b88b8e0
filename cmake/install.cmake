# SPDX-FileCopyrightText: Kessai Desk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the Debian package made of it (packaging/deb.sh).
include(GNUInstallDirs)

set(debian ${CMAKE_SOURCE_DIR}/packaging/debian)
install(TARGETS kessai kessai-admin RUNTIME)
# Started by kessai alone, and found from its folder (ui/pdf/renderprocess.cpp).
install(TARGETS kessai-render RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/kessai)
install(FILES ${debian}/kessai.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${debian}/kessai.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${debian}/kessai.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
# The user's guide, opened from the window; where programs look it is no documentation that a system may leave out.
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DATADIR}/kessai/guide)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share/kessai)
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/docs ${CMAKE_BINARY_DIR}/share/kessai/guide SYMBOLIC)
# What an office's server is set up with; the units call the installed kessai-admin.
install(DIRECTORY packaging/postgresql/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/postgresql)
install(FILES ${debian}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Debian wants these compressed, and the same bytes from the same sources.
find_program(GZIP gzip REQUIRED)
set(compressed)
foreach(page IN ITEMS kessai.1 kessai-admin.1 changelog)
  set(packed ${CMAKE_BINARY_DIR}/debian/${page}.gz)
  add_custom_command(OUTPUT ${packed}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/debian
    COMMAND ${GZIP} -9nc ${debian}/${page} > ${packed}
    DEPENDS ${debian}/${page} VERBATIM)
  list(APPEND compressed ${packed})
endforeach()
add_custom_target(kessai_compressed ALL DEPENDS ${compressed})
install(FILES ${CMAKE_BINARY_DIR}/debian/kessai.1.gz ${CMAKE_BINARY_DIR}/debian/kessai-admin.1.gz
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CMAKE_BINARY_DIR}/debian/changelog.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})

# What no linker knows of comes from the one list of packages.
execute_process(COMMAND bash -c "source packaging/packages.sh && printf '%s\\n' \"\${packages_run[@]}\""
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE run_packages OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ", " run_packages "${run_packages}")

if(WIN32)
  # Never tried (packaging/windows/README.md).
  set(CPACK_GENERATOR NSIS)
  set(CPACK_NSIS_DISPLAY_NAME "Kessai Desk")
  set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
  set(CPACK_PACKAGE_EXECUTABLES kessai "Kessai Desk")
else()
  set(CPACK_GENERATOR DEB)
endif()
set(CPACK_PACKAGE_NAME kessai)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Kessai Desk contributors <kessai@example.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "approval desk of a Japanese city hall")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Internal requests and drafts of a Japanese city hall, without paper and without\n\
seals: they are filed, take their approval route, are decided by whoever may\n\
decide them, and stay provable for decades. For one PC with an embedded\n\
database, or for an office with a PostgreSQL server.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${run_packages}")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager")
# kessai-admin backup and restore, for a server.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS postgresql-client)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
include(CPack)
