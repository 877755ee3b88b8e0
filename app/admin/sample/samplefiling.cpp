// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sample/samplefiling.h"

#include "core/base/canonical.h"
#include "core/services/routetrial.h"
#include "core/store/notary.h"

namespace kessai {

using namespace Qt::StringLiterals;

Attachment describePaper(const QString &name, const QByteArray &bytes)
{
    const QString mediaType = name.endsWith(u".png"_s) ? u"image/png"_s : u"application/pdf"_s;
    Attachment paper{name, mediaType, bytes.size(), sha256Hex(bytes), {}};
    for (qint64 at = 0; at < bytes.size(); at += kChunkSize)
        paper.chunks.push_back(sha256Hex(bytes.mid(at, kChunkSize)));
    return paper;
}

Result<> uploadPaper(Notary &notary, const Attachment &paper, const QByteArray &bytes)
{
    const auto begun = notary.beginUpload(paper);
    if (!begun)
        return begun.failure();
    if (!begun->has_value())
        return {};
    for (int no = 0; no < int(paper.chunks.size()); ++no) {
        if (const auto put = notary.putChunk(**begun, no, bytes.mid(no * kChunkSize, kChunkSize)); !put)
            return put;
    }
    return notary.finishUpload(**begun);
}

std::optional<Submit> submissionOf(const Content &content, int revision, const Form &form, StaffId drafter,
                                   const QDate &day, const Office &office, const Configuration &configuration)
{
    const RouteRule *rule = configuration.ruleOn(content.form, day);
    const auto post = office.primaryPost(drafter);
    if (!rule || !post)
        return std::nullopt;
    const QJsonObject facts = ruleFacts(form, content.fields, configuration.parameters);
    auto route = resolveRoute(*rule, office, drafter, *post, facts,
                              configuration.tableFor(*rule, day, configuration.office.revision));
    if (!route)
        return std::nullopt;
    return Submit{revision,
                  content.digest(),
                  RouteBasis{rule->revision, configuration.office.revision, day, *post},
                  std::move(route).value(),
                  form.postings(content.fields, drafter, configuration.parameters),
                  {}};
}

Result<Case> recordAct(Notary &notary, Case file, const Command &command, StaffId actor, const Office &office,
                       const QString &request)
{
    const auto event = decide(file, command, actor, office);
    if (!event)
        return fail(Error::refused(event.error(), u"case %1"_s.arg(file.id.value())));
    const auto recorded = notary.append({file.id, file.seq, request, *event});
    if (!recorded)
        return recorded.failure();
    return fold(std::move(file), *recorded);
}

} // namespace kessai
