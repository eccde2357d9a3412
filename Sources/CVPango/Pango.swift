// SPDX-License-Identifier: MIT
import CPango

/// Loads Pango before the first text is shaped, where there is time for it.
package func preparePango() { _ = lib }

/// The functions of Pango and of what it stands on: GLib, fontconfig and Cairo.
///
/// They are loaded when the first of them is called, since that takes a tenth of the time that a
/// PDF takes; other documents do without.
let lib = loadPango(libpango)

/// The file that holds Pango and names the others.
let libpango = "libpangocairo-1.0.so.0"
