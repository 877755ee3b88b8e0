// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounting/registrationnumber.h"

#include <QRegularExpression>

namespace kessai {

QString plainRegistration(const QString &number)
{
    QString plain = number.normalized(QString::NormalizationForm_KC).toUpper();
    static const QRegularExpression filling(QStringLiteral("[\\s\\-\\x{2010}-\\x{2015}\\x{2212}\\x{30FC}]"));
    plain.remove(filling);
    static const QRegularExpression form(QStringLiteral("\\AT[0-9]{13}\\z"));
    return form.match(plain).hasMatch() ? plain : number;
}

RegistrationFault registrationFault(const QString &number)
{
    const QString plain = plainRegistration(number);
    static const QRegularExpression form(QStringLiteral("\\AT[0-9]{13}\\z"));
    if (!form.match(plain).hasMatch())
        return RegistrationFault::Form;
    int sum = 0;
    for (int n = 1; n <= 12; ++n)
        sum += plain.at(14 - n).digitValue() * (n % 2 == 1 ? 1 : 2);
    return plain.at(1).digitValue() == 9 - sum % 9 ? RegistrationFault::None : RegistrationFault::CheckDigit;
}

} // namespace kessai
