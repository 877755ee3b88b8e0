// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/decisionfile.h"
#include "core/cases/ruletext.h"

namespace kessai {

/// A route rule as a file for spreadsheets: a line for every step, in their order. 記号, 段階, 決め方 and both reasons are taken as they stand;
/// だれに and いつ are for people to read, and taken from 宛先（正確） and 条件（正確）, which say the same as stored; その他（正確） says
/// what has no column of its own. The posts at the very top and the use of a 専決 table are kept from the rule it is read upon.
QStringList ruleFileHead();
std::vector<QStringList> ruleFileRows(const RouteRule &rule, const RuleWords &words);

/// Reads such a file, in UTF-8 or CP932, with the lines of `base` replaced by its own. All that is not as it should be is told, and then
/// nothing is taken.
Result<RouteRule, std::vector<TableRowProblem>> readRuleFile(const QByteArray &file, const RouteRule &base,
                                                             const RuleWords &words);

} // namespace kessai
