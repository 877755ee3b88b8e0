// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/store/testoffice.h"

namespace kessai::test {

/// What somebody at a desk does, through the store and the real engine; failures are those of the engine or of the store.
class Hand final {
public:
    Hand(TestOffice &office, StaffId who) : m_office(office), m_who(who) {}

    Result<CaseId> draft(const QJsonObject &fields = {}, std::optional<CaseId> id = std::nullopt, int revision = 1,
                         std::vector<Attachment> attachments = {});
    Result<ProposedEvent> propose(CaseId id, const Command &command);
    /// `kept` are the steps whose marks of the last round are to stand.
    Result<ProposedEvent> proposeSubmission(CaseId id, const QString &comment = {}, std::vector<int> kept = {});
    Result<Event> append(CaseId id, const ProposedEvent &event, std::optional<int> expectedSeq = std::nullopt,
                         const QString &requestId = {});
    Result<Event> act(CaseId id, const Command &command);
    Result<Event> submit(CaseId id);
    Result<Event> approve(CaseId id) { return act(id, Approve{std::nullopt, QStringLiteral("承認します")}); }
    /// Drafts and submits.
    Result<CaseId> file(const QJsonObject &fields = {});
    Result<CaseRecord> load(CaseId id) { return store().cases().load(id); }
    ListPage list(ListKind kind);
    Pulse pulse();
    /// Uploads a file in chunks and answers its description.
    Result<Attachment> upload(const QString &name, const QByteArray &bytes);
    Store &store() { return m_office.as(m_who); }
    StaffId who() const { return m_who; }

private:
    StaffId drafterOf(const CaseRecord &record) const;
    /// A content with the commitment it moves named in it, where that is a decided one, and it has no field "unnamed".
    QJsonObject naming(QJsonObject fields);

    TestOffice &m_office;
    StaffId m_who;
};

/// Files and decides a case with every act there is but the ends, and one attachment; the richest sound record.
Result<CaseId> fileRichCase(TestOffice &office);

/// The case folded from a record's history, when the record proves itself.
Result<Case> proven(const CaseRecord &record);

QJsonObject memo(const QString &subject, qint64 amount = 0);
/// That moves an amount on an account of the budget instead, by a ledger; several of both are parted by "+".
QJsonObject moving(const QString &ledger, const QString &account, qint64 amount);
/// With a reason that only those read who decide.
QJsonObject confiding(QJsonObject fields, const QString &reason);
Attachment describe(const QString &name, const QByteArray &bytes);
QString freshRequestId();

} // namespace kessai::test
