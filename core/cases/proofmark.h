// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kessai {

/// A place on a page of an attached file, in ten-thousandths of the page's width and height, so that it holds at every size.
struct ProofPlace final {
    QByteArray sha256; ///< the file's, in hexadecimal
    int page = 0;      ///< from 0
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const ProofPlace &, const ProofPlace &) = default;
};
inline constexpr int kWholePage = 10'000;

/// An item of a voucher that an examiner ticked off against its proof, or took the tick back from (会計審査, 地方自治法232条の4第2項).
/// Nothing follows from it: the act that approves or returns is one of its own.
struct ProofMark final {
    int revision = 0; ///< of the content that was read
    QString field;
    bool ticked = true;
    std::optional<ProofPlace> place; ///< where the proof says so
    StaffId by;
    QString byName; ///< as it was then
    Instant at;
    friend bool operator==(const ProofMark &, const ProofMark &) = default;
};

} // namespace kessai
