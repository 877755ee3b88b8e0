// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/localdraft.h"

#include "core/base/wholefile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QUuid>

namespace kessai {

namespace {

QJsonObject toJson(const Attachment &attachment)
{
    QJsonArray chunks;
    for (const QByteArray &chunk : attachment.chunks)
        chunks.append(QString::fromLatin1(chunk));
    return {
        {QStringLiteral("name"), attachment.name}, {QStringLiteral("mediaType"), attachment.mediaType},
        {QStringLiteral("size"), attachment.size}, {QStringLiteral("sha256"), QString::fromLatin1(attachment.sha256)},
        {QStringLiteral("chunks"), chunks},        {QStringLiteral("confidential"), attachment.confidential}};
}

Attachment attachmentFromJson(const QJsonObject &json)
{
    Attachment attachment;
    attachment.name = json.value(QLatin1String("name")).toString();
    attachment.mediaType = json.value(QLatin1String("mediaType")).toString();
    attachment.size = json.value(QLatin1String("size")).toInteger();
    attachment.sha256 = json.value(QLatin1String("sha256")).toString().toLatin1();
    attachment.confidential = json.value(QLatin1String("confidential")).toBool();
    for (const QJsonValue &chunk : json.value(QLatin1String("chunks")).toArray())
        attachment.chunks.push_back(chunk.toString().toLatin1());
    return attachment;
}

} // namespace

QString localDraftFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QLatin1String("/drafts");
}

LocalDrafts::LocalDrafts(QString folder, const QString &owner)
    : m_folder(std::move(folder)), m_prefix(QString::fromLatin1(sha256Hex(owner.toUtf8()).left(16)) + QLatin1Char('-'))
{
}

Result<QString> LocalDrafts::keep(const QString &path, std::optional<CaseId> caseId, const Content &content,
                                  const QByteArray &base) const
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::StorageFull, m_folder);
    const QString target = path.isEmpty() ? m_folder + QLatin1Char('/') + m_prefix
            + QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String(".json")
                                          : path;
    QJsonArray attachments;
    for (const Attachment &attachment : content.attachments)
        attachments.append(toJson(attachment));
    QJsonObject json{{QStringLiteral("form"), content.form},
                     {QStringLiteral("formRevision"), content.formRevision},
                     {QStringLiteral("fields"), content.fields},
                     {QStringLiteral("attachments"), attachments},
                     {QStringLiteral("base"), QString::fromLatin1(base)}};
    if (caseId)
        json.insert(QStringLiteral("case"), caseId->value());

    const Result<> written = writeWholeFile(target, QJsonDocument(json).toJson(QJsonDocument::Compact),
                                            QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return written ? Result<QString>(target) : fail(ErrorCode::StorageFull, written.error().detail);
}

void LocalDrafts::drop(const QString &path) const
{
    if (!path.isEmpty())
        QFile::remove(path);
}

std::vector<LocalDrafts::Entry> LocalDrafts::found() const
{
    std::vector<Entry> entries;
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({m_prefix + QLatin1String("*.json")}, QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        if (!json.contains(QLatin1String("form")))
            continue;
        Entry entry{info.filePath(), std::nullopt, {}, json.value(QLatin1String("base")).toString().toLatin1()};
        if (json.contains(QLatin1String("case")))
            entry.caseId = CaseId(json.value(QLatin1String("case")).toInteger());
        entry.content.form = json.value(QLatin1String("form")).toString();
        entry.content.formRevision = json.value(QLatin1String("formRevision")).toInt(1);
        entry.content.fields = json.value(QLatin1String("fields")).toObject();
        for (const QJsonValue &attachment : json.value(QLatin1String("attachments")).toArray())
            entry.content.attachments.push_back(attachmentFromJson(attachment.toObject()));
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace kessai
