// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kessai::bench {

/// The processor time the test server's processes have used so far, in milliseconds; those of closed connections are gone.
double serverTime();

} // namespace kessai::bench
