// SPDX-License-Identifier: MIT
// Files that are part of the program. They come by way of C, whose compiler takes no time for their
// bytes: that of Swift reads each byte as an expression, which was a third of all its work.

#include <stddef.h>

/// The bytes of a file by its name, `en.txt`, and their count; `NULL` where it is none of them.
const unsigned char *_Nullable embedded_text(const char *_Nonnull name, size_t *_Nonnull count);
