// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/support/shipped.h"

#include <QFile>
#include <QJsonDocument>

namespace kessai {

QByteArray shippedFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not part of this program", qPrintable(path));
    return file.readAll();
}

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
