// SPDX-License-Identifier: MIT
#include <gumbo.h>
