# Shared for whoever alters one source after the other: nothing is linked anew but its layer.
if(UNDOCK_SHARED)
  set(UNDOCK_LIBRARIES SHARED)
else()
  set(UNDOCK_LIBRARIES STATIC)
endif()

# One INTERFACE target carries the warnings and definitions of the whole project.
add_library(undock_common INTERFACE)
target_compile_features(undock_common INTERFACE cxx_std_20)
target_compile_definitions(undock_common INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(undock_common INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${UNDOCK_WERROR}>:-Werror>)
if(UNDOCK_SANITIZE)
  add_compile_options(-fsanitize=${UNDOCK_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${UNDOCK_SANITIZE})
endif()

# What differs between systems stands in pairs of files, x_posix.cpp and x_windows.cpp, behind one header: of a list of
# sources the half that is not this system's goes.
function(undock_of_this_system list)
  if(WIN32)
    list(FILTER ${list} EXCLUDE REGEX "_posix\\.cpp$")
  else()
    list(FILTER ${list} EXCLUDE REGEX "_windows\\.cpp$")
  endif()
  set(${list} "${${list}}" PARENT_SCOPE)
endfunction()

# undock_layer(NAME DEPENDS lib…): one static library per folder of src/, with
# its allowed dependencies explicit. Sources are found by glob: a new file in a
# folder belongs to the folder's layer, nothing to register. TOGETHER: eight sources a compiler process, since the
# headers of Qt and of the JSON library cost more to read than our code (UNDOCK_UNITY=OFF compiles each alone).
function(undock_layer name)
  cmake_parse_arguments(ARG "TOGETHER" "" "DEPENDS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS
    "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  undock_of_this_system(sources)
  add_library(undock_${name} ${UNDOCK_LIBRARIES} ${sources})
  target_include_directories(undock_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(undock_${name} PUBLIC undock_common ${ARG_DEPENDS})
  undock_precompile(undock_${name})
  if(ARG_TOGETHER)
    set_target_properties(undock_${name} PROPERTIES UNITY_BUILD ${UNDOCK_UNITY} UNITY_BUILD_BATCH_SIZE 8)
  endif()
endfunction()

# The headers that almost every source includes and that cost most to read.
function(undock_precompile target)
  target_precompile_headers(${target} PRIVATE
    <QByteArray> <QDateTime> <QFile> <QList> <QMap> <QString> <QStringList>
    <nlohmann/json.hpp> <tl/expected.hpp>
    <algorithm> <chrono> <functional> <map> <memory> <optional> <vector>)
endfunction()
