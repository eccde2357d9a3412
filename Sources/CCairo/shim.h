// SPDX-License-Identifier: MIT
#include "../Loading/loading.h"
#include <cairo-pdf.h>
#include <cairo-svg.h>

#define CAIRO_FUNCTIONS(use)                                                                      \
  use(cairo_create) use(cairo_destroy) use(cairo_fill) use(cairo_get_source)                      \
  use(cairo_glyph_path) use(cairo_image_surface_create)                                           \
  use(cairo_image_surface_create_from_png_stream) use(cairo_image_surface_get_data)               \
  use(cairo_image_surface_get_stride) use(cairo_move_to) use(cairo_paint)                         \
  use(cairo_pattern_set_filter) use(cairo_pdf_surface_add_outline)                                \
  use(cairo_pdf_surface_create_for_stream) use(cairo_pdf_surface_set_metadata)                    \
  use(cairo_pdf_surface_set_size) use(cairo_rel_line_to) use(cairo_restore) use(cairo_save)       \
  use(cairo_scale) use(cairo_set_line_width) use(cairo_set_scaled_font)                           \
  use(cairo_set_source_rgb) use(cairo_set_source_surface) use(cairo_show_page)                    \
  use(cairo_show_text_glyphs) use(cairo_status) use(cairo_status_to_string) use(cairo_stroke)     \
  use(cairo_surface_destroy) use(cairo_surface_finish) use(cairo_surface_flush)                   \
  use(cairo_surface_mark_dirty) use(cairo_surface_set_mime_data) use(cairo_surface_status)        \
  use(cairo_surface_write_to_png_stream) use(cairo_svg_surface_create_for_stream)                 \
  use(cairo_tag_begin) use(cairo_tag_end) use(cairo_transform) use(cairo_translate)

LOADED_LIBRARY(CairoFunctions, loadCairo, CAIRO_FUNCTIONS)
