// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kessai {

/// Gives up, for this process and for good, all that rendering does not need: new processes, the network, writing to any
/// file, and more than 1 GB of memory. Call it once, after loading libraries and before reading a document. Returns
/// false when it cannot be done; then no document may be read. Fonts and other files stay readable.
///
/// Does nothing, successfully, on systems other than Linux: there the separate process alone protects.
bool closeSandbox();

/// Tries what the sandbox must refuse, writes one line for each to standard output, and returns whether all was refused.
/// Call it after closeSandbox().
bool testSandbox();

} // namespace kessai
