// SPDX-License-Identifier: MIT
// Libraries that are loaded when they are first needed. Their functions are pointers in a table, and
// no module map links them, so that no command waits for a library that it does not use; what
// pkg-config names besides, `make release` leaves out (.ci/link).
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>

/// Declares a table of functions, with the types of the header that cvgen was built with, and the
/// function that fills it from a shared library and those that it needs.
#define LOADED_LIBRARY(Table, load, FUNCTIONS)                                                    \
  struct Table {                                                                                  \
    /* Whether all pointers are set. */                                                           \
    bool isComplete;                                                                              \
    FUNCTIONS(LOADED_MEMBER)                                                                      \
  };                                                                                              \
  static inline struct Table load(const char *_Nonnull file) {                                    \
    struct Table table = {0};                                                                     \
    void *library = dlopen(file, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);                         \
    if (library == NULL) { return table; }                                                        \
    table.isComplete = true;                                                                      \
    FUNCTIONS(LOADED_POINTER)                                                                     \
    return table;                                                                                 \
  }

#define LOADED_MEMBER(name) __typeof__(name) *_Nonnull name;
#define LOADED_POINTER(name)                                                                      \
  table.name = (__typeof__(name) *)dlsym(library, #name);                                         \
  table.isComplete = table.isComplete && table.name != NULL;
