// SPDX-FileCopyrightText: Kessai Desk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/casestore.h"
#include "core/store/query.h"

namespace kessai {

/// Columns of case_file that a record does not carry but that must agree with it.
struct FileColumns final {
    std::optional<qint64> submittedAt;
    qint64 changedAt = 0;
    qint64 attachments = 0;
    QString drafterSection;
    QHash<int, bool> urgent; ///< by revision
};

/// Fills the projection of a record from its rows and notices what no history can give and the projection's values cannot
/// show: gaps in numbering, times that are not those of the history, postings of another revision.
class ProjectionCheck final {
public:
    explicit ProjectionCheck(CaseRecord &record) : m_record(record) {}

    void takeAssignment(const Query &row);
    void takeAccess(const Query &row);
    void takePosting(const Query &row);
    /// The first thing wrong stays.
    void blame(const QString &fault);
    /// Once all rows are taken.
    void finish(const FileColumns &file);

private:
    struct Arrival {
        int round;
        AssignmentRef on;
        std::optional<qint64> at;
    };
    void checkTimes(const FileColumns &file);
    void checkArrivals();
    void checkUse();

    CaseRecord &m_record;
    std::vector<Arrival> m_arrivals;
    std::vector<std::optional<qint64>> m_usedAt; ///< of each posting
    int m_postingNo = 0;
};

/// "R8-000123": the number of a case by the day it was created.
QString caseNumber(CaseId id, Instant createdAt);

} // namespace kessai
