// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QJsonObject>

#include <optional>

namespace kessai {

/// 代理入力 (product.md "proxy entry by the section's clerk"): a clerk writes a request for a colleague of their section. The draft is
/// the clerk's; once it is submitted it is the colleague's case, with the clerk's name beside it, and the clerk is not asked about it. Until
/// the colleague files it again themselves the clerk may take it back or give it up, under their own name.
/// Who may do so is a matter of the office (`Office::filesFor`).

/// The member of a content that says whom it is written for; no form has a field of this name.
inline constexpr QLatin1String kFiledFor("for");

/// Whom a content is written for; none where it is the writer's own, or does not say well.
std::optional<StaffId> filedFor(const QJsonObject &fields);
/// Whether somebody who files for a colleague learns what that one has of a ledger: not of leave that may have a private reason. What they
/// do not learn their preview takes for nothing; whoever decides sees it.
bool shownToFiler(const QString &ledger);
/// The same content for a colleague, or for the writer.
QJsonObject filingFor(QJsonObject fields, std::optional<StaffId> colleague);

} // namespace kessai
