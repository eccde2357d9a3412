// SPDX-License-Identifier: MIT
#include <cairo-pdf.h>
