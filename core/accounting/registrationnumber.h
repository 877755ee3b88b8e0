// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kessai {

/// What is wrong with a registration number of a qualified invoice (適格請求書発行事業者の登録番号).
enum class RegistrationFault { None, Form, CheckDigit };

/// Checks "T" and 13 digits, as typed: full-width characters, spaces and hyphens are understood. The first digit is 9 − Σ(Pn×Qn) mod 9
/// over the other twelve from the right, Qn being 1 and 2 in turn (法人番号の指定等に関する省令2条). A slip between 0 and 9 goes
/// unnoticed (AC-I5). For those who are no corporation the rule is not confirmed: there a wrong check digit is no more than a warning.
RegistrationFault registrationFault(const QString &number);
/// The number as it is stored: "T7123456789012"; as typed where it is no number of that form.
QString plainRegistration(const QString &number);

} // namespace kessai
