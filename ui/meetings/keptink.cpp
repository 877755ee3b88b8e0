// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/meetings/keptink.h"

#include "core/base/canonical.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace kessai {

namespace {

QJsonObject inkJson(const Ink &ink)
{
    QJsonArray readers;
    for (const StaffId reader : ink.readers)
        readers.append(reader.value());
    return {{QStringLiteral("id"), ink.id},
            {QStringLiteral("paper"), ink.paper},
            {QStringLiteral("revision"), ink.revision},
            {QStringLiteral("page"), ink.page},
            {QStringLiteral("body"), ink.removed ? QString() : QString::fromUtf8(shapeBody(ink.shape))},
            {QStringLiteral("audience"), int(ink.audience)},
            {QStringLiteral("readers"), readers},
            {QStringLiteral("version"), ink.version},
            {QStringLiteral("removed"), ink.removed}};
}

std::optional<Ink> inkFromJson(const QJsonObject &json)
{
    Ink ink;
    ink.id = json.value(QLatin1String("id")).toString();
    ink.paper = json.value(QLatin1String("paper")).toInt();
    ink.revision = json.value(QLatin1String("revision")).toInt();
    ink.page = json.value(QLatin1String("page")).toInt();
    ink.audience = InkAudience(json.value(QLatin1String("audience")).toInt());
    for (const QJsonValue &reader : json.value(QLatin1String("readers")).toArray())
        ink.readers.push_back(StaffId(reader.toInteger()));
    ink.version = json.value(QLatin1String("version")).toInt();
    ink.removed = json.value(QLatin1String("removed")).toBool();
    if (!ink.removed) {
        const auto shape = shapeOf(json.value(QLatin1String("body")).toString().toUtf8());
        if (!shape)
            return std::nullopt;
        ink.shape = *shape;
    }
    return checkInk(ink) ? std::optional(ink) : std::nullopt;
}

/// Writings of the same file, from whichever threads, come one after the other: each reads what the one before wrote.
QMutex &writing()
{
    static QMutex mutex;
    return mutex;
}

} // namespace

QString keptInkFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QLatin1String("/ink");
}

KeptInk::KeptInk(QString folder, const QString &owner)
    : m_folder(std::move(folder)), m_prefix(QString::fromLatin1(sha256Hex(owner.toUtf8()).left(16)) + QLatin1Char('-'))
{
}

QString KeptInk::path(MeetingId meeting) const
{
    return m_folder + QLatin1Char('/') + m_prefix + QString::number(meeting.value()) + QLatin1String(".json");
}

std::vector<Ink> KeptInk::read(const QString &path)
{
    std::vector<Ink> inks;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return inks;
    for (const QJsonValue &one : QJsonDocument::fromJson(file.readAll()).array()) {
        if (auto ink = inkFromJson(one.toObject()))
            inks.push_back(std::move(*ink));
    }
    return inks;
}

Result<> KeptInk::write(const QString &path, const std::vector<Ink> &inks)
{
    QJsonArray all;
    for (const Ink &ink : inks)
        all.append(inkJson(ink));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::StorageFull, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(all).toJson(QJsonDocument::Compact));
    return file.commit() ? Result<>() : Result<>(fail(ErrorCode::StorageFull, file.errorString()));
}

Result<> KeptInk::keep(MeetingId meeting, const std::vector<Ink> &inks) const
{
    const QMutexLocker lock(&writing());
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::StorageFull, m_folder);
    return write(path(meeting), mergedInk(read(path(meeting)), inks));
}

void KeptInk::drop(MeetingId meeting, const std::vector<Ink> &stored) const
{
    const QMutexLocker lock(&writing());
    if (!QFile::exists(path(meeting)))
        return;
    std::vector<Ink> inks = read(path(meeting));
    std::erase_if(inks, [&](const Ink &ink) {
        return std::any_of(stored.begin(), stored.end(),
                           [&](const Ink &one) { return one.id == ink.id && one.version >= ink.version; });
    });
    // What cannot be written stays, and is sent once more for nothing.
    if (inks.empty())
        QFile::remove(path(meeting));
    else if (const Result<> kept = write(path(meeting), inks); !kept)
        qWarning("what the office has of ink could not be taken from this computer: %s",
                 qPrintable(kept.error().detail));
}

std::vector<Ink> KeptInk::found(MeetingId meeting) const
{
    return read(path(meeting));
}

std::map<MeetingId, std::vector<Ink>> KeptInk::found() const
{
    std::map<MeetingId, std::vector<Ink>> found;
    for (const QString &name : QDir(m_folder).entryList({m_prefix + QLatin1String("*.json")}, QDir::Files)) {
        const qint64 meeting = name.mid(m_prefix.size()).section(QLatin1Char('.'), 0, 0).toLongLong();
        if (std::vector<Ink> inks = read(m_folder + QLatin1Char('/') + name); meeting > 0 && !inks.empty())
            found.emplace(MeetingId(meeting), std::move(inks));
    }
    return found;
}

} // namespace kessai
