// SPDX-License-Identifier: MIT
#include <md4c.h>
