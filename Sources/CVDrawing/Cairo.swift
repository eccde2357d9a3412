// SPDX-License-Identifier: MIT
import CCairo

/// The functions of Cairo, loaded when the first of them is called, where Pango has not brought it.
let lib = loadCairo("libcairo.so.2")
