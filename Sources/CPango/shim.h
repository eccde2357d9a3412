// SPDX-License-Identifier: MIT
#include "../Loading/loading.h"
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#define PANGO_FUNCTIONS(use)                                                                      \
  use(pango_attr_font_desc_new) use(pango_attr_font_features_new) use(pango_attr_language_new)    \
  use(pango_attr_list_insert) use(pango_attr_list_new) use(pango_attr_list_unref)                 \
  use(pango_cairo_context_set_font_options) use(pango_cairo_font_get_scaled_font)                 \
  use(pango_cairo_font_map_new) use(pango_cairo_font_map_set_resolution)                          \
  use(pango_cairo_update_context)                                                                 \
  use(pango_context_changed) use(pango_context_set_round_glyph_positions)                         \
  use(pango_fc_font_map_config_changed) use(pango_fc_font_map_set_config)                         \
  use(pango_fc_font_map_set_default_substitute) use(pango_font_describe_with_absolute_size)       \
  use(pango_font_description_free) use(pango_font_description_get_size)                           \
  use(pango_font_description_new) use(pango_font_description_set_absolute_size)                   \
  use(pango_font_description_set_family) use(pango_font_description_set_style)                    \
  use(pango_font_description_set_weight) use(pango_font_map_create_context)                       \
  use(pango_get_log_attrs) use(pango_glyph_string_free) use(pango_glyph_string_new)               \
  use(pango_item_free) use(pango_itemize_with_base_dir) use(pango_language_from_string)           \
  use(pango_shape_full) use(FcCharSetHasChar) use(FcConfigAppFontAddFile) use(FcConfigCreate)     \
  use(FcConfigDestroy) use(FcConfigGetFonts) use(FcConfigSetCurrent)                              \
  use(FcInitLoadConfigAndFonts) use(FcLangSetHasLang) use(FcPatternAddBool)                       \
  use(FcPatternGetBool) use(FcPatternGetCharSet) use(FcPatternGetDouble)                          \
  use(FcPatternGetInteger) use(FcPatternGetLangSet) use(FcPatternGetString)                       \
  use(FcWeightToOpenTypeDouble) use(g_list_free) use(g_object_ref) use(g_object_unref)            \
  use(cairo_font_options_create) use(cairo_font_options_destroy)                                  \
  use(cairo_font_options_set_hint_metrics) use(cairo_font_options_set_hint_style)                 \
  use(cairo_pdf_surface_create_for_stream) use(cairo_surface_destroy) use(cairo_create)           \
  use(cairo_destroy) use(cairo_set_scaled_font) use(cairo_glyph_path)

LOADED_LIBRARY(PangoFunctions, loadPango, PANGO_FUNCTIONS)
