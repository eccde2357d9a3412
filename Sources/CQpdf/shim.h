// SPDX-License-Identifier: MIT
// The functions of libqpdf as pointers: the library is loaded when a PDF is finished, and nothing
// links it, so that no other command pays for loading it.
#include <dlfcn.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#define QPDF_FUNCTIONS(use)                                                                       \
  use(qpdf_init) use(qpdf_cleanup) use(qpdf_silence_errors) use(qpdf_set_suppress_warnings)       \
  use(qpdf_set_attempt_recovery) use(qpdf_read_memory) use(qpdf_has_error) use(qpdf_get_error)    \
  use(qpdf_more_warnings) use(qpdf_next_warning) use(qpdf_get_error_message_detail)               \
  use(qpdf_get_root) use(qpdf_get_trailer) use(qpdf_get_num_pages) use(qpdf_get_page_n)           \
  use(qpdf_make_indirect_object) use(qpdf_init_write_memory) use(qpdf_write)                      \
  use(qpdf_get_buffer) use(qpdf_get_buffer_length) use(qpdf_set_object_stream_mode)               \
  use(qpdf_set_newline_before_endstream) use(qpdf_set_deterministic_ID)                           \
  use(qpdf_set_minimum_pdf_version) use(qpdf_oh_release) use(qpdf_oh_get_type_code)               \
  use(qpdf_oh_parse) use(qpdf_oh_get_key) use(qpdf_oh_has_key) use(qpdf_oh_replace_key)           \
  use(qpdf_oh_remove_key) use(qpdf_oh_begin_dict_key_iter) use(qpdf_oh_dict_more_keys)            \
  use(qpdf_oh_dict_next_key) use(qpdf_oh_get_array_n_items) use(qpdf_oh_get_array_item)           \
  use(qpdf_oh_get_dict) use(qpdf_oh_get_name) use(qpdf_oh_get_int_value)                          \
  use(qpdf_oh_get_value_as_utf8) use(qpdf_oh_get_object_id) use(qpdf_oh_new_unicode_string)       \
  use(qpdf_oh_new_array) use(qpdf_oh_append_item) use(qpdf_oh_new_stream) use(qpdf_oh_new_null)   \
  use(qpdf_oh_replace_stream_data)                                                                \
  use(qpdf_oh_get_stream_data) use(qpdf_oh_get_page_content_data)

#define QPDF_MEMBER(name) __typeof__(name) *_Nonnull name;

/// The functions that cvgen calls, with the types of the header that it was built with.
struct QpdfFunctions {
  /// Whether all pointers are set.
  bool isComplete;
  QPDF_FUNCTIONS(QPDF_MEMBER)
};

#undef QPDF_MEMBER

/// Loads the library of the header's own version: qpdf 11 is libqpdf.so.29.
static inline struct QpdfFunctions loadQpdf(void) {
  struct QpdfFunctions functions = {0};
  char name[32];
  snprintf(name, sizeof name, "libqpdf.so.%d", QPDF_MAJOR_VERSION + 18);
  void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
  if (library == NULL) { return functions; }
  functions.isComplete = true;
#define QPDF_FIND(name)                                                                           \
  functions.name = (__typeof__(name) *)dlsym(library, #name);                                     \
  functions.isComplete = functions.isComplete && functions.name != NULL;
  QPDF_FUNCTIONS(QPDF_FIND)
#undef QPDF_FIND
  return functions;
}

/// Frees what a function of the library has allocated for its caller.
static inline void freeQpdfBuffer(unsigned char *_Nullable buffer) { free(buffer); }
