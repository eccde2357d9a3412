// SPDX-License-Identifier: MIT
#include "../Loading/loading.h"
#include <qpdf/qpdf-c.h>
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

LOADED_LIBRARY(QpdfFunctions, loadQpdf, QPDF_FUNCTIONS)

/// Frees what a function of the library has allocated for its caller.
static inline void freeQpdfBuffer(unsigned char *_Nullable buffer) { free(buffer); }
