// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/confidential.h"

#include <algorithm>

namespace kessai {

namespace {

/// 証明書類1.pdf: a name like 診断書.pdf would say what the file is kept apart for.
QString neutralName(const Attachment &attachment, size_t no)
{
    const qsizetype dot = attachment.name.lastIndexOf(QLatin1Char('.'));
    return QStringLiteral("証明書類%1").arg(no) + (dot < 0 ? QString() : attachment.name.mid(dot));
}

bool isConfidential(const FormDefinition &definition, const QString &key)
{
    const FieldDefinition *field = definition.field(key);
    return field && field->confidential;
}

} // namespace

Content openPart(Content typed, const FormDefinition &definition)
{
    for (const FieldDefinition &field : definition.fields) {
        if (field.confidential)
            typed.fields.remove(field.key);
    }
    for (size_t i = 0; i < typed.attachments.size(); ++i) {
        Attachment &attachment = typed.attachments[i];
        attachment.confidential = definition.confidentialAttachments;
        if (attachment.confidential)
            attachment.name = neutralName(attachment, i + 1);
    }
    typed.confidential.reset();
    typed.confidentialDigest.clear();
    return typed;
}

Content confided(Content typed, const FormDefinition &definition, const QByteArray &salt)
{
    QJsonObject apart;
    for (const FieldDefinition &field : definition.fields) {
        const QJsonValue value = typed.fields.value(field.key);
        if (field.confidential && !value.isUndefined())
            apart.insert(field.key, value);
    }
    Content content = openPart(std::move(typed), definition);
    if (!apart.isEmpty()) {
        content.confidential = Confidential{salt, apart};
        content.confidentialDigest = content.confidential->digest();
    }
    return content;
}

Content disclosed(Content content)
{
    if (content.confidential) {
        const QJsonObject apart = std::exchange(content.confidential, std::nullopt)->fields;
        for (auto it = apart.begin(); it != apart.end(); ++it)
            content.fields.insert(it.key(), it.value());
    }
    content.confidentialDigest.clear();
    return content;
}

QString confidentialProblem(const Content &content, const FormDefinition &definition, bool privy)
{
    if (std::any_of(content.attachments.begin(), content.attachments.end(),
                    [&](const Attachment &a) { return a.confidential != definition.confidentialAttachments; }))
        return QStringLiteral("files are not kept as the form says");
    if (!content.confidential)
        return privy && !content.confidentialDigest.isEmpty() ? QStringLiteral("what is confidential is gone")
                                                              : QString();
    if (content.confidential->digest() != content.confidentialDigest)
        return QStringLiteral("what is confidential is not what was sealed");
    for (const QString &key : content.confidential->fields.keys()) {
        if (!isConfidential(definition, key))
            return QStringLiteral("'%1' is not confidential").arg(key);
    }
    return {};
}

} // namespace kessai
