// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/shipped.h"

#include <QJsonDocument>

namespace kessai {

QJsonObject shippedObject(const QString &path)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(shippedFile(path), &error);
    if (!document.isObject())
        qFatal("%s: %s", qPrintable(path), qPrintable(error.errorString()));
    return document.object();
}

FormDefinition shippedDefinition(const QString &path, int revision)
{
    auto definition = FormDefinition::fromJson(shippedObject(path), revision);
    if (!definition)
        qFatal("%s: %s", qPrintable(path), qPrintable(definition.error().detail));
    return std::move(definition).value();
}

} // namespace kessai
