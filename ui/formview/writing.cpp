// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formview/writing.h"

#include "core/cases/confidential.h"
#include "core/cases/formcheck.h"
#include "ui/wording.h"

#include <algorithm>

namespace kessai {

namespace {

bool asks(const FormDefinition &form, const QString &key, const QJsonValue &value)
{
    const FieldDefinition *field = form.field(key);
    if (!field)
        return !isOwnField(key);
    return field->kind != FieldKind::Choice || value.toString().isEmpty()
        || std::any_of(field->choices.begin(), field->choices.end(),
                       [&](const Choice &one) { return one.code == value.toString(); });
}

} // namespace

Content byForm(Content content, const FormDefinition &today, const FormDefinition &before, const NamesKnown &names,
               std::vector<LeftOut> &leftOut)
{
    content.formRevision = today.revision;
    for (const QString &key : content.fields.keys()) {
        const QJsonValue value = content.fields.value(key);
        if (asks(today, key, value))
            continue;
        content.fields.remove(key);
        const FieldDefinition *field = before.field(key) ? before.field(key) : today.field(key);
        const QString text = field ? displayText(*field, value, names, englishWording()) : value.toVariant().toString();
        if (!text.isEmpty() && value != QJsonValue(false))
            leftOut.push_back({field ? field->label.text(englishWording()) : key, text});
    }
    return content;
}

Writing::Writing(LocalDrafts local, FormDefinition definition, std::optional<CaseId> id, QByteArray base, QString path)
    : m_local(std::move(local)), m_definition(std::move(definition)), m_id(id), m_base(std::move(base)),
      m_path(std::move(path)), m_saved(id ? 0 : -1)
{
}

Result<CaseId> Writing::save(Desk &desk, const Content &content, int version)
{
    if (m_over)
        return fail(ErrorCode::Cancelled);
    auto saved = desk.saveDraft(m_id, content);
    const std::lock_guard lock(m_mutex);
    if (!saved) {
        keepLocked(content, version);
        return saved;
    }
    m_id = *saved;
    m_base = openPart(content, m_definition).digest();
    m_saved = version;
    if (m_kept <= version)
        dropLocked();
    return saved;
}

Result<CaseId> Writing::submit(Desk &desk, int version, const QString &requestId, const QString &comment)
{
    if (m_over || !m_id || m_saved < version)
        return fail(ErrorCode::Cancelled, QStringLiteral("the draft was not saved"));
    if (const auto event = desk.submit(*m_id, requestId, comment); !event)
        return event.failure();
    m_over = true;
    const std::lock_guard lock(m_mutex);
    dropLocked();
    return *m_id;
}

Result<> Writing::discard(Desk &desk)
{
    {
        const std::lock_guard lock(m_mutex);
        dropLocked();
    }
    return m_id ? desk.deleteDraft(*m_id) : Result<>();
}

void Writing::keep(const Content &content, int version)
{
    const std::lock_guard lock(m_mutex);
    keepLocked(content, version);
}

void Writing::keepLocked(const Content &content, int version)
{
    if (m_over || version <= m_saved || version <= m_kept)
        return;
    if (const auto path = m_local.keep(m_path, m_id, openPart(content, m_definition), m_base)) {
        m_path = *path;
        m_kept = version;
    }
}

void Writing::dropLocked()
{
    m_local.drop(std::exchange(m_path, {}));
}

} // namespace kessai
