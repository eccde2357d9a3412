// SPDX-License-Identifier: MIT
#include <cairo-pdf.h>
#include <cairo-svg.h>
