#pragma once

/// A library that is opened at the first call: what its jumps (see library.cc.in) share with
/// open.cc.
struct LateLibrary {
  const char* file;   ///< as the linker would name it: libxlsxwriter.so.4
  const char* names;  ///< of the functions, each ended by NUL, the last by another one
  void** slots;       ///< where each jump goes, in the order of the names
};

/// Opens the library and leads all jumps into it; ends the process with exit code 2 if it can't.
extern "C" void catalog_open_late(const LateLibrary* library);
