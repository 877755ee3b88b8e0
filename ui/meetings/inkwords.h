// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/meetings/inkchoice.h"
#include "ui/meetings/inklayer.h"

#include <QString>

namespace kessai {

/// Ink in words.

QString toolName(InkTool tool);
QString inkKindName(InkKind kind);
QString inkKindIcon(InkKind kind);
QString audienceName(InkAudience audience);
QString audienceIcon(InkAudience audience);

/// Who wrote it and when: "山田 太郎 11/26 13:05", of one's own the audience instead of the name.
QString inkFoot(const PlacedInk &placed, const QDate &today);
/// The same as a whole sentence or two, with what is to be known of its page.
QString inkTip(const PlacedInk &placed, const QDate &today);

/// What was put together of what was changed at two computers, in whole sentences.
QString joiningText(const InkJoining &joining);

} // namespace kessai
